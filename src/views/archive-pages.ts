import { lastDate } from '../link/link-catalogue.ts';
import type { Review } from '../model/catalogue.ts';
import type { ViewContext } from './context.ts';
import { buildFacet, valuesOfFacet, type Facet } from './facets.ts';
import { reviewItem } from './items.ts';
import { planListPage } from './list-pages.ts';
import type { PlannedPage } from './plan.ts';
import { countText, reviewState } from './text.ts';
import { paths } from './urls.ts';

/** The archive: all reviews, and a page for each committee, year, topic and state. */
export function planArchivePages(context: ViewContext): PlannedPage[] {
  const { reviews } = context.catalogue;
  const facets = reviewFacets(context);
  const page = (
    path: string,
    title: string,
    caption: string,
    shown: readonly Review[],
    current?: { facet: string; value: string },
  ): PlannedPage =>
    planListPage(context, path, () => ({
      title,
      caption,
      ...(current ? { parent: { text: context.words.reviews, path: paths.reviews } } : {}),
      intro: countText(shown.length, 'review', 'reviews'),
      facets: facets.map((facet) =>
        buildFacet(context, facet, reviews, facet.name === current?.facet ? current.value : ''),
      ),
      groups: [{ heading: '', items: shown.map((review) => archiveItem(context, facets, review)) }],
      empty: context.words.noReviews,
    }));
  return [
    page(paths.reviews, context.words.reviews, '', reviews),
    ...facets
      .filter((facet) => facet.name === 'year' || facet.name === 'state')
      .flatMap((facet) =>
        valuesOfFacet(facet, reviews).map((value) => {
          const shown = reviews.filter((review) => facet.valuesOf(review).includes(value));
          return page(facet.pathOf(value), value, context.words.reviews, shown, { facet: facet.name, value });
        }),
      ),
  ];
}

/** Committees and topics have pages of their own already; years and states get one each. */
export function reviewFacets(context: ViewContext): Facet<Review>[] {
  const { words } = context;
  return [
    {
      name: 'committee',
      heading: words.committee,
      valuesOf: (review) => [review.index.data.committee],
      pathOf: paths.committee,
    },
    {
      name: 'year',
      heading: words.year,
      valuesOf: (review) => yearOf(review),
      pathOf: (value) => paths.reviewsBy('year', value),
    },
    { name: 'topic', heading: words.topic, valuesOf: (review) => review.index.data.topics ?? [], pathOf: paths.topic },
    {
      name: 'state',
      heading: words.state,
      valuesOf: (review) => [reviewState(review.index.data.status).text],
      pathOf: (value) => paths.reviewsBy('state', value),
    },
  ];
}

function yearOf(review: Review): string[] {
  const date = lastDate(review);
  return date === undefined ? [] : [date.slice(0, 4)];
}

function archiveItem(context: ViewContext, facets: readonly Facet<Review>[], review: Review) {
  const filters = facets.flatMap((facet) => facet.valuesOf(review).map((value) => ({ name: facet.name, value })));
  return { ...reviewItem(context, review), filters };
}
