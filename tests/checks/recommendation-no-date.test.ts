import { describe, expect, test } from 'vitest';
import { BASE } from '../support/content.ts';
import { INDEX, findingsOf, wordsFound } from '../support/findings.ts';

const R1 = 'reviews/harbour/recommendations/1.md';
const R2 = 'reviews/harbour/recommendations/2.md';
const base = BASE[R1]!;
const CODE = 'recommendation-no-date';
const undated = base.replace(/sent: .*\n/, '').replace(/response: .*\n/, '');

describe('finds', () => {
  test('neither `sent` nor `due`, all of a review in one finding', () => {
    expect(wordsFound(CODE, { [R1]: undated })).toEqual(['1']);
    const both = { [R1]: undated, [R2]: undated.replace('number: 1', 'number: 2') };
    expect(findingsOf(CODE, both).map(({ message }) => message)).toEqual([
      'Recommendations 1 and 2 have no date to answer by.',
    ]);
  });
});

describe('near misses', () => {
  test.each([
    ['sent', base.replace(/response: .*\n/, '')],
    ['due', undated.replace('to:', 'due: 2020-09-01\nto:')],
    ['answered', base.replace(/sent: .*\n/, '')],
    ['progress was reported', undated.replace('to:', 'progress: [{date: 2020-07-01, status: achieved}]\nto:')],
    ['a conclusion', undated.replace('number: 1', 'number: 1\nkind: conclusion')],
    ['a date that could not be read', undated.replace('to:', 'due: 2020-13-01\nto:')],
  ])('%s', (_name, text) => {
    expect(findingsOf(CODE, { [R1]: text })).toEqual([]);
  });

  test('the whole report was answered, or is not final', () => {
    const answered = BASE[INDEX]!.replace('status: final', 'status: final\nresponse: {received: 2020-07-20}');
    expect(findingsOf(CODE, { [R1]: undated, [INDEX]: answered })).toEqual([]);
    const interim = BASE[INDEX]!.replace('status: final', 'status: interim');
    expect(findingsOf(CODE, { [R1]: undated, [INDEX]: interim })).toEqual([]);
  });
});
