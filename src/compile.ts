import {
  analysePartInSteps,
  joinAnalyses,
  NOBODY,
  openInSteps,
  seenBy,
  type Content,
  type OpenedRecord,
  type ParseCache,
  type PartAnalysis,
} from './analyse.ts';
import { exportSiteFiles, type CopiedFile, type OutputFile } from './exports/site-files.ts';
import type { Catalogue } from './model/catalogue.ts';
import { compareDiagnostics, type Diagnostic, type KeptFinding } from './model/diagnostic.ts';
import { finish, flatMapInSteps, type Steps } from './model/steps.ts';
import {
  buildPage,
  buildRest,
  buildReview,
  checkPages,
  contextFor,
  contextSeen,
  planLists,
  type CompileOptions,
} from './pages.ts';
import { OTHERS, partOf } from './parse/classify.ts';
import { entryOf } from './views/page-entry.ts';
import type { AnyPageView } from './views/types.ts';

export { analyse, type Content, type ParseCache } from './analyse.ts';
export type { CompileOptions } from './pages.ts';

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

/** The same in steps of a few milliseconds each (a document, a page that lists), so that a large archive keeps nobody waiting. */
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
  const { lists, others } = planLists(context, analyses.get(OTHERS)!);
  const builtLists = yield* flatMapInSteps(lists, (page) => [buildPage(page)]);
  const builtOthers = yield* flatMapInSteps(others, (page) => [buildPage(page)]);
  const listed = [...builtLists, ...reviews.flatMap((review) => review.pages), ...builtOthers];
  const parts = [...analyses.values()];
  const addresses = checkPages(context, listed, parts);
  const rest = buildRest(context, listed.map(entryOf), addresses, parts);
  const pages = [...listed, rest.sitemap];
  return {
    catalogue,
    pages: Object.freeze(pages.filter((_, index) => !addresses.doubled.has(index))),
    files: [...reviews.flatMap(({ files }) => files), ...exportSiteFiles(context), ...rest.files],
    attachments: rest.attachments,
    diagnostics: [...diagnostics, ...addresses.diagnostics].sort(compareDiagnostics),
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

function partSeen(record: OpenedRecord, id: string): OpenedRecord {
  return id === OTHERS ? record : seenBy(record, id, NOBODY);
}
