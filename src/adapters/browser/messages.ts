import type { FacetName, FacetValue, Filters } from '../../search/filters.ts';
import type { SortOrder } from '../../search/search.ts';
import type { ShownResult } from '../../search/show-result.ts';

/** What the page and its worker say to each other. */

export interface Question {
  readonly id: number;
  readonly query: string;
  readonly filters: Filters;
  readonly without: readonly string[];
  readonly sort: SortOrder;
  /** How many results to show. */
  readonly limit: number;
  readonly isTyping: boolean;
  /** Whether people are to be counted: their list is loaded only when somebody looks at it. */
  readonly countsPeople: boolean;
}

export interface Answer {
  readonly id: number;
  readonly total: number;
  readonly results: readonly ShownResult[];
  readonly facets: readonly (readonly [FacetName, readonly FacetValue[]])[];
  readonly understood: readonly { readonly id: string; readonly words: string; readonly filters: Filters }[];
  readonly corrected: readonly { readonly typed: string; readonly used: string }[];
  readonly missing?: { readonly words: string; readonly known: readonly string[] };
  /** Words that no page has. */
  readonly unknown: readonly string[];
  /** Other sites that could not be searched. */
  readonly down: readonly string[];
  readonly siteCount: number;
}

/** The first message: where the index is. */
export interface Opening {
  readonly indexUrl: string;
}

export type ToPage = { readonly answer: Answer } | { readonly failed: string; readonly id: number };
