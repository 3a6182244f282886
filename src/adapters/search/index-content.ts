import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compile } from '../../compile.ts';
import { paths } from '../../views/urls.ts';
import type { SearchSource } from '../../search/types.ts';
import { digestOf, digestProgram } from '../kept/digests.ts';
import { loadContent } from '../load-content.ts';
import { indexPages } from './index-pages.ts';
import { closeSearchIndexer } from './pagefind-program.ts';

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
  const program = digestProgram(options.home, options.layouts);
  const root = join(tmpdir(), 'scrutineer-search');
  const texts = content.files.flatMap(({ path, text }) => [path, text]);
  const target = join(root, digestOf(options.today, program, ...texts));
  if (existsSync(target)) return join(target, 'pagefind');
  await mkdir(root, { recursive: true });
  await removeOld(root);
  const staging = `${target}.${process.pid}`;
  try {
    const { pages, files } = compile(content, { today: options.today });
    const source = files.find(({ file }) => file === paths.data('search.json'))!;
    await indexPages(pages, JSON.parse(source.content) as SearchSource, {
      site: join(staging, 'site'),
      work: join(staging, 'work'),
      layouts: options.layouts,
      cache: options.cache,
      program,
    });
    // Another process may have been quicker; its index is the same.
    await rename(join(staging, 'site'), target).catch(() => undefined);
  } finally {
    await closeSearchIndexer();
    await rm(staging, { recursive: true, force: true });
  }
  return join(target, 'pagefind');
}

async function removeOld(root: string): Promise<void> {
  for (const name of await readdir(root)) {
    const path = join(root, name);
    const info = await stat(path).catch(() => undefined);
    if (info && Date.now() - info.mtimeMs > DAYS_KEPT * 86_400_000) await rm(path, { recursive: true, force: true });
  }
}
