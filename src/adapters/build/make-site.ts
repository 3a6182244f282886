import { readFileSync } from 'node:fs';
import { analysePartInSteps, type OpenedRecord } from '../../analyse.ts';
import { buildRestInSteps } from '../../compile.ts';
import { hostingFiles, type Host, type HostFile } from '../../exports/hosting.ts';
import { compareDiagnostics, type Diagnostic } from '../../model/diagnostic.ts';
import { finish } from '../../model/steps.ts';
import { OTHERS } from '../../parse/classify.ts';
import { filesOf } from '../kept/review-states.ts';
import type { FileState } from '../kept/site-folder.ts';
import { onDisk } from '../on-disk.ts';
import { makeAssets } from './make-assets.ts';
import { makeLists } from './make-lists.ts';
import { isStoppedBy, type MadeReview } from './make-review.ts';
import { makeChangedReviews, openBuild, type OpenOptions } from './open-build.ts';
import { startGroups } from './start-groups.ts';
import { verifyLinks } from './verify-links.ts';

export interface MakeSiteOptions extends OpenOptions {
  /** The content folder. */
  readonly contentFolder: string;
  readonly host?: Host;
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
  const { kept, layouts, cache, progress, stopAt } = options;
  const build = await openBuild(options, () => true);
  const { program, opened, writer, folders, index, keeper, reviewIds } = build;
  const { record, shared } = opened.share;
  const { site } = writer;
  const { base } = shared.urls;
  const starter = startGroups(index, folders.groups, reviewIds, () => true);
  const made = new Map<string, MadeReview>();
  await makeChangedReviews(build, progress, (id, review) => {
    made.set(id, review);
    starter.made(id, filesOf(review).records);
  });

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
  const searched = await index.finish(rest.searchSource);

  const ofReviews = reviews.map((review) => filesOf(review));
  const files = [...ofReviews.flatMap((of) => of.site), ...[lists.pages, data, attached, assets, searched].flat()];
  const planned = new Set(files.map(({ file }) => file));
  const records = [...ofReviews.flatMap((of) => of.records), ...lists.records];
  site.removeOthers(planned);
  writer.records.removeOthers(new Set(records.map(({ file }) => file)));
  verifyLinks({ reviews, lists: lists.leads, planned, site: folders.site, base });
  keeper.removeOthers();
  return { ...result, files, written: site.written, records: records.length };
}
