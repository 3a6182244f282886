import { join } from 'node:path';
import { groupCount } from '../../search/groups.ts';
import { OTHERS } from '../../parse/classify.ts';
import { digestProgram } from '../kept/digests.ts';
import { openStates, type ReviewStates } from '../kept/review-states.ts';
import { keepIndex, NO_INDEX, type KeptIndex } from '../search/keep-index.ts';
import { batchOfReview, groupOfBatch } from '../search/records.ts';
import type { MadeReview } from './make-review.ts';
import { makeReviews } from './make-reviews.ts';
import { openRecord, type OpenedShares } from './open-record.ts';
import type { BuildFacts } from './share.ts';
import type { PageWriter, SiteFolders } from './write-page.ts';

export interface OpenOptions extends BuildFacts {
  readonly layouts: readonly string[];
  /** Where things stand that every build makes alike: styles, words. */
  readonly cache: string;
  /** Where the site and what became of its parts is kept, for this build alone. */
  readonly kept: string;
  /** The published site, whose files may be used again. */
  readonly published?: string;
  /** In how many groups the search stands; as many as the record needs unless given. */
  readonly groups?: number;
  /** False for a site without its search: to measure what each costs. */
  readonly hasSearch: boolean;
  /** The generator's own folder. */
  readonly home: string;
  readonly progress: (step: string) => void;
}

/** A build that knows what there is and has made nothing yet. */
export interface OpenedBuild {
  readonly program: string;
  readonly opened: OpenedShares;
  readonly writer: PageWriter;
  readonly folders: SiteFolders;
  /** In how many groups the search stands. */
  readonly groups: number;
  /** Opens the index of the search, with the names of all its batches or as far as this build knows of it. */
  readonly openIndex: (batches?: readonly string[]) => KeptIndex;
  readonly keeper: ReviewStates;
  /** All reviews of the record, those that are held back too. */
  readonly reviewIds: readonly string[];
}

/** Reads what changed since the last build and puts the record together. `isWanted` tells which reviews will be made. */
export async function openBuild(options: OpenOptions, isWanted: (id: string) => boolean): Promise<OpenedBuild> {
  const { content, kept, layouts, cache, home, progress, published } = options;
  const facts: BuildFacts = {
    content,
    today: options.today,
    helpPages: options.helpPages,
    stopAt: options.stopAt,
    ...(options.baseUrl === undefined ? {} : { baseUrl: options.baseUrl }),
  };
  const program = digestProgram(home, layouts);
  const keeper = openStates(content, kept, program);
  progress(`Reading ${content.files.length} files`);
  const opened = await openRecord(facts, keeper.unread, keeper.faces);
  const { record, shared } = opened.share;
  const { base } = shared.urls;
  const groups = options.groups ?? groupCount(record.catalogue.documents.size);
  const folders: SiteFolders = {
    site: join(kept, 'site'),
    ...(published === undefined ? {} : { donor: published }),
    records: join(kept, 'records'),
    layouts,
    base,
  };
  const writer = opened.share.writeTo(folders);
  const openIndex = (batches?: readonly string[]) => {
    const known = batches === undefined ? {} : { batches };
    return options.hasSearch
      ? keepIndex({ ...folders, ...known, kept, cache, program, groups }, writer.site)
      : NO_INDEX;
  };
  keeper.open(record, [options.today, options.baseUrl ?? '', JSON.stringify(shared.site)]);
  const reviewIds = [...record.parts.keys()].filter((id) => id !== OTHERS && isWanted(id));
  return { program, opened, writer, folders, groups, openIndex, keeper, reviewIds };
}

/**
 * Makes those of the build's reviews that are other than before; `take` is given every one of them. `besides` is what this
 * thread can do before any is made. Gives how many files other threads wrote.
 */
export async function makeChangedReviews(
  { opened, writer, folders, groups, keeper, reviewIds }: OpenedBuild,
  progress: (step: string) => void,
  take: (id: string, review: MadeReview, isNew: boolean) => void,
  besides?: () => Promise<void>,
): Promise<number> {
  const toMake = reviewIds.filter((id) => {
    const before = keeper.current(id, writer);
    if (before) take(id, before, false);
    return !before;
  });
  // Group by group, so that the search can put the first together when it is made.
  const groupOfReview = (id: string) => groupOfBatch(batchOfReview(id), groups);
  toMake.sort((a, b) => groupOfReview(a) - groupOfReview(b));
  progress(`Checking and printing ${toMake.length} reviews`);
  const keepAndTake = (id: string, review: MadeReview) => {
    take(id, review, true);
    keeper.keep(id, review, opened.faces);
  };
  return makeReviews(opened, toMake, folders, keepAndTake, besides);
}
