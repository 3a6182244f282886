import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analysePartInSteps, type OpenedRecord } from '../../analyse.ts';
import { buildPage, buildRest, checkPages, planLists } from '../../pages.ts';
import { exportSiteFiles } from '../../exports/site-files.ts';
import { hostingFiles, type Host, type HostFile } from '../../exports/hosting.ts';
import { compareDiagnostics, type Diagnostic } from '../../model/diagnostic.ts';
import { finish } from '../../model/steps.ts';
import { OTHERS } from '../../parse/classify.ts';
import { filesOf } from '../kept/review-states.ts';
import type { FileState } from '../kept/site-folder.ts';
import type { SearchSource } from '../../search/types.ts';
import { entryOf } from '../../views/page-entry.ts';
import type { PlannedPage } from '../../views/plan.ts';
import type { AnyPageView, PageEntry } from '../../views/types.ts';
import { paths } from '../../views/urls.ts';
import { onDisk } from '../on-disk.ts';
import { INDEX_FOLDER } from '../search/batches.ts';
import { batchOfReview, OTHER_PAGES } from '../search/records.ts';
import { makeAssets } from './make-assets.ts';
import { listsKey, openLists, type Listed } from './make-lists.ts';
import { addressesOf, isStoppedBy, type MadeReview } from './make-review.ts';
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
    const planned = planLists(shared, others);
    const records: FileState[] = [];
    const redirects: AnyPageView[] = [];
    // The lists of a large record fill much memory: each is let go before the next is made.
    const print = (page: PlannedPage): PageEntry => {
      const view = buildPage(page);
      records.push(...listMaker.make([view]));
      if (view.layout === 'redirect') redirects.push(view);
      return entryOf(view);
    };
    return {
      before: planned.lists.map(print),
      after: planned.others.map(print),
      redirects,
      data: exportSiteFiles(shared).map(({ file, content: text }) => site.write(file, text)),
      records,
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
  const parts = [others, ...reviews];
  const published = record.catalogue.reviews.map(({ id }) => made.get(id)!);
  const standing = [...listed.before, ...published.flatMap(addressesOf), ...listed.after];
  const addresses = checkPages(shared, standing, parts);
  const found = [...parts.flatMap((part) => part.diagnostics), ...addresses.diagnostics];
  const result = {
    record,
    diagnostics: found.sort(compareDiagnostics),
    folder: folders.site,
    pages: standing.length + 1,
  };
  if (isStoppedBy(found, stopAt)) {
    await index.abandon();
    return { ...result, files: undefined, written: site.written, records: 0, hostFiles: [] };
  }
  const entries = [...listed.before, ...published.flatMap((review) => review.pages), ...listed.after];
  const rest = buildRest(shared, entries, addresses, parts);
  listMaker.make([rest.sitemap]);
  const madeLists = listMaker.finish();
  // nginx reads its configuration from beside the site: it is not published.
  const { host } = options;
  const hostFiles = host === undefined ? [] : hostingFiles(host, [rest.sitemap, ...listed.redirects], base);
  const ofHost = host === 'nginx' ? [] : hostFiles;
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
  return { ...result, hostFiles, files: [...pages, ...searched.files], written, records: records.length };
}
