import type { OpenedRecord } from '../../analyse.ts';
import { compareDiagnostics, type Diagnostic } from '../../model/diagnostic.ts';
import { filesOf } from '../kept/review-states.ts';
import { isStoppedBy } from './make-review.ts';
import { makeChangedReviews, openBuild, type OpenOptions } from './open-build.ts';
import { groupOfReview, startGroups } from './start-groups.ts';

/** One of several machines that build a site together: the second of four is 2 of 4. */
export interface Part {
  readonly number: number;
  readonly of: number;
}

export interface MadePart {
  readonly record: OpenedRecord;
  /** In the part's own reviews; sorted by file, place and code. */
  readonly diagnostics: readonly Diagnostic[];
  readonly isStopped: boolean;
  readonly reviews: number;
  readonly pages: number;
}

/**
 * Makes a share of the reviews, with the groups of the search that are all its own: what is kept of it is what `join`
 * puts together with the other parts. Throws ExplainedError.
 */
export async function makePart(options: OpenOptions, { number, of }: Part): Promise<MadePart> {
  const isOwn = (id: string) => groupOfReview(id, of) === number - 1;
  const build = await openBuild(options, isOwn);
  const { opened, folders, index, keeper, reviewIds } = build;
  const { groups } = folders;
  // A review's group tells its part when the parts divide the groups; otherwise a group has reviews of several parts.
  const isOwnGroup = (group: number) => groups % of === 0 && group % of === number - 1;
  const starter = startGroups(index, groups, reviewIds, isOwnGroup);
  const diagnostics: Diagnostic[] = [];
  let pages = 0;
  await makeChangedReviews(build, options.progress, (id, review) => {
    diagnostics.push(...review.diagnostics);
    pages += review.pages.length;
    starter.made(id, filesOf(review).records);
  });
  options.progress('Making the search index');
  await index.settle();
  keeper.removeOthers(isOwn);
  return {
    record: opened.share.record,
    diagnostics: diagnostics.sort(compareDiagnostics),
    isStopped: isStoppedBy(diagnostics, options.stopAt),
    reviews: reviewIds.length,
    pages,
  };
}
