import { diagnostic } from '../model/diagnostic.ts';
import { fieldPlace } from '../model/document.ts';
import type { Check } from './check.ts';
import { listed } from './text/considerations.ts';
import { isAnswered, recommendationsProper } from './text/response-clock.ts';

/**
 * Finds recommendations of a final review for which no date is known by which to answer: neither `due` nor `sent`. One
 * finding for all of a review. Those that were answered, each or with the whole report, need none; conclusions neither.
 */
export const recommendationNoDate: Check = {
  code: 'recommendation-no-date',
  find: ({ review }) => {
    if (review.index.data.status !== 'final') return [];
    const missing = recommendationsProper(review).filter(
      (recommendation) =>
        recommendation.data.due === undefined &&
        recommendation.data.sent === undefined &&
        !recommendation.dropped.has('due') &&
        !recommendation.dropped.has('sent') &&
        !isAnswered(review, recommendation),
    );
    const [first, ...others] = missing;
    if (!first) return [];
    const names = listed(
      'Recommendation',
      missing.map(({ data }) => data.number),
    );
    const verb = missing.length > 1 ? 'have' : 'has';
    return [
      diagnostic('recommendation-no-date', fieldPlace(first, 'number'), `${names} ${verb} no date to answer by.`, {
        hint: 'Write under `sent` when the addressee received it, or under `due` by when an answer is asked for.',
        related: others.map((other) => ({
          ...fieldPlace(other, 'number'),
          message: `Recommendation ${other.data.number} has none either.`,
        })),
      }),
    ];
  },
};
