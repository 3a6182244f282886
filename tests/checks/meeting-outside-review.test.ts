import { describe, expect, test } from 'vitest';
import { BASE } from '../support/content.ts';
import { findingsOf, INDEX, MEETING_1 } from '../support/findings.ts';

const CODE = 'meeting-outside-review';
const on = (date: string) => ({ [MEETING_1]: BASE[MEETING_1]!.replace('2020-02-04', date) });
const count = (texts: Record<string, string>) => findingsOf(CODE, texts).length;

describe('finds', () => {
  test('before the commissioning and after the publication', () => {
    expect(findingsOf(CODE, on('2019-12-31'))[0]?.message).toContain(
      'before the review was commissioned (January 2020)',
    );
    expect(findingsOf(CODE, on('2020-07-01'))[0]?.message).toContain('after the report was published (30 June 2020)');
  });
});

describe('near misses', () => {
  test.each(['2020-01-01', '2020-01', '2020', '2020-06-30', '2020-06'])('%s', (date) => {
    expect(count(on(date))).toBe(0);
  });

  test('a standing or an unfinished review goes on', () => {
    const standing = { [INDEX]: BASE[INDEX]!.replace('type: task-and-finish', 'type: standing') };
    const interim = { [INDEX]: BASE[INDEX]!.replace('status: final', 'status: interim') };
    expect(count({ ...standing, ...on('2020-07-01') })).toBe(0);
    expect(count({ ...interim, ...on('2020-07-01') })).toBe(0);
  });
});
