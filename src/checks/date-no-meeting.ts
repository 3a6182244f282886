import type { Catalogue, Review } from '../model/catalogue.ts';
import { compareDates, isCertainlyBefore, isoDate } from '../model/dates.ts';
import { diagnostic } from '../model/diagnostic.ts';
import { groupBy } from '../model/group-by.ts';
import type { Check } from './check.ts';
import { findMeetingDates, type MeetingDate } from './text/meeting-dates.ts';
import { placeIn } from './text/passages.ts';
import { dateWords, exists, isSameDay, yearsOf, type ProseDate } from './text/prose-dates.ts';

const PLAN = /\b(?:scop(?:e|ing)|terms of reference|project plan|work programme|proposal|outline)\b/i;

/**
 * Finds days on which, the prose says, the group met (“we met on 30 May”, a line of its timetable) and of which there
 * is no meeting in the record. Meetings of other bodies, days to come, and plans in a scoping paper that the report
 * does not repeat are left alone. One day is one finding, wherever it is named.
 */
export const dateNoMeeting: Check = {
  code: 'date-no-meeting',
  find: ({ review, catalogue, text }) => {
    if (review.meetings.length === 0 || review.incomplete.has('meeting')) return [];
    const dates = findMeetingDates(review, text).filter(
      ({ date, meeting }) => !meeting && exists(date) && !isKnown(review, date) && isWithin(review, date, catalogue),
    );
    return [...groupBy(dates, ({ date }) => `${date.month}-${date.day}`).values()].flatMap((same) => {
      const ordered = [...same].sort((a, b) => rank(a) - rank(b));
      const [first, ...others] = ordered;
      if (!first || isPlan(first)) return [];
      return [
        diagnostic(
          'date-no-meeting',
          placeIn(first.passage, first.date.start, first.date.end),
          `The text has a meeting on ${dateWords(first.date)}, but the record has none on that day.`,
          {
            hint: 'Add the meeting, with its notes and who was there, or put the date right.',
            related: others.map(({ passage, date }) => ({
              ...placeIn(passage, date.start, date.end),
              message: 'The same day is named here.',
            })),
          },
        ),
      ];
    });
  },
};

function isKnown(review: Review, date: ProseDate): boolean {
  const { published, commissioned } = review.index.data;
  return [...review.meetings.map(({ data }) => data.date), published, commissioned?.date].some(
    (recorded) => recorded !== undefined && isSameDay(date, recorded),
  );
}

/** Meetings before the review began or after it ended are of another time; those to come have no record yet. */
function isWithin(review: Review, date: ProseDate, clock: Pick<Catalogue, 'today'>): boolean {
  const { commissioned, published } = review.index.data;
  const days = review.meetings.map(({ data }) => data.date).sort(compareDates);
  const [from, to] = [commissioned?.date ?? days[0]!, published ?? days.at(-1)!];
  const years = date.year === undefined ? yearsOf(review) : [date.year];
  return years.some((year) => {
    const said = isoDate(year, date.month, date.day);
    return !isCertainlyBefore(said, from) && !isCertainlyBefore(to, said) && said <= clock.today;
  });
}

/** The report itself first, plans last. */
function rank(date: MeetingDate): number {
  return isPlan(date) ? 2 : date.passage.document.kind === 'review' ? 0 : 1;
}

function isPlan({ passage: { document } }: MeetingDate): boolean {
  return document.kind === 'appendix' && PLAN.test(document.data.title);
}
