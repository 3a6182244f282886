import type { Review } from '../model/catalogue.ts';
import type { Person } from '../model/kinds.ts';
import { documentLink, type ViewContext } from './context.ts';
import { fact, factList } from './document-base.ts';
import { planListPage, type ListFacts } from './list-pages.ts';
import type { PlannedPage } from './plan.ts';
import { countText, dateText, personGroupText } from './text.ts';
import { publishRule } from '../model/publish-rule.ts';
import { en as words } from '../words/en.ts';
import { paths, siteUrl } from './urls.ts';

/** One page for each person who may be named, and the list of them. The same key in two reviews is the same person. */
export function planPeoplePages(context: ViewContext): PlannedPage[] {
  const sorted = namedPeople(context);
  const items = () =>
    sorted.map(([key, { person, reviews }]) => ({
      link: { text: person.name, url: siteUrl(context.urls, paths.person(key)) },
      meta: [person.role ?? '', countText(reviews.length, 'review', 'reviews')].filter((part) => part !== ''),
      text: '',
    }));
  return [
    planListPage(context, paths.people, () => ({
      title: context.words.people,
      groups: [{ heading: '', items: items() }],
      empty: 'Nobody is named in the record yet.',
    })),
    ...sorted.map(([key, { person, reviews }]) =>
      planListPage(context, paths.person(key), () => personFacts(context, key, person, reviews)),
    ),
  ];
}

/** Everybody who may be named, with their reviews, by surname. */
export function namedPeople(context: ViewContext): [string, { person: Person; reviews: Review[] }][] {
  const people = new Map<string, { person: Person; reviews: Review[] }>();
  for (const review of context.catalogue.reviews) {
    for (const [key, person] of review.people) {
      if (publishRule(person) !== 'name') continue;
      const known = people.get(key);
      if (known) known.reviews.push(review);
      else people.set(key, { person, reviews: [review] });
    }
  }
  // One rule that says "not by name" in any review holds in all of them.
  for (const review of context.catalogue.reviews)
    for (const [key, person] of review.people) if (publishRule(person) !== 'name') people.delete(key);
  return [...people].sort(
    (a, b) => surname(a[1].person).localeCompare(surname(b[1].person), 'en-GB') || (a[0] < b[0] ? -1 : 1),
  );
}

function personFacts(
  context: ViewContext,
  key: string,
  person: Person,
  reviews: readonly Review[],
): Omit<ListFacts, 'path'> {
  const groups = reviews.map((review) => ({
    heading: review.index.data.title,
    items: [
      {
        link: documentLink(context, review.index),
        meta: [personGroupText(review.people.get(key)!.group), review.people.get(key)!.role ?? ''].filter(
          (part) => part !== '',
        ),
        text: '',
      },
      ...review.meetings
        .filter((meeting) => meeting.data.present?.includes(key))
        .map((meeting) => ({ link: documentLink(context, meeting), meta: [dateText(meeting.data.date)], text: '' })),
    ],
  }));
  const organisation =
    person.organisation === undefined
      ? undefined
      : (reviews[0]?.organisations.get(person.organisation)?.name ?? person.organisation);
  return {
    title: person.name,
    caption: 'Person',
    parent: { text: context.words.people, path: paths.people },
    facts: factList(fact(words.role, person.role), fact(words.organisation, organisation)),
    groups,
    search: { meta: [{ name: 'title', value: person.name }] },
  };
}

/** The last word of a name, for sorting. */
function surname(person: Person): string {
  return person.name.split(' ').at(-1) ?? person.name;
}
