/** What the search asks of Pagefind, in the page and in Node alike. */

export interface EngineAnchor {
  readonly element: string;
  readonly id: string;
  readonly text?: string;
  /** The number of the word at which it stands. */
  readonly location: number;
}

/** A page's text, as Pagefind keeps it to show it. */
export interface EngineFragment {
  readonly url: string;
  readonly raw_content?: string;
  readonly content: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly anchors: readonly EngineAnchor[];
}

export interface EngineResult {
  readonly id: string;
  readonly score: number;
  /** Numbers of the words that matched. */
  readonly words: readonly number[];
  data(): Promise<EngineFragment>;
}

export interface Engine {
  /** All pages that have the words; every page for null. */
  search(term: string | null): Promise<{ readonly results: readonly EngineResult[] }>;
}

/** How Pagefind weighs: words that only begin like the one asked for count little; titles and wordings count. */
export const RANKING = {
  termSimilarity: 8,
  pageLength: 0.6,
  termSaturation: 1.2,
  termFrequency: 1,
  metaWeights: { title: 6, wording: 3 },
};
