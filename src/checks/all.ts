import type { Check } from './check.ts';

/** Every rule, in the order of the families. A rule that is not in this list does not run; a test holds list and folder together. */
export const ALL_CHECKS: readonly Check[] = [
  // coverage
  // quotation
  // counts
  // structure
  // dates
  // people
  // names
  // actions
  // recommendations
  // privacy
  // likeness
  // links
];
