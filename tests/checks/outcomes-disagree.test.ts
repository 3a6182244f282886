import { describe, expect, test } from 'vitest';
import { BASE } from '../support/content.ts';
import { INDEX, MEETING_1, findingsOf, wordsFound } from '../support/findings.ts';

const CODE = 'outcomes-disagree';
const MEETING_2 = 'reviews/harbour/meetings/2.md';
const MEETING_3 = 'reviews/harbour/meetings/3.md';
const outcomes = (first: string, second: string, third?: string) => {
  const entry = (outcome: string) => `considered:\n  - {area: 1, outcome: ${outcome}}\n`;
  const second2 = BASE[MEETING_2]!.replace('considered:\n', entry(second));
  return {
    [MEETING_1]: BASE[MEETING_1]!.replace('outcome: satisfied', `outcome: ${first}`),
    [MEETING_2]: second2,
    ...(third === undefined
      ? {}
      : {
          [MEETING_3]: BASE[MEETING_2]!.replace('number: 2', 'number: 3')
            .replace('2020-03-03', '2020-04-07')
            .replace('considered:\n', entry(third)),
        }),
  };
};

describe('finds', () => {
  test.each([
    ['satisfied', 'not-satisfied'],
    ['satisfied', 'awaiting-evidence'],
    ['satisfied', 'partly-satisfied'],
    ['partly-satisfied', 'not-satisfied'],
  ])('%s, then %s', (first, second) => {
    expect(wordsFound(CODE, outcomes(first, second))).toEqual([second]);
  });

  test('two meetings on one day, the later the better', () => {
    const texts = outcomes('not-satisfied', 'satisfied');
    const sameDay = { ...texts, [MEETING_2]: texts[MEETING_2].replace('2020-03-03', '2020-02-04') };
    expect(findingsOf(CODE, sameDay)).toHaveLength(1);
  });
});

describe('near misses', () => {
  test.each([
    ['awaiting-evidence', 'satisfied'],
    ['not-satisfied', 'satisfied'],
    ['partly-satisfied', 'satisfied'],
    ['satisfied', 'satisfied'],
    ['not-satisfied', 'awaiting-evidence'],
  ])('%s, then %s', (first, second) => {
    expect(findingsOf(CODE, outcomes(first, second))).toEqual([]);
  });

  test('a later word settles it', () => {
    expect(findingsOf(CODE, outcomes('satisfied', 'not-satisfied', 'satisfied'))).toEqual([]);
  });

  test('the review goes on', () => {
    const index = { [INDEX]: BASE[INDEX]!.replace('status: final', 'status: interim') };
    expect(findingsOf(CODE, { ...index, ...outcomes('satisfied', 'not-satisfied') })).toEqual([]);
  });
});
