import { describe, expect, test } from 'vitest';
import { findingsOf, MEETING_1, report, wordsFound } from '../support/findings.ts';

const CODE = 'list-differs';
const found = (narrative: string) => wordsFound(CODE, report(narrative));

describe('finds', () => {
  test.each([
    ['## 2 First evidence (meeting 1)\n\nThis meeting considered Areas 1 and 2.', ['Areas 1 and 2']],
    ['## 2 First evidence (meeting 1)\n\nThis meeting considered Area for Improvement 2.', ['Area for Improvement 2']],
    ['Meeting 1 dealt with Areas 1 to 2.', ['Areas 1 to 2']],
    ['At meeting 2 we considered Area 1.', ['Area 1']],
  ])('%s', (narrative, words) => {
    expect(found(narrative)).toEqual(words);
  });

  test('says what is left out and what is too much', () => {
    const [finding] = findingsOf(CODE, report('Meeting 1 considered Area 2.'));
    expect(finding?.message).toContain('leaves out Area 1, which meeting 1 considered, and names Area 2');
    expect(finding?.related?.[0]?.file).toBe(MEETING_1);
  });
});

describe('near misses', () => {
  test.each([
    '## 2 First evidence (meeting 1)\n\nThis meeting considered Area 1.',
    '## 2 First evidence (meeting 1)\n\nWe discussed Area 2 with officers.',
    '## 2 First evidence (meeting 1)\n\nThis meeting also considered Area 2.',
    '## 2 First evidence (meeting 1)\n\nFor Area 2, we heard that ladders rust.',
    '## 2 First evidence (meeting 1)\n\nWe agreed not to pursue Area 2.',
    'Some meeting considered Area 2.',
    'Meeting 1 considered Area 1, and others among others.',
  ])('%s', (narrative) => {
    expect(found(narrative)).toEqual([]);
  });
});
