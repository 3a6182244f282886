import { readFileSync } from 'node:fs';
import { analysePartInSteps, type OpenedRecord } from '../../analyse.ts';
import { buildListsInSteps, buildRest, type BuiltLists } from '../../compile.ts';
import { hostingFiles, type Host, type HostFile } from '../../exports/hosting.ts';
import { compareDiagnostics, type Diagnostic } from '../../model/diagnostic.ts';
import { finish } from '../../model/steps.ts';
import { OTHERS } from '../../parse/classify.ts';
import { filesOf } from '../kept/review-states.ts';
import type { FileState } from '../kept/site-folder.ts';
import { entryOf } from '../../views/page-entry.ts';
import type { AnyPageView, PageEntry } from '../../views/types.ts';
import { onDisk } from '../on-disk.ts';
import { INDEX_FOLDER } from '../search/keep-index.ts';
import { makeAssets } from './make-assets.ts';
import { openLists } from './make-lists.ts';
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
  const listMaker = openLists(writer, kept, program);
  const others = finish(analysePartInSteps(record, OTHERS));
  // The lists of a large record fill much memory: what was printed of them is let go.
  const listed = { before: [] as PageEntry[], after: [] as PageEntry[], redirects: [] as AnyPageView[] };
  let data: FileState[] = [];
  let assets: readonly FileState[] = [];
  let searchSource: BuiltLists['searchSource'] | undefined;
  const makeListsAndAssets = async () => {
    const built = finish(buildListsInSteps(shared, others));
    starter.madeLists(listMaker.make([...built.lists, ...built.others]));
    listed.before = built.lists.map(entryOf);
    listed.after = built.others.map(entryOf);
    listed.redirects = built.others.filter(({ layout }) => layout === 'redirect');
    data = built.files.map(({ file, content: text }) => site.write(file, text));
    searchSource = built.searchSource;
    assets = await makeAssets(site, kept, program, { layouts, cache });
    index.prepare();
  };
  const made = new Map<string, MadeReview>();
  const take = (id: string, review: MadeReview) => {
    made.set(id, review);
    starter.made(id, filesOf(review).records);
  };
  await makeChangedReviews(build, progress, take, makeListsAndAssets);

  const reviews = reviewIds.map((id) => made.get(id)!);
  const entries = record.catalogue.reviews.flatMap(({ id }) => made.get(id)!.pages);
  const rest = buildRest(shared, [...listed.before, ...entries, ...listed.after], [others, ...reviews]);
  const found = [...[others, ...reviews].flatMap((part) => part.diagnostics), ...rest.diagnostics];
  const result = {
    record,
    diagnostics: found.sort(compareDiagnostics),
    hostFiles: options.host === undefined ? [] : hostingFiles(options.host, [rest.sitemap, ...listed.redirects], base),
    folder: folders.site,
    pages: listed.before.length + entries.length + listed.after.length + 1,
  };
  if (isStoppedBy(found, stopAt)) {
    await index.abandon();
    return { ...result, files: undefined, written: site.written, records: 0 };
  }
  listMaker.make([rest.sitemap]);
  const madeLists = listMaker.finish();
  // nginx reads its configuration from beside the site: it is not published.
  const ofHost = options.host === 'nginx' ? [] : result.hostFiles;
  const late = [...rest.files, ...ofHost].map(({ file, content: text }) => site.write(file, text));
  const attached = rest.attachments.map(({ from, to }) =>
    site.write(to, readFileSync(onDisk(options.contentFolder, from))),
  );
  const ofReviews = reviews.map((review) => filesOf(review));
  const records = [...ofReviews.flatMap((of) => of.records), ...madeLists.records];
  const pages = [...ofReviews.flatMap((of) => of.site), ...[madeLists.pages, data, late, attached, assets].flat()];
  const planned = new Set(pages.map(({ file }) => file));
  // While the search is made: no page leads into it.
  site.removeOthers(planned, { notBelow: INDEX_FOLDER });
  writer.records.removeOthers(new Set(records.map(({ file }) => file)));
  verifyLinks({ reviews, lists: madeLists.leads, planned, site: folders.site, base });
  keeper.removeOthers();
  progress('Making the search index');
  const searched = await index.finish(searchSource!);
  site.removeOthers(new Set(searched.map(({ file }) => file)), { below: INDEX_FOLDER });
  return { ...result, files: [...pages, ...searched], written: site.written, records: records.length };
}
