import type { Code } from '../diagnostics/codes.ts';
import type { Catalogue, Review } from '../model/catalogue.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { ReviewText } from './text/passages.ts';

/** What a rule is given: one review, the record it stands in, and its prose made ready. */
export interface CheckInput {
  readonly review: Review;
  readonly catalogue: Catalogue;
  readonly text: ReviewText;
}

/** A rule: pure, over one review. It raises its own code only. */
export interface Check {
  readonly code: Code;
  readonly find: (input: CheckInput) => Diagnostic[];
}
