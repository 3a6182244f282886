import { diagnostic, type Diagnostic } from '../model/diagnostic.ts';
import { fieldPlace } from '../model/document.ts';
import type { Check, CheckInput } from './check.ts';
import { findMeetingDates } from './text/meeting-dates.ts';
import { placeIn } from './text/passages.ts';
import { dateWords, exists, isSameDay } from './text/prose-dates.ts';
import { dayText } from './text/response-clock.ts';

const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December';
const COMMISSIONED = new RegExp(
  `\\bIn (?<month>${MONTHS}) (?<year>(?:19|20)\\d\\d)\\b[^.;]{0,100}\\b(?:commissioned|set up|established|appointed)\\s+(?:a|the|this) (?:\\p{L}+ ){0,3}?(?:[Tt]ask|[Ww]orking|[Rr]eview|[Ss]crutiny|[Gg]roup|[Ii]nquiry|[Pp]anel)\\b`,
  'u',
);

/**
 * Finds days that prose gives for a meeting (“meeting 2 on 9 May 2012”, the head of its notes, the timetable) or for
 * the commissioning where the record has another. Days without a year are compared by day and month; a day that names
 * no particular meeting is another rule's.
 */
export const dateDiffers: Check = {
  code: 'date-differs',
  find: (input) => [...ofMeetings(input), ...ofCommissioning(input)],
};

function ofMeetings({ review, text }: CheckInput): Diagnostic[] {
  return findMeetingDates(review, text).flatMap(({ date, passage, meeting }) => {
    if (!meeting || !exists(date) || isSameDay(date, meeting.data.date)) return [];
    return [
      diagnostic(
        'date-differs',
        placeIn(passage, date.start, date.end),
        `The text gives ${dateWords(date)} for meeting ${meeting.data.number}, the record ${dayText(meeting.data.date)}.`,
        {
          hint: 'See which of the two is right and use it in both places.',
          related: [{ ...fieldPlace(meeting, 'date'), message: 'The date in the record.' }],
        },
      ),
    ];
  });
}

function ofCommissioning({ review, text }: CheckInput): Diagnostic[] {
  const recorded = review.index.data.commissioned?.date;
  if (recorded === undefined) return [];
  return text.of(review.index).flatMap((passage) => {
    const match = COMMISSIONED.exec(passage.text);
    if (!match) return [];
    const said = dateOf(match.groups!['month']!, match.groups!['year']!);
    if (said.startsWith(recorded.slice(0, 7)) || recorded === said.slice(0, 4)) return [];
    const start = match.index + 'In '.length;
    return [
      diagnostic(
        'date-differs',
        placeIn(passage, start, start + match.groups!['month']!.length + 5),
        `The text gives ${dayText(said)} for the commissioning, the record ${dayText(recorded)}.`,
        {
          hint: 'See which of the two is right and use it in both places.',
          related: [{ ...fieldPlace(review.index, 'commissioned', 'date'), message: 'The date in the record.' }],
        },
      ),
    ];
  });
}

function dateOf(month: string, year: string): string {
  return `${year}-${String(MONTHS.split('|').indexOf(month) + 1).padStart(2, '0')}`;
}
