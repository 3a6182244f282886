import { diagnostic } from '../model/diagnostic.ts';
import type { Check } from './check.ts';
import { findDateLists, isOfMeetings, type DateList } from './text/date-lists.ts';
import { placeIn, type ReviewText } from './text/passages.ts';

const YEAR = /(?:19|20)\d\d/;

/**
 * Finds timetables of meetings that name days and no year, neither in a line nor in the headings or sentences around
 * them. Single dates in prose, whose year the sentences before give, are left alone. All such lists are one finding.
 */
export const yearMissing: Check = {
  code: 'year-missing',
  find: ({ review, text }) => {
    const [first, ...others] = findDateLists(text).filter((list) => isOfMeetings(review, list) && !hasYear(list, text));
    if (!first) return [];
    const place = ({ entries }: DateList) => placeIn(entries[0]!.passage, entries[0]!.date.start, entries[0]!.date.end);
    return [
      diagnostic('year-missing', place(first), 'The days of this timetable have no year.', {
        hint: 'Write the year in its heading, or with the first day and wherever it changes.',
        related: others.map((list) => ({ ...place(list), message: 'Nor have the days of this one.' })),
      }),
    ];
  },
};

function hasYear({ document, entries, first }: DateList, text: ReviewText): boolean {
  if (entries.some(({ date, words }) => date.year !== undefined || YEAR.test(words))) return true;
  if (text.headings(first).some((heading) => YEAR.test(heading))) return true;
  return text
    .of(document)
    .some(({ block, index, text: words }) => index >= 0 && block.heading === first.block.heading && YEAR.test(words));
}
