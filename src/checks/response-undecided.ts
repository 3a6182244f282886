import { diagnostic } from '../model/diagnostic.ts';
import { fieldPlace } from '../model/document.ts';
import type { Check } from './check.ts';
import { listed } from './text/considerations.ts';
import { recommendationsProper } from './text/response-clock.ts';

/**
 * Finds answers that neither accept nor reject: “noted”, and those without a decision where other answers to the same
 * review have one. One finding for all of a review; conclusions are rightly noted.
 */
export const responseUndecided: Check = {
  code: 'response-undecided',
  find: ({ review }) => {
    const answered = recommendationsProper(review).filter(
      ({ data, dropped }) => data.response !== undefined && !dropped.has('response'),
    );
    const decided = answered.some(({ data }) => data.response?.decision !== undefined);
    const undecided = answered.filter(({ data }) => {
      const decision = data.response?.decision;
      return decision === 'noted' || (decision === undefined && decided);
    });
    const [first, ...others] = undecided;
    if (!first) return [];
    const names = listed(
      'Recommendation',
      undecided.map(({ data }) => data.number),
    );
    return [
      diagnostic(
        'response-undecided',
        fieldPlace(first, 'response', 'decision'),
        `${names} ${undecided.length > 1 ? 'were' : 'was'} answered, but neither accepted nor rejected.`,
        {
          hint: 'Ask the decision maker for a decision: accepted, partly-accepted or rejected.',
          related: others.map((other) => ({
            ...fieldPlace(other, 'response', 'decision'),
            message: `Nor was recommendation ${other.data.number}.`,
          })),
        },
      ),
    ];
  },
};
