import { describe, expect, test } from 'vitest';
import { BASE, compileWith } from '../support/content.ts';
import { appendix, APPENDIX, AREA, codes, find, html, INDEX, links, MEETING, pageAt } from './find.ts';

/** From documents to the record: numbers, reviews, references, backlinks. */

const QUAY: Readonly<Record<string, string>> = {
  'reviews/quay/index.md': '---\ntitle: Quay\ntype: inquiry\ncommittee: C\nstatus: final\n---\n\nSee Area 1.\n',
  'reviews/quay/areas/1.md': '---\nnumber: 1\ntitle: Cranes\n---\n',
  'reviews/quay/areas/7.md': '---\nnumber: 7\ntitle: Rails\n---\n\nSee [[harbour/area 2]] and [[area 1]].\n',
};

describe('numbers and letters', () => {
  test('twice the same number: at the second, with the first', () => {
    const texts = { 'reviews/harbour/areas/3.md': '---\nnumber: 2\ntitle: Rails\n---\n' };
    expect(find(texts)).toEqual(['number-duplicate areas/3.md:2:9 “2”']);
    expect(compileWith(texts).diagnostics.find(({ code }) => code === 'number-duplicate')!.related).toMatchObject([
      { file: AREA },
    ]);
  });

  test('the number that is missing for it is not reported too', () => {
    expect(find({ [AREA]: '---\nnumber: 1\ntitle: Ladders\n---\n' })).toEqual(['number-duplicate areas/2.md:2:9 “1”']);
  });

  test.each([
    ['an area and a meeting', {}, []],
    ['another review', QUAY, []],
    [
      'an appendix and a meeting',
      { [MEETING]: BASE[MEETING]!.replace('date:', 'appendix: a\ndate:') },
      ['letter-duplicate'],
    ],
    [
      'two meetings',
      {
        [MEETING]: BASE[MEETING]!.replace('date:', 'appendix: B\ndate:'),
        'reviews/harbour/meetings/2.md': BASE['reviews/harbour/meetings/2.md']!.replace('date:', 'appendix: b\ndate:'),
      },
      ['letter-duplicate'],
    ],
  ])('the same in %s', (_name, texts, expected) => {
    expect(codes(texts as Record<string, string>)).toEqual(expected);
  });

  test('order is that of numbers, not of file names', () => {
    const texts = Object.fromEntries(
      [10, 9, 3].map((number) => [`reviews/harbour/areas/${number}.md`, `---\nnumber: ${number}\ntitle: T\n---\n`]),
    );
    expect(compileWith(texts).catalogue.reviews[0]!.areas.map(({ data }) => data.number)).toEqual([1, 2, 3, 9, 10]);
  });

  test('a meeting’s notes are an appendix with an address of their own', () => {
    const texts = { [MEETING]: BASE[MEETING]!.replace('date:', 'appendix: B\ndate:'), ...appendix('See appendix B.') };
    const compiled = compileWith(texts);
    expect(links(pageAt(compiled, '/reviews/harbour/appendices/a/').bodyHtml)).toEqual([
      'appendix B → /reviews/harbour/appendices/b/',
    ]);
    expect(compiled.pages.map(({ url }) => url)).toContain('/reviews/harbour/appendices/b/');
  });
});

describe('reviews', () => {
  test('plain words never lead to another review’s numbers', () => {
    expect(find({ ...QUAY, ...appendix('See Area 7.') })).toEqual(['reference-unknown appendices/a.md:6:10 “7”']);
    const compiled = compileWith(QUAY);
    expect(links(pageAt(compiled, '/reviews/quay/').bodyHtml)).toEqual(['Area 1 → /reviews/quay/areas/1/']);
    expect(links(pageAt(compiled, '/reviews/quay/areas/7/').bodyHtml)).toEqual([
      'Area 2 → /reviews/harbour/areas/2/',
      'Area 1 → /reviews/quay/areas/1/',
    ]);
  });

  test('newest first', () => {
    const dated = (published: string) =>
      QUAY['reviews/quay/index.md']!.replace('status', `published: ${published}\nstatus`);
    const order = (published: string) =>
      compileWith({ ...QUAY, 'reviews/quay/index.md': dated(published) }).catalogue.reviews.map(({ id }) => id);
    expect(order('2019-01-01')).toEqual(['harbour', 'quay']);
    expect(order('2020-07-01')).toEqual(['quay', 'harbour']);
  });

  test.each([
    ['only index.md', { 'reviews/quay/index.md': QUAY['reviews/quay/index.md']!.replace('See Area 1.', '') }],
    [
      'no text at all',
      { 'reviews/quay/index.md': '---\ntitle: Quay\ntype: inquiry\ncommittee: C\nstatus: scoping\n---\n' },
    ],
    ['no meetings', QUAY],
  ])('a review with %s', (_name, texts) => {
    expect(codes(texts as Record<string, string>)).toEqual([]);
    expect(compileWith(texts as Record<string, string>).pages.map(({ url }) => url)).toContain('/reviews/quay/');
  });

  test('no reviews, no site.yaml, nothing', () => {
    const nothing = Object.fromEntries(Object.keys(BASE).map((path) => [path, null]));
    expect(find(nothing)).toEqual(['site-missing site.yaml:1:1 “”']);
  });

  test('a folder without index.md is reported once, as the file that is missing', () => {
    expect(
      find({
        'reviews/quay/areas/1.md': QUAY['reviews/quay/areas/1.md']!,
        'reviews/quay/areas/7.md': QUAY['reviews/quay/areas/1.md']!,
      }),
    ).toEqual(['review-index-missing reviews/quay/index.md:1:1 “”']);
  });

  test('an index.md that can’t be read is that one mistake', () => {
    expect(codes({ [INDEX]: '---\ntitle: a: b\n---\n' })).toEqual(['yaml-colon']);
    expect(codes({ [INDEX]: '# Harbour\n' })).toEqual(['front-matter-missing']);
  });
});

describe('“did you mean”', () => {
  test.each([
    ['an organisation', { [AREA]: BASE[AREA]!.replace('lead: abc', 'lead: abd') }, 'Did you mean abc?'],
    ['its name', { [AREA]: BASE[AREA]!.replace('lead: abc', 'lead: Anytown Borough Council') }, 'Did you mean abc?'],
    ['its abbreviation', { [AREA]: BASE[AREA]!.replace('lead: abc', 'lead: "ABC"') }, 'Did you mean abc?'],
    ['a person', { [MEETING]: BASE[MEETING]!.replace('ann-example', 'ann-exmaple') }, 'Did you mean ann-example?'],
    [
      'a person without a title',
      { [MEETING]: BASE[MEETING]!.replace('ann-example', 'Ann Example') },
      'Did you mean ann-example?',
    ],
    [
      'nobody near',
      { [MEETING]: BASE[MEETING]!.replace('ann-example', 'zzz') },
      "Add it under people in the review's index.md, or use a key that stands there.",
    ],
    ['a file', appendix('[a](../meetings/l.md)'), 'Did you mean ../meetings/1.md?'],
    ['a page', appendix('[a](/reviews/harbor/)'), 'Did you mean /reviews/harbour/?'],
    ['a review', appendix('[[harbor/area 1]]'), 'Did you mean harbour?'],
    ['an address without https', appendix('[a](www.example.org)'), 'Write https:// before it: https://www.example.org'],
  ])('%s', (_name, texts, hint) => {
    expect(compileWith(texts).diagnostics.find(({ code }) => /^(reference|link)/.test(code))?.hint).toBe(hint);
  });
});

describe('addresses', () => {
  test('a file name with capitals and spaces', () => {
    expect(compileWith({ 'pages/About Us.md': '---\ntitle: T\n---\n' }).pages.map(({ url }) => url)).toContain(
      '/about-us/',
    );
  });

  test.each([
    [
      'two files',
      { 'pages/About us.md': '---\ntitle: T\n---\n', 'pages/about-us.md': '---\ntitle: T\n---\n' },
      ['address-taken pages/about-us.md:1:1 “”'],
    ],
    ['a page of the site', { 'pages/search.md': '---\ntitle: T\n---\n' }, ['address-taken pages/search.md:1:1 “”']],
    [
      'a former address',
      { 'pages/about.md': '---\ntitle: T\nformerly: [/x/, /reviews/harbour/areas/1/]\n---\n' },
      ['address-taken pages/about.md:3:17 “/reviews/harbour/areas/1/”'],
    ],
    [
      'two folders',
      {
        'reviews/Hâf/index.md': QUAY['reviews/quay/index.md']!.replace('See Area 1.', ''),
        'reviews/haf/index.md': QUAY['reviews/quay/index.md']!.replace('See Area 1.', ''),
        'reviews/Hâf/areas/1.md': QUAY['reviews/quay/areas/1.md']!,
        'reviews/haf/areas/1.md': QUAY['reviews/quay/areas/1.md']!,
      },
      [expect.stringMatching(/^address-taken reviews\/(Hâf|haf)\/index\.md:1:1 “”$/) as string],
    ],
    ['none', { 'pages/about.md': '---\ntitle: T\nformerly: /old/\n---\n' }, []],
  ])('taken by %s', (_name, texts, expected) => {
    expect(find(texts as Record<string, string>)).toEqual(expected);
  });

  test('a former address leads to the page', () => {
    const page = pageAt<{ layout: string; target: { url: string } }>(
      compileWith({ 'pages/about.md': '---\ntitle: T\nformerly: /old\n---\n' }),
      '/old/',
    );
    expect(page).toMatchObject({ layout: 'redirect', target: { url: '/about/' } });
  });
});

describe('backlinks', () => {
  const backlinks = (texts: Record<string, string>, url: string) =>
    pageAt<{ backlinks: { from: { text: string }; url: string; before: string; reference: string; after: string }[] }>(
      compileWith(texts),
      url,
    ).backlinks;

  test('the sentence, the words of the reference and the place', () => {
    const found = backlinks(
      appendix('First. The cranes of Area 2 are old, see p. 3. Last.'),
      '/reviews/harbour/areas/2/',
    );
    expect(found.map(({ from, before, reference, after }) => [from.text, before, reference, after])).toEqual([
      ['Appendix A: Scope', 'The cranes of ', 'Area 2', ' are old, see p. 3.'],
      ['Harbour safety', 'We looked at Area 1 and ', 'Area 2', ' and make recommendation 1.'],
    ]);
    expect(found[0]!.url).toMatch(/^\/reviews\/harbour\/appendices\/a\/#p-/);
  });

  test('a sentence that names it twice stands once; two sentences stand twice', () => {
    expect(
      backlinks(appendix('Area 2 is Area 2. And Area 2 again.'), '/reviews/harbour/areas/2/').filter(({ from }) =>
        from.text.startsWith('Appendix'),
      ),
    ).toHaveLength(2);
  });

  test.each([
    ['a range', 'See areas 1 to 2.', 1],
    ['an explicit one', 'See [[area 2|the ladders]].', 1],
    ['a cell', '| a |\n|---|\n| Area 2 |', 1],
    ['an external one', 'See section 2 of the Children Act 1989.', 0],
    ['code', '`Area 2`', 0],
  ])('from %s', (_name, body, count) => {
    expect(
      backlinks(appendix(body), '/reviews/harbour/areas/2/').filter(({ from }) => from.text.startsWith('Appendix')),
    ).toHaveLength(count);
  });

  test('from the wording of a recommendation', () => {
    expect(backlinks({}, '/reviews/harbour/areas/1/').map(({ from }) => from.text)).toContain('Recommendation 1');
  });

  test('not from its own page, nor from the heading that opens its section', () => {
    const found = backlinks(
      { 'reviews/harbour/areas/1.md': `${BASE['reviews/harbour/areas/1.md']}\nArea 1 is this.\n` },
      '/reviews/harbour/areas/1/',
    );
    expect(found.map(({ from }) => from.text)).not.toContain('Meeting 1: First evidence');
    expect(found.map(({ from }) => from.text)).not.toContain('Area for Improvement 1: Lighting');
  });
});

describe('a place in the site below a path', () => {
  const at = (baseUrl: string) =>
    compileWith(appendix('See Area 1, [x](/reviews/harbour/) and [y](../meetings/1.md).'), { baseUrl });

  test('every link has the path before it', () => {
    expect(
      links(pageAt(at('https://example.org/scrutiny'), '/scrutiny/reviews/harbour/appendices/a/').bodyHtml),
    ).toEqual([
      'Area 1 → /scrutiny/reviews/harbour/areas/1/',
      'x → /scrutiny/reviews/harbour/',
      'y → /scrutiny/reviews/harbour/meetings/1/',
    ]);
  });

  test('files stay where they are', () => {
    expect(at('https://example.org/scrutiny/').pages.map(({ file }) => file)).toEqual(
      at('https://example.org/').pages.map(({ file }) => file),
    );
  });
});

test('the restored page of the base has its link', () => {
  expect(links(html('Area 1'))).toEqual(['Area 1 → /reviews/harbour/areas/1/']);
  expect(APPENDIX in BASE).toBe(true);
});
