import type { IndexedDocument } from './filters.ts';
import type { ReadReference } from './read-references.ts';
import type { SiteIndex } from './site-index.ts';
import { QUESTION_WORDS } from './question-words.ts';
import { keyOf, wordsOf } from './words.ts';

/** What an exact reference leads to. */
export interface ExactTarget {
  readonly page: number;
  /** Its address, when it is a place inside the page. */
  readonly url?: string;
  readonly title?: string;
  readonly kind?: 'appendix';
  readonly number: string;
}

export interface ResolvedReference {
  readonly targets: readonly ExactTarget[];
  /** The numbers there are, for a reference that leads nowhere. */
  readonly known: readonly string[];
  /** Nothing but the reference, and perhaps a review, was asked for. */
  readonly isWhole: boolean;
}

/** Words of a query that speak of a review in general. */
const REVIEW_WORDS = new Set([
  'review',
  'report',
  'inquiry',
  'number',
  'no',
  'no.',
  'group',
  'task',
  'finish',
  'committee',
]);

/** Finds what a reference means: everything of that kind and number, in the review that the other words name. */
export async function resolveReference(reference: ReadReference, index: SiteIndex): Promise<ResolvedReference> {
  const others = wordsOf(reference.rest).filter((word) => !QUESTION_WORDS.has(word) && !REVIEW_WORDS.has(word));
  const named = others.length === 0 ? undefined : await reviewsNamed(others, index);
  const reviews = named ?? new Set(index.reviews.keys());
  const isWhole = others.length === 0 || named !== undefined;
  const all = await candidates(reference.kind, index);
  const inReviews = all.filter(({ review }) => reviews.has(review));
  const targets = reference.numbers.flatMap((number) =>
    inReviews.filter((candidate) => (number === 'last' ? isLast(candidate, inReviews) : candidate.number === number)),
  );
  targets.sort(
    (a, b) =>
      reference.numbers.indexOf(a.number) - reference.numbers.indexOf(b.number) ||
      (a.date < b.date ? 1 : a.date > b.date ? -1 : 0) ||
      a.order - b.order,
  );
  return {
    targets: targets.map(({ target }) => target),
    known: [...new Set(inReviews.map(({ number }) => number))].sort((a, b) =>
      a.localeCompare(b, 'en-GB', { numeric: true }),
    ),
    isWhole,
  };
}

interface Candidate {
  readonly review: number;
  readonly number: string;
  readonly date: string;
  readonly order: number;
  readonly target: ExactTarget;
}

async function candidates(kind: ReadReference['kind'], index: SiteIndex): Promise<Candidate[]> {
  const isKind = (document: IndexedDocument) =>
    document.kind === kind || (kind === 'recommendation' && document.kind === 'conclusion');
  const documents = index.documents.filter(isKind).map((document): Candidate => ({
    review: document.review,
    number: document.number.toUpperCase(),
    date: index.documents[document.page]!.date,
    order: 1,
    target: { page: document.page, number: document.number },
  }));
  if (kind !== 'section' && kind !== 'paragraph' && kind !== 'appendix') return documents;
  const places = (await index.places()).filter((place) => place.kind === kind);
  return [
    ...places.map((place): Candidate => ({
      review: place.review,
      number: place.number.replace(/(\.0+)+$/, '').toUpperCase(),
      date: index.documents[place.page]!.date,
      order: 0,
      target: {
        page: place.page,
        url: place.url,
        title: place.title,
        number: place.number,
        ...(place.kind === 'appendix' ? { kind: 'appendix' as const } : {}),
      },
    })),
    // The notes themselves, after the appendix as which they were printed.
    ...places
      .filter((place) => place.kind === 'appendix')
      .map((place): Candidate => ({
        review: place.review,
        number: place.number.toUpperCase(),
        date: index.documents[place.page]!.date,
        order: 1,
        target: { page: place.page, number: index.documents[place.page]!.number },
      })),
    ...documents,
  ];
}

function isLast(candidate: Candidate, all: readonly Candidate[]): boolean {
  return all.every(({ review, number }) => review !== candidate.review || Number(number) <= Number(candidate.number));
}

/** The reviews that all these words name, misspelt or not; undefined when they name none. */
async function reviewsNamed(words: readonly string[], index: SiteIndex): Promise<Set<number> | undefined> {
  const meant = await Promise.all(
    words.map(async (word) => [keyOf(word), ...(await index.vocabulary.corrections(word)).map(({ key }) => key)]),
  );
  const found = index.reviews.flatMap((review, at) => {
    const text = [
      review.title,
      review.id,
      review.topics.join(' '),
      review.committee,
      review.reference,
      review.site,
    ].join(' ');
    const keys = new Set(wordsOf(text).map(keyOf));
    return meant.every((alternatives) => alternatives.some((key) => keys.has(key))) ? [at] : [];
  });
  return found.length > 0 ? new Set(found) : undefined;
}
