import type { Review } from '../model/catalogue.ts';
import type { ViewContext } from './context.ts';
import { fact, factList } from './document-base.ts';
import { areaItem, reviewItem } from './items.ts';
import { planListPage } from './list-pages.ts';
import type { PlannedPage } from './plan.ts';
import { countText } from './text.ts';
import { en as words } from '../words/en.ts';
import { paths, siteUrl } from './urls.ts';

/** One page for each organisation, and the list of them. */
export function planOrganisationPages(context: ViewContext): PlannedPage[] {
  const organisations = new Map<string, { name: string; abbreviation?: string; reviews: Review[] }>();
  for (const review of context.catalogue.reviews) {
    for (const [key, { name, abbreviation }] of review.organisations) {
      const known = organisations.get(key);
      if (known) known.reviews.push(review);
      else organisations.set(key, { name, abbreviation, reviews: [review] });
    }
  }
  const sorted = [...organisations].sort(
    (a, b) => a[1].name.localeCompare(b[1].name, 'en-GB') || (a[0] < b[0] ? -1 : 1),
  );
  if (sorted.length === 0) return [];
  const items = () =>
    sorted.map(([key, { name, reviews }]) => ({
      link: { text: name, url: siteUrl(context.urls, paths.organisation(key)) },
      meta: [countText(reviews.length, 'review', 'reviews')],
      text: '',
    }));
  const pages = sorted.map(([key, { name, abbreviation, reviews }]) =>
    planListPage(context, paths.organisation(key), () => ({
      title: name,
      caption: 'Organisation',
      parent: { text: 'Organisations', path: paths.organisations },
      facts: factList(fact(words.abbreviation, abbreviation)),
      groups: reviews.map((review) => ({
        heading: review.index.data.title,
        items: [
          reviewItem(context, review),
          ...review.areas
            .filter((area) => area.data.lead?.includes(key))
            .map((area) => areaItem(context, review, area)),
        ],
      })),
    })),
  );
  return [
    planListPage(context, paths.organisations, () => ({
      title: 'Organisations',
      groups: [{ heading: '', items: items() }],
    })),
    ...pages,
  ];
}
