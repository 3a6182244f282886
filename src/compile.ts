import {
  analysePartInSteps,
  joinAnalyses,
  openInSteps,
  seenBy,
  type Content,
  type OpenedRecord,
  type ParseCache,
  type PartAnalysis,
  type Witness,
} from './analyse.ts';
import { exportConclusionsCsv, exportConclusionsJson } from './exports/conclusions.ts';
import { exportSitemaps } from './exports/sitemap.ts';
import { copiedFiles, exportSiteFiles, type CopiedFile, type OutputFile } from './exports/site-files.ts';
import type { Catalogue } from './model/catalogue.ts';
import { compareDiagnostics, type Diagnostic, type KeptFinding } from './model/diagnostic.ts';
import { groupBy } from './model/group-by.ts';
import { finish, flatMapInSteps, type Steps } from './model/steps.ts';
import { watchMap } from './model/watched.ts';
import { OTHERS, partOf } from './parse/classify.ts';
import { checkAddresses } from './views/addresses.ts';
import { buildListPagesInSteps, buildOtherPages, buildPagesOfReview } from './views/build-pages.ts';
import type { ViewContext } from './views/context.ts';
import { deepFreeze } from './views/freeze.ts';
import { buildSitemapPage } from './views/index-pages.ts';
import { entryOf } from './views/page-entry.ts';
import { buildSiteView } from './views/site-view.ts';
import type { AnyPageView, PageEntry } from './views/types.ts';
import { reviewSlug, urlsFor } from './views/urls.ts';
import { en } from './words/en.ts';

export { analyse, type Content, type ParseCache } from './analyse.ts';

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

export interface Compilation {
  readonly catalogue: Catalogue;
  readonly pages: readonly AnyPageView[];
  readonly files: readonly OutputFile[];
  readonly attachments: readonly CopiedFile[];
  /** Sorted by file, place and code. */
  readonly diagnostics: readonly Diagnostic[];
  readonly kept: readonly KeptFinding[];
  /** The site's path, `/` or `/scrutiny/`. */
  readonly basePath: string;
}

/**
 * Texts in, site out: open, analyse, view, export. Pure; never throws for any content; gives the same result for the same
 * files in any order.
 */
export function compile(content: Content, options: CompileOptions, cache: ParseCache = new Map()): Compilation {
  return finish(compileInSteps(content, options, cache));
}

/** The same in steps of a few milliseconds each (a document, a list), so that a large archive keeps nobody waiting. */
export function* compileInSteps(
  content: Content,
  options: CompileOptions,
  cache: ParseCache = new Map(),
): Steps<Compilation> {
  const record = yield* openInSteps(content, options, cache);
  const analyses = new Map<string, PartAnalysis>();
  for (const id of record.parts.keys()) analyses.set(id, yield* analysePartInSteps(partSeen(record, id), id));
  const { catalogue, diagnostics, kept } = joinAnalyses(record, [...analyses.values()]);
  const context = contextFor(record, options, diagnostics.length);
  const reviews = yield* flatMapInSteps(catalogue.reviews, ({ id }) => [
    buildReview(contextSeen(context, partSeen(record, id)), analyses.get(id)!, id),
  ]);
  const lists = yield* buildListsInSteps(context, analyses.get(OTHERS)!);
  const listed = [...lists.lists, ...reviews.flatMap((review) => review.pages), ...lists.others];
  const rest = buildRest(context, listed.map(entryOf), [...analyses.values()]);
  const pages = [...listed, rest.sitemap];
  return {
    catalogue,
    pages: Object.freeze(pages.filter((_, index) => !rest.doubled.has(index))),
    files: [...reviews.flatMap(({ files }) => files), ...exportSiteFiles(context), ...rest.files],
    attachments: rest.attachments,
    diagnostics: [...diagnostics, ...rest.diagnostics].sort(compareDiagnostics),
    kept,
    basePath: context.urls.base,
  };
}

/** What is known of some reviews when nothing else is looked at. */
export type ReviewsCompilation = Pick<Compilation, 'catalogue' | 'pages' | 'diagnostics' | 'kept'>;

/**
 * The pages of some reviews and what is wrong in them, for a preview that shows a change at once: no lists, no data files,
 * and no look at whether addresses are taken or lead anywhere. `content` may be only what these reviews refer to. With
 * what was `found` in them before, nothing is checked: that takes longer than all else.
 */
export function compileReviews(
  content: Content,
  ids: ReadonlySet<string>,
  options: CompileOptions,
  cache: ParseCache,
  found?: Pick<Compilation, 'diagnostics' | 'kept'>,
): ReviewsCompilation {
  const record = finish(openInSteps(content, options, cache));
  const parts = [...ids].filter((id) => record.parts.has(id)).map((id) => ({ id, seen: partSeen(record, id) }));
  const analyses = parts.map(({ id, seen }) => {
    const analysis = finish(analysePartInSteps(seen, id, found === undefined));
    const isOwn = (file: string) => partOf(file) === id;
    const before = found && {
      diagnostics: found.diagnostics.filter(({ file }) => isOwn(file)),
      kept: found.kept.filter(({ finding }) => isOwn(finding.file)),
    };
    return { id, seen, analysis: { ...analysis, ...before } };
  });
  const diagnostics = analyses.flatMap(({ analysis }) => analysis.diagnostics);
  const context = contextFor(record, options, diagnostics.length);
  const built = analyses.filter(({ id }) => context.resolver.reviewsById.has(id));
  return {
    catalogue: record.catalogue,
    pages: built.flatMap(({ id, seen, analysis }) => buildReview(contextSeen(context, seen), analysis, id).pages),
    diagnostics: diagnostics.sort(compareDiagnostics),
    kept: analyses.flatMap(({ analysis }) => analysis.kept),
  };
}

const NOBODY: Witness = { part: () => undefined, today: () => undefined };

function partSeen(record: OpenedRecord, id: string): OpenedRecord {
  return id === OTHERS ? record : seenBy(record, id, NOBODY);
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
    hasTexts: true,
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

/** The pages and data files of a published review; where texts are left out, only pages, for they are not printed. */
export function buildReview(shared: ViewContext, analysis: PartAnalysis, id: string): BuiltReview {
  const context = contextOfPart(shared, analysis);
  const pages = buildPagesOfReview(context, context.resolver.reviewsById.get(id)!);
  if (!context.hasTexts) return { pages, files: [] };
  const files = pages.flatMap((page) =>
    page.layout === 'conclusions'
      ? [
          { file: `reviews/${reviewSlug(id)}/conclusions.json`, content: exportConclusionsJson(page.conclusions) },
          { file: `reviews/${reviewSlug(id)}/conclusions.csv`, content: exportConclusionsCsv(page.conclusions) },
        ]
      : [],
  );
  return { pages: deepFreeze(pages), files };
}

/** What is no review's, as far as it can be made before any review is. */
export interface BuiltLists {
  /** Pages that come before those of the reviews, and after. */
  readonly lists: readonly AnyPageView[];
  readonly others: readonly AnyPageView[];
}

/** Lists, registers, plain pages; one list a step. Reads no review's bodies. */
export function* buildListsInSteps(shared: ViewContext, analysis: PartAnalysis): Steps<BuiltLists> {
  const context = contextOfPart(shared, analysis);
  const lists = yield* buildListPagesInSteps(context);
  const others = buildOtherPages(context);
  if (context.hasTexts)
    for (const page of [...lists, ...others]) {
      deepFreeze(page);
      yield;
    }
  return { lists, others };
}

/** What can be made only when all pages are known. */
export interface BuiltRest {
  readonly sitemap: AnyPageView;
  /** Which of all pages have an address that belongs to another, counted in the order lists, reviews, others, sitemap. */
  readonly doubled: ReadonlySet<number>;
  readonly files: readonly OutputFile[];
  readonly attachments: Compilation['attachments'];
  readonly diagnostics: readonly Diagnostic[];
}

/** What is left of a part when its texts are read no more. */
export type PartLinks = Pick<PartAnalysis, 'siteLinks' | 'attachments'>;

/** `listed` are all pages but the sitemap, in the order lists, reviews, others; `links` those of all parts. */
export function buildRest(shared: ViewContext, listed: readonly PageEntry[], links: readonly PartLinks[]): BuiltRest {
  const sitemap = deepFreeze(buildSitemapPage(shared, listed));
  const all = [...listed, entryOf(sitemap)];
  const siteLinks = links.flatMap((part) => part.siteLinks);
  const { doubled, diagnostics } = checkAddresses(shared.catalogue, all, siteLinks, shared.urls);
  const kept = all.filter((_, index) => !doubled.has(index));
  const used = links.flatMap(({ attachments }) => attachments);
  return {
    sitemap,
    doubled,
    files: exportSitemaps(shared.urls, kept),
    attachments: copiedFiles(shared.catalogue, used),
    diagnostics,
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
