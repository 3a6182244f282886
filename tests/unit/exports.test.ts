import { describe, expect, test } from 'vitest';
import { openInSteps } from '../../src/analyse.ts';
import { contextFor } from '../../src/pages.ts';
import { finish } from '../../src/model/steps.ts';
import { buildSitemapPage } from '../../src/views/index-pages.ts';
import { entryOf } from '../../src/views/page-entry.ts';
import { toCsv } from '../../src/exports/csv.ts';
import { exportSitemaps } from '../../src/exports/sitemap.ts';
import { BASE, compileWith } from '../support/content.ts';

/** Files of the site that are no pages. */

const fileOf = (file: string, texts: Record<string, string> = {}, options = {}) =>
  compileWith(texts, options).files.find((candidate) => candidate.file === file)!.content;

describe('CSV', () => {
  const csv = (value: string, text = true) => toCsv([{ name: 'a', text, value: (row: string) => row }], [value]);

  test('a byte-order mark, Windows line ends, a head', () => {
    expect(csv('x')).toBe('\uFEFFa\r\nx\r\n');
    expect(toCsv([{ name: 'a', text: true, value: String }], [])).toBe('\uFEFFa\r\n');
  });

  test.each([
    ['=1+1', "'=1+1"],
    ['+44 1926', "'+44 1926"],
    ['-5', "'-5"],
    ['@SUM(A1)', "'@SUM(A1)"],
    [' =1+1', "' =1+1"],
    ['\t=1', "'\t=1"],
    ['\r=1', '"\'\r=1"'],
    ['\n=1', '"\'\n=1"'],
    ['a=1', 'a=1'],
    ['', ''],
    ['a "b" c', '"a ""b"" c"'],
    ['a, b', '"a, b"'],
    ['a\nb', '"a\nb"'],
    ['Llŷn – é', 'Llŷn – é'],
  ])('text %j', (value, written) => expect(csv(value)).toBe(`\uFEFFa\r\n${written}\r\n`));

  test('numbers are left alone', () => expect(csv('-5', false)).toBe('\uFEFFa\r\n-5\r\n'));

  test('in the conclusions: a title that a spreadsheet would take for a formula', () => {
    const area = '---\nnumber: 1\ntitle: "=HYPERLINK(\\"https://example.org\\")"\nlead: abc\n---\n';
    expect(fileOf('reviews/harbour/conclusions.csv', { 'reviews/harbour/areas/1.md': area })).toContain(
      `1,"'=HYPERLINK(""https://example.org"")"`,
    );
  });
});

describe('conclusions.json', () => {
  test('has the shape of the content format', () => {
    expect(JSON.parse(fileOf('reviews/harbour/conclusions.json'))).toEqual([
      {
        area: 1,
        title: 'Lighting',
        wording: 'Light the quay from dusk to dawn.',
        lead: ['ABC'],
        action: 'complete',
        assurance: [{ kind: 'reviewed', meetings: [1] }],
        assuranceText: 'reviewed at meeting 1',
        outcome: 'satisfied',
        outcomeText: 'Satisfied with progress',
        evidence: [{ meeting: 1, url: '/reviews/harbour/meetings/1/#area-1' }],
      },
      {
        area: 2,
        title: 'Ladders',
        wording: 'Mend every ladder of the basin.',
        lead: ['ABC'],
        action: 'complete',
        assurance: [{ kind: 'verbal', meetings: [2] }],
        assuranceText: 'verbal assurance at meeting 2',
        outcome: 'satisfied',
        outcomeText: 'Satisfied with progress',
        evidence: [{ meeting: 2, url: '/reviews/harbour/meetings/2/#area-2' }],
      },
    ]);
  });

  test('its addresses are those of the site', () => {
    expect(fileOf('reviews/harbour/conclusions.json', {}, { baseUrl: 'https://example.org/s/' })).toContain(
      '"/s/reviews/harbour/meetings/1/#area-1"',
    );
  });

  test('what is not known is null or empty, never missing', () => {
    const row = (
      JSON.parse(
        fileOf('reviews/harbour/conclusions.json', { 'reviews/harbour/areas/3.md': '---\nnumber: 3\ntitle: T\n---\n' }),
      ) as unknown[]
    )[2];
    expect(row).toEqual({
      area: 3,
      title: 'T',
      wording: '',
      lead: [],
      action: null,
      assurance: [],
      assuranceText: '',
      outcome: null,
      outcomeText: '',
      evidence: [],
    });
  });
});

describe('open data', () => {
  test('the same rows as JSON and as CSV', () => {
    for (const name of ['reviews', 'areas', 'meetings', 'recommendations', 'people']) {
      const rows = JSON.parse(fileOf(`data/${name}.json`)) as Record<string, unknown>[];
      const lines = fileOf(`data/${name}.csv`).trim().split('\r\n');
      expect(lines).toHaveLength(rows.length + 1);
      expect(lines[0]).toBe(`\uFEFF${Object.keys(rows[0]!).join(',')}`.trim());
    }
  });

  test('every document has an entry for exact references', () => {
    const rows = JSON.parse(fileOf('data/documents.json')) as { kind: string; number: string; url: string }[];
    expect(rows.map(({ kind, number, url }) => `${kind} ${number} ${url}`)).toEqual(
      expect.arrayContaining([
        'review  /reviews/harbour/',
        'area 2 /reviews/harbour/areas/2/',
        'meeting 1 /reviews/harbour/meetings/1/',
        'recommendation 1 /reviews/harbour/recommendations/1/',
        'appendix A /reviews/harbour/appendices/a/',
      ]),
    );
  });
});

describe('feed and sitemap', () => {
  test('the newest review first, with full addresses and the record’s own dates', () => {
    const feed = fileOf('feed.xml');
    expect(feed).toContain('<title>Scrutiny reviews</title>');
    expect(feed).toContain('<id>https://scrutiny.example.org/reviews/harbour/</id>');
    expect(feed).toContain('<updated>2020-06-30T00:00:00.000Z</updated>');
  });

  test('letters that XML knows are escaped', () => {
    const index = BASE['reviews/harbour/index.md']!.replace('title: Harbour safety', 'title: Ships & <quays> "]]>"');
    const feed = fileOf('feed.xml', {
      'reviews/harbour/index.md': index.replace('title: Ships & <quays> "]]>"', `title: 'Ships & <quays> "]]>"'`),
    });
    expect(feed).not.toMatch(/<quays>(?![\s\S]*\]\]>)/);
    expect(feed.replace(/<!\[CDATA\[[\s\S]*?\]\]>/g, '')).not.toContain('<quays>');
  });

  test('every page that is to be found, and no other', () => {
    const sitemap = fileOf('sitemap.xml', { 'pages/about.md': '---\ntitle: T\nformerly: /old/\n---\n' });
    const pages = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map((match) =>
      match[1]!.replace('https://scrutiny.example.org', ''),
    );
    expect(pages).toEqual(
      expect.arrayContaining([
        '/',
        '/about/',
        '/reviews/harbour/',
        '/reviews/harbour/areas/1/',
        '/reviews/harbour/conclusions/',
      ]),
    );
    expect(pages).not.toContain('/old/');
    expect(pages.join(' ')).not.toContain('404');
    expect(new Set(pages).size).toBe(pages.length);
  });

  test('more addresses than one may have stand in several, each once, and sitemap.xml names them', () => {
    const urls = { base: '/scrutiny/', origin: 'https://example.org' };
    const pages = Array.from({ length: 7 }, (_, index) => ({
      layout: 'page' as const,
      file: `p${index}/index.html`,
      url: `/scrutiny/p${index}/`,
      canonical: `https://example.org/scrutiny/p${index}/`,
      title: 'T',
      caption: '',
      isRecord: false,
    }));
    const locations = (content: string) => [...content.matchAll(/<loc>([^<]+)<\/loc>/g)].map((match) => match[1]);
    const [index, ...parts] = exportSitemaps(urls, pages, 3);
    expect(index).toMatchObject({ file: 'sitemap.xml' });
    expect(index!.content).toContain('<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">');
    expect(locations(index!.content)).toEqual(parts.map(({ file }) => `https://example.org/scrutiny/${file}`));
    expect(parts.map(({ file }) => file)).toEqual(['sitemap-1.xml', 'sitemap-2.xml', 'sitemap-3.xml']);
    expect(parts.map(({ content }) => locations(content).length)).toEqual([3, 3, 1]);
    expect(parts.flatMap(({ content }) => locations(content))).toEqual(pages.map(({ canonical }) => canonical));
    expect(exportSitemaps(urls, pages, 7).map(({ file }) => file)).toEqual(['sitemap.xml']);
  });

  test('the site map lists every page; of a site with very many each review, with how many pages it has', () => {
    const content = { files: Object.entries(BASE).map(([path, text]) => ({ path, text })), attachments: [] };
    const record = finish(openInSteps(content, { today: '2020-07-31' }));
    const context = contextFor(record, { today: '2020-07-31' }, 0);
    const { pages } = compileWith({});
    const entries = pages.map(entryOf);
    const ofHarbour = entries.filter(({ file, layout }) => file.startsWith('reviews/harbour/') && layout !== 'print');
    const listed = (most: number) =>
      buildSitemapPage(context, entries, most).groups.map(({ heading, items }) => [heading, items.length] as const);
    expect(listed(1000)).toContainEqual(['Harbour safety', ofHarbour.length]);
    expect(listed(10).map(([heading]) => heading)).toEqual(['General', 'Reviews']);
    const [, reviews] = buildSitemapPage(context, entries, 10).groups;
    expect(reviews!.items).toContainEqual({
      link: { text: 'Harbour safety', url: '/reviews/harbour/' },
      meta: [`${ofHarbour.length} pages`],
      text: '',
    });
  });

  test('without the site’s address there is nothing to list', () => {
    expect(fileOf('sitemap.xml', { 'site.yaml': 'name: S\norganisation: O\n' })).not.toContain('<url>');
  });
});
