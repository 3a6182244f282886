import { describe, expect, test } from 'vitest';
import { paragraphAnchor, slug } from '../../src/model/anchors.ts';
import { shortHash } from '../../src/model/hash.ts';
import type { Person } from '../../src/model/kinds.ts';
import { editDistance, nearest, nearestNumbers } from '../../src/model/suggest.ts';
import { compileWith } from '../support/content.ts';
import { attachmentPath, fullUrl, outputFile, reviewSlug, siteUrl, urlsFor } from '../../src/views/urls.ts';
import { countText, excerpt, listText, organisationText, personText, restrictedText } from '../../src/views/text.ts';
import { BASE } from '../support/content.ts';
import { pageAt } from './find.ts';

/** Words and addresses: each is made in one place. */

describe('words', () => {
  test.each([
    [[], ''],
    [[2], '2'],
    [[2, 5], '2 and 5'],
    [[2, 5, 7], '2, 5 and 7'],
  ])('a list %j', (items, text) => expect(listText(items)).toBe(text));

  test.each([
    [0, '0 areas'],
    [1, '1 area'],
    [20, '20 areas'],
  ])('a count %i', (count, text) => expect(countText(count, 'area', 'areas')).toBe(text));

  test.each([
    ['short', 10, 'short'],
    ['one two three', 8, 'one two…'],
    ['one two, three', 9, 'one two…'],
    ['onetwothree', 5, 'onetw…'],
    ['one two three', 7, 'one…'],
  ])('an excerpt of “%s”', (text, length, cut) => expect(excerpt(text, length)).toBe(cut));

  test.each([
    [{ name: 'Ann', group: 'member' }, 'Ann'],
    [{ name: 'Ann', group: 'public' }, 'Member of the public'],
    [{ name: 'Ann', group: 'contributor', role: 'Foster carer' }, 'Foster carer'],
    [{ name: 'Ann', group: 'officer', publish: 'role-only' }, 'Officer'],
    [{ name: 'Ann', group: 'officer', publish: 'withheld' }, undefined],
    [{ name: 'Ann', group: 'public', publish: 'name' }, 'Ann'],
  ] as const)('a person %j', (person, text) => expect(personText(person as Person)).toBe(text));

  test('an organisation is called by its abbreviation', () => {
    expect(organisationText({ name: 'County Council', abbreviation: 'CC' })).toBe('CC');
    expect(organisationText({ name: 'County Council' })).toBe('County Council');
  });

  test('what is exempt says under which paragraph', () => {
    expect(restrictedText(2)).toBe(
      'This is exempt from publication under paragraph 2 of Schedule 12A to the Local Government Act 1972.',
    );
    expect(restrictedText(undefined)).toBe('This is exempt from publication.');
  });
});

describe('recommendations', () => {
  const state = (lines: string, today = '2020-07-31') => {
    const compiled = compileWith(
      { 'reviews/harbour/recommendations/1.md': `---\nnumber: 1\nwording: To act.\n${lines}---\n` },
      { today },
    );
    const page = pageAt<{ state: { text: string }; facts: { term: string; values: { text: string }[] }[] }>(
      compiled,
      '/reviews/harbour/recommendations/1/',
    );
    return [page.state.text, page.facts.find(({ term }) => term === 'Response due')?.values[0]!.text];
  };

  test.each([
    ['', undefined, ['Not yet sent', undefined]],
    ['sent: 2020-06-30\n', '2020-08-29', ['Awaiting a response', '29 August 2020']],
    ['sent: 2020-06-30\n', '2020-08-30', ['Overdue: no response recorded', '29 August 2020']],
    ['sent: 2020-06-30\ndue: 2020-07-15\n', '2020-07-16', ['Overdue: no response recorded', '15 July 2020']],
    ['sent: 2020-06\n', '2021-01-01', ['Awaiting a response', undefined]],
    ['sent: 2020-06-30\nresponse: {decision: partly-accepted}\n', '2021-01-01', ['Partly accepted', '29 August 2020']],
    ['response: {by: Cabinet}\n', undefined, ['Answered', undefined]],
    ['kind: conclusion\n', undefined, ['Conclusion', undefined]],
    [
      'response: {decision: accepted}\nprogress:\n  - {date: 2021-01-01, status: achieved}\n  - {date: 2020-12-01, status: at-risk}\n',
      undefined,
      ['Achieved', undefined],
    ],
  ])('%j on %s', (lines, today, expected) => {
    expect(state(lines, today)).toEqual(expected);
  });

  test('the house’s own number of months', () => {
    const compiled = compileWith({
      'site.yaml': `${BASE['site.yaml']}response: {months: 1}\n`,
      'reviews/harbour/recommendations/1.md': '---\nnumber: 1\nwording: To act.\nsent: 2020-06-30\n---\n',
    });
    expect(JSON.stringify(pageAt(compiled, '/reviews/harbour/recommendations/1/'))).toContain('29 July 2020');
  });
});

describe('addresses', () => {
  test.each([
    [undefined, '/', ''],
    ['nonsense', '/', ''],
    ['https://example.org', '/', 'https://example.org'],
    ['https://example.org/scrutiny', '/scrutiny/', 'https://example.org'],
    ['https://example.org/a/b/', '/a/b/', 'https://example.org'],
  ])('a site at %s', (url, base, origin) => expect(urlsFor(url)).toEqual({ base, origin }));

  test('of a page, on the site and in full', () => {
    const urls = urlsFor('https://example.org/scrutiny/');
    expect(siteUrl(urls, 'reviews/x/')).toBe('/scrutiny/reviews/x/');
    expect(fullUrl(urls, 'reviews/x/')).toBe('https://example.org/scrutiny/reviews/x/');
    expect(fullUrl(urlsFor(undefined), 'reviews/x/')).toBe('');
  });

  test.each([
    ['safeguarding-improvement', 'safeguarding-improvement'],
    ['Budget_2013.v2', 'Budget_2013.v2'],
    ['Budget 2013', 'budget-2013'],
    ['Ysgolion Môn', 'ysgolion-mon'],
    ["Children's homes", 'childrens-homes'],
    ['Tŷ & Gardd', 'ty-and-gardd'],
  ])('of the folder “%s”', (id, expected) => expect(reviewSlug(id)).toBe(expected));

  test('of a folder in an alphabet that has no Latin letters: never empty, always the same', () => {
    expect(reviewSlug('💧')).toMatch(/^[a-z0-9-]+$/);
    expect(reviewSlug('💧')).toBe(reviewSlug('💧'));
    expect(reviewSlug('💧')).not.toBe(reviewSlug('🔥'));
  });

  test.each([
    ['reviews/x/files/a b.pdf', 'reviews/x/files/a%20b.pdf'],
    ['reviews/Tŷ x/files/ŵ#1.pdf', 'reviews/ty-x/files/%C5%B5%231.pdf'],
  ])('of the attachment %s', (path, expected) => expect(attachmentPath(path)).toBe(expected));

  test.each([
    ['', 'index.html'],
    ['reviews/', 'reviews/index.html'],
    ['feed.xml', 'feed.xml'],
  ])('the file of “%s”', (path, expected) => expect(outputFile(path)).toBe(expected));

  test('a folder with spaces and accents is one review, its links lead to its pages', () => {
    const texts = Object.fromEntries(
      Object.entries(BASE).map(([path, text]) => [path.replace('harbour', 'Môr a glân'), text]),
    );
    const urls = compileWith({
      ...Object.fromEntries(Object.keys(BASE).map((path) => [path, null])),
      ...texts,
    }).pages.map(({ url }) => url);
    expect(urls).toContain('/reviews/mor-a-glan/areas/1/');
  });
});

describe('slugs and hashes', () => {
  test.each([
    ['Who came?', 'who-came'],
    ['HR & files', 'hr-and-files'],
    ['Siân’s café', 'sians-cafe'],
  ])('%s', (text, expected) => expect(slug(text)).toBe(expected));

  test('a paragraph’s anchor is permanent: this one was given in 2026', () => {
    expect(paragraphAnchor('The quay is lit.')).toBe(paragraphAnchor('the QUAY, is lit'));
    expect(shortHash('a')).not.toBe(shortHash('b'));
    expect(shortHash('')).toHaveLength(7);
  });
});

describe('“did you mean”', () => {
  test.each([
    ['titel', ['title', 'type'], 'title'],
    ['Siân', ['sian', 'ann'], 'sian'],
    ['xyz', ['title'], undefined],
    ['', ['a'], 'a'],
  ])('%s', (wrong, known, expected) => expect(nearest(wrong, known)).toBe(expected));

  test.each([
    [41, [1, 4, 14, 20], [4, 14]],
    [21, [1, 2, 12, 20], [2, 12]],
    [9, [1, 2], []],
    [28, [2, 8, 18, 20], [2]],
  ])('number %i', (wrong, known, expected) => expect(nearestNumbers(wrong, known)).toEqual(expected));

  test.each([
    ['', '', 0],
    ['ab', 'ba', 1],
    ['kitten', 'sitting', 3],
    ['a', '', 1],
  ])('distance of %s and %s', (a, b, distance) => expect(editDistance(a, b)).toBe(distance));
});
