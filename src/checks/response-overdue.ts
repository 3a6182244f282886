import { isCertainlyBefore, type IsoDate } from '../model/dates.ts';
import { diagnostic } from '../model/diagnostic.ts';
import { fieldPlace, type RecommendationDocument } from '../model/document.ts';
import { groupBy } from '../model/group-by.ts';
import type { Check } from './check.ts';
import { listed } from './text/considerations.ts';
import { dayText, dueDate, isAnswered, recommendationsProper } from './text/response-clock.ts';

/**
 * Finds recommendations whose answer was due before the day of the check and has not come. Those that were due on one
 * day are one finding. Recommendations that were answered, or on whose progress somebody reported, are left alone.
 */
export const responseOverdue: Check = {
  code: 'response-overdue',
  find: ({ review, catalogue }) => {
    const overdue = recommendationsProper(review).flatMap((recommendation) => {
      const due = dueDate(recommendation, catalogue);
      const isOpen = !isAnswered(review, recommendation) && !recommendation.dropped.has('response');
      return due !== undefined && isOpen && isCertainlyBefore(due, catalogue.today) ? [{ recommendation, due }] : [];
    });
    return [...groupBy(overdue, ({ due }) => due)].map(([due, group]) => {
      const [first, ...others] = group.map(({ recommendation }) => recommendation);
      const names = listed(
        'Recommendation',
        group.map(({ recommendation }) => recommendation.data.number),
      );
      return diagnostic(
        'response-overdue',
        placeOf(first!, due),
        `${names} should have been answered by ${dayText(due)}.`,
        {
          hint: 'Write the answer under `response`, or what has been reported since under `progress`.',
          related: others.map((other) => ({
            ...placeOf(other, due),
            message: `Recommendation ${other.data.number} was due on the same day.`,
          })),
        },
      );
    });
  },
};

function placeOf(recommendation: RecommendationDocument, due: IsoDate) {
  return fieldPlace(recommendation, recommendation.data.due === due ? 'due' : 'sent');
}
