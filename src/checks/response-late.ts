import type { Catalogue, Review } from '../model/catalogue.ts';
import { isCertainlyBefore, isFullDate, lastDayOfPeriod } from '../model/dates.ts';
import { diagnostic, type Diagnostic } from '../model/diagnostic.ts';
import { fieldPlace } from '../model/document.ts';
import { groupBy } from '../model/group-by.ts';
import type { Check } from './check.ts';
import { listed } from './text/considerations.ts';
import { dayText, dueDate, recommendationsProper } from './text/response-clock.ts';

/**
 * Finds answers that came after the day they were due: to recommendations, those of one day together, and to a whole
 * report. When the date of the answer leaves room for doubt (a month, a year), it is left alone.
 */
export const responseLate: Check = {
  code: 'response-late',
  find: ({ review, catalogue }) => {
    const late = recommendationsProper(review).flatMap((recommendation) => {
      const due = dueDate(recommendation, catalogue);
      const date = recommendation.data.response?.date;
      return due !== undefined && date !== undefined && isCertainlyBefore(due, date)
        ? [{ recommendation, due, date }]
        : [];
    });
    const groups = groupBy(late, ({ due, date }) => `${due} ${date}`);
    const each = [...groups.values()].map((group): Diagnostic => {
      const [{ recommendation, due, date }, ...others] = group as [(typeof late)[number], ...typeof late];
      const names = listed(
        'recommendation',
        group.map((one) => one.recommendation.data.number),
      );
      const dueField = recommendation.data.due === undefined ? 'sent' : 'due';
      return diagnostic(
        'response-late',
        fieldPlace(recommendation, 'response', 'date'),
        `The answer to ${names} is dated ${dayText(date)}, but was due by ${dayText(due)}.`,
        {
          hint: 'See whether the dates are right; an answer that was late stays late.',
          related: [
            { ...fieldPlace(recommendation, dueField), message: 'This sets the day.' },
            ...others.map((one) => ({
              ...fieldPlace(one.recommendation, 'response', 'date'),
              message: `The answer to recommendation ${one.recommendation.data.number} is of the same day.`,
            })),
          ],
        },
      );
    });
    return [...each, ...wholeReport(review, catalogue)];
  },
};

/** The clock of a whole report runs from its publication; the custom knows exceptions, so this is advice. */
function wholeReport(review: Review, catalogue: Catalogue): Diagnostic[] {
  const { published, response } = review.index.data;
  const date = response?.received ?? response?.published;
  if (published === undefined || date === undefined || !isFullDate(published)) return [];
  const due = lastDayOfPeriod(published, catalogue.site?.data.response?.months ?? 2);
  if (!isCertainlyBefore(due, date)) return [];
  const field = response?.received === undefined ? 'published' : 'received';
  return [
    diagnostic(
      'response-late',
      fieldPlace(review.index, 'response', field),
      `The response to the report is dated ${dayText(date)}, but was due by ${dayText(due)}.`,
      {
        hint: 'See whether the dates are right, or say in the report why more time was given.',
        severity: 'advice',
        related: [{ ...fieldPlace(review.index, 'published'), message: 'The clock runs from here.' }],
      },
    ),
  ];
}
