import { describe, expect, test } from 'vitest';
import { BASE } from '../support/content.ts';
import { findingsOf } from '../support/findings.ts';

const CODE = 'meeting-order';
const MEETING_2 = 'reviews/harbour/meetings/2.md';
const second = (date: string) => ({ [MEETING_2]: BASE[MEETING_2]!.replace('2020-03-03', date) });
const messages = (texts: Record<string, string>) => findingsOf(CODE, texts).map(({ message }) => message);

describe('finds', () => {
  test('a later number with an earlier date, once', () => {
    expect(messages(second('2020-02-03'))).toEqual([
      'Meeting 2 (3 February 2020) was before meeting 1 (4 February 2020).',
    ]);
    const third = { 'reviews/harbour/meetings/3.md': BASE[MEETING_2]!.replace('number: 2', 'number: 3') };
    expect(messages({ ...second('2020-04-07'), ...third })).toHaveLength(1);
  });
});

describe('near misses', () => {
  test.each(['2020-02-04', '2020-02', '2020', '2020-03-03'])('%s', (date) => {
    expect(messages(second(date))).toEqual([]);
  });
});
