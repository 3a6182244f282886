import { hash53 } from '../model/hash.ts';

/**
 * The pages of a large site are spread over several indexes, so that a change makes only one of them anew. A review
 * stands in one group as a whole, whatever else there is.
 */

/** About so many pages make a group: fewer cost a search more files, more cost a change more time. */
const PER_GROUP = 1500;
/** More than so many would make every search ask for too many files. */
const MOST = 8;

/** How many groups a site of so many documents has: 1, 2, 4, … so that growing seldom changes it. */
export function groupCount(documents: number): number {
  let count = 1;
  while (count < MOST && documents / count > PER_GROUP) count *= 2;
  return count;
}

/** The group of a page by its file: its review's, or the first. */
export function groupOf(file: string, count: number): number {
  const review = /^reviews\/([^/]+)\//.exec(file)?.[1];
  return review === undefined ? 0 : hash53(review) % count;
}
