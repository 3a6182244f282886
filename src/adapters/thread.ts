import { Worker } from 'node:worker_threads';

/** Threads run compiled programs only; from TypeScript sources (as in tests) everything happens in one. */
export const HAS_THREADS = !import.meta.url.endsWith('.ts');

/**
 * Starts a thread of the program: `name` is its module's, without its ending, as seen from `from`. `young` is how many
 * megabytes it may fill before it collects what was used for a moment only; V8 decides unless it is given.
 */
export function startThread(name: string, from: string, data?: unknown, young?: number): Worker {
  return new Worker(new URL(`./${name}.js`, from), {
    workerData: data,
    ...(young === undefined ? {} : { resourceLimits: { maxYoungGenerationSizeMb: young } }),
  });
}
