import { describe, expect, test } from 'vitest';
import { BASE } from '../support/content.ts';
import { findingsOf, wordsFound } from '../support/findings.ts';

const R1 = 'reviews/harbour/recommendations/1.md';
const R2 = 'reviews/harbour/recommendations/2.md';
const base = BASE[R1]!;
const CODE = 'response-undecided';
const answer = (decision: string, number = 1) =>
  base
    .replace('number: 1', `number: ${number}`)
    .replace('decision: accepted, ', decision === '' ? '' : `decision: ${decision}, `);

describe('finds', () => {
  test('noted', () => {
    expect(wordsFound(CODE, { [R1]: answer('noted') })).toEqual(['noted']);
  });

  test('no decision where another has one', () => {
    expect(findingsOf(CODE, { [R2]: answer('', 2) })).toHaveLength(1);
  });

  test('several in one finding', () => {
    const [finding, ...others] = findingsOf(CODE, { [R1]: answer('noted'), [R2]: answer('noted', 2) });
    expect(others).toEqual([]);
    expect(finding?.message).toBe('Recommendations 1 and 2 were answered, but neither accepted nor rejected.');
  });
});

describe('near misses', () => {
  test.each([
    ['accepted', answer('accepted')],
    ['accepted in part', answer('partly-accepted')],
    ['rejected', answer('rejected')],
    ['no decision anywhere', answer('')],
    ['not answered', base.replace(/response: .*\n/, '')],
    ['a conclusion that is noted', answer('noted').replace('number: 1', 'number: 1\nkind: conclusion')],
  ])('%s', (_name, text) => {
    expect(findingsOf(CODE, { [R1]: text })).toEqual([]);
  });
});
