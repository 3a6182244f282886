import { FACETS, type FacetName, type Filters } from '../../search/filters.ts';
import type { SortOrder } from '../../search/search.ts';

/** What a search page shows, as its address says it: `?q=…&kind=…&kind=…&from=…&sort=newest`. */
export interface PageState {
  readonly query: string;
  readonly filters: Filters;
  /** Understood filters that were taken away. */
  readonly without: readonly string[];
  readonly sort: SortOrder;
}

export function readAddress(search: string): PageState {
  const parameters = new URLSearchParams(search);
  const values: Partial<Record<FacetName, readonly string[]>> = {};
  for (const facet of FACETS) {
    const chosen = parameters.getAll(facet);
    if (chosen.length > 0) values[facet] = chosen;
  }
  const date = (name: string) => {
    const text = parameters.get(name) ?? '';
    return /^\d{4}(?:-\d\d(?:-\d\d)?)?$/.test(text) ? { [name]: text } : {};
  };
  const sort = parameters.get('sort');
  return {
    query: parameters.get('q') ?? '',
    filters: { values, ...date('from'), ...date('to') },
    without: parameters.getAll('without'),
    sort: sort === 'newest' || sort === 'oldest' ? sort : 'relevance',
  };
}

/** The part of the address behind the path; empty for an empty search. */
export function writeAddress({ query, filters, without, sort }: PageState): string {
  const parameters = new URLSearchParams();
  if (query.trim() !== '') parameters.set('q', query.trim());
  for (const facet of FACETS) for (const value of filters.values[facet] ?? []) parameters.append(facet, value);
  if (filters.from !== undefined) parameters.set('from', filters.from);
  if (filters.to !== undefined) parameters.set('to', filters.to);
  for (const id of without) parameters.append('without', id);
  if (sort !== 'relevance') parameters.set('sort', sort);
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}
