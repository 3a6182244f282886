import type { SearchReview } from './types.ts';
import { keyOf, wordsOf } from './words.ts';

const known = new WeakMap<SearchReview, readonly string[]>();

/** The keys of the words that name a review: its title and its topics. */
export function reviewKeys(review: SearchReview): readonly string[] {
  const before = known.get(review);
  if (before) return before;
  const keys = wordsOf(`${review.title} ${review.topics.join(' ')}`).map(keyOf);
  known.set(review, keys);
  return keys;
}
