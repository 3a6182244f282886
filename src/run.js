#!/usr/bin/env node
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';

/**
 * Runs the program from its sources: `node src/run.js build`. They are compiled when they have changed and kept in
 * `.cache/program`; a command then starts in a tenth of a second instead of one and a half. The package needs none of this.
 */
const sources = dirname(fileURLToPath(import.meta.url));
const kept = join(sources, '..', '.cache', 'program');
const DAY = 86_400_000;

const folder = join(kept, digest());
if (!existsSync(folder)) await compile();
await import(pathToFileURL(join(folder, 'cli.js')).href);

/** Of all sources, and of the packages that compile them. */
function digest() {
  const hash = createHash('sha256').update(readFileSync(join(sources, '..', 'package.json')));
  for (const name of readdirSync(sources, { recursive: true }).sort())
    if (/\.[jt]s$/.test(name)) hash.update(`${name}\n`).update(readFileSync(join(sources, name)));
  return hash.digest('hex').slice(0, 16);
}

async function compile() {
  const { compileProgram } = await import('./compile-program.js');
  mkdirSync(kept, { recursive: true });
  // Programs of earlier sources; a preview may still be running one.
  for (const name of readdirSync(kept))
    if (Date.now() - statSync(join(kept, name)).mtimeMs > DAY) rmSync(join(kept, name), { recursive: true });
  const next = `${folder}.${process.pid}`;
  const entries = ['cli.ts', 'adapters/build/worker.ts', 'adapters/search/index-worker.ts'];
  await compileProgram(
    entries.map((name) => join(sources, name)),
    next,
  );
  try {
    renameSync(next, folder);
  } catch (error) {
    // Another command may have been quicker; its program is the same.
    if (!existsSync(folder)) throw error;
    rmSync(next, { recursive: true });
  }
}
