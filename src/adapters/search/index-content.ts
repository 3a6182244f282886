import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compile } from '../../compile.ts';
import { loadContent } from '../load-content.ts';
import { printPages } from '../print-pages.ts';
import { closeSearchIndexer, indexSite } from '../search-index.ts';
import { writeFiles } from '../site-writer.ts';

export interface IndexContentOptions {
  readonly content: string;
  readonly layouts: readonly string[];
  readonly cache: string;
  /** The generator's own folder: a changed generator makes another index. */
  readonly home: string;
  readonly today: string;
}

const DAYS_KEPT = 7;

/**
 * The search index of a content folder, made anew only when content, generator or day have changed; kept in the
 * system's folder for temporary files. Mistakes in the content do not stop it. Gives the index's folder.
 */
export async function indexContent(options: IndexContentOptions): Promise<string> {
  const content = await loadContent(options.content);
  const hash = createHash('sha256').update(options.today);
  for (const { path, text } of content.files) hash.update(`\0${path}\0${text}`);
  hash.update(await digestGenerator(options));
  const root = join(tmpdir(), 'scrutineer-search');
  const target = join(root, hash.digest('hex').slice(0, 24));
  if (existsSync(target)) return join(target, 'pagefind');
  await mkdir(root, { recursive: true });
  await removeOld(root);
  const staging = `${target}.${process.pid}`;
  try {
    const compilation = compile(content, { today: options.today });
    const pages = compilation.pages.filter(({ search }) => search !== undefined);
    await printPages({ pages, layouts: options.layouts }, staging);
    await writeFiles(
      { ...compilation, attachments: [] },
      { content: options.content, output: staging, layouts: options.layouts, cache: options.cache },
    );
    await indexSite(staging, join(staging, 'pagefind'));
    // Another process may have been quicker; its index is the same.
    await rename(staging, target).catch(() => undefined);
  } finally {
    await closeSearchIndexer();
    await rm(staging, { recursive: true, force: true });
  }
  return join(target, 'pagefind');
}

async function digestGenerator({ home, layouts }: IndexContentOptions): Promise<string> {
  const hash = createHash('sha256');
  for (const folder of [join(home, 'src'), ...layouts]) {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    for (const file of files.sort()) hash.update(file).update(await readFile(file));
  }
  return hash.update(await readFile(join(home, 'package.json'))).digest('hex');
}

async function removeOld(root: string): Promise<void> {
  for (const name of await readdir(root)) {
    const path = join(root, name);
    const info = await stat(path).catch(() => undefined);
    if (info && Date.now() - info.mtimeMs > DAYS_KEPT * 86_400_000) await rm(path, { recursive: true, force: true });
  }
}
