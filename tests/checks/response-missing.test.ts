import { describe, expect, test } from 'vitest';
import { BASE } from '../support/content.ts';
import { findingsOf, wordsFound } from '../support/findings.ts';

const R1 = 'reviews/harbour/recommendations/1.md';
const R2 = 'reviews/harbour/recommendations/2.md';
const base = BASE[R1]!;
const CODE = 'response-missing';
const second = base
  .replace('number: 1', 'number: 2')
  .replace(/response: .*\n/, '')
  .replace(/sent: .*\n/, '');

describe('finds', () => {
  test('one without an answer beside one that has it', () => {
    expect(wordsFound(CODE, { [R2]: second })).toEqual(['2']);
    expect(findingsOf(CODE, { [R2]: second })[0]?.message).toBe(
      'Recommendation 2 has no answer, though recommendation 1 has.',
    );
  });

  test('several in one finding', () => {
    const third = second.replace('number: 2', 'number: 3');
    expect(findingsOf(CODE, { [R2]: second, 'reviews/harbour/recommendations/3.md': third })).toHaveLength(1);
  });
});

describe('near misses', () => {
  test.each([
    ['answered', base.replace('number: 1', 'number: 2')],
    ['sent to somebody else', second.replace('Harbour Board', 'Cabinet')],
    ['its day is to come', second.replace('to:', 'due: 2020-09-01\nto:')],
    ['overdue, which is another rule’s', second.replace('to:', 'due: 2020-07-01\nto:')],
    ['progress was reported', second.replace('to:', 'progress: [{date: 2020-07-01, status: on-track}]\nto:')],
    ['a conclusion', second.replace('number: 2', 'number: 2\nkind: conclusion')],
  ])('%s', (_name, text) => {
    expect(findingsOf(CODE, { [R2]: text })).toEqual([]);
  });

  test('nothing is answered', () => {
    const open = base.replace(/response: .*\n/, '');
    expect(findingsOf(CODE, { [R1]: open, [R2]: second })).toEqual([]);
  });
});
