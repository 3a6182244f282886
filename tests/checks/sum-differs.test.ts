import { describe, expect, test } from 'vitest';
import { report, wordsFound } from '../support/findings.ts';

const CODE = 'sum-differs';
const found = (narrative: string) => wordsFound(CODE, report(narrative));

describe('finds', () => {
  test.each([
    [
      'Of the 64 buildings, 58 were to close and eight were to be kept.',
      ['Of the 64 buildings, 58 were to close and eight were to be kept'],
    ],
    [
      'Of the 12 ladders, five were mended and the remaining six were replaced.',
      ['Of the 12 ladders, five were mended and the remaining six were replaced'],
    ],
    ['| Quay | Number |\n|---|---|\n| North | 1,200 |\n| South | 7 |\n| Total | 1,208 |', ['1,208']],
    ['| Quay | Old | New |\n|---|---|---|\n| North | 2 | 3 |\n| South | 4 | 5 |\n| Total | 6 | 9 |', ['9']],
  ])('%s', (narrative, words) => {
    expect(found(narrative)).toEqual(words);
  });
});

describe('near misses', () => {
  test.each([
    'Of the 64 buildings, 58 were to close and six were to be kept.',
    'Of the 12 ladders, five were mended and three were replaced.',
    'Of the 20 residents, 15 said it was dark and 12 said it was cold.',
    'Of the 26 calls, seven were about ladders.',
    '| Quay | Number |\n|---|---|\n| North | 1 |\n| South | 7 |\n| Total | 8 |',
    '| Quay | Share |\n|---|---|\n| North | 33.3 |\n| Mid | 33.3 |\n| South | 33.3 |\n| Total | 100 |',
    '| Quay | Cost |\n|---|---|\n| North | 3 |\n| South | not known |\n| Total | 8 |',
    '| Quay | Share |\n|---|---|\n| North | 41% |\n| South | 57% |\n| Total | 100% |',
  ])('%s', (narrative) => {
    expect(found(narrative)).toEqual([]);
  });
});
