import { NOBODY, type OpenedRecord, type PartAnalysis } from './analyse.ts';
import { exportConclusionsCsv, exportConclusionsJson } from './exports/conclusions.ts';
import { exportSitemaps } from './exports/sitemap.ts';
import { copiedFiles, type CopiedFile, type OutputFile } from './exports/site-files.ts';
import { groupBy } from './model/group-by.ts';
import { watchMap } from './model/watched.ts';
import { checkAddresses, type Addresses } from './views/addresses.ts';
import type { ViewContext } from './views/context.ts';
import { deepFreeze } from './views/freeze.ts';
import { buildSitemapPage } from './views/index-pages.ts';
import { entryOf } from './views/page-entry.ts';
import { addressOf, type PlannedPage } from './views/plan.ts';
import { planListPages, planOtherPages, planPagesOfReview } from './views/plan-pages.ts';
import { buildSiteView } from './views/site-view.ts';
import type { AnyPageView, PageAddress, PageEntry } from './views/types.ts';
import { paths, reviewSlug, urlsFor } from './views/urls.ts';
import { en } from './words/en.ts';

export interface CompileOptions {
  /** ISO date on which the site is built: drafts of the future, response clocks. */
  readonly today: string;
  /** Address of the site; site.yaml's `url` unless given. */
  readonly baseUrl?: string;
  /** Help pages of the codes as Markdown, for the public page about the checks; none unless given. */
  readonly helpPages?: ReadonlyMap<string, string>;
  /** Show drafts and problems. */
  readonly preview?: boolean;
}

/** What the builders of all views share. `problemCount` is shown in the preview. */
export function contextFor(record: OpenedRecord, options: CompileOptions, problemCount: number): ViewContext {
  const { catalogue } = record;
  const urls = urlsFor(options.baseUrl ?? catalogue.site?.data.url);
  const isPreview = options.preview ?? false;
  return {
    catalogue,
    resolver: { pages: catalogue.pages, reviewsById: new Map(catalogue.reviews.map((review) => [review.id, review])) },
    urls,
    site: deepFreeze(buildSiteView(catalogue, urls, { isPreview, problemCount: isPreview ? problemCount : 0 })),
    words: en,
    responseMonths: catalogue.site?.data.response?.months ?? 2,
    backlinks: new Map(),
    problems: new Map(),
    kept: new Map(),
    helpPages: options.helpPages ?? new Map(),
    isPreview,
  };
}

/** The same for the builders of one review's pages, of which `record` is what they may see (`seenBy`). */
export function contextSeen(shared: ViewContext, { catalogue }: OpenedRecord, witness = NOBODY): ViewContext {
  const { pages, reviewsById } = shared.resolver;
  return { ...shared, catalogue, resolver: { pages, reviewsById: watchMap(reviewsById, witness.part) } };
}

/** What one review brings to the site by itself. */
export interface BuiltReview {
  readonly pages: readonly AnyPageView[];
  readonly files: readonly OutputFile[];
}

/** Where the pages of a published review stand, without making them. */
export function planReview(shared: ViewContext, id: string): PageAddress[] {
  const planned = planPagesOfReview(shared, shared.resolver.reviewsById.get(id)!);
  return planned.map((page) => addressOf(shared.urls, page));
}

/** The pages and data files of a published review. */
export function buildReview(shared: ViewContext, analysis: PartAnalysis, id: string): BuiltReview {
  const context = contextOfPart(shared, analysis);
  const pages = planPagesOfReview(context, context.resolver.reviewsById.get(id)!).map(buildPage);
  const files = pages.flatMap((page) =>
    page.layout === 'conclusions'
      ? [
          { file: `reviews/${reviewSlug(id)}/conclusions.json`, content: exportConclusionsJson(page.conclusions) },
          { file: `reviews/${reviewSlug(id)}/conclusions.csv`, content: exportConclusionsCsv(page.conclusions) },
        ]
      : [],
  );
  return { pages, files };
}

/** What is no review's, as far as it can be made before any review is. */
export interface PlannedLists {
  /** Pages that come before those of the reviews, and after. */
  readonly lists: readonly PlannedPage[];
  readonly others: readonly PlannedPage[];
}

/** Lists, registers, plain pages. Making them reads of the reviews' bodies only what is known by their faces. */
export function planLists(shared: ViewContext, analysis: PartAnalysis): PlannedLists {
  const context = contextOfPart(shared, analysis);
  return { lists: planListPages(context), others: planOtherPages(context) };
}

/** Makes a planned page; nobody can change it afterwards. */
export function buildPage(page: PlannedPage): AnyPageView {
  return deepFreeze(page.build());
}

/** What is left of a part when its texts are read no more. */
export type PartLinks = Pick<PartAnalysis, 'siteLinks' | 'attachments'>;

/**
 * Whether each page has an address of its own, and what is written as an address of the site is one. `listed` are all
 * pages but the sitemap, in the order lists, reviews, others; `parts` all parts of the record.
 */
export function checkPages(
  { catalogue, urls }: ViewContext,
  listed: readonly PageAddress[],
  parts: readonly PartLinks[],
): Addresses {
  const sitemap = addressOf(urls, { layout: 'list', path: paths.sitemapPage });
  return checkAddresses(
    catalogue,
    [...listed, sitemap],
    parts.flatMap(({ siteLinks }) => siteLinks),
    urls,
  );
}

/** What can be made only when all pages are known. */
export interface BuiltRest {
  readonly sitemap: AnyPageView;
  readonly files: readonly OutputFile[];
  readonly attachments: readonly CopiedFile[];
}

/** Pages and parts as `checkPages` was given them, and what it found. */
export function buildRest(
  shared: ViewContext,
  listed: readonly PageEntry[],
  { doubled }: Addresses,
  parts: readonly PartLinks[],
): BuiltRest {
  const sitemap = deepFreeze(buildSitemapPage(shared, listed));
  const kept = [...listed, entryOf(sitemap)].filter((_, index) => !doubled.has(index));
  const used = parts.flatMap(({ attachments }) => attachments);
  return {
    sitemap,
    files: exportSitemaps(shared.urls, kept),
    attachments: copiedFiles(shared.catalogue, used),
  };
}

function contextOfPart(shared: ViewContext, { backlinks, diagnostics, kept }: PartAnalysis): ViewContext {
  return {
    ...shared,
    backlinks,
    problems: groupBy(diagnostics, (problem) => problem.file),
    kept: groupBy(kept, ({ finding }) => finding.file),
  };
}
