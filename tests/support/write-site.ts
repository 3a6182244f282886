import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { onDisk } from '../../src/adapters/on-disk.ts';
import { pagePrinter } from '../../src/adapters/print-pages.ts';
import { writeAssets, type AssetFolders } from '../../src/adapters/write-assets.ts';
import type { Compilation } from '../../src/compile.ts';

/**
 * Writes a compiled site in the plainest way, keeping nothing and without a search: what the builders of sites are held
 * against. `content` is the folder that attachments are copied from.
 */
export async function writeSite(
  { pages, files, attachments }: Compilation,
  folders: AssetFolders & { readonly content: string },
): Promise<void> {
  const print = pagePrinter(folders.layouts);
  const pathOf = (file: string) => {
    const path = join(folders.output, file);
    mkdirSync(dirname(path), { recursive: true });
    return path;
  };
  for (const page of pages) writeFileSync(pathOf(page.file), print(page));
  for (const { file, content } of files) writeFileSync(pathOf(file), content);
  for (const { from, to } of attachments) copyFileSync(onDisk(folders.content, from), pathOf(to));
  await writeAssets(folders);
}
