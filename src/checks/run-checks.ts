import type { Catalogue } from '../model/catalogue.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { finish, flatMapInSteps, type Steps } from '../model/steps.ts';
import { ALL_CHECKS } from './all.ts';
import type { Check } from './check.ts';
import { readReviewText } from './text/passages.ts';

/** Runs every rule over every published review, one review a step. */
export function runChecksInSteps(catalogue: Catalogue, checks: readonly Check[] = ALL_CHECKS): Steps<Diagnostic[]> {
  return flatMapInSteps(catalogue.reviews, (review) => {
    const text = readReviewText(review);
    return checks.flatMap((check) => check.find({ review, catalogue, text }));
  });
}

/** Runs every rule over every published review. */
export function runChecks(catalogue: Catalogue, checks: readonly Check[] = ALL_CHECKS): Diagnostic[] {
  return finish(runChecksInSteps(catalogue, checks));
}
