import { countWords } from '../../search/count-words.ts';
import type { IndexedGroup } from '../../search/packs.ts';
import { runPagefind } from './pagefind-program.ts';
import { readFragment, readPagefindMeta } from './pagefind-files.ts';
import { slimIndex } from './slim-index.ts';

/**
 * Indexes the records in a folder: Pagefind's index, its pages in the order of their addresses, cut finer. `base` is the
 * site's path, `groups` how many indexes it has. Throws ExplainedError.
 */
export async function indexGroup(
  records: string,
  folder: string,
  base: string,
  groups: number,
): Promise<Omit<IndexedGroup, 'index'>> {
  await runPagefind(records, folder);
  const meta = await readPagefindMeta(folder);
  if (!meta) return { urls: [], words: [] };
  const pages = meta.pages.map(({ hash }, number) => {
    const { url, content } = readFragment(folder, hash);
    return { number, url: base + url.replace(/^\//, ''), content };
  });
  pages.sort((a, b) => (a.url < b.url ? -1 : 1));
  slimIndex(
    folder,
    meta,
    pages.map(({ number, url }) => ({ number, folder: /^reviews\/[^/]+\//.exec(url.slice(base.length))?.[0] ?? '' })),
    groups,
  );
  return { urls: pages.map(({ url }) => url), words: countWords(pages.map(({ content }) => content)) };
}
