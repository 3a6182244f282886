import type { Document } from '../model/document.ts';
import { documentLink, type ViewContext } from './context.ts';
import { buildPageBase } from './page-base.ts';
import type { EverythingPageView, SearchPageView } from './types.ts';
import { paths, siteUrl } from './urls.ts';

/** With more documents than these the search page itself lists the reviews only: it must stay light. */
const LISTED = 300;

/** The search page. */
export function buildSearchPage(context: ViewContext): SearchPageView {
  const { urls, words, catalogue } = context;
  const at = (path: string) => siteUrl(urls, path);
  const isShort = catalogue.documents.size <= LISTED;
  const reviews = catalogue.reviews.map((review) => itemOf(context, review.index));
  return {
    ...buildPageBase(context, { path: paths.search, layout: 'search', title: words.search }),
    layout: 'search',
    indexUrl: at(paths.searchIndex),
    everythingUrl: at(paths.everything),
    everything: isShort ? everythingGroups(context) : [{ heading: words.allReviews, items: reviews }],
    browse: [
      { text: words.allReviews, url: at(paths.reviews) },
      { text: words.allRecommendations, url: at(paths.register) },
      { text: words.meetingsByDate, url: at(paths.meetingsByDate) },
      { text: words.people, url: at(paths.people) },
      { text: words.glossary, url: at(paths.glossary) },
      { text: words.everythingLink, url: at(paths.everything) },
    ],
  };
}

/** Every document on one page: what the search form leads to without JavaScript. */
export function buildEverythingPage(context: ViewContext): EverythingPageView {
  const { urls, words } = context;
  return {
    ...buildPageBase(context, {
      path: paths.everything,
      layout: 'everything',
      title: words.everything,
      breadcrumbs: [{ text: words.search, url: siteUrl(urls, paths.search) }],
    }),
    layout: 'everything',
    everything: everythingGroups(context),
  };
}

function everythingGroups(context: ViewContext): EverythingPageView['everything'] {
  const { words, catalogue } = context;
  const groups = catalogue.reviews.map((review) => ({
    heading: review.index.data.title,
    items: [review.index, ...review.areas, ...review.meetings, ...review.recommendations, ...review.appendices].map(
      (document) => itemOf(context, document),
    ),
  }));
  const pages = { heading: words.page, items: catalogue.pages.map((page) => itemOf(context, page)) };
  return [...groups, pages].filter((group) => group.items.length > 0);
}

function itemOf(context: ViewContext, document: Document) {
  return { link: documentLink(context, document), meta: [], text: '' };
}
