import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { isRunning } from '../running.ts';

/** A folder of kept things that belongs to this process until it is given back. */
export interface ClaimedFolder {
  readonly folder: string;
  /** Gives it back for the next build. */
  release(): Promise<void>;
}

/** How many contents' kept things stand beside each other. */
const KEPT = 3;

/**
 * Takes a kept folder for this process alone: by renaming it, which only one of two builds at once can do; the other
 * begins with an empty one. What a killed build left is taken over, because every file in it is looked at before it counts.
 */
export async function claimFolder(folder: string): Promise<ClaimedFolder> {
  const parent = dirname(folder);
  const own = `${folder}.${process.pid}`;
  await mkdir(parent, { recursive: true });
  for (const candidate of [folder, ...(await leftBehind(folder))]) {
    const isTaken = await rename(candidate, own).then(
      () => true,
      () => false,
    );
    if (isTaken) break;
  }
  await mkdir(own, { recursive: true });
  return {
    folder: own,
    async release() {
      const isReplaced = existsSync(folder);
      if (isReplaced) await rm(folder, { recursive: true, force: true });
      await rename(own, folder).catch(() => rm(own, { recursive: true, force: true }));
      await removeOld(parent);
    },
  };
}

async function leftBehind(folder: string): Promise<string[]> {
  const prefix = `${basename(folder)}.`;
  const names = (await readdir(dirname(folder))).filter((name) => name.startsWith(prefix));
  return names
    .filter((name) => /^\d+$/.test(name.slice(prefix.length)) && !isRunning(Number(name.slice(prefix.length))))
    .map((name) => join(dirname(folder), name));
}

async function removeOld(parent: string): Promise<void> {
  const names = (await readdir(parent)).filter((name) => !/\.\d+$/.test(name));
  const known = await Promise.all(
    names.map(async (name) => ({ name, time: (await stat(join(parent, name)).catch(() => undefined))?.mtimeMs ?? 0 })),
  );
  for (const { name } of known.sort((a, b) => b.time - a.time).slice(KEPT))
    await rm(join(parent, name), { recursive: true, force: true });
}
