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
  /** Numbers of the words that matched. */
  readonly words: readonly number[];
  data(): Promise<EngineFragment>;
}

export interface Engine {
  /** All pages that have the words; every page for null. */
  search(term: string | null): Promise<{ readonly results: readonly EngineResult[] }>;
}
