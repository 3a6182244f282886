import { describe, expect, test } from 'vitest';
import { countFacet, isWithin, joinFilters, passes, type IndexedDocument } from '../../src/search/filters.ts';
import { countWords } from '../../src/search/count-words.ts';
import { buildPacks, type WordsPack } from '../../src/search/packs.ts';
import { fold, keyOf, wordsOf } from '../../src/search/words.ts';
import { expandWords } from '../../src/search/expand.ts';
import { makeVocabulary, slips } from '../../src/search/vocabulary.ts';

/** Words that are the same to a reader are the same to the search; and what filters let through. */

describe('one key', () => {
  test.each([
    ['organise', 'organize', 'organisation', 'organization'],
    ['centre', 'center', 'centres'],
    ['behaviour', 'behavior'],
    ['travelling', 'traveling', 'travelled'],
    ['counsellor', 'counselor'],
    ['programme', 'programs'],
    ['licence', 'license', 'licences'],
    ['paediatric', 'pediatric'],
    ['enrol', 'enroll', 'enrolment', 'enrollment'],
    ['child', 'children'],
    ['policy', 'policies'],
    ['bus', 'buses'],
    ['GPs', 'GP'],
    ['café', 'Cafe', 'cafés'],
    ['recruitment', 'recruiting', 'recruit'],
  ])('%s', (...forms) => {
    expect(new Set(forms.map((form) => keyOf(fold(form)))).size).toBe(1);
  });

  test.each([
    ['policy', 'police'],
    ['care', 'car'],
    ['fill', 'file'],
    ['universe', 'university '.trim() + 'x'],
  ])('not for %s and %s', (a, b) => expect(keyOf(a)).not.toBe(keyOf(b)));
});

test('words are read without case, accents, possessives and hyphens', () => {
  expect(wordsOf('Jenny Butlin-Moran’s A&E café, 2.6 and £40,000')).toEqual([
    'jenny',
    'butlin',
    'moran',
    'ae',
    'cafe',
    '2.6',
    'and',
    '40000',
  ]);
});

test.each([
  ['independant', 'independent', 1],
  ['safegaurding', 'safeguarding', 1],
  ['vistors', 'visitors', 1],
  ['pool', 'school', 3],
])('%s is %s with %i slips', (a, b, count) => expect(slips(a, b, 2)).toBe(count));

const PAGES = [
  { url: '/a/', content: 'Safeguarding training of general practitioners. Complaints are few.' },
  { url: '/b/', content: 'Sleepovers of looked after children in the town centre' },
];
const SOURCE = {
  site: 'S',
  base: '/',
  reviews: [],
  documents: [],
  places: [],
  names: [['GP', 'general practitioner']],
  also: [],
};
const packs = buildPacks(
  SOURCE,
  // In two groups: what is found is the same.
  PAGES.map(({ url, content }) => ({ index: '', urls: [url], words: countWords([content]) })),
  ['teams', 'swimming'].map(keyOf),
);
const vocabulary = makeVocabulary(
  [...packs.keys()].flatMap((name) => /^words-(.+)$/.exec(name)?.[1] ?? []),
  async (shard) => (packs.has(`words-${shard}`) ? [packs.get(`words-${shard}`) as WordsPack] : []),
);
const expand = (text: string, isWide = false) =>
  expandWords(
    wordsOf(text).map((word) => ({ text: word, role: 'asked' as const })),
    { vocabulary, names: SOURCE.names, isWide, isTyping: false },
  );
const said = async (text: string, isWide = false) =>
  (await expand(text, isWide)).map(({ variants }) =>
    variants.map(({ words }) => words.map(({ key }) => key).join(' ')),
  );

describe('expanding', () => {
  test('typing errors are corrected to the site’s words, unless English has the word', async () => {
    expect((await expand('safegaurding'))[0]).toMatchObject({ corrected: 'safeguarding' });
    expect((await vocabulary.corrections('swiming')).map(({ key }) => key)).toEqual([]);
    expect(await said('swimming')).toEqual([[]]);
  });

  test('abbreviations find their long forms and the other way round', async () => {
    expect(await said('GP')).toEqual([['general practition']]);
    expect(await said('general practitioner')).toEqual([['general practition']]);
  });

  test('related words, words written apart or together, and synonyms', async () => {
    expect(await said('complaining')).toEqual([['complaint']]);
    expect((await said('sleep over'))[0]).toContain('sleepov');
    expect(await said('towncentre')).toEqual([['town center']]);
    expect((await said('children in care', true))[0]).toContain('look after child');
  });
});

const document = (more: Partial<IndexedDocument>): IndexedDocument => ({
  page: 0,
  url: '/',
  kind: 'meeting',
  review: -1,
  number: '1',
  date: '2012-05-08',
  outcomes: [],
  agencies: [],
  site: 'S',
  ...more,
});
const context = { reviewOf: () => undefined, peopleOf: () => [] };

describe('filters', () => {
  test.each([
    ['2012-05-08', '2012-05', '2012-05', true],
    ['2012-05', '2012-05-03', undefined, true],
    ['2012', '2011', '2013-01', true],
    ['2012-05-08', '2012-06', undefined, false],
    ['', '2012', undefined, false],
    ['', undefined, undefined, true],
  ])('%s within %s to %s: %s', (date, from, to, expected) => expect(isWithin(date, from, to)).toBe(expected));

  test('values of one facet widen, facets narrow, and a facet’s counts leave its own values out', () => {
    const documents = [document({}), document({ kind: 'area' }), document({ kind: 'area', date: '2013' })];
    const filters = { values: { kind: ['area', 'meeting'], year: ['2012'] } };
    expect(documents.filter((one) => passes(one, filters, context)).length).toBe(2);
    expect(countFacet(documents, 'year', filters, context)).toEqual([
      { value: '2013', count: 1 },
      { value: '2012', count: 2 },
    ]);
    expect(joinFilters(filters, { values: { kind: ['page'] }, from: '2012' })).toEqual({
      values: { kind: ['area', 'meeting', 'page'], year: ['2012'] },
      from: '2012',
    });
  });
});
