import type { Review } from '../model/catalogue.ts';
import { compareDates } from '../model/dates.ts';
import { groupBy } from '../model/group-by.ts';
import { documentLink, type ViewContext } from './context.ts';
import { buildListPage } from './list-pages.ts';
import { buildPageBase } from './page-base.ts';
import { countText, dateText } from './text.ts';
import type { GlossaryPageView, ListPageView, PageEntry } from './types.ts';
import { paths } from './urls.ts';

/** All meetings of all reviews, newest first, by year. */
export function buildMeetingsPage(context: ViewContext): ListPageView {
  const meetings = context.catalogue.reviews
    .flatMap((review) => review.meetings.map((meeting) => ({ review, meeting })))
    .sort((a, b) => compareDates(b.meeting.data.date, a.meeting.data.date));
  const years = [...new Set(meetings.map(({ meeting }) => meeting.data.date.slice(0, 4)))];
  return buildListPage(context, {
    path: paths.meetingsByDate,
    title: context.words.meetingsByDate,
    groups: years.map((year) => ({
      heading: year,
      items: meetings
        .filter(({ meeting }) => meeting.data.date.startsWith(year))
        .map(({ review, meeting }) => ({
          link: documentLink(context, meeting),
          meta: [dateText(meeting.data.date), review.index.data.title],
          text: '',
        })),
    })),
    empty: context.words.noMeetings,
  });
}

/** Abbreviations of all reviews; one that means two things has two values. */
export function buildGlossaryPage(context: ViewContext): GlossaryPageView {
  const entries = new Map<string, Set<string>>();
  for (const review of context.catalogue.reviews) {
    for (const [short, long] of Object.entries(review.index.data.abbreviations ?? {}))
      entries.set(short, (entries.get(short) ?? new Set()).add(long));
  }
  const sorted = [...entries].sort((a, b) => a[0].localeCompare(b[0], 'en-GB'));
  return {
    ...buildPageBase(context, { path: paths.glossary, layout: 'glossary', title: context.words.glossary }),
    layout: 'glossary',
    entries: sorted.map(([term, meanings]) => ({ term, values: [...meanings].map((text) => ({ text })) })),
    empty: context.words.noAbbreviations,
  };
}

/** Of more pages nobody reads a list. */
const MOST_LISTED = 2000;

/**
 * Every page of the site that a reader may look for, review by review; of a site with more than `most` pages each review,
 * whose own page leads to all that is in it.
 */
export function buildSitemapPage(context: ViewContext, pages: readonly PageEntry[], most = MOST_LISTED): ListPageView {
  const item = (page: PageEntry) => ({
    link: { text: page.caption === '' ? page.title : `${page.title} (${page.caption})`, url: page.url },
    meta: [],
    text: '',
  });
  const listed = pages.filter((page) => !['redirect', 'not-found', 'print'].includes(page.layout));
  const byReview = groupBy(listed, (page) => /^reviews\/(?!by-)[^/]+\//.exec(page.file)?.[0] ?? '');
  const ofReview = (review: Review) => byReview.get(paths.review(review.id)) ?? [];
  const { reviews: all } = context.catalogue;
  const reviews =
    listed.length <= most
      ? all.map((review) => ({ heading: review.index.data.title, items: ofReview(review).map(item) }))
      : [
          {
            heading: context.words.reviews,
            items: all.map((review) => ({
              link: documentLink(context, review.index),
              meta: [countText(ofReview(review).length, 'page', 'pages')],
              text: '',
            })),
          },
        ];
  const others = (byReview.get('') ?? []).map(item);
  return buildListPage(context, {
    path: paths.sitemapPage,
    title: context.words.sitemap,
    groups: [{ heading: context.words.general, items: others }, ...reviews],
  });
}
