import { describe, expect, test } from 'vitest';
import { report, wordsFound } from '../support/findings.ts';

const CODE = 'heading-level';
const found = (narrative: string) => wordsFound(CODE, report(narrative));

describe('finds', () => {
  test.each([
    ['## One\n\n#### Two', ['Two']],
    ['## One\n\n##### Two\n\n## Three\n\n#### Four', ['Two']],
  ])('%s', (narrative, words) => {
    expect(found(narrative)).toEqual(words);
  });
});

describe('near misses', () => {
  test.each(['## One\n\n### Two\n\n#### Three\n\n## Four', '### One\n\n### Two', '#### One\n\n## Two', 'No heading.'])(
    '%s',
    (narrative) => {
      expect(found(narrative)).toEqual([]);
    },
  );
});
