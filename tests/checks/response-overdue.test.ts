import { describe, expect, test } from 'vitest';
import { BASE } from '../support/content.ts';
import { INDEX, findingsOf, wordsFound } from '../support/findings.ts';

const R1 = 'reviews/harbour/recommendations/1.md';
const R2 = 'reviews/harbour/recommendations/2.md';
const base = BASE[R1]!;
const CODE = 'response-overdue';
const open = base.replace(/response: .*\n/, '');
const sent = (day: string) => open.replace('sent: 2020-06-30', `sent: ${day}`);

describe('finds', () => {
  test('two months after it was sent, less a day', () => {
    expect(wordsFound(CODE, { [R1]: sent('2020-05-31') })).toEqual(['2020-05-31']);
    expect(findingsOf(CODE, { [R1]: sent('2020-05-31') })[0]?.message).toBe(
      'Recommendation 1 should have been answered by 30 July 2020.',
    );
  });

  test('after the day it was given', () => {
    expect(wordsFound(CODE, { [R1]: open.replace('sent:', 'due: 2020-07-15\nsent:') })).toEqual(['2020-07-15']);
  });

  test('those of one day in one finding', () => {
    const [finding, ...others] = findingsOf(CODE, {
      [R1]: sent('2020-03-01'),
      [R2]: sent('2020-03-01').replace('number: 1', 'number: 2'),
    });
    expect(others).toEqual([]);
    expect(finding?.related).toHaveLength(1);
  });

  test('the day of the check decides', () => {
    expect(findingsOf(CODE, { [R1]: open }, { today: '2020-08-29' })).toEqual([]);
    expect(findingsOf(CODE, { [R1]: open }, { today: '2020-08-30' })).toHaveLength(1);
  });
});

describe('near misses', () => {
  test.each([
    ['due on the day of the check', open.replace('sent:', 'due: 2020-07-31\nsent:')],
    ['due this month, on no named day', open.replace('sent:', 'due: 2020-07\nsent:')],
    ['answered, though late', base.replace('sent: 2020-06-30', 'sent: 2020-03-01')],
    [
      'progress was reported',
      sent('2020-03-01').replace('sent:', 'progress: [{date: 2020-07-01, status: on-track}]\nsent:'),
    ],
    ['a conclusion', sent('2020-03-01').replace('number: 1', 'number: 1\nkind: conclusion')],
    ['sent on no named day', sent('2020-03')],
  ])('%s', (_name, text) => {
    expect(findingsOf(CODE, { [R1]: text })).toEqual([]);
  });

  test('the whole report was answered', () => {
    const answered = BASE[INDEX]!.replace('status: final', 'status: final\nresponse: {received: 2020-07-20}');
    expect(findingsOf(CODE, { [R1]: sent('2020-03-01'), [INDEX]: answered })).toEqual([]);
  });
});
