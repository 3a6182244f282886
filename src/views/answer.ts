import type { Review } from '../model/catalogue.ts';
import { summariseConclusions } from './conclusions.ts';
import type { ViewContext } from './context.ts';
import { registerSummary } from './register-pages.ts';

/** What a review found: in its own words, else the conclusions on the areas and what became of the recommendations. */
export function answerOf(context: ViewContext, review: Review): string {
  const { index } = review;
  if (index.restricted) return '';
  if (index.data.answer !== undefined) return index.data.answer;
  const conclusions = summariseConclusions(review);
  const entries = review.recommendations
    .filter(({ data }) => data.kind !== 'conclusion')
    .map((recommendation) => ({ review, recommendation }));
  const recommendations = entries.length === 0 ? '' : registerSummary(context, entries);
  return [conclusions, recommendations].filter((part) => part !== '').join(' ');
}
