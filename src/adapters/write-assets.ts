import { cp, mkdir, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { bundleScripts } from './bundle-scripts.ts';
import { compileStyles } from './styles.ts';

export interface AssetFolders {
  /** Where the site is written. */
  readonly output: string;
  /** Folders of layouts, the council's own first. */
  readonly layouts: readonly string[];
  readonly cache: string;
}

/** Writes styles and scripts; a council's own replace ours file by file. */
export async function writeAssets(folders: AssetFolders): Promise<void> {
  const target = join(folders.output, 'assets');
  await mkdir(target, { recursive: true });
  await bundleScripts(target);
  for (const layouts of [...folders.layouts].reverse()) {
    const assets = join(layouts, 'assets');
    if (existsSync(assets)) await cp(assets, target, { recursive: true });
  }
  await writeFile(join(target, 'site.css'), await compileStyles([...folders.layouts], folders.cache));
}
