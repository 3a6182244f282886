import { copyFile, cp, mkdir, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Compilation } from '../compile.ts';
import { bundleScripts } from './bundle-scripts.ts';
import { compileStyles } from './styles.ts';
import { onDisk } from './on-disk.ts';
import { printPages } from './print-pages.ts';
import type { AnyPageView } from '../views/types.ts';

export interface SiteFolders {
  readonly content: string;
  /** Where the site is written. */
  readonly output: string;
  /** Folders of layouts, the council's own first. */
  readonly layouts: readonly string[];
  readonly cache: string;
}

/** Writes a compiled site into a folder: pages, data files, attachments, styles and scripts. No search index yet. */
export async function writeSite(
  compilation: Compilation,
  folders: SiteFolders,
  pages: readonly AnyPageView[] = compilation.pages,
): Promise<void> {
  await printPages({ pages, layouts: folders.layouts }, folders.output);
  await writeFiles(compilation, folders);
  await writeAssets(folders);
}

/** Writes what is not a page: data, feed, sitemap, attachments. */
export async function writeFiles(compilation: Compilation, folders: SiteFolders): Promise<void> {
  for (const { file, content } of compilation.files) await writeUnder(folders.output, file, content);
  for (const { from, to } of compilation.attachments) {
    const target = join(folders.output, to);
    await mkdir(dirname(target), { recursive: true });
    await copyFile(onDisk(folders.content, from), target);
  }
}

/** Writes styles and scripts; a council's own replace ours file by file. */
export async function writeAssets(folders: Omit<SiteFolders, 'content'>): Promise<void> {
  const target = join(folders.output, 'assets');
  await mkdir(target, { recursive: true });
  await bundleScripts(target);
  for (const layouts of [...folders.layouts].reverse()) {
    const assets = join(layouts, 'assets');
    if (existsSync(assets)) await cp(assets, target, { recursive: true });
  }
  await writeFile(join(target, 'site.css'), await compileStyles([...folders.layouts], folders.cache));
}

async function writeUnder(folder: string, file: string, content: string): Promise<void> {
  const target = join(folder, file);
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, content);
}
