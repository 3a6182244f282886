import { describe, expect, test } from 'vitest';
import { findingsOf, report, wordsFound } from '../support/findings.ts';

const CODE = 'interval-differs';
const found = (narrative: string) =>
  wordsFound(CODE, {
    ...report(narrative),
    'reviews/harbour/meetings/3.md':
      '---\nnumber: 3\ntitle: Last evidence\ndate: 2020-04-07\npresent: [ann-example]\n---\n\nWe agreed the report.\n',
  });

describe('finds', () => {
  test.each([
    ['We met weekly until April.', ['weekly']],
    ['The Group held fortnightly meetings.', ['fortnightly']],
    ['The review was to be completed over two further weekly meetings.', ['weekly']],
  ])('%s', (narrative, words) => {
    expect(found(narrative)).toEqual(words);
  });

  test('a plan is advice', () => {
    const texts = {
      ...report('The review was to be completed over two further weekly meetings.'),
      'reviews/harbour/meetings/3.md':
        '---\nnumber: 3\ntitle: Last evidence\ndate: 2020-04-07\npresent: [ann-example]\n---\n\nWe agreed the report.\n',
    };
    expect(findingsOf(CODE, texts)[0]?.severity).toBe('advice');
  });

  test('nothing with two meetings', () => {
    expect(findingsOf(CODE, report('We met weekly.'))).toEqual([]);
  });
});

describe('near misses', () => {
  test.each([
    'We met monthly.',
    'The harbour staff meet weekly.',
    'The Harbour Board is scheduled to meet every two months.',
    'Members visited the quay; tides turn weekly.',
    'We heard that the managers hold weekly meetings.',
    'We read the monthly report.',
  ])('%s', (narrative) => {
    expect(found(narrative)).toEqual([]);
  });
});
