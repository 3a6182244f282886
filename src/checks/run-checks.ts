import type { Catalogue, Review } from '../model/catalogue.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { ALL_CHECKS } from './all.ts';
import type { Check } from './check.ts';
import { readReviewText } from './text/passages.ts';

/** Runs every rule over one published review. */
export function checkReview(catalogue: Catalogue, review: Review, checks: readonly Check[] = ALL_CHECKS): Diagnostic[] {
  const text = readReviewText(review);
  return checks.flatMap((check) => check.find({ review, catalogue, text }));
}
