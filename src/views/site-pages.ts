import type { Review } from '../model/catalogue.ts';
import type { Document, PageDocument } from '../model/document.ts';
import { buildConclusionsTable, hasConclusions } from './conclusions.ts';
import { documentLink, type ViewContext } from './context.ts';
import { reviewItem } from './items.ts';
import { buildContents, buildPageBase, firstText } from './page-base.ts';
import { buildRegisterItem, isAwaitingResponse } from './recommendation-page.ts';
import { buildRecentChanges } from './timeline.ts';
import { renderBody } from './render-body.ts';
import { renderFieldText } from './render-text.ts';
import { reviewFacts } from './review-page.ts';
import { buildSearchRecord } from './search-record.ts';
import { dateText } from './text.ts';
import { documentTitle, recommendationName } from './titles.ts';
import type { HomePageView, NotFoundPageView, PlainPageView, PrintPageView, RedirectPageView } from './types.ts';
import { documentPath, paths, siteUrl } from './urls.ts';

/** The home page: newest reviews and what awaits an answer. */
export function buildHomePage(context: ViewContext): HomePageView {
  const { site, catalogue, urls } = context;
  const awaiting = catalogue.reviews.flatMap((review) =>
    review.recommendations
      .filter(isAwaitingResponse)
      .map((recommendation) => buildRegisterItem(context, review, recommendation)),
  );
  return {
    ...buildPageBase(context, {
      path: paths.home,
      layout: 'home',
      title: site.name,
      description: `${site.name}, ${site.organisation}`,
    }),
    layout: 'home',
    reviews: catalogue.reviews.slice(0, 10).map((review) => reviewItem(context, review)),
    awaiting: awaiting.slice(0, 20),
    changes: buildRecentChanges(context, 10),
    allReviewsUrl: siteUrl(urls, paths.reviews),
    registerUrl: siteUrl(urls, paths.register),
  };
}

/** An ordinary page. */
export function buildPlainPage(context: ViewContext, page: PageDocument): PlainPageView {
  const base = buildPageBase(context, {
    path: documentPath(page),
    layout: 'page',
    title: page.data.title,
    description: page.restricted ? page.data.title : (page.data.summary ?? firstText(page)),
    document: page,
  });
  return {
    ...base,
    layout: 'page',
    search: buildSearchRecord(page),
    bodyHtml: renderBody(context, page),
    contents: buildContents(page),
  };
}

/** The page for addresses that lead nowhere. */
export function buildNotFoundPage(context: ViewContext): NotFoundPageView {
  return {
    ...buildPageBase(context, { path: paths.notFound, layout: 'not-found', title: context.words.notFoundTitle }),
    layout: 'not-found',
  };
}

/** The whole review on one page, for printing and saving. */
export function buildPrintPage(context: ViewContext, review: Review): PrintPageView {
  const conclusions = hasConclusions(review) ? buildConclusionsTable(context, review) : undefined;
  const documents: Document[] = [
    review.index,
    ...review.recommendations,
    ...review.areas,
    ...review.meetings,
    ...review.appendices,
  ];
  const base = buildPageBase(context, {
    path: paths.print(review.id),
    layout: 'print',
    title: review.index.data.title,
    caption: context.words.wholeReview,
    breadcrumbs: [{ text: context.words.reviews, url: siteUrl(context.urls, paths.reviews) }],
  });
  return {
    ...base,
    layout: 'print',
    review: documentLink(context, review.index),
    facts: reviewFacts(context, review),
    ...(conclusions ? { conclusions } : {}),
    contents: documents.map((document) => ({
      text: partTitle(context, document),
      url: `#${partAnchor(document)}`,
      children: [],
    })),
    parts: documents.map((document) => {
      const anchor = partAnchor(document);
      const wordingHtml = document.restricted ? '' : renderFieldText(context, document, 'wording');
      const facts =
        document.kind === 'meeting' ? [{ term: 'Date', values: [{ text: dateText(document.data.date) }] }] : [];
      return {
        anchor,
        title: partTitle(context, document),
        facts,
        wordingHtml,
        bodyHtml: renderBody(context, document, { anchorPrefix: `${anchor}-`, below: 2 }),
      };
    }),
  };
}

function partTitle(context: ViewContext, document: Document): string {
  return document.kind === 'review' ? context.words.report : documentTitle(document);
}

function partAnchor(document: Document): string {
  switch (document.kind) {
    case 'area':
    case 'meeting':
      return `${document.kind}-${document.data.number}`;
    case 'recommendation':
      return recommendationName(document).toLowerCase().replace(' ', '-');
    case 'appendix':
      return `appendix-${document.data.letter.toLowerCase()}`;
    case 'review':
    case 'page':
      return 'report';
  }
}

/** The path of a former address as a clerk writes it. */
export function formerPath(from: string): string {
  const path = from.replace(/^\//, '');
  return path === '' || path.endsWith('/') || /\.\w+$/.test(path) ? path : `${path}/`;
}

/** A page at a former address that leads to where the document is now. */
export function buildRedirectPage(context: ViewContext, path: string, document: Document): RedirectPageView {
  const base = buildPageBase(context, {
    path,
    layout: 'redirect',
    title: context.words.movedTitle,
    canonicalPath: documentPath(document),
  });
  return { ...base, layout: 'redirect', target: documentLink(context, document) };
}
