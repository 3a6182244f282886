import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { compareManifests, readManifest, type ManifestEntry } from '../../exports/manifest.ts';
import { ExplainedError } from '../explained-error.ts';

export interface ChangesArguments {
  /** The manifest of what is on the host; every file is new without it. */
  since?: string;
  /** Where the lists are written. */
  to: string;
}

/** `changes`: writes the lists of files to upload and to remove, for programs that take such lists (rclone). */
export function runChanges(manifest: string, options: ChangesArguments): void {
  const after = entriesOf(manifest);
  if (after.length === 0)
    throw new ExplainedError(`${manifest} lists no files. Write it with: build --manifest ${manifest}`);
  const isFirst = options.since === undefined || !existsSync(options.since);
  const lists = compareManifests(isFirst ? [] : entriesOf(options.since!), after);
  const folder = resolve(options.to);
  mkdirSync(folder, { recursive: true });
  for (const [name, files] of Object.entries(lists))
    writeFileSync(join(folder, `${name}.txt`), (files as string[]).map((file) => `${file}\n`).join(''));
  console.log(
    [
      `${lists.first.length + lists.then.length} of ${after.length} files to upload, ${lists.remove.length} to remove`,
      `  ${options.to}/first.txt   ${lists.first.length}`,
      `  ${options.to}/then.txt    ${lists.then.length}`,
      `  ${options.to}/remove.txt  ${lists.remove.length}`,
    ].join('\n'),
  );
}

function entriesOf(path: string): ManifestEntry[] {
  if (!existsSync(path)) throw new ExplainedError(`There is no file ${path}. Write it with: build --manifest ${path}`);
  return readManifest(readFileSync(path, 'utf8'));
}
