import { isCertainlyBefore } from '../model/dates.ts';
import { diagnostic } from '../model/diagnostic.ts';
import { fieldPlace } from '../model/document.ts';
import type { Check } from './check.ts';
import { listed } from './text/considerations.ts';
import { dueDate, isAnswered, recommendationsProper } from './text/response-clock.ts';

/**
 * Finds recommendations without an answer while others of the same review have theirs. Those whose day has passed are
 * told as overdue; those whose day is still to come, and those sent to somebody else than the answered ones, are left
 * alone.
 */
export const responseMissing: Check = {
  code: 'response-missing',
  find: ({ review, catalogue }) => {
    const all = recommendationsProper(review);
    const answered = all.filter(({ data }) => data.response !== undefined);
    const respondents = new Set(answered.flatMap(({ data }) => data.to ?? []));
    const missing = all.filter((recommendation) => {
      const { data, dropped } = recommendation;
      if (isAnswered(review, recommendation) || dropped.has('response')) return false;
      const due = dueDate(recommendation, catalogue);
      if (due !== undefined && (isCertainlyBefore(due, catalogue.today) || due >= catalogue.today)) return false;
      const to = data.to ?? [];
      return to.length === 0 || respondents.size === 0 || to.some((name) => respondents.has(name));
    });
    const neighbour = answered.at(-1);
    const [first, ...others] = missing;
    if (!neighbour || !first) return [];
    const names = listed(
      'Recommendation',
      missing.map(({ data }) => data.number),
    );
    return [
      diagnostic(
        'response-missing',
        fieldPlace(first, 'number'),
        `${names} ${missing.length > 1 ? 'have' : 'has'} no answer, though ${listed(
          'recommendation',
          answered.map(({ data }) => data.number),
        )} ${answered.length > 1 ? 'have' : 'has'}.`,
        {
          hint: 'Write the answer under `response`; where it was passed over, say so in the report.',
          related: [
            { ...fieldPlace(neighbour, 'response'), message: `The answer to recommendation ${neighbour.data.number}.` },
            ...others.map((other) => ({
              ...fieldPlace(other, 'number'),
              message: `Recommendation ${other.data.number} has none either.`,
            })),
          ],
        },
      ),
    ];
  },
};
