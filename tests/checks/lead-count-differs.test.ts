import { describe, expect, test } from 'vitest';
import { report, wordsFound } from '../support/findings.ts';

const CODE = 'lead-count-differs';
const found = (narrative: string) => wordsFound(CODE, report(narrative));

describe('finds', () => {
  test.each([
    [
      '20 were identified; 15 relating to work led by Anytown Borough Council.',
      ['15 relating to work led by Anytown Borough Council'],
    ],
    ['Of these, one area is led by ABC.', ['one area is led by ABC']],
    ['Of the areas, 3 relate to work which ABC leads.', ['3 relate to work which ABC leads']],
  ])('%s', (narrative, words) => {
    expect(found(narrative)).toEqual(words);
  });
});

describe('near misses', () => {
  test.each([
    'Two relate to work led by Anytown Borough Council.',
    'Both are led by ABC.',
    'The walk was led by one officer.',
    'Three projects led by Samples Limited were closed.',
    '12 were led astray.',
    'Three required immediate action.',
  ])('%s', (narrative) => {
    expect(found(narrative)).toEqual([]);
  });
});
