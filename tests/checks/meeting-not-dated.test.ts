import { describe, expect, test } from 'vitest';
import { BASE } from '../support/content.ts';
import { findingsOf, report } from '../support/findings.ts';

const CODE = 'meeting-not-dated';
const MEETING_2 = 'reviews/harbour/meetings/2.md';
const MEETING_3 = {
  'reviews/harbour/meetings/3.md': BASE[MEETING_2]!.replace('number: 2', 'number: 3').replace(
    '2020-03-03',
    '2020-04-07',
  ),
};
const messages = (texts: Record<string, string>) => findingsOf(CODE, texts).map(({ message }) => message);
const TIMETABLE = '## Dates\n\n- 4 February 2020 – light\n- 3 March 2020 – ladders\n- 4 March 2020 – tea';

describe('finds', () => {
  test('a month only', () => {
    expect(messages({ [MEETING_2]: BASE[MEETING_2]!.replace('2020-03-03', '2020-03') })).toEqual([
      'No day is given for meeting 2, only 2020-03.',
    ]);
  });

  test('a timetable without it', () => {
    expect(messages({ ...report(TIMETABLE), ...MEETING_3 })).toEqual([
      'The timetable of the report has no line for meeting 3.',
    ]);
  });
});

describe('near misses', () => {
  test.each([
    ['in the timetable', { ...report(`${TIMETABLE}\n- 7 April 2020 – report`), ...MEETING_3 }],
    ['no timetable', { ...report('We met on 4 February and 3 March 2020.'), ...MEETING_3 }],
    ['another list of days', { ...report('- 4 May – low\n- 5 May – low\n- 6 May – high'), ...MEETING_3 }],
    [
      'a plan made before',
      {
        ...MEETING_3,
        'reviews/harbour/appendices/a.md': `---\nletter: A\ntitle: Scoping document\n---\n\n${TIMETABLE}\n`,
      },
    ],
    [
      'a list of one meeting of many',
      { ...MEETING_3, ...report('- 4 February 2020 – light\n- 5 May 2020 – low\n- 6 May 2020 – high') },
    ],
  ])('%s', (_name, texts) => {
    expect(messages(texts)).toEqual([]);
  });
});
