import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { ExplainedError } from './explained-error.ts';
import { isRunning } from './running.ts';

/**
 * Builds a site beside the output folder and puts it in its place only when `build` has succeeded. Whatever goes wrong
 * before, the last good site stays as it was. Gives what `build` gives.
 */
export async function publishAtomically<T>(output: string, build: (staging: string) => Promise<T>): Promise<T> {
  const parent = dirname(output);
  const staging = join(parent, `.${basename(output)}.next-${process.pid}`);
  const previous = join(parent, `.${basename(output)}.previous-${process.pid}`);
  await mkdir(parent, { recursive: true });
  await clearUp(output);
  try {
    const result = await build(staging);
    try {
      await replace(output, staging, previous);
    } catch (error) {
      throw new ExplainedError(
        `The finished site could not be moved to ${output}; the site there is as it was. (${(error as Error).message})`,
      );
    }
    return result;
  } finally {
    // What can't be removed now (a program still writes there) is cleared up by the next build; the error that led here counts.
    await rm(staging, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }).catch(() => undefined);
    // Never the only good site there is: should putting it back have failed, the next build does.
    if (existsSync(output)) await rm(previous, { recursive: true, force: true });
  }
}

/** Puts the new site in the place of the old one; when that fails, the old one is back. */
async function replace(output: string, staging: string, previous: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    if (existsSync(output)) await rename(output, previous);
    try {
      return await rename(staging, output);
    } catch (error) {
      // Another build may have put its site there meanwhile; the later one wins.
      const isTaken = existsSync(output) && attempt < 5;
      if (!isTaken && existsSync(previous) && !existsSync(output)) await rename(previous, output);
      if (!isTaken) throw error;
      await rm(previous, { recursive: true, force: true });
    }
  }
}

/**
 * Clears up after builds that were killed: their half-made sites go, and a site that was just being replaced is put back.
 * Builds that are still running are left alone.
 */
export async function clearUp(output: string): Promise<void> {
  const parent = dirname(output);
  const prefix = `.${basename(output)}.`;
  const left = existsSync(parent) ? (await readdir(parent)).filter((name) => name.startsWith(prefix)).sort() : [];
  for (const name of left) {
    const match = /^(next|previous)-(\d+)$/.exec(name.slice(prefix.length));
    if (!match || isRunning(Number(match[2]))) continue;
    const folder = join(parent, name);
    if (match[1] === 'previous' && !existsSync(output)) await rename(folder, output);
    else await rm(folder, { recursive: true, force: true });
  }
}
