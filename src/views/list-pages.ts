import type { Review } from '../model/catalogue.ts';
import { documentLink, type ViewContext } from './context.ts';
import { areaItem } from './items.ts';
import { buildPageBase } from './page-base.ts';
import { dateText } from './text.ts';
import { plan, type PlannedPage } from './plan.ts';
import type { FacetView, FactView, ListItemView, ListPageView, SearchRecordView } from './types.ts';
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
  search?: SearchRecordView;
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
    ...(list.search ? { search: list.search } : {}),
  };
}

/** The same, made only when it is asked for. */
export function planListPage(context: ViewContext, path: string, list: () => Omit<ListFacts, 'path'>): PlannedPage {
  return plan('list', path, () => buildListPage(context, { path, ...list() }));
}

/** The lists inside a review: its areas, meetings and appendices. */
export function planReviewListPages(context: ViewContext, review: Review): PlannedPage[] {
  const { words } = context;
  const parent = { text: review.index.data.title, path: paths.review(review.id) };
  const caption = review.index.data.title;
  const list = <T>(path: string, title: string, documents: readonly T[], item: (document: T) => ListItemView) =>
    documents.length === 0
      ? []
      : [
          planListPage(context, path, () => ({
            title,
            caption,
            parent,
            groups: [{ heading: '', items: documents.map(item) }],
          })),
        ];
  return [
    ...list(paths.areas(review.id), words.areas, review.areas, (area) => areaItem(context, review, area)),
    ...list(paths.meetings(review.id), words.meetings, review.meetings, (meeting) => ({
      link: documentLink(context, meeting),
      meta: [dateText(meeting.data.date)],
      text: '',
    })),
    ...list(paths.appendices(review.id), words.appendices, review.appendices, (appendix) => ({
      link: documentLink(context, appendix),
      meta: [],
      text: '',
    })),
  ];
}
