import { reviewSlug } from '../../views/urls.ts';
import { groupOf } from '../../search/groups.ts';
import type { FileState } from '../kept/site-folder.ts';
import type { KeptIndex } from '../search/keep-index.ts';

/** Starts on each group of the search index as soon as all its records are written. */
export interface GroupStarter {
  made(review: string, records: readonly FileState[]): void;
  /** The pages that are no review's belong to the first group. */
  madeLists(records: readonly FileState[]): void;
}

/** `isWanted` tells which groups: only they are ever started. */
export function startGroups(
  index: KeptIndex,
  groups: number,
  reviews: Iterable<string>,
  isWanted: (group: number) => boolean,
): GroupStarter {
  const waiting = Array.from({ length: groups }, (_, group) => (group === 0 ? 1 : 0));
  const records: FileState[][] = waiting.map(() => []);
  for (const id of reviews) waiting[groupOfReview(id, groups)]!++;
  const take = (group: number, some: readonly FileState[]) => {
    records[group]!.push(...some);
    if (--waiting[group]! === 0 && isWanted(group)) index.start(group, records[group]!);
  };
  waiting.forEach((count, group) => count === 0 && isWanted(group) && index.start(group, []));
  return {
    made: (review, some) => take(groupOfReview(review, groups), some),
    madeLists: (some) => take(0, some),
  };
}

/** The group in which a review's pages stand. */
export function groupOfReview(id: string, groups: number): number {
  return groupOf(`reviews/${reviewSlug(id)}/`, groups);
}
