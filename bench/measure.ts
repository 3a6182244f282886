import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { compileProgram } from '../src/compile-program.js';

/** Whole processes, from their start to their end. */

export const ROOT = join(import.meta.dirname, '..');

export interface Cost {
  /** Milliseconds. */
  readonly time: number;
  /** Bytes in memory at the worst moment, with all processes that it started; 0 where the system does not say. */
  readonly memory: number;
}

/**
 * A folder to work in: in memory where the system has that (Linux), because disks differ more than programs, and some
 * take minutes to forget what was deleted.
 */
export function workFolder(): string {
  const shared = '/dev/shm';
  const isRoomy = existsSync(shared) && statfsSync(shared).bavail * statfsSync(shared).bsize > 4e9;
  return mkdtempSync(join(isRoomy ? shared : tmpdir(), 'scrutineer-bench-'));
}

/** Compiles the programs of the bench, and the threads that a build starts, as `src/run.js` does. */
export async function compilePrograms(folder: string, names: readonly string[]): Promise<void> {
  await compileProgram(
    [
      ...names.map((name) => join(ROOT, 'bench', `${name}.ts`)),
      join(ROOT, 'src/adapters/build/worker.ts'),
      join(ROOT, 'src/adapters/search/index-worker.ts'),
    ],
    folder,
  );
}

/** Runs a program so often, each time without what the last run wrote; the medians. */
export async function measure(
  command: readonly string[],
  { cwd, runs, before }: { readonly cwd: string; readonly runs: number; readonly before?: () => void },
): Promise<Cost> {
  const costs: Cost[] = [];
  for (let run = 0; run < runs; run++) {
    before?.();
    costs.push(await runOnce(command, cwd));
  }
  return { time: median(costs.map(({ time }) => time)), memory: median(costs.map(({ memory }) => memory)) };
}

function runOnce(command: readonly string[], cwd: string): Promise<Cost> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(command[0]!, command.slice(1), { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
    let memory = 0;
    let said = '';
    child.stderr.on('data', (data: Buffer) => (said = (said + data.toString()).slice(-2000)));
    const timer = setInterval(() => (memory = Math.max(memory, memoryOf(child.pid!))), 50);
    child.once('error', reject);
    child.once('exit', (code) => {
      clearInterval(timer);
      // 1: a check that found something.
      if (code === 0 || (code === 1 && command.includes('check')))
        resolve({ time: performance.now() - started, memory });
      else reject(new Error(`${command.join(' ')} ended with ${code}: ${said}`));
    });
  });
}

/** What a process and all that it started hold in memory (Linux). */
function memoryOf(id: number): number {
  try {
    const pages = Number(readFileSync(`/proc/${id}/statm`, 'utf8').split(' ')[1]);
    const children = readdirSync(`/proc/${id}/task`).flatMap((thread) =>
      readFileSync(`/proc/${id}/task/${thread}/children`, 'utf8').split(' ').filter(Boolean),
    );
    return pages * 4096 + children.reduce((sum, child) => sum + memoryOf(Number(child)), 0);
  } catch {
    return 0;
  }
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

export function writeFile(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

export function remove(path: string): void {
  rmSync(path, { recursive: true, force: true });
}
