import type { Concept } from './expand.ts';
import type { SearchReview } from './types.ts';
import { keyOf, wordsOf } from './words.ts';

const known = new WeakMap<SearchReview, readonly string[]>();

/** The keys of the words that name a review: its title and its topics. */
function reviewKeys(review: SearchReview): readonly string[] {
  const before = known.get(review);
  if (before) return before;
  const keys = wordsOf(`${review.title} ${review.topics.join(' ')}`).map(keyOf);
  known.set(review, keys);
  return keys;
}

/** Whether a review's title or topics say what was asked for: a question that names it means pages that need not. */
export function reviewSays(review: SearchReview | undefined, concept: Concept): boolean {
  if (!review) return false;
  const keys = reviewKeys(review);
  return concept.variants.some(({ words }) => words.every(({ key }) => keys.includes(key)));
}
