import { slug } from '../model/anchors.ts';
import type { Review } from '../model/catalogue.ts';
import type { ViewContext } from './context.ts';
import { reviewItem } from './items.ts';
import { planListPage } from './list-pages.ts';
import type { PlannedPage } from './plan.ts';
import { countText } from './text.ts';
import { paths, siteUrl } from './urls.ts';

/** One page for each committee and topic, and the lists of them. */
export function planGroupPages(context: ViewContext): PlannedPage[] {
  const committees = groupReviews(context.catalogue.reviews, (review) => [review.index.data.committee]);
  const topics = groupReviews(context.catalogue.reviews, (review) => review.index.data.topics ?? []);
  return [
    ...planGroups(context, committees, {
      title: 'Committees',
      caption: 'Committee',
      path: paths.committees,
      pathOf: paths.committee,
    }),
    ...planGroups(context, topics, { title: 'Topics', caption: 'Topic', path: paths.topics, pathOf: paths.topic }),
  ];
}

interface GroupKind {
  title: string;
  caption: string;
  path: string;
  pathOf: (name: string) => string;
}

function planGroups(
  context: ViewContext,
  groups: ReadonlyMap<string, { name: string; reviews: Review[] }>,
  kind: GroupKind,
): PlannedPage[] {
  const sorted = [...groups.values()].sort((a, b) => a.name.localeCompare(b.name, 'en-GB'));
  const items = () =>
    sorted.map(({ name, reviews }) => ({
      link: { text: name, url: siteUrl(context.urls, kind.pathOf(name)) },
      meta: [countText(reviews.length, 'review', 'reviews')],
      text: '',
    }));
  const pages = sorted.map(({ name, reviews }) =>
    planListPage(context, kind.pathOf(name), () => ({
      title: name,
      caption: kind.caption,
      parent: { text: kind.title, path: kind.path },
      groups: [{ heading: context.words.reviews, items: reviews.map((review) => reviewItem(context, review)) }],
    })),
  );
  return sorted.length === 0
    ? []
    : [
        planListPage(context, kind.path, () => ({ title: kind.title, groups: [{ heading: '', items: items() }] })),
        ...pages,
      ];
}

/** Names that make the same address are one committee or topic. */
function groupReviews(
  reviews: readonly Review[],
  namesOf: (review: Review) => readonly string[],
): Map<string, { name: string; reviews: Review[] }> {
  const groups = new Map<string, { name: string; reviews: Review[] }>();
  for (const review of reviews) {
    for (const name of namesOf(review)) {
      const group = groups.get(slug(name)) ?? { name, reviews: [] };
      if (!group.reviews.includes(review)) group.reviews.push(review);
      groups.set(slug(name), group);
    }
  }
  return groups;
}
