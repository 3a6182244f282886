import { mkdir, rename, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { ExplainedError } from './explained-error.ts';

/**
 * Builds a site beside the output folder and puts it in its place only when `build` has succeeded. Whatever goes wrong
 * before, the last good site stays as it was. Gives what `build` gives.
 */
export async function publishAtomically<T>(output: string, build: (staging: string) => Promise<T>): Promise<T> {
  const parent = dirname(output);
  const staging = join(parent, `.${basename(output)}.next-${process.pid}`);
  const previous = join(parent, `.${basename(output)}.previous-${process.pid}`);
  await mkdir(parent, { recursive: true });
  await rm(staging, { recursive: true, force: true });
  try {
    const result = await build(staging);
    if (existsSync(output)) await rename(output, previous);
    try {
      await rename(staging, output);
    } catch (error) {
      if (existsSync(previous)) await rename(previous, output);
      throw new ExplainedError(
        `The finished site could not be moved to ${output}; the site there is as it was. (${(error as Error).message})`,
      );
    }
    return result;
  } finally {
    await rm(staging, { recursive: true, force: true });
    await rm(previous, { recursive: true, force: true });
  }
}
