import { describe, expect, test } from 'vitest';
import { BASE } from '../support/content.ts';
import { INDEX, findingsOf, meeting1, wordsFound } from '../support/findings.ts';

/** The rules on recorded actions: owner missing, overdue, open in a final review. */

const action = (...lines: string[]) =>
  meeting1('The quay is lit.', `actions:\n${lines.map((line) => `  - {${line}}\n`).join('')}`);
const interim = {
  [INDEX]: BASE[INDEX]!.replace('status: final', 'status: interim').replace('published: 2020-06-30\n', ''),
};

describe('action-owner-missing', () => {
  test('an action that nobody owns', () => {
    expect(wordsFound('action-owner-missing', action('action: Count the lamps, due: 2020-12-01'))).toEqual([
      'Count the lamps',
    ]);
  });

  test.each([
    ['owned by a person', 'action: Count the lamps, owner: ben-sample, due: 2020-12-01'],
    ['owned by a plain name', 'action: Count the lamps, owner: Harbour Board, due: 2020-12-01'],
    ['done', 'action: Count the lamps, done: 2020-02-20'],
    ['the words name who does it', 'action: Ben Sample to count the lamps, due: 2020-12-01'],
    ['the words name the office that does it', 'action: The Harbour Board will count the lamps, due: 2020-12-01'],
  ])('near miss: %s', (_name, line) => {
    expect(findingsOf('action-owner-missing', action(line))).toEqual([]);
  });
});

describe('action-overdue', () => {
  test.each([
    ['a day', '2020-07-30'],
    ['a month', '2020-06'],
    ['a year', '2019'],
  ])('%s that is over', (_name, due) => {
    expect(wordsFound('action-overdue', action(`action: Count the lamps, owner: abc, due: ${due}`))).toEqual([due]);
  });

  test('in a review that is under way, too', () => {
    expect(
      findingsOf('action-overdue', { ...interim, ...action('action: Count, owner: abc, due: 2020-07-01') }),
    ).toHaveLength(1);
  });

  test.each([
    ['due on the day of the check', 'due: 2020-07-31'],
    ['due this month', 'due: 2020-07'],
    ['due this year', 'due: 2020'],
    ['due later', 'due: 2021-01-01'],
    ['done, though late', 'due: 2020-03-01, done: 2020-05-01'],
    ['no date', ''],
  ])('near miss: %s', (_name, rest) => {
    expect(findingsOf('action-overdue', action(`action: Count the lamps, owner: abc, ${rest}`))).toEqual([]);
  });

  test('the day of the check decides', () => {
    const texts = action('action: Count the lamps, owner: abc, due: 2021-01-01');
    expect(findingsOf('action-overdue', texts, { today: '2021-01-01' })).toEqual([]);
    expect(findingsOf('action-overdue', texts, { today: '2021-01-02' })).toHaveLength(1);
  });
});

describe('action-open', () => {
  test('one finding for the open actions of a meeting', () => {
    const texts = action(
      'action: Count the lamps, owner: abc',
      'action: Paint, owner: abc, done: 2020-03-01',
      'action: Sweep, owner: abc',
    );
    const [finding, ...others] = findingsOf('action-open', texts);
    expect(others).toEqual([]);
    expect(finding?.severity).toBe('advice');
    expect(finding?.message).toContain('2 actions');
    expect(finding?.related).toHaveLength(1);
  });

  test.each([
    ['done', 'action: Count, owner: abc, done: 2020-03-01'],
    ['due later', 'action: Count, owner: abc, due: 2021-03-01'],
    ['overdue has a finding of its own', 'action: Count, owner: abc, due: 2020-03-01'],
  ])('near miss: %s', (_name, line) => {
    expect(findingsOf('action-open', action(line))).toEqual([]);
  });

  test('near miss: the review is not final', () => {
    expect(findingsOf('action-open', { ...interim, ...action('action: Count, owner: abc') })).toEqual([]);
  });
});
