import type { Document } from '../model/document.ts';
import type { ViewContext } from './context.ts';
import { documentLink, reviewOf } from './context.ts';
import { dateText, excerpt, restrictedText } from './text.ts';
import { documentTitle } from './titles.ts';
import type { BacklinkView, LinkView, PageView, ProblemView, TocEntry } from './types.ts';
import { documentPath, fullUrl, outputFile, paths, siteUrl } from './urls.ts';

export interface PageFacts {
  /** Path relative to the site's home. */
  readonly path: string;
  readonly layout: string;
  readonly title: string;
  readonly caption?: string;
  readonly description?: string;
  readonly breadcrumbs?: readonly LinkView[];
  /** The document the page is made from. */
  readonly document?: Document;
  readonly problems?: readonly ProblemView[];
  /** Path of the page that this one stands for; its own unless given. */
  readonly canonicalPath?: string;
}

/** What every page has, from the little that differs. */
export function buildPageBase(context: ViewContext, facts: PageFacts): PageView {
  const { urls, site, words } = context;
  const { document } = facts;
  const isHome = facts.path === '';
  return {
    layout: facts.layout,
    url: siteUrl(urls, facts.path),
    file: outputFile(facts.path),
    canonical: fullUrl(urls, facts.canonicalPath ?? facts.path),
    site,
    language: document?.data.language ?? site.language,
    title: facts.title,
    caption: facts.caption ?? '',
    windowTitle: isHome ? site.name : [facts.title, facts.caption, site.name].filter((part) => part).join(' – '),
    description: excerpt(facts.description ?? facts.title, 200),
    breadcrumbs: isHome
      ? []
      : [{ text: words.home, url: site.homeUrl }, ...(facts.breadcrumbs ?? []), { text: facts.title }],
    navigation: navigationFor(context, facts.path),
    problems: facts.problems ?? problemsOf(context, document),
    citation: document ? citationOf(context, facts, document) : '',
    isDraft: document !== undefined && isDraft(context, document),
    restrictedNotice: document?.restricted ? restrictedText(document.data.restricted?.paragraph) : '',
    restrictedSummary: document?.restricted ? (document.data.restricted?.summary ?? '') : '',
    corrections: (document?.data.corrections ?? []).map(({ date, note }) => ({ date: dateText(date), note })),
    translations: document ? translationsOf(context, document) : [],
    sourceLinks: document ? sourceLinks(context, document) : [],
  };
}

function navigationFor(context: ViewContext, path: string): PageView['navigation'] {
  const { words, urls } = context;
  const parts = [
    { text: words.reviews, path: paths.reviews },
    { text: words.recommendations, path: paths.register },
    { text: words.people, path: paths.people },
    { text: words.search, path: paths.search },
  ];
  return parts.map((part) => ({
    text: part.text,
    url: siteUrl(urls, part.path),
    isCurrent: path.startsWith(part.path),
  }));
}

/** Title, review, publisher, date and permanent address: all that a reader needs to cite a page. */
function citationOf(context: ViewContext, facts: PageFacts, document: Document): string {
  const review = reviewOf(context, document);
  const parts = [
    context.site.organisation,
    documentTitle(document),
    review && document.kind !== 'review' ? review.index.data.title : '',
    review ? dateText(review.index.data.published) : '',
  ];
  return [...parts.filter((part) => part !== ''), fullUrl(context.urls, facts.path)]
    .filter((part) => part !== '')
    .join(', ');
}

/** The breadcrumbs of a document of a review: all reviews, the review, perhaps the list it stands in. */
export function reviewBreadcrumbs(context: ViewContext, document: Document): LinkView[] {
  const review = reviewOf(context, document);
  const all = { text: context.words.reviews, url: siteUrl(context.urls, paths.reviews) };
  return review && document.kind !== 'review' ? [all, documentLink(context, review.index)] : [all];
}

function isDraft(context: ViewContext, document: Document): boolean {
  return document.draft || (reviewOf(context, document)?.index.draft ?? false);
}

function problemsOf(context: ViewContext, document: Document | undefined): ProblemView[] {
  if (!context.isPreview || !document) return [];
  return (context.problems.get(document.path) ?? []).map((problem) => ({
    code: problem.code,
    severity: problem.severity,
    place: problem.file,
    message: problem.message,
    hint: problem.hint ?? '',
  }));
}

function translationsOf(context: ViewContext, document: Document): PageView['translations'] {
  return (context.catalogue.translations.get(document.path) ?? []).flatMap((path) => {
    const other = context.catalogue.documents.get(path);
    if (!other) return [];
    const url = siteUrl(context.urls, documentPath(other));
    return [{ text: documentTitle(other), url, language: other.data.language ?? context.site.language }];
  });
}

function sourceLinks(context: ViewContext, document: Document): LinkView[] {
  const repository = context.catalogue.site?.data.repository?.replace(/\/$/, '');
  if (repository === undefined) return [];
  const path = `content/${document.path}`.split('/').map(encodeURIComponent).join('/');
  return [
    { text: context.words.editPage, url: `${repository}/blob/main/${path}` },
    { text: context.words.history, url: `${repository}/commits/main/${path}` },
  ];
}

/** The headings of a body as a nested list of links. */
export function buildContents(document: Document): TocEntry[] {
  interface Entry extends TocEntry {
    children: Entry[];
  }
  const roots: Entry[] = [];
  const open: { level: number; entry: Entry }[] = [];
  for (const { level, text, anchor } of document.body.headings) {
    const entry: Entry = { text, url: `#${anchor}`, children: [] };
    while (open.length > 0 && open.at(-1)!.level >= level) open.pop();
    (open.at(-1)?.entry.children ?? roots).push(entry);
    open.push({ level, entry });
  }
  return roots;
}

/** The sentences elsewhere that refer to a document. */
export function buildBacklinks(context: ViewContext, document: Document): BacklinkView[] {
  return (context.backlinks.get(document.path) ?? []).map((backlink) => {
    const path = documentPath(backlink.from);
    const { sentence, start, end } = backlink;
    return {
      from: documentLink(context, backlink.from),
      url: siteUrl(context.urls, backlink.anchor === '' ? path : `${path}#${backlink.anchor}`),
      before: sentence.slice(0, start),
      reference: sentence.slice(start, end),
      after: sentence.slice(end),
    };
  });
}

/** A plain excerpt of a document's text, for descriptions and lists. */
export function firstText(document: Document, length = 200): string {
  return excerpt(document.body.opening, length);
}
