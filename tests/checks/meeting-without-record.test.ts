import { describe, expect, test } from 'vitest';
import { BASE } from '../support/content.ts';
import { MEETING_1, findingsOf } from '../support/findings.ts';

const CODE = 'meeting-without-record';
const MEETING_2 = 'reviews/harbour/meetings/2.md';
const base = BASE[MEETING_1]!;
const noNotes = base.replace(/\n## [\s\S]*$/, '');
const noAttendance = base.replace(/present: .*\n/, '');
const messages = (text: string, path = MEETING_1) => findingsOf(CODE, { [path]: text }).map(({ message }) => message);

describe('finds', () => {
  test('no notes, no attendance, or neither', () => {
    expect(messages(noNotes)).toEqual(['Meeting 1 has no notes, though what is recorded on Area 1 rests on it.']);
    expect(messages(noAttendance)).toEqual([
      'Meeting 1 has no record of who was present, though what is recorded on Area 1 rests on it.',
    ]);
    expect(messages(noNotes.replace(/present: .*\n/, ''))[0]).toContain('neither notes nor attendance');
  });

  test('a meeting that is only cited', () => {
    const cited = noNotes.replace(/considered:\n.*\n/, '');
    expect(messages(cited)[0]).toMatch(/the record cites it \d times/);
  });

  test('headings alone are no notes', () => {
    expect(messages(`${noNotes}\n## Introduction\n`)).toHaveLength(1);
  });
});

describe('near misses', () => {
  test.each([
    ['notes and attendance', base],
    [
      'attendance in the notes',
      noAttendance.replace('Ben Sample showed', 'Cllr Example was in the chair. Ben Sample showed'),
    ],
    ['exempt notes', noNotes.replace('considered:', 'restricted: {paragraph: 3}\nconsidered:')],
    ['notes exempt in part', `${noNotes}\n::: restricted 3\nSecret.\n:::\n`],
    ['a meeting to come', noNotes.replace('2020-02-04', '2021-02-04')],
  ])('%s', (_name, text) => {
    expect(messages(text)).toEqual([]);
  });

  test('nothing rests on it', () => {
    const third = noNotes.replace('number: 1', 'number: 3').replace(/considered:\n.*\n/, '');
    expect(messages(third, 'reviews/harbour/meetings/3.md')).toEqual([]);
  });

  test('its own words do not rely on it', () => {
    const third = BASE[MEETING_2]!.replace('number: 2', 'number: 3')
      .replace(/present: .*\n/, '')
      .replace(/considered:\n.*\n/, '')
      .replace('Ben Sample told us', 'At meeting 3 Ben Sample told us');
    expect(messages(third, 'reviews/harbour/meetings/3.md')).toEqual([]);
  });
});
