import type { Review } from '../model/catalogue.ts';
import type { Document } from '../model/document.ts';
import type { SearchDocument, SearchKind, SearchPlace, SearchReview, SearchSource } from '../search/types.ts';
import type { ViewContext } from '../views/context.ts';
import { documentFacts } from '../views/search-record.ts';
import { namedPeople } from '../views/people-pages.ts';
import { documentPath, paths, reviewSlug, siteUrl, targetPath } from '../views/urls.ts';

/** What the search is told of the site (`data/search.json`): facts that pages print too, nothing restricted. */
export function exportSearchSource(context: ViewContext): SearchSource {
  const { reviews, pages, site } = context.catalogue;
  return {
    site: context.site.name,
    base: context.urls.base,
    reviews: reviews.map((review) => reviewEntry(context, review)),
    documents: [
      ...reviews.flatMap((review, index) =>
        documentsOf(review).map((document) => documentEntry(context, document, review, index)),
      ),
      ...pages.map((page) => documentEntry(context, page, undefined, -1)),
      ...namedPeople(context).map(([key, { person }]) => ({
        ...EMPTY,
        url: siteUrl(context.urls, paths.person(key)),
        kind: 'person' as const,
        people: [person.name],
      })),
    ],
    places: reviews.flatMap((review, index) => placesOf(context, review, index)),
    names: reviews.flatMap(namesOf),
    also: (site?.data.search?.also ?? []).map(({ name, url }) => ({ name, url: url.endsWith('/') ? url : `${url}/` })),
  };
}

const EMPTY = { review: -1, number: '', date: '', outcomes: [], agencies: [], people: [] };

function reviewEntry(context: ViewContext, review: Review): SearchReview {
  const { data } = review.index;
  return {
    id: reviewSlug(review.id),
    title: data.title,
    url: siteUrl(context.urls, documentPath(review.index)),
    committee: data.committee,
    topics: data.topics ?? [],
    reference: data.reference ?? '',
  };
}

function documentsOf(review: Review): Document[] {
  return [review.index, ...review.areas, ...review.meetings, ...review.recommendations, ...review.appendices];
}

function documentEntry(
  context: ViewContext,
  document: Document,
  review: Review | undefined,
  index: number,
): SearchDocument {
  const { date, outcomes, agencies, people } = documentFacts(context, document, review);
  return {
    url: siteUrl(context.urls, documentPath(document)),
    kind: kindOf(document),
    review: index,
    number: numberOf(document),
    date: date ?? '',
    outcomes,
    agencies,
    people,
  };
}

function kindOf(document: Document): SearchKind {
  if (document.kind === 'recommendation' && document.data.kind === 'conclusion') return 'conclusion';
  return document.kind;
}

function numberOf(document: Document): string {
  if (document.kind === 'appendix') return document.data.letter;
  return document.kind === 'review' || document.kind === 'page' ? '' : String(document.data.number);
}

/** Sections and paragraphs of the report, and the letters of notes that are printed as an appendix. */
function placesOf(context: ViewContext, review: Review, index: number): SearchPlace[] {
  return [...review.targets].flatMap(([key, target]) => {
    const [kind = '', number = ''] = key.split(' ');
    const isNotes = kind === 'appendix' && target.document.kind === 'meeting';
    if (!target.isPublic || !(kind === 'section' || kind === 'paragraph' || isNotes)) return [];
    if (target.document.restricted) return [];
    const heading = review.sections.find(({ anchor }) => kind === 'section' && anchor === target.anchor);
    return [
      {
        kind: kind,
        number,
        title: heading?.text ?? (target.document.kind === 'meeting' ? target.document.data.title : ''),
        review: index,
        url: siteUrl(context.urls, targetPath(target)),
        document: siteUrl(context.urls, documentPath(target.document)),
      },
    ];
  });
}

/** Names that mean the same: abbreviations and what they stand for, organisations with all they are called. */
function namesOf(review: Review): string[][] {
  const { abbreviations } = review.index.data;
  const organisations = [...review.organisations.values()].map(({ name, abbreviation, also }) => [
    name,
    ...(abbreviation === undefined ? [] : [abbreviation]),
    ...(also ?? []),
  ]);
  return [...Object.entries(abbreviations ?? {}).map(([short, long]) => [short, long]), ...organisations].filter(
    (group) => group.length > 1,
  );
}
