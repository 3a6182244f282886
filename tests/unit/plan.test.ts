import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeArchive } from '../../bench/archive.ts';
import { loadHelpPages } from '../../src/adapters/help-pages.ts';
import { loadContent } from '../../src/adapters/load-content.ts';
import { analysePartInSteps, openInSteps, type ParseCache } from '../../src/analyse.ts';
import { faceOf, restoreFile } from '../../src/link/face.ts';
import { finish } from '../../src/model/steps.ts';
import { buildPage, buildReview, contextFor, planLists, planReview } from '../../src/pages.ts';
import { OTHERS } from '../../src/parse/classify.ts';
import { parseFile } from '../../src/parse/document.ts';
import { buildSitemapPage } from '../../src/views/index-pages.ts';
import { addressOf } from '../../src/views/plan.ts';
import type { AnyPageView, PageAddress } from '../../src/views/types.ts';
import { paths } from '../../src/views/urls.ts';
import { ROOT } from '../support/site.ts';

/** A check looks only at the addresses of planned pages: so they must be those of the pages that a build makes. */

const TODAY = '2026-06-01';

/** Every kind of page that there can be: former addresses and a meeting's notes under a letter, too. */
const OTHER_FILES = [
  { path: 'pages/moved.md', text: '---\ntitle: Moved\nformerly: [/old/place, /old.html, /]\n---\n' },
  {
    path: 'reviews/bare/index.md',
    text: '---\ntitle: Bare\ntype: task-and-finish\ncommittee: Anytown Committee\nstatus: scoping\n---\n',
  },
  {
    path: 'reviews/bare/meetings/1.md',
    text: '---\nnumber: 1\ntitle: First\ndate: 2019-01-02\nappendix: B\nformerly: [/first]\n---\nNotes.\n',
  },
];

async function opened() {
  const real = await loadContent(join(ROOT, 'content'));
  const archive = makeArchive(80).filter(({ path }) => path !== 'site.yaml');
  const record = finish(openInSteps({ ...real, files: [...real.files, ...archive, ...OTHER_FILES] }, { today: TODAY }));
  return { record, shared: contextFor(record, { today: TODAY, helpPages: await loadHelpPages() }, 0) };
}

const standing = ({ layout, file, url }: AnyPageView): PageAddress => ({ layout, file, url });

test('every page of a review stands where it was planned', async () => {
  const { record, shared } = await opened();
  const layouts = new Set<string>();
  for (const { id } of record.catalogue.reviews) {
    const { pages } = buildReview(shared, finish(analysePartInSteps(record, id)), id);
    expect(planReview(shared, id)).toEqual(pages.map(standing));
    for (const { layout } of pages) layouts.add(layout);
  }
  expect(planReview(shared, 'bare').map(({ url }) => url)).toContain('/reviews/bare/appendices/b/');
  expect(planReview(shared, 'bare').map(({ layout }) => layout)).not.toContain('conclusions');
  expect([...layouts].sort()).toEqual([
    'appendix',
    'area',
    'checks',
    'conclusions',
    'list',
    'meeting',
    'print',
    'recommendation',
    'register',
    'review',
  ]);
});

test('lists, plain pages and former addresses stand where they were planned', async () => {
  const { record, shared } = await opened();
  const { lists, others } = planLists(shared, finish(analysePartInSteps(record, OTHERS)));
  const planned = [...lists, ...others];
  const addresses = planned.map((page) => addressOf(shared.urls, page));
  const sitemap = addressOf(shared.urls, { layout: 'list', path: paths.sitemapPage });
  expect(sitemap).toEqual(standing(buildSitemapPage(shared, [])));
  expect(addresses).toEqual(planned.map(buildPage).map(standing));
  expect(addresses.filter(({ layout }) => layout === 'redirect').map(({ file }) => file)).toEqual(
    expect.arrayContaining(['old/place/index.html', 'old.html', 'index.html', 'first/index.html']),
  );
  expect(addresses.some(({ url }) => url.includes('/people/'))).toBe(true);
});

test('planning lists reads no text of a review', async () => {
  let reads = 0;
  const files = makeArchive(80).map((source) => ({
    path: source.path,
    get text() {
      reads++;
      return source.text;
    },
  }));
  const cache: ParseCache = new Map();
  for (const source of files) {
    const parsed = parseFile(source);
    const face = faceOf(parsed, false);
    cache.set(source.path, face ? restoreFile(source, face) : parsed);
  }
  const record = finish(openInSteps({ files, attachments: [] }, { today: TODAY }, cache));
  const shared = contextFor(record, { today: TODAY, helpPages: await loadHelpPages() }, 0);
  const others = finish(analysePartInSteps(record, OTHERS));
  reads = 0;
  const { lists } = planLists(shared, others);
  expect(lists.length).toBeGreaterThan(20);
  expect(reads).toBe(0);
  lists.forEach(buildPage);
  expect(reads).toBeGreaterThan(0);
});
