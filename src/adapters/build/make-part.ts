import type { OpenedRecord } from '../../analyse.ts';
import { compareDiagnostics, type Diagnostic } from '../../model/diagnostic.ts';
import { filesOf } from '../kept/review-states.ts';
import { batchOfReview, groupOfBatch } from '../search/records.ts';
import { addressesOf, isStoppedBy } from './make-review.ts';
import { makeChangedReviews, openBuild, type OpenOptions } from './open-build.ts';

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
 * Makes a share of the reviews and indexes them for the search: what is kept of it is what `join` puts together with the
 * other parts. Throws ExplainedError.
 */
export async function makePart(options: OpenOptions, { number, of }: Part): Promise<MadePart> {
  const isOwn = (id: string) => groupOfBatch(batchOfReview(id), of) === number - 1;
  const build = await openBuild(options, isOwn);
  const { opened, keeper, reviewIds } = build;
  const index = build.openIndex();
  const diagnostics: Diagnostic[] = [];
  let pages = 0;
  await makeChangedReviews(build, options.progress, (id, review) => {
    diagnostics.push(...review.diagnostics);
    pages += addressesOf(review).length;
    index.add(batchOfReview(id), filesOf(review).records);
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
