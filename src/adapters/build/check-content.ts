import { setFlagsFromString } from 'node:v8';
import { analysePartInSteps, type Content } from '../../analyse.ts';
import { checkPages, planLists } from '../../pages.ts';
import type { Catalogue } from '../../model/catalogue.ts';
import { compareDiagnostics, type Diagnostic, type KeptFinding } from '../../model/diagnostic.ts';
import { finish } from '../../model/steps.ts';
import { OTHERS, partOf } from '../../parse/classify.ts';
import { addressOf } from '../../views/plan.ts';
import { loadHelpPages } from '../help-pages.ts';
import { CHECKING } from './crew.ts';
import { addressesOf, type MadeReview } from './make-review.ts';
import { makeReviews } from './make-reviews.ts';
import { openRecord } from './open-record.ts';

/**
 * V8 begins to watch a function, which it must before it makes it fast, when it has run some times. Watched from its first
 * run on, a check takes a twenty-fifth less time; a build gains nothing.
 */
const WATCH_AT_ONCE = '--no-lazy-feedback-allocation';

export interface CheckedContent {
  readonly catalogue: Catalogue;
  /** Sorted by file, place and code. */
  readonly diagnostics: readonly Diagnostic[];
  /** Findings that were looked at and are right as they stand. */
  readonly kept: readonly KeptFinding[];
}

/**
 * Finds all that a build of the site would find, in as many threads as that is worth, and writes nothing. Pages are
 * planned, not printed: addresses taken twice and links within the site are known when there are addresses.
 */
export async function checkContent(content: Content, today: string): Promise<CheckedContent> {
  setFlagsFromString(WATCH_AT_ONCE);
  const facts = { content, today, helpPages: await loadHelpPages(), stopAt: [] };
  const isReview = (id: string) => id !== OTHERS;
  const opened = await openRecord(
    facts,
    [...new Set(content.files.map(({ path }) => partOf(path)))].filter(isReview),
    [],
    CHECKING,
  );
  const { record, shared } = opened.share;
  const made = new Map<string, MadeReview>();
  const others = finish(analysePartInSteps(record, OTHERS));
  const ids = [...record.parts.keys()].filter(isReview);
  await makeReviews(opened, ids, undefined, (id, review) => made.set(id, review));
  // In the record's order, whichever thread was quicker.
  const parts = [others, ...ids.map((id) => made.get(id)!)];
  const planned = planLists(shared, others);
  const [before, after] = [planned.lists, planned.others].map((pages) =>
    pages.map((page) => addressOf(shared.urls, page)),
  );
  const ofReviews = record.catalogue.reviews.flatMap(({ id }) => addressesOf(made.get(id)!));
  const addresses = checkPages(shared, [...before!, ...ofReviews, ...after!], parts);
  return {
    catalogue: record.catalogue,
    diagnostics: [...parts.flatMap(({ diagnostics }) => diagnostics), ...addresses.diagnostics].sort(
      compareDiagnostics,
    ),
    kept: parts.flatMap(({ kept }) => kept),
  };
}
