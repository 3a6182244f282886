import { applyJudgements } from './checks/checked.ts';
import { runChecksInSteps } from './checks/run-checks.ts';
import { exportConclusionsCsv, exportConclusionsJson } from './exports/conclusions.ts';
import { exportData } from './exports/data.ts';
import { exportFeed } from './exports/feed.ts';
import { exportSearchSource } from './exports/search-source.ts';
import { exportTheme } from './exports/theme.ts';
import { exportSitemap } from './exports/sitemap.ts';
import { linkInSteps } from './link/link-catalogue.ts';
import type { Catalogue } from './model/catalogue.ts';
import { compareDiagnostics, type Diagnostic, type KeptFinding } from './model/diagnostic.ts';
import { groupBy } from './model/group-by.ts';
import type { Attachment, SourceFile } from './model/source.ts';
import { finish, flatMapInSteps, type Steps } from './model/steps.ts';
import { attachmentReview, misplaced, noFile } from './parse/classify.ts';
import { parseFile, type ParsedFile } from './parse/document.ts';
import { checkAddresses } from './views/addresses.ts';
import { usedAttachments } from './link/used-attachments.ts';
import { buildPagesInSteps } from './views/build-pages.ts';
import type { ViewContext } from './views/context.ts';
import { deepFreeze } from './views/freeze.ts';
import { buildSiteView } from './views/site-view.ts';
import type { AnyPageView } from './views/types.ts';
import { attachmentPath, paths, reviewSlug, urlsFor } from './views/urls.ts';
import { en } from './words/en.ts';

/** The content folder as it is read: text files, and the paths of all others. */
export interface Content {
  readonly files: readonly SourceFile[];
  readonly attachments: readonly Attachment[];
  /** Paths of what stands there and is no file of its own: links, pipes, devices. */
  readonly notRead?: readonly string[];
}

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

/** A file of the site that is not a page: data, feed, sitemap. */
export interface OutputFile {
  /** Relative to the output folder. */
  readonly file: string;
  readonly content: string;
}

export interface Compilation {
  readonly catalogue: Catalogue;
  readonly pages: readonly AnyPageView[];
  readonly files: readonly OutputFile[];
  /** Attachments to copy: from the content folder, to the output folder. */
  readonly attachments: readonly { readonly from: string; readonly to: string }[];
  /** Sorted by file, place and code. */
  readonly diagnostics: readonly Diagnostic[];
  readonly kept: readonly KeptFinding[];
  /** The site's path, `/` or `/scrutiny/`. */
  readonly basePath: string;
}

/** Keeps parsed files by path and text, so that a long-lived process reads only what changed. */
export type ParseCache = Map<string, ParsedFile>;

/**
 * Texts in, site out: parse, link, check, view, export. Pure; never throws for any content; gives the same result for
 * the same files in any order.
 */
export function compile(content: Content, options: CompileOptions, cache: ParseCache = new Map()): Compilation {
  return finish(compileInSteps(content, options, cache));
}

/** The same in steps of a few milliseconds each (a review, a list), so that a large archive keeps nobody waiting. */
export function* compileInSteps(
  content: Content,
  options: CompileOptions,
  cache: ParseCache = new Map(),
): Steps<Compilation> {
  const { catalogue, diagnostics, kept } = yield* analyseInSteps(content, options, cache);
  const urls = urlsFor(options.baseUrl ?? catalogue.site?.data.url);
  const isPreview = options.preview ?? false;
  const problems = groupBy(diagnostics, (problem) => problem.file);
  const context: ViewContext = {
    catalogue,
    resolver: { pages: catalogue.pages, reviewsById: new Map(catalogue.reviews.map((review) => [review.id, review])) },
    urls,
    site: deepFreeze(buildSiteView(catalogue, urls, { isPreview, problemCount: isPreview ? diagnostics.length : 0 })),
    words: en,
    responseMonths: catalogue.site?.data.response?.months ?? 2,
    problems,
    kept: groupBy(kept, ({ finding }) => finding.file),
    helpPages: options.helpPages ?? new Map(),
    isPreview,
  };
  const pages = yield* buildPagesInSteps(context);
  const addresses = checkAddresses(catalogue, pages, urls);
  for (const page of addresses.pages) {
    deepFreeze(page);
    yield;
  }
  return {
    catalogue,
    pages: Object.freeze(addresses.pages),
    files: exportFiles(context, addresses.pages),
    attachments: copiedFiles(catalogue),
    diagnostics: [...diagnostics, ...addresses.diagnostics].sort(compareDiagnostics),
    kept,
    basePath: urls.base,
  };
}

export interface Analysis {
  readonly catalogue: Catalogue;
  readonly diagnostics: readonly Diagnostic[];
  /** Findings that were looked at and are right as they stand. */
  readonly kept: readonly KeptFinding[];
}

/** Parses, links and checks, without making pages: all that `check` needs. */
export function analyse(content: Content, options: CompileOptions, cache: ParseCache = new Map()): Analysis {
  return finish(analyseInSteps(content, options, cache));
}

function* analyseInSteps(content: Content, options: CompileOptions, cache: ParseCache): Steps<Analysis> {
  const parsed = yield* flatMapInSteps(content.files, (file) => [parseCached(file, cache)]);
  const logo = parsed.find((file) => file.site)?.site?.data.logo;
  const isAttachment = (path: string) => attachmentReview(path) !== undefined || path === logo;
  const strays = content.attachments.filter(({ path }) => !isAttachment(path)).map(({ path }) => misplaced(path));
  const unread = (content.notRead ?? []).map((path) => noFile(path));
  const attachments = content.attachments.flatMap(({ path }) => (isAttachment(path) ? [path] : []));
  const { catalogue, diagnostics } = yield* linkInSteps(parsed, attachments, {
    today: options.today,
    preview: options.preview ?? false,
  });
  const found = [
    ...parsed.flatMap((file) => file.diagnostics),
    ...strays,
    ...unread,
    ...diagnostics,
    ...(yield* runChecksInSteps(catalogue)),
  ];
  const documents = parsed.flatMap((file) => (file.document ? [file.document] : []));
  const judged = applyJudgements(catalogue, documents, found);
  return { catalogue, diagnostics: [...judged.diagnostics].sort(compareDiagnostics), kept: judged.kept };
}

function parseCached(source: SourceFile, cache: ParseCache): ParsedFile {
  const known = cache.get(source.path);
  if (known && known.source.text === source.text && known.source.invalidAt === source.invalidAt) return known;
  const parsed = parseFile(source);
  cache.set(source.path, parsed);
  return parsed;
}

/** Attachments that published text links to, and the logo. */
function copiedFiles(catalogue: Catalogue): Compilation['attachments'] {
  const logo = catalogue.site?.data.logo;
  const attached = usedAttachments(catalogue).map((path) => ({
    from: path,
    to: decodeURIComponent(attachmentPath(path)),
  }));
  return logo !== undefined && catalogue.attachments.has(logo) ? [...attached, { from: logo, to: logo }] : attached;
}

function exportFiles(context: ViewContext, pages: readonly AnyPageView[]): OutputFile[] {
  const conclusions = pages.flatMap((page) => {
    if (page.layout !== 'conclusions') return [];
    const review = context.catalogue.reviews.find(({ id }) => page.file === `${paths.conclusions(id)}index.html`)!;
    return [
      { file: `reviews/${reviewSlug(review.id)}/conclusions.json`, content: exportConclusionsJson(page.conclusions) },
      { file: `reviews/${reviewSlug(review.id)}/conclusions.csv`, content: exportConclusionsCsv(page.conclusions) },
    ];
  });
  const feed = exportFeed(context);
  const colour = context.catalogue.site?.data.colour;
  return [
    ...conclusions,
    ...exportData(context).map(({ name, content }) => ({ file: paths.data(name), content })),
    { file: paths.data('search.json'), content: `${JSON.stringify(exportSearchSource(context))}\n` },
    ...(feed === undefined ? [] : [{ file: paths.feed, content: feed }]),
    ...(colour === undefined ? [] : [{ file: `${paths.assets}theme.css`, content: exportTheme(colour) }]),
    { file: paths.sitemap, content: exportSitemap(pages) },
  ];
}
