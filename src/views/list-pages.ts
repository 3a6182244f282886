import type { Review } from '../model/catalogue.ts';
import { documentLink, type ViewContext } from './context.ts';
import { areaItem } from './items.ts';
import { buildPageBase } from './page-base.ts';
import { dateText } from './text.ts';
import type { FacetView, FactView, ListItemView, ListPageView } from './types.ts';
import { paths, siteUrl } from './urls.ts';

/** What a list page is made from. */
export interface ListFacts {
  path: string;
  title: string;
  caption?: string;
  parent?: { text: string; path: string };
  intro?: string;
  facts?: FactView[];
  groups: { heading: string; items: ListItemView[] }[];
  empty?: string;
  facets?: FacetView[];
}

/** A page that lists documents in groups. */
export function buildListPage(context: ViewContext, list: ListFacts): ListPageView {
  const breadcrumbs = list.parent ? [{ text: list.parent.text, url: siteUrl(context.urls, list.parent.path) }] : [];
  return {
    ...buildPageBase(context, {
      path: list.path,
      layout: 'list',
      title: list.title,
      caption: list.caption,
      breadcrumbs,
    }),
    layout: 'list',
    intro: list.intro ?? '',
    facts: list.facts ?? [],
    groups: list.groups.filter((group) => group.items.length > 0),
    empty: list.empty ?? '',
    facets: list.facets ?? [],
  };
}

/** The lists inside a review: its areas, meetings and appendices. */
export function buildReviewListPages(context: ViewContext, review: Review): ListPageView[] {
  const parent = { text: review.index.data.title, path: paths.review(review.id) };
  const caption = review.index.data.title;
  const lists = [
    {
      path: paths.areas(review.id),
      title: context.words.areas,
      items: review.areas.map((area) => areaItem(context, review, area)),
    },
    {
      path: paths.meetings(review.id),
      title: context.words.meetings,
      items: review.meetings.map((meeting) => ({
        link: documentLink(context, meeting),
        meta: [dateText(meeting.data.date)],
        text: '',
      })),
    },
    {
      path: paths.appendices(review.id),
      title: context.words.appendices,
      items: review.appendices.map((appendix) => ({ link: documentLink(context, appendix), meta: [], text: '' })),
    },
  ];
  return lists
    .filter(({ items }) => items.length > 0)
    .map(({ path, title, items }) =>
      buildListPage(context, { path, title, caption, parent, groups: [{ heading: '', items }] }),
    );
}
