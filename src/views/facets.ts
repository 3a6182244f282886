import type { ViewContext } from './context.ts';
import type { FacetView } from './types.ts';
import { siteUrl } from './urls.ts';

/** One way to narrow a list of things. */
export interface Facet<T> {
  readonly name: string;
  readonly heading: string;
  readonly valuesOf: (item: T) => readonly string[];
  /** The page with the narrowed list. */
  readonly pathOf: (value: string) => string;
}

/** The values of a facet with counts, most frequent first for names, newest first for years. */
export function buildFacet<T>(context: ViewContext, facet: Facet<T>, items: readonly T[], current = ''): FacetView {
  const counts = countValues(facet, items);
  const sorted = [...counts].sort((a, b) =>
    facet.name === 'year' ? (a[0] < b[0] ? 1 : -1) : a[0].localeCompare(b[0], 'en-GB'),
  );
  return {
    name: facet.name,
    heading: facet.heading,
    values: sorted.map(([text, count]) => ({
      text,
      url: siteUrl(context.urls, facet.pathOf(text)),
      count: String(count),
      isCurrent: text === current,
    })),
  };
}

/** The different values of a facet. */
export function valuesOfFacet<T>(facet: Facet<T>, items: readonly T[]): string[] {
  return [...countValues(facet, items).keys()];
}

function countValues<T>(facet: Facet<T>, items: readonly T[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items)
    for (const value of new Set(facet.valuesOf(item))) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
