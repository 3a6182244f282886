/** What the search knows of a site beside Pagefind's index: the contract between the build, the page and the command. */

/** The kinds of things that can be found. */
export const SEARCH_KINDS = [
  'review',
  'area',
  'meeting',
  'recommendation',
  'conclusion',
  'appendix',
  'page',
  'person',
] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

/** A review as a query may name it. */
export interface SearchReview {
  /** Its place in addresses. */
  readonly id: string;
  readonly title: string;
  /** Address of the report. */
  readonly url: string;
  readonly committee: string;
  readonly topics: readonly string[];
  /** The publisher's own number. */
  readonly reference: string;
}

/** One thing that can be found, with everything that filters and references ask for. */
export interface SearchDocument {
  readonly url: string;
  readonly kind: SearchKind;
  /** Index into the reviews, −1 for none. */
  readonly review: number;
  /** Number or letter; empty for what has none. */
  readonly number: string;
  /** ISO date, perhaps without day or month; empty when unknown. */
  readonly date: string;
  /** The state in words first; then what else can be asked for (the decision behind a later state). */
  readonly outcomes: readonly string[];
  readonly agencies: readonly string[];
  readonly people: readonly string[];
}

/** A place inside a report that has a number of its own. */
export interface SearchPlace {
  readonly kind: 'section' | 'paragraph' | 'appendix';
  readonly number: string;
  readonly title: string;
  readonly review: number;
  readonly url: string;
  /** Address of the indexed document in which it stands. */
  readonly document: string;
}

/** Another site whose index is searched too. */
export interface AlsoSite {
  readonly name: string;
  readonly url: string;
}

/** Everything the build tells the search, in the order of the record. Public facts only. */
export interface SearchSource {
  readonly site: string;
  /** The site's path. */
  readonly base: string;
  readonly reviews: readonly SearchReview[];
  readonly documents: readonly SearchDocument[];
  readonly places: readonly SearchPlace[];
  /** Abbreviations and names with what they stand for: each group means one thing. */
  readonly names: readonly (readonly string[])[];
  readonly also: readonly AlsoSite[];
}
