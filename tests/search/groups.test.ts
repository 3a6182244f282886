import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeArchive } from '../../bench/archive.ts';
import { layoutFolders } from '../../src/adapters/commands/surroundings.ts';
import { openSiteFolder } from '../../src/adapters/kept/site-folder.ts';
import { loadContent } from '../../src/adapters/load-content.ts';
import { pagePrinter } from '../../src/adapters/print-pages.ts';
import { INDEX_FOLDER } from '../../src/adapters/search/batches.ts';
import { indexPages } from '../../src/adapters/search/index-pages.ts';
import { keepIndex } from '../../src/adapters/search/keep-index.ts';
import { openIndexFolder } from '../../src/adapters/search/node-engine.ts';
import { closeSearchIndexer } from '../../src/adapters/search/pagefind-program.ts';
import { OTHER_PAGES, searchRecordOf } from '../../src/adapters/search/records.ts';
import { compile } from '../../src/compile.ts';
import { FACETS, NO_FILTERS } from '../../src/search/filters.ts';
import { groupCount, groupOf } from '../../src/search/groups.ts';
import { search } from '../../src/search/search.ts';
import { showResult } from '../../src/search/show-result.ts';
import type { SiteIndex } from '../../src/search/site-index.ts';
import type { SearchSource } from '../../src/search/types.ts';
import { wordsOf } from '../../src/search/words.ts';
import type { AnyPageView } from '../../src/views/types.ts';
import { cleanUp, ROOT, temporaryFolder } from '../support/site.ts';
import { QUESTIONS, TODAY } from './quality.ts';

/** However the pages of a site are indexed, by reviews and in groups or all at once, a search finds the same. */

const NAMES = { 'reviews/accents/index.md': accents() };
const indexes = new Map<number, SiteIndex>();
/** All pages in one run of Pagefind. */
let whole: SiteIndex;

function accents(): string {
  return '---\ntitle: Tŷ Hafan\ntype: one-day\ncommittee: Health\nstatus: final\n---\n\n## Café society\n\nZoë heard that cafes close. O’Shea-Jones met the café’s owner at Tŷ’n-y-Coed; the coöperative is naïve.\n';
}

beforeAll(async () => {
  const content = await loadContent(join(ROOT, 'content'));
  const archive = makeArchive(250).filter(({ path }) => path !== 'site.yaml');
  const extra = Object.entries(NAMES).map(([path, text]) => ({ path, text }));
  const { pages, files } = compile({ ...content, files: [...content.files, ...archive, ...extra] }, { today: TODAY });
  const source = JSON.parse(files.find(({ file }) => file === 'data/search.json')!.content) as SearchSource;
  for (const groups of [1, 2, 8]) {
    const folder = temporaryFolder();
    await indexPages(pages, source, {
      site: join(folder, 'site'),
      work: join(folder, 'work'),
      layouts: layoutFolders(),
      cache: join(folder, 'cache'),
      program: '',
      groups,
    });
    indexes.set(groups, await openIndexFolder(join(folder, 'site', 'pagefind')));
  }
  whole = await indexWhole(pages, source, temporaryFolder());
  await closeSearchIndexer();
});
afterAll(cleanUp);

async function indexWhole(pages: readonly AnyPageView[], source: SearchSource, folder: string): Promise<SiteIndex> {
  const print = pagePrinter(layoutFolders());
  const [site, records] = [openSiteFolder(join(folder, 'site')), openSiteFolder(join(folder, 'records'))];
  const folders = { site: site.folder, records: records.folder, kept: folder, base: source.base, groups: 1 };
  const index = keepIndex({ ...folders, cache: folder, program: '', batches: [OTHER_PAGES] }, site);
  const searched = pages.filter(({ search }) => search !== undefined);
  index.add(
    OTHER_PAGES,
    searched.map((page) => records.write(`${OTHER_PAGES}/${page.file}`, searchRecordOf(print(page)))),
  );
  await index.finish({ key: '', read: () => source });
  return openIndexFolder(join(site.folder, INDEX_FOLDER));
}

/** Everything that a reader sees of an answer. */
async function answer(query: string, index: SiteIndex) {
  const request = { query, filters: NO_FILTERS, sort: 'relevance' as const, limit: 10, isTyping: false, today: TODAY };
  await index.loadPeople();
  const response = await search(request, index);
  const shown = await Promise.all(response.found.slice(0, 10).map((found) => showResult(found, response, index)));
  return {
    order: response.found.map(({ document }) => document.url),
    shown,
    facets: FACETS.map((facet) => [facet, response.facets.get(facet)]),
    corrected: response.corrected,
    missing: response.missing,
    understood: response.understood,
  };
}

test('the pages are spread over all groups', () => {
  for (const [groups, index] of indexes) {
    const used = new Set(index.documents.map(({ url }) => groupOf(url.slice(1), groups)));
    expect(used.size).toBeGreaterThan(groups / 2);
    expect(index.documents.length).toBe(whole.documents.length);
  }
});

describe.each([1, 2, 8])('indexed by reviews, in %i groups', (groups) => {
  test('every question has the same answer as indexed at once', async () => {
    const more = [
      'café',
      'cafe',
      'Zoë',
      "O'Shea-Jones",
      'Tŷ Hafan',
      'harbour wall ladder',
      '"log of the"',
      'meetings in 2003',
    ];
    for (const query of [...QUESTIONS.map(({ q }) => q), ...more]) {
      expect(await answer(query, indexes.get(groups)!), query).toEqual(await answer(query, whole));
    }
  }, 120_000);

  test('every word stands at the same places', async () => {
    const several = indexes.get(groups)!;
    const urls = (index: SiteIndex, postings: Awaited<ReturnType<SiteIndex['postings']>>) =>
      [...postings].map(([page, posting]) => [index.documents[page]!.url, posting] as const).sort();
    const texts = ['index.md', 'meetings/1.md', 'appendices/a.md'].map(
      (name) => makeArchive(36).find(({ path }) => path.endsWith(name))!.text,
    );
    const words = new Set([...texts, accents()].flatMap((text) => wordsOf(text)));
    expect(words.size).toBeGreaterThan(500);
    for (const word of words)
      expect(urls(several, await several.postings(word)), word).toEqual(urls(whole, await whole.postings(word)));
  }, 120_000);
});

test('a site has one group, two, four, … but never more than a search can ask', () => {
  expect([0, 1, 1500, 1501, 3001, 10_008, 10_000_000].map(groupCount)).toEqual([1, 1, 1, 2, 4, 8, 8]);
});
