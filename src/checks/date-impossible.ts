import { daysInMonth } from '../model/dates.ts';
import { diagnostic } from '../model/diagnostic.ts';
import type { Check } from './check.ts';
import { placeIn } from './text/passages.ts';
import { dateWords, exists, findDates, type ProseDate } from './text/prose-dates.ts';

/**
 * Finds days in prose that no calendar has: 31 June, 29 February 2013. 29 February without a year is possible. Dates
 * in the front matter are checked when they are read.
 */
export const dateImpossible: Check = {
  code: 'date-impossible',
  find: ({ text }) =>
    text.passages.flatMap((passage) =>
      findDates(passage.text).flatMap((date) => {
        if (exists(date) || isAddress(date)) return [];
        const [, month, year] = dateWords(date).split(' ');
        return [
          diagnostic('date-impossible', placeIn(passage, date.start, date.end), `There is no ${dateWords(date)}.`, {
            hint: `${[month, year].filter(Boolean).join(' ')} has ${daysInMonth(date.year ?? 2000, date.month)} days: look the date up.`,
          }),
        ];
      }),
    ),
};

/** “45 March Street” */
function isAddress({ day, year, weekday }: ProseDate): boolean {
  return day > 31 && year === undefined && weekday === undefined;
}
