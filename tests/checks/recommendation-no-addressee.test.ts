import { describe, expect, test } from 'vitest';
import { BASE } from '../support/content.ts';
import { findingsOf, wordsFound } from '../support/findings.ts';

const R1 = 'reviews/harbour/recommendations/1.md';
const R2 = 'reviews/harbour/recommendations/2.md';
const base = BASE[R1]!;
const CODE = 'recommendation-no-addressee';
const unaddressed = base.replace('to: [Harbour Board]\n', '').replace(/response: .*\n/, '');

describe('finds', () => {
  test('a recommendation without `to`', () => {
    expect(wordsFound(CODE, { [R1]: unaddressed })).toEqual(['1']);
    expect(findingsOf(CODE, { [R1]: unaddressed })[0]?.severity).toBe('warning');
  });

  test('all of a review in one finding', () => {
    const [finding, ...others] = findingsOf(CODE, {
      [R1]: unaddressed,
      [R2]: unaddressed.replace('number: 1', 'number: 2'),
    });
    expect(others).toEqual([]);
    expect(finding?.message).toBe('Recommendations 1 and 2 are addressed to nobody.');
  });

  test('advice where the wording names somebody', () => {
    const named = unaddressed.replace(
      /wording: .*/,
      'wording: We recommend that the Department should light the quay.',
    );
    expect(findingsOf(CODE, { [R1]: named })[0]?.severity).toBe('advice');
  });
});

describe('near misses', () => {
  test.each([
    ['addressed', base],
    ['addressed to several', base.replace('[Harbour Board]', '[Harbour Board, Cabinet]')],
    ['a conclusion', unaddressed.replace('number: 1', 'number: 1\nkind: conclusion')],
    ['the answer says who decided', base.replace('to: [Harbour Board]\n', '')],
    ['superseded', unaddressed.replace('sent:', 'progress: [{date: 2020-07-01, status: superseded}]\nsent:')],
  ])('%s', (_name, text) => {
    expect(findingsOf(CODE, { [R1]: text })).toEqual([]);
  });
});
