import { describe, expect, test } from 'vitest';
import { BASE } from '../support/content.ts';
import { INDEX, findingsOf, wordsFound } from '../support/findings.ts';

const R1 = 'reviews/harbour/recommendations/1.md';
const base = BASE[R1]!;
const CODE = 'response-late';
const dates = (sent: string, answered: string) => base.replace('2020-06-30', sent).replace('2020-07-20', answered);

describe('finds', () => {
  test.each([
    ['2020-03-01', '2020-05-01'],
    ['2019-12-31', '2020-06'],
    ['2018-01-01', '2019'],
  ])('sent %s, answered %s', (sent, answered) => {
    expect(wordsFound(CODE, { [R1]: dates(sent, answered) })).toEqual([answered]);
  });

  test('after the day it was given', () => {
    expect(findingsOf(CODE, { [R1]: base.replace('sent:', 'due: 2020-07-19\nsent:') })).toHaveLength(1);
  });

  test('the response to a whole report: advice', () => {
    const index = BASE[INDEX]!.replace('status: final', 'status: final\nresponse: {received: 2020-09-01}');
    expect(findingsOf(CODE, { [INDEX]: index }).map(({ severity }) => severity)).toEqual(['advice']);
  });
});

describe('near misses', () => {
  test.each([
    ['in time', base],
    ['on the last day', dates('2020-03-01', '2020-04-30')],
    ['in the month in which it was due', dates('2020-03-15', '2020-05')],
    ['no date', base.replace('date: 2020-07-20, ', '')],
    ['never sent', dates('2020-03-01', '2020-07-20').replace(/sent: .*\n/, '')],
    ['more time was given', dates('2020-03-01', '2020-07-20').replace('sent:', 'due: 2020-08-01\nsent:')],
  ])('%s', (_name, text) => {
    expect(findingsOf(CODE, { [R1]: text })).toEqual([]);
  });

  test('a whole report answered in time, or published on no named day', () => {
    const index = BASE[INDEX]!.replace('status: final', 'status: final\nresponse: {received: 2020-08-29}');
    expect(findingsOf(CODE, { [INDEX]: index })).toEqual([]);
    const month = index.replace('2020-06-30', '2020-01').replace('2020-08-29', '2020-07-29');
    expect(findingsOf(CODE, { [INDEX]: month })).toEqual([]);
  });
});
