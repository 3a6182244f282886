import type { SearchKind } from './types.ts';

/** What a list of results can be narrowed by. Several values of one name widen it, several names narrow it. */
export const FACETS = ['site', 'review', 'committee', 'year', 'kind', 'topic', 'agency', 'outcome', 'person'] as const;
export type FacetName = (typeof FACETS)[number];

export interface Filters {
  readonly values: Readonly<Partial<Record<FacetName, readonly string[]>>>;
  /** ISO dates, perhaps without day or month; both belong to the span. */
  readonly from?: string;
  readonly to?: string;
}

export const NO_FILTERS: Filters = { values: {} };

/** A document with everything that filters ask for, whatever site it is from. */
export interface IndexedDocument {
  /** Its place in the index. */
  readonly page: number;
  readonly url: string;
  readonly kind: SearchKind;
  /** Index into the reviews of all sites, −1 for none. */
  readonly review: number;
  readonly number: string;
  readonly date: string;
  readonly outcomes: readonly string[];
  readonly agencies: readonly string[];
  readonly site: string;
}

/** What the filters need to know besides the document. */
export interface FacetContext {
  readonly reviewOf: (
    document: IndexedDocument,
  ) => { title: string; committee: string; topics: readonly string[] } | undefined;
  readonly peopleOf: (document: IndexedDocument) => readonly string[];
}

/** The values of one facet that a document has. */
export function valuesOf(document: IndexedDocument, facet: FacetName, context: FacetContext): readonly string[] {
  switch (facet) {
    case 'site':
      return [document.site];
    case 'review':
      return one(context.reviewOf(document)?.title);
    case 'committee':
      return one(context.reviewOf(document)?.committee);
    case 'topic':
      return context.reviewOf(document)?.topics ?? [];
    case 'year':
      return one(document.date.slice(0, 4));
    case 'kind':
      return [document.kind];
    case 'agency':
      return document.agencies;
    case 'outcome':
      return document.outcomes;
    case 'person':
      return context.peopleOf(document);
  }
}

function one(value: string | undefined): string[] {
  return value === undefined || value === '' ? [] : [value];
}

/** Whether a document passes all filters; `but` leaves one facet out, for counting its other values. */
export function passes(document: IndexedDocument, filters: Filters, context: FacetContext, but?: FacetName): boolean {
  if (!isWithin(document.date, filters.from, filters.to)) return false;
  return FACETS.every((facet) => {
    const wanted = filters.values[facet];
    if (facet === but || wanted === undefined || wanted.length === 0) return true;
    return valuesOf(document, facet, context).some((value) => wanted.includes(value));
  });
}

/** Whether a date lies in a span; a month lies in its year, and in a span that begins in it. */
export function isWithin(date: string, from: string | undefined, to: string | undefined): boolean {
  if (from === undefined && to === undefined) return true;
  if (date === '') return false;
  const starts = from === undefined || date >= from || from.startsWith(date);
  const ends = to === undefined || date <= to || date.startsWith(to);
  return starts && ends;
}

export interface FacetValue {
  readonly value: string;
  readonly count: number;
}

/** How many of the documents have each value of a facet, all other filters applied. */
export function countFacet(
  documents: readonly IndexedDocument[],
  facet: FacetName,
  filters: Filters,
  context: FacetContext,
): FacetValue[] {
  const counts = new Map<string, number>();
  for (const value of filters.values[facet] ?? []) counts.set(value, 0);
  for (const document of documents) {
    if (!passes(document, filters, context, facet)) continue;
    for (const value of valuesOf(document, facet, context)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const newestFirst = facet === 'year' ? -1 : 1;
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => newestFirst * a.value.localeCompare(b.value, 'en-GB', { numeric: true }));
}

/** Both filters together: what the reader chose and what was read out of the query. */
export function joinFilters(first: Filters, second: Filters): Filters {
  const values: Partial<Record<FacetName, readonly string[]>> = {};
  for (const facet of FACETS) {
    const joined = [...new Set([...(first.values[facet] ?? []), ...(second.values[facet] ?? [])])];
    if (joined.length > 0) values[facet] = joined;
  }
  const from = first.from ?? second.from;
  const to = first.to ?? second.to;
  return { values, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

export function isEmptyFilters(filters: Filters): boolean {
  return filters.from === undefined && filters.to === undefined && Object.keys(filters.values).length === 0;
}
