import type { Concept } from './expand.ts';
import { expandWords } from './expand.ts';
import {
  countFacet,
  FACETS,
  isEmptyFilters,
  joinFilters,
  passes,
  type FacetName,
  type FacetValue,
  type Filters,
  type IndexedDocument,
} from './filters.ts';
import { findPhrases } from './find-phrases.ts';
import { rankPage, type RankedPage } from './rank-page.ts';
import { readPage, type ReadPage } from './read-page.ts';
import { readQuery, type ReadQuery, type Understood } from './read-query.ts';
import { reviewSays } from './review-keys.ts';
import { resolveReference, type ExactTarget, type ResolvedReference } from './resolve-reference.ts';
import { neededShare, retrieve, type Match, type Retrieval } from './retrieve.ts';
import type { SiteIndex } from './site-index.ts';

/** The whole search: a query in, results out. The page and the command call this and nothing else. */

export type SortOrder = 'relevance' | 'newest' | 'oldest';

export interface SearchRequest {
  readonly query: string;
  /** What the reader chose. */
  readonly filters: Filters;
  /** Understood filters that the reader took away: `state`, `date`, `kind`. */
  readonly without?: readonly string[];
  readonly sort: SortOrder;
  readonly limit: number;
  readonly isTyping: boolean;
  /** ISO date. */
  readonly today: string;
}

/** One result; its text is loaded with `showResult`. */
export interface FoundPage {
  readonly document: IndexedDocument;
  /** Set when it is exactly what was referred to. */
  readonly exact?: ExactTarget;
  /** The text, where the ranking has looked at it already. */
  readonly page?: ReadPage;
  readonly ranked?: RankedPage;
}

export interface SearchResponse {
  readonly read: ReadQuery;
  readonly understood: readonly Understood[];
  /** Typed words and what was looked for instead. */
  readonly corrected: readonly { readonly typed: string; readonly used: string }[];
  /** Asked for by number and not there. */
  readonly missing?: { readonly words: string; readonly known: readonly string[] };
  readonly found: readonly FoundPage[];
  readonly facets: ReadonlyMap<FacetName, readonly FacetValue[]>;
  readonly concepts: readonly Concept[];
  readonly weights: readonly number[];
}

/**
 * So many pages are judged by their texts; the others stand behind them as the index has them. Fewer in large archives:
 * each text is loaded.
 */
const JUDGED = { usually: 20, inLarge: 11 };
const LARGE = 1000;
/** With fewer pages than these, words that mean nearly the same are looked for too. */
const FEW = 8;

/** Searches. Loads what it needs of the index and nothing else. */
export async function search(request: SearchRequest, index: SiteIndex): Promise<SearchResponse> {
  const read = readQuery(request.query, {
    today: request.today,
    ...(request.without ? { without: request.without } : {}),
  });
  const first = await searchReading(read, request, index);
  const isEmpty = first.found.length === 0 && first.missing === undefined;
  return isEmpty && read.otherwise ? searchReading(read.otherwise, request, index) : first;
}

async function searchReading(read: ReadQuery, request: SearchRequest, index: SiteIndex): Promise<SearchResponse> {
  const filters = read.understood.reduce((joined, { filters: more }) => joinFilters(joined, more), request.filters);
  if ((filters.values.person ?? []).length > 0) await index.loadPeople();
  const resolved = read.reference ? await resolveReference(read.reference, index) : undefined;
  const base = { read, understood: read.understood };
  if (read.reference && resolved && resolved.targets.length === 0 && resolved.isWhole && read.phrases.length === 0) {
    const missing = { words: read.reference.words, known: resolved.known };
    return { ...base, corrected: [], missing, found: [], facets: new Map(), concepts: [], weights: [] };
  }
  const words = await searchWords(read, request, filters, index, resolved);
  const pages = new Set(words.found.map(({ document }) => document.page));
  const exact = exactPages(resolved, index).filter(({ document }) => passes(document, filters, index.facets));
  const exactKeys = new Set(
    exact.filter(({ exact: target }) => target?.url === undefined).map(({ document }) => document.page),
  );
  const found = sorted(
    [...exact, ...words.found.filter(({ document }) => !exactKeys.has(document.page))],
    request.sort,
  );
  for (const { document } of exact) pages.add(document.page);
  const matching = [...new Set([...words.all, ...exact.map(({ document }) => document)])];
  return {
    ...base,
    corrected: words.concepts.flatMap(({ text, corrected }) =>
      corrected === undefined ? [] : [{ typed: text, used: corrected }],
    ),
    found,
    facets: countFacets(matching, filters, index),
    concepts: words.concepts,
    weights: words.weights,
  };
}

interface WordsFound {
  readonly found: readonly FoundPage[];
  /** Everything that matches the words, filters aside: what facets count. */
  readonly all: readonly IndexedDocument[];
  readonly concepts: readonly Concept[];
  readonly weights: readonly number[];
}

async function searchWords(
  read: ReadQuery,
  request: SearchRequest,
  filters: Filters,
  index: SiteIndex,
  resolved: ResolvedReference | undefined,
): Promise<WordsFound> {
  const isAsked = read.words.some(({ role }) => role === 'asked') || read.phrases.length > 0;
  if (!isAsked || resolved?.isWhole) {
    const isList = !resolved && !isEmptyFilters(filters);
    const all = isList ? index.documents : [];
    const found = all
      .filter((document) => passes(document, filters, index.facets))
      .map((document) => ({ document }))
      .sort(byRecord);
    return { found, all, concepts: [], weights: [] };
  }
  const phrasePages = await findPhrases(read.phrases, index);
  const isAllowed = ({ page }: { page: number }) => phrasePages === undefined || phrasePages.has(page);
  const { concepts, retrieval } = await retrieveWords(read, request, index, isAllowed);
  const matches = retrieval.matches.filter(isAllowed);
  const judged = await judge(read, matches, concepts, retrieval, filters, index);
  return {
    found: judged.found,
    all: matches.filter(({ page }) => !judged.dismissed.has(page)).map(({ page }) => index.documents[page]!),
    concepts,
    weights: retrieval.weights,
  };
}

/** Looks for the words; if they find little, for words that mean nearly the same, too. */
async function retrieveWords(
  read: ReadQuery,
  request: SearchRequest,
  index: SiteIndex,
  isAllowed: (match: Match) => boolean,
): Promise<{ concepts: Concept[]; retrieval: Retrieval }> {
  const options = { vocabulary: index.vocabulary, names: index.names, isTyping: request.isTyping };
  const phrases = read.phrases.flat().map((text) => ({ text, role: 'asked' as const }));
  const look = async (isWide: boolean) => {
    const concepts = await expandWords([...read.words, ...phrases], { ...options, isWide });
    return { concepts, retrieval: await retrieve(concepts, index, read.understood.length > 0) };
  };
  const narrow = await look(false);
  return narrow.retrieval.matches.filter(isAllowed).length >= FEW ? narrow : look(true);
}

/** Judges the best pages by their texts. */
async function judge(
  read: ReadQuery,
  matches: readonly Match[],
  concepts: readonly Concept[],
  { weights }: Retrieval,
  filters: Filters,
  index: SiteIndex,
): Promise<{ found: FoundPage[]; dismissed: ReadonlySet<number> }> {
  const passing = matches.filter(({ page }) => passes(index.documents[page]!, filters, index.facets));
  const kinds = new Set(read.kinds);
  const needed = neededShare(concepts);
  const isNarrowed = read.understood.length > 0;
  const count = index.documents.length > LARGE ? JUDGED.inLarge : JUDGED.usually;
  const judged = await Promise.all(
    passing.slice(0, count).map(async ({ page, met }) => {
      const text = readPage(await index.fragment(page));
      const document = index.documents[page]!;
      const given = met.map((share, at) =>
        reviewSays(index.reviews[document.review], concepts[at]!) ? Math.max(share, isNarrowed ? 1 : 0.5) : 0,
      );
      const ranked = rankPage(text, { concepts, weights, given, wantsNumber: read.wantsNumber });
      const score = ranked.score * kindFactor(document, kinds);
      return { document, page: text, ranked, score };
    }),
  );
  const dismissed = new Set(
    judged.filter(({ ranked }) => ranked.coverage < needed).map(({ document }) => document.page),
  );
  const kept = judged.filter(({ document }) => !dismissed.has(document.page)).sort((a, b) => b.score - a.score);
  const rest = passing.slice(count).map(({ page }) => ({ document: index.documents[page]! }));
  return { found: [...kept, ...rest], dismissed };
}

/** A kind that was asked for counts more; reports and pages mention everything. */
function kindFactor({ kind }: IndexedDocument, asked: ReadonlySet<string>): number {
  const own = { review: 0.9, page: 0.85, person: 0.95 } as Partial<Record<string, number>>;
  return (own[kind] ?? 1) * (asked.has(kind) ? 1.25 : 1);
}

function exactPages(resolved: ResolvedReference | undefined, index: SiteIndex): FoundPage[] {
  return (resolved?.targets ?? []).map((exact) => ({ document: index.documents[exact.page]!, exact }));
}

/** In the order asked for; nothing vanishes: what has no date stands last. */
function sorted(found: readonly FoundPage[], sort: SortOrder): FoundPage[] {
  if (sort === 'relevance') return [...found];
  const direction = sort === 'newest' ? -1 : 1;
  return [...found].sort((a, b) => {
    const [first, second] = [a.document.date, b.document.date];
    if (first === '' || second === '') return first === second ? 0 : first === '' ? 1 : -1;
    return direction * (first < second ? -1 : first > second ? 1 : 0);
  });
}

const KIND_ORDER = ['review', 'recommendation', 'conclusion', 'area', 'meeting', 'appendix', 'page', 'person'];

/** Lists without words: by review, kind and number. */
function byRecord({ document: a }: FoundPage, { document: b }: FoundPage): number {
  return (
    a.review - b.review ||
    KIND_ORDER.indexOf(a.kind) - KIND_ORDER.indexOf(b.kind) ||
    a.number.localeCompare(b.number, 'en-GB', { numeric: true })
  );
}

function countFacets(
  documents: readonly IndexedDocument[],
  filters: Filters,
  index: SiteIndex,
): ReadonlyMap<FacetName, readonly FacetValue[]> {
  return new Map(FACETS.map((facet) => [facet, countFacet(documents, facet, filters, index.facets)]));
}
