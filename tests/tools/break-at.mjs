/**
 * Loaded before a command (`node --import`): counts its writes and, at the one that `BREAK_AT` names, kills the process
 * or makes this and every later write fail as on a full disk (`BREAK_HOW`: kill, full); `indexer` kills Pagefind's program instead, `BREAK_AFTER` milliseconds after its start. Writes their number to
 * `BREAK_COUNT` when the process ends.
 */
import { writeFileSync } from 'node:fs';
import childProcess from 'node:child_process';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import process from 'node:process';
import { setTimeout } from 'node:timers';

const at = Number(process.env.BREAK_AT ?? 0);
const how = process.env.BREAK_HOW;
const reportTo = process.env.BREAK_COUNT;
let count = 0;

function step(path) {
  // What the system's folder for temporary files holds is nobody's site.
  if (process.env.BREAK_UNDER && !String(path).startsWith(process.env.BREAK_UNDER)) return;
  count++;
  if (at === 0 || count < at) return;
  if (how === 'kill') process.kill(process.pid, 'SIGKILL');
  throw Object.assign(new Error(`ENOSPC: no space left on device, write '${path}'`), { code: 'ENOSPC', path });
}

for (const name of ['writeFile', 'mkdir', 'copyFile', 'cp']) {
  const original = fs.promises[name];
  fs.promises[name] = async (...args) => {
    step(name === 'copyFile' || name === 'cp' ? args[1] : args[0]);
    return original(...args);
  };
}
for (const name of ['writeFileSync', 'mkdirSync', 'copyFileSync', 'linkSync']) {
  const original = fs[name];
  fs[name] = (...args) => {
    step(name === 'copyFileSync' || name === 'linkSync' ? args[1] : args[0]);
    return original(...args);
  };
}
for (const name of ['renameSync', 'rmSync']) {
  const original = fs[name];
  fs[name] = (...args) => {
    if (how === 'kill') step(args[0]);
    return original(...args);
  };
}
for (const name of ['rename', 'rm']) {
  const original = fs.promises[name];
  fs.promises[name] = async (...args) => {
    // A full disk still renames and removes.
    if (how === 'kill') step(args[0]);
    return original(...args);
  };
}
if (how === 'indexer') {
  // The indexer is the program that a build starts: it dies a moment after.
  const { spawn } = childProcess;
  childProcess.spawn = (...args) => {
    const child = spawn(...args);
    if (/pagefind/.test(args[0])) setTimeout(() => child.kill('SIGKILL'), Number(process.env.BREAK_AFTER ?? 0));
    return child;
  };
}
syncBuiltinESMExports();
const plainWrite = writeFileSync;
process.on('exit', () => {
  if (reportTo) plainWrite(reportTo, String(count));
});
