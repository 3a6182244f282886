import { describe, expect, test } from 'vitest';
import { BASE } from '../support/content.ts';
import { INDEX, MEETING_1, findingsOf, wordsFound } from '../support/findings.ts';

const CODE = 'outcome-missing';
const MEETING_2 = 'reviews/harbour/meetings/2.md';
const first = (entry: string) => ({ [MEETING_1]: BASE[MEETING_1]!.replace(/ {2}- \{.*\}/, `  - {${entry}}`) });
const later = (entry: string) => ({
  [MEETING_2]: BASE[MEETING_2]!.replace('considered:\n', `considered:\n  - {${entry}}\n`),
});

describe('finds', () => {
  test('an area without an outcome', () => {
    expect(wordsFound(CODE, first('area: 1, assurance: reviewed'))).toEqual(['1']);
  });

  test('an area that still awaits evidence', () => {
    expect(wordsFound(CODE, first('area: 1, assurance: reviewed, outcome: awaiting-evidence'))).toEqual([
      'awaiting-evidence',
    ]);
  });

  test('an area set aside and taken up after all: advice', () => {
    const texts = { ...first('area: 1, assurance: none-requested'), ...later('area: 1, assurance: verbal') };
    expect(findingsOf(CODE, texts).map(({ severity }) => severity)).toEqual(['advice']);
  });

  test('a review without any outcome, in one finding', () => {
    const texts = { ...first('area: 1'), [MEETING_2]: BASE[MEETING_2]!.replace(', outcome: satisfied', '') };
    expect(findingsOf(CODE, texts)).toHaveLength(1);
  });
});

describe('near misses', () => {
  test.each([
    ['nothing was requested', first('area: 1, assurance: none-requested')],
    ['concluded later', { ...first('area: 1, assurance: reviewed'), ...later('area: 1, outcome: satisfied') }],
    ['concluded earlier', later('area: 1, assurance: further')],
    ['not satisfied is an outcome', first('area: 1, outcome: not-satisfied')],
    ['the evidence came', { ...first('area: 1, outcome: awaiting-evidence'), ...later('area: 1, outcome: satisfied') }],
    ['the review goes on', { ...first('area: 1'), [INDEX]: BASE[INDEX]!.replace('status: final', 'status: interim') }],
    [
      'no meeting considered it: another rule',
      { 'reviews/harbour/areas/3.md': BASE['reviews/harbour/areas/1.md']!.replace('number: 1', 'number: 3') },
    ],
    [
      'a list that could not be read',
      { ...first('area: 1'), [MEETING_2]: BASE[MEETING_2]!.replace('area: 2', 'area: two') },
    ],
  ])('%s', (_name, texts) => {
    expect(findingsOf(CODE, texts)).toEqual([]);
  });
});
