import { isFullDate, isoDate, weekday } from '../model/dates.ts';
import { diagnostic } from '../model/diagnostic.ts';
import type { Check } from './check.ts';
import { placeIn } from './text/passages.ts';
import { dateWords, exists, findDates, isSameDay, yearsOf } from './text/prose-dates.ts';

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/**
 * Finds days of the week that do not fit their date (“Monday 8 May 2012”, which was a Tuesday). A date without a year
 * may be of any year around the review, unless a meeting was on that day: only a weekday that fits none is wrong.
 */
export const weekdayWrong: Check = {
  code: 'weekday-wrong',
  find: ({ review, text }) => {
    const spanned = yearsOf(review);
    const last = spanned.at(-1);
    const years = last === undefined ? [] : [spanned[0]! - 1, ...spanned, last + 1];
    return text.passages.flatMap((passage) =>
      findDates(passage.text).flatMap((date) => {
        const { day, month, year } = date;
        if (!date.weekday || !exists(date)) return [];
        const own = review.meetings.find(
          ({ data }) => year === undefined && isFullDate(data.date) && isSameDay(date, data.date),
        );
        const possible = (own ? [Number(own.data.date.slice(0, 4))] : year === undefined ? years : [year])
          .map((one) => isoDate(one, month, day))
          .filter((one) => exists({ ...date, year: Number(one.slice(0, 4)) }));
        const days = possible.map((one) => weekday(one));
        if (possible.length === 0 || days.includes(date.weekday.number)) return [];
        const right = DAYS[days[0]!]!;
        return [
          diagnostic(
            'weekday-wrong',
            placeIn(passage, date.weekday.start, date.weekday.end),
            year === undefined && possible.length > 1
              ? `${dateWords(date)} was no ${DAYS[date.weekday.number]} in any year of this review.`
              : `${dateWords({ ...date, year: Number(possible[0]!.slice(0, 4)) })} is a ${right}, not a ${DAYS[date.weekday.number]}.`,
            { hint: `Write ${right}, or put the date right: see which of the two the papers of the day have.` },
          ),
        ];
      }),
    );
  },
};
