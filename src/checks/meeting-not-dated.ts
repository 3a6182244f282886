import { diagnostic } from '../model/diagnostic.ts';
import { isFullDate } from '../model/dates.ts';
import { fieldPlace } from '../model/document.ts';
import type { Check } from './check.ts';
import { findDateLists, isOfMeetings } from './text/date-lists.ts';
import { placeIn } from './text/passages.ts';
import { isSameDay } from './text/prose-dates.ts';

const PLAN = /\b(?:scop(?:e|ing)|terms of reference|project plan|work programme|proposal|outline)\b/i;

/**
 * Finds meetings for which no day is given: a timetable in the report that leaves one out, or a record with a month or
 * year only while other meetings have their day. Plans made beforehand can not know later meetings.
 */
export const meetingNotDated: Check = {
  code: 'meeting-not-dated',
  find: ({ review, text }) => {
    const [list] = findDateLists(text).filter(
      (one) =>
        isOfMeetings(review, one) &&
        one.document.kind !== 'meeting' &&
        !(one.document.kind === 'appendix' && PLAN.test(one.document.data.title)),
    );
    const anyDay = review.meetings.some(({ data }) => isFullDate(data.date));
    const listedMeetings = review.meetings.filter(({ data }) =>
      list?.entries.some(({ date }) => isSameDay(date, data.date)),
    );
    // A list of some of the meetings is not a timetable.
    const isTimetable = list !== undefined && listedMeetings.length > review.meetings.length / 2;
    return review.meetings.flatMap((meeting) => {
      const { number, date } = meeting.data;
      if (anyDay && !isFullDate(date))
        return [
          diagnostic(
            'meeting-not-dated',
            fieldPlace(meeting, 'date'),
            `No day is given for meeting ${number}, only ${date}.`,
            {
              hint: 'Write the day, as in 2012-05-08, when it is known.',
            },
          ),
        ];
      if (!isTimetable || listedMeetings.includes(meeting)) return [];
      const { passage, date: first } = list.entries[0]!;
      return [
        diagnostic(
          'meeting-not-dated',
          fieldPlace(meeting, 'date'),
          `The timetable of the report has no line for meeting ${number}.`,
          {
            hint: 'Add its day to the timetable, or put the date right.',
            related: [{ ...placeIn(passage, first.start, first.end), message: 'Here the timetable begins.' }],
          },
        ),
      ];
    });
  },
};
