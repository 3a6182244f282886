import { describe, expect, test } from 'vitest';
import { report, wordsFound } from '../support/findings.ts';

const CODE = 'year-missing';
const found = (narrative: string) => wordsFound(CODE, report(narrative));

describe('finds', () => {
  test.each([
    ['## Dates\n\n- 4 February – light\n- 3 March – ladders\n- 7 April – report', ['4 February']],
    ['## Dates\n\n4 February – light\n\n3 March – ladders\n\n7 April – report', ['4 February']],
  ])('%s', (narrative, words) => {
    expect(found(narrative)).toEqual(words);
  });
});

describe('near misses', () => {
  test.each([
    '## Dates in 2020\n\n- 4 February – light\n- 3 March – ladders\n- 7 April – report',
    '## Dates\n\nAll days are in 2020.\n\n- 4 February – light\n- 3 March – ladders\n- 7 April – report',
    '## Dates\n\n- 4 February 2020 – light\n- 3 March – ladders\n- 7 April – report',
    'We met on 4 February and on 3 March.',
    '## Tides\n\n- 4 May – low\n- 5 May – low\n- 6 May – high',
  ])('%s', (narrative) => {
    expect(found(narrative)).toEqual([]);
  });
});
