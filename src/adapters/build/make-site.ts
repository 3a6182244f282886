import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analysePartInSteps, type OpenedRecord } from '../../analyse.ts';
import { buildListsInSteps, buildRest } from '../../compile.ts';
import { exportSiteFiles } from '../../exports/site-files.ts';
import { hostingFiles, type Host, type HostFile } from '../../exports/hosting.ts';
import { compareDiagnostics, type Diagnostic } from '../../model/diagnostic.ts';
import { finish } from '../../model/steps.ts';
import { OTHERS } from '../../parse/classify.ts';
import { filesOf } from '../kept/review-states.ts';
import type { FileState } from '../kept/site-folder.ts';
import type { SearchSource } from '../../search/types.ts';
import { entryOf } from '../../views/page-entry.ts';
import { paths } from '../../views/urls.ts';
import { onDisk } from '../on-disk.ts';
import { INDEX_FOLDER } from '../search/batches.ts';
import { batchOfReview, OTHER_PAGES } from '../search/records.ts';
import { makeAssets } from './make-assets.ts';
import { listsKey, openLists, type Listed } from './make-lists.ts';
import { isStoppedBy, type MadeReview } from './make-review.ts';
import { makeChangedReviews, openBuild, type OpenOptions } from './open-build.ts';
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
  const { program, opened, writer, folders, keeper, reviewIds } = build;
  const { record, shared } = opened.share;
  const { site } = writer;
  const { base } = shared.urls;
  const index = build.openIndex([OTHER_PAGES, ...reviewIds.map(batchOfReview)]);
  const others = finish(analysePartInSteps(record, OTHERS));
  const listMaker = openLists(writer, kept, program, listsKey(options, opened, others));
  let listed: Listed = { before: [], after: [], redirects: [], data: [], records: [] };
  let assets: readonly FileState[] = [];
  const makeLists = (): Listed => {
    // The lists of a large record fill much memory: what was printed of them is let go.
    const { lists, others: after } = finish(buildListsInSteps(shared, others));
    return {
      records: listMaker.make([...lists, ...after]),
      before: lists.map(entryOf),
      after: after.map(entryOf),
      redirects: after.filter(({ layout }) => layout === 'redirect'),
      data: exportSiteFiles(shared).map(({ file, content: text }) => site.write(file, text)),
    };
  };
  const makeListsAndAssets = async () => {
    listed = listMaker.again() ?? makeLists();
    listMaker.keep(listed);
    index.add(OTHER_PAGES, listed.records);
    assets = await makeAssets(site, kept, program, { layouts, cache });
    index.prepare();
  };
  const made = new Map<string, MadeReview>();
  const take = (id: string, review: MadeReview, isNew: boolean) => {
    made.set(id, review);
    index.add(batchOfReview(id), filesOf(review).records, isNew);
  };
  const writtenByOthers = await makeChangedReviews(build, progress, take, makeListsAndAssets);

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
  const pages = [
    ...ofReviews.flatMap((of) => of.site),
    ...[madeLists.pages, listed.data, late, attached, assets].flat(),
  ];
  const planned = new Map(pages.map((state) => [state.file, state]));
  // While the search is made: no page leads into it.
  site.removeOthers(planned, { notBelow: INDEX_FOLDER });
  writer.records.removeOthers(new Set(records.map(({ file }) => file)));
  verifyLinks({ reviews, lists: madeLists.leads, planned, site: folders.site, base, kept });
  keeper.removeOthers();
  progress('Making the search index');
  const sourceFile = listed.data.find(({ file }) => file === paths.data('search.json'))!;
  const searched = await index.finish({
    key: sourceFile.digest,
    read: () => JSON.parse(readFileSync(join(site.folder, sourceFile.file), 'utf8')) as SearchSource,
  });
  site.removeOthers(new Set(searched.files.map(({ file }) => file)), { below: INDEX_FOLDER });
  const written = site.written + writtenByOthers + searched.written;
  return { ...result, files: [...pages, ...searched.files], written, records: records.length };
}
