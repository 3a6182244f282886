import { describe, expect, test } from 'vitest';
import { report, wordsFound } from '../support/findings.ts';

const CODE = 'area-called-recommendation';
const insurers = {
  'reviews/harbour/recommendations/1.md':
    '---\nnumber: 1\nwording: To write to the insurers each spring.\nto: [Harbour Board]\nsent: 2020-06-30\n---\n',
  'reviews/harbour/areas/3.md': '---\nnumber: 3\ntitle: Ropes\nwording: Store the ropes.\nlead: abc\n---\n',
};
const found = (narrative: string) => wordsFound(CODE, { ...report(narrative), ...insurers });

describe('finds', () => {
  test.each([
    ['- Lighting of the quay by night, dusk to dawn (recommendation 1)', ['recommendation 1']],
    [
      '- Map of the harbour (recommendation 1)\n- Survey (recommendation 2)\n- Plan (recommendation 3)',
      ['recommendation 1'],
    ],
  ])('%s', (narrative, words) => {
    expect(found(narrative)).toEqual(words);
  });
});

describe('near misses', () => {
  test.each([
    'The insurers are to have a letter (recommendation 1).',
    'To write to the insurers in spring is recommendation 1.',
    'We discussed it (recommendation 1).',
    'Lighting the quay from dusk to dawn is Area 1.',
    'Lighting of the quay, dusk to dawn: recommendation 1 of the Francis Report asks for it.',
  ])('%s', (narrative) => {
    expect(found(narrative)).toEqual([]);
  });
});
