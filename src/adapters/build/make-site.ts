/** This file is a little long because it is the way of a whole build on one page. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analysePartInSteps, type OpenedRecord } from '../../analyse.ts';
import { buildRestInSteps } from '../../compile.ts';
import { hostingFiles, type Host, type HostFile } from '../../exports/hosting.ts';
import { exportSearchSource } from '../../exports/search-source.ts';
import { compareDiagnostics, type Diagnostic } from '../../model/diagnostic.ts';
import { finish } from '../../model/steps.ts';
import { OTHERS } from '../../parse/classify.ts';
import { groupCount } from '../../search/groups.ts';
import { digestProgram } from '../kept/digests.ts';
import * as states from '../kept/review-states.ts';
import type { FileState } from '../kept/site-folder.ts';
import { onDisk } from '../on-disk.ts';
import { keepIndex, NO_INDEX } from '../search/keep-index.ts';
import { makeAssets } from './make-assets.ts';
import { makeLists } from './make-lists.ts';
import { isStoppedBy, type MadeReview } from './make-review.ts';
import { makeReviews } from './make-reviews.ts';
import { openRecord } from './open-record.ts';
import type { BuildFacts } from './share.ts';
import { groupOfReview, startGroups } from './start-groups.ts';
import { verifyLinks } from './verify-links.ts';
import type { SiteFolders } from './write-page.ts';

export interface MakeSiteOptions extends BuildFacts {
  /** The content folder. */
  readonly contentFolder: string;
  readonly layouts: readonly string[];
  /** Where things stand that every build makes alike: styles, words. */
  readonly cache: string;
  /** Where the site and what became of its parts is kept, for this build alone. */
  readonly kept: string;
  /** The published site, whose files may be used again. */
  readonly published: string;
  readonly host?: Host;
  /** False for a site without its search: to measure what each costs. */
  readonly hasSearch: boolean;
  /** The generator's own folder. */
  readonly home: string;
  readonly progress: (step: string) => void;
}

export interface MadeSite {
  readonly record: OpenedRecord;
  /** Sorted by file, place and code. */
  readonly diagnostics: readonly Diagnostic[];
  /** Every file of the finished site; undefined when findings stopped it. */
  readonly files: readonly FileState[] | undefined;
  /** Where the site stands. */
  readonly folder: string;
  /** How many of its files had to be written. */
  readonly written: number;
  readonly pages: number;
  readonly records: number;
  readonly hostFiles: readonly HostFile[];
}

/**
 * Brings the kept site up to date: reads what changed, makes the reviews that this touches and the lists, and writes the
 * files that are other than before. What stops it leaves the kept site half-made, which is no harm: the next build looks
 * at every file. Throws ExplainedError.
 */
export async function makeSite(options: MakeSiteOptions): Promise<MadeSite> {
  const { content, kept, layouts, cache, progress, stopAt } = options;
  const facts: BuildFacts = {
    content,
    today: options.today,
    helpPages: options.helpPages,
    stopAt,
    ...(options.baseUrl === undefined ? {} : { baseUrl: options.baseUrl }),
  };
  const program = digestProgram(options.home, layouts);
  const keeper = states.openStates(content, kept, program);

  progress(`Reading ${content.files.length} files`);
  const opened = await openRecord(facts, keeper.unread, keeper.faces);
  const { record, shared } = opened.share;
  const { base } = shared.urls;
  const folders: SiteFolders = {
    site: join(kept, 'site'),
    donor: options.published,
    records: join(kept, 'records'),
    groups: groupCount(record.catalogue.documents.size),
    layouts,
    base,
  };
  const { groups } = folders;
  const writer = opened.share.writeTo(folders);
  const { site } = writer;
  const index = options.hasSearch
    ? keepIndex({ site, records: folders.records, kept, cache, program, groups, base })
    : NO_INDEX;
  const reviewIds = [...record.parts.keys()].filter((id) => id !== OTHERS);
  const starter = startGroups(index, groups, reviewIds);
  const made = new Map<string, MadeReview>();
  const take = (id: string, review: MadeReview) => {
    made.set(id, review);
    starter.made(id, states.filesOf(review).records);
  };

  keeper.open(record, [options.today, options.baseUrl ?? '', String(groups), JSON.stringify(shared.site)]);
  const toMake = reviewIds.filter((id) => {
    const before = keeper.current(id, writer);
    if (before) take(id, before);
    return !before;
  });
  // Group by group, so that the search can begin with the first when it is made.
  toMake.sort((a, b) => groupOfReview(a, groups) - groupOfReview(b, groups));
  progress(`Checking and printing ${toMake.length} reviews`);
  await makeReviews(opened, toMake, folders, take);
  for (const id of toMake) keeper.keep(id, made.get(id)!, opened.faces);

  progress('Making lists and registers');
  const others = finish(analysePartInSteps(record, OTHERS));
  const reviews = reviewIds.map((id) => made.get(id)!);
  const entries = record.catalogue.reviews.flatMap(({ id }) => made.get(id)!.pages);
  const rest = finish(buildRestInSteps(shared, others, [others, ...reviews], entries));
  const found = [...[others, ...reviews].flatMap((part) => part.diagnostics), ...rest.diagnostics];
  const ownPages = [...rest.lists, ...rest.others];
  const result = {
    record,
    diagnostics: found.sort(compareDiagnostics),
    hostFiles: options.host === undefined ? [] : hostingFiles(options.host, ownPages, base),
    folder: folders.site,
    pages: ownPages.length + entries.length,
  };
  if (isStoppedBy(found, stopAt)) {
    await index.abandon();
    return { ...result, files: undefined, written: site.written, records: 0 };
  }
  const lists = makeLists(writer, ownPages, kept, program);
  starter.madeLists(lists.records);
  // nginx reads its configuration from beside the site: it is not published.
  const ofHost = options.host === 'nginx' ? [] : result.hostFiles;
  const data = [...rest.files, ...ofHost].map(({ file, content: text }) => site.write(file, text));
  const attached = rest.attachments.map(({ from, to }) =>
    site.write(to, readFileSync(onDisk(options.contentFolder, from))),
  );
  const assets = await makeAssets(site, kept, program, { layouts, cache });
  progress('Making the search index');
  const searched = await index.finish(exportSearchSource(shared));

  const ofReviews = reviews.map((review) => states.filesOf(review));
  const files = [...ofReviews.flatMap((of) => of.site), ...[lists.pages, data, attached, assets, searched].flat()];
  const planned = new Set(files.map(({ file }) => file));
  const records = [...ofReviews.flatMap((of) => of.records), ...lists.records];
  site.removeOthers(planned);
  writer.records.removeOthers(new Set(records.map(({ file }) => file)));
  verifyLinks({ reviews, lists: lists.leads, planned, site: folders.site, base });
  keeper.removeOthers();
  return { ...result, files, written: site.written, records: records.length };
}
