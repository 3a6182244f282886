import { describe, expect, test } from 'vitest';
import { BASE } from '../support/content.ts';
import { findingsOf, INDEX, MEETING_1 } from '../support/findings.ts';

const CODE = 'dates-reversed';
const RECOMMENDATION = 'reviews/harbour/recommendations/1.md';
const answered = (date: string) => ({ [RECOMMENDATION]: BASE[RECOMMENDATION]!.replace('2020-07-20', date) });
const front = (keys: string) => ({ [INDEX]: BASE[INDEX]!.replace('status: final\n', `status: final\n${keys}`) });
const acting = (keys: string) => ({
  [MEETING_1]: BASE[MEETING_1]!.replace(
    'considered:',
    `actions:\n  - {action: Mend it, owner: ben-sample, ${keys}}\nconsidered:`,
  ),
});
const messages = (texts: Record<string, string>) => findingsOf(CODE, texts).map(({ message }) => message);

describe('finds', () => {
  test('an answer before the question', () => {
    expect(messages(answered('2020-06-01'))).toEqual([
      'Recommendation 1 was answered on 1 June 2020, before it was sent (30 June 2020).',
    ]);
  });

  test('a response before the report, and published before it came', () => {
    expect(messages(front('response: {received: 2020-05-01, published: 2020-04-01}\n'))).toHaveLength(2);
  });

  test('a report before its commissioning', () => {
    expect(messages({ [INDEX]: BASE[INDEX]!.replace('date: 2020-01}', 'date: 2020-07}') })).toEqual([
      'The report was published on 30 June 2020, before it was commissioned (July 2020).',
    ]);
  });

  test('an action done before it was agreed', () => {
    expect(messages(acting('done: 2020-02-01'))).toHaveLength(1);
    expect(messages(acting('due: 2020-01'))).toEqual([
      'This action is due in January 2020, before the meeting that agreed it (4 February 2020).',
    ]);
  });

  test('progress before the recommendation', () => {
    const progress = BASE[RECOMMENDATION]!.replace(
      '---\n\nThe',
      'progress:\n  - {date: 2020-05-01, status: on-track}\n---\n\nThe',
    );
    expect(messages({ [RECOMMENDATION]: progress })).toHaveLength(1);
  });
});

describe('near misses', () => {
  test.each([
    ['on the same day', answered('2020-06-30')],
    ['in the same month', answered('2020-06')],
    ['later', answered('2020-07-31')],
    ['a response in order', front('response: {received: 2020-07-01, published: 2020-07-10}\n')],
    ['an action done at the meeting', acting('done: 2020-02-04')],
    ['an action due in the same month', acting('due: 2020-02')],
  ])('%s', (_name, texts) => {
    expect(messages(texts)).toEqual([]);
  });
});
