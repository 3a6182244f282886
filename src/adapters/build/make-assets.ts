import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from '../kept/digests.ts';
import { readKept, writeKept } from '../kept/kept-files.ts';
import type { FileState, SiteFolder } from '../kept/site-folder.ts';
import { writeAssets } from '../write-assets.ts';

interface Assets {
  readonly program: string;
  readonly files: readonly FileState[];
}

/** Styles and scripts, made anew when the program or the layouts have changed. Gives their files. */
export async function makeAssets(
  site: SiteFolder,
  kept: string,
  program: string,
  folders: { readonly layouts: readonly string[]; readonly cache: string },
): Promise<readonly FileState[]> {
  const list = join(kept, 'assets.json');
  const known = readKept<Assets>(list);
  if (known?.program === program && known.files.every((file) => site.isRight(file))) return known.files;
  const next = mkdtempSync(join(kept, 'assets-'));
  try {
    await writeAssets({ ...folders, output: next });
    const files = filesBelow(next).map((file) => site.write(file, readFileSync(join(next, file))));
    writeKept(list, { program, files } satisfies Assets);
    return files;
  } finally {
    rmSync(next, { recursive: true, force: true });
  }
}
