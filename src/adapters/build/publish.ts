import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { ExplainedError } from '../explained-error.ts';
import { filesBelow } from '../kept/digests.ts';
import { isAsWritten, openSiteFolder, type FileState } from '../kept/site-folder.ts';
import { isRunning } from '../running.ts';

/**
 * Puts a finished site in the place of the published one, all of it or nothing: whatever goes wrong before, the last good
 * site stays as it was. A site that is the same already is left alone. Afterwards `site` has the same files again, for the
 * next build; the two share them where the disk can do that (hard links). Throws ExplainedError.
 */
export async function publishSite(site: string, files: readonly FileState[], output: string): Promise<void> {
  await clearUp(output);
  if (isSame(output, files)) return;
  const parent = dirname(output);
  const staging = join(parent, `.${basename(output)}.next-${process.pid}`);
  const previous = join(parent, `.${basename(output)}.previous-${process.pid}`);
  await mkdir(parent, { recursive: true });
  try {
    await moveOrCopy(site, staging);
    try {
      await replace(output, staging, previous);
    } catch (error) {
      throw new ExplainedError(
        `The finished site could not be moved to ${output}; the site there is as it was. (${(error as Error).message})`,
      );
    }
    // The site is published: what fails now only makes the next build longer.
    await bringBack(site, files, output, previous).catch(() => rm(site, { recursive: true, force: true }));
  } finally {
    // What can't be removed now (a program still writes there) is cleared up by the next build; the error that led here counts.
    await rm(staging, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }).catch(() => undefined);
    // Never the only good site there is: should putting it back have failed, the next build does.
    if (existsSync(output)) await rm(previous, { recursive: true, force: true });
  }
}

/** True when a folder has exactly these files. */
function isSame(folder: string, files: readonly FileState[]): boolean {
  if (!existsSync(folder)) return false;
  const planned = new Set(files.map(({ file }) => file));
  return filesBelow(folder).every((file) => planned.has(file)) && files.every((state) => isAsWritten(folder, state));
}

/** On another disk a site can't be moved to in one step. */
async function moveOrCopy(from: string, to: string): Promise<void> {
  await rename(from, to).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    cpSync(from, to, { recursive: true, preserveTimestamps: true });
  });
}

/** Makes of the site that was published before, or of nothing, the copy that the next build begins with. */
async function bringBack(site: string, files: readonly FileState[], output: string, previous: string): Promise<void> {
  if (existsSync(site)) return;
  mkdirSync(dirname(site), { recursive: true });
  await moveOrCopy(previous, site).catch(() => undefined);
  const folder = openSiteFolder(site, output);
  // What is missing here is no loss: the next build takes it from the published site.
  for (const state of files) folder.isRight(state);
  folder.removeOthers(new Set(files.map(({ file }) => file)));
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
