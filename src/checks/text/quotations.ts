/** This file is a little long because finding candidates, choosing the wording they repeat and placing them share one shape. */
import { quick } from '../../model/plain.ts';
import type { Review } from '../../model/catalogue.ts';
import type { AreaDocument, RecommendationDocument } from '../../model/document.ts';
import type { Place } from '../../model/source.ts';
import { compareTexts, wordKeysOf, wordsOf, type Comparison, type Difference, type Word } from './differences.ts';
import { placeIn, type Passage, type ReviewText } from './passages.ts';

/** A wording of the record: an area's or a recommendation's. */
export interface Wording {
  readonly document: AreaDocument | RecommendationDocument;
  readonly passage: Passage;
  readonly words: readonly Word[];
}

/** A stretch of prose that repeats a wording of the record. */
export interface Quotation {
  readonly wording: Wording;
  readonly text: string;
  readonly differences: readonly Difference[];
  /** marks: in quotation marks or set off as a quotation. copy: printed again as it is, in a list or a table. */
  readonly manner: 'marks' | 'copy';
  /** Where it begins. */
  readonly passage: Passage;
  readonly placeOf: (start: number, end: number) => Place;
}

interface Candidate {
  readonly text: string;
  /** How many words it has. */
  readonly words: number;
  /** The wordings with which it shares so many words that it is worth a comparison. */
  readonly near: readonly Wording[];
  readonly manner: Quotation['manner'];
  readonly passage: Passage;
  readonly placeOf: (start: number, end: number) => Place;
}

const NONE: readonly Wording[] = [];
const SHORTEST = 5;
/** Quotations of fewer words than this that leave out the wording's beginning or end may be anybody's words. */
const SHORTEST_PART = 10;
const QUOTED = quick(/“([^“”]+)”|(?<![\p{L}\p{N}])"([^"]+)"|(?<![\p{L}\p{N}])‘((?:[^‘’]|’(?=\p{L}))+)’/gu);
const known = new WeakMap<ReviewText, readonly Quotation[]>();

/** Every quotation of an area's or a recommendation's wording in a review's bodies, exact ones included. Found once. */
export function findQuotations(review: Review, text: ReviewText): readonly Quotation[] {
  const found = known.get(text) ?? readQuotations(review, text);
  known.set(text, found);
  return found;
}

function readQuotations(review: Review, text: ReviewText): Quotation[] {
  const wordings = [...review.areas, ...review.recommendations].flatMap((document): Wording[] => {
    const passage = text.of(document).find(({ field }) => field === 'wording');
    const words = passage ? wordsOf(withoutSource(passage.text)) : [];
    return passage && words.length >= SHORTEST ? [{ document, passage, words }] : [];
  });
  if (wordings.length === 0) return [];
  const index = indexShingles(wordings);
  const nearTo = (keys: readonly string[]) => nearWordings(keys, wordings, index);
  return candidatesIn(text, nearTo).flatMap((candidate) => {
    const read = candidate.near.flatMap((wording) => readQuotation(candidate, wording, text) ?? []);
    // Two wordings may resemble each other: the one that is repeated is the nearest.
    const [best] = read.sort((a, b) => b.comparison.similarity - a.comparison.similarity || a.rank - b.rank);
    return best ? [best.quotation] : [];
  });
}

/** “(Paragraph 52)” at the end says where a recommendation comes from and is no part of it. */
function withoutSource(text: string): string {
  return text.replace(/\s*\((?:paras?|paragraphs?|sections?)\.?\s[^)]*\)\s*\.?$/i, '');
}

/** Runs of three words, and the wordings in which each stands. */
interface Shingles {
  /** A number for each word that stands in any wording. */
  readonly numbers: ReadonlyMap<string, number>;
  readonly wordings: ReadonlyMap<number, readonly number[]>;
}

/** Runs of three words as numbers (exact below 200,000 words); those with a word that no wording has need not be looked up. */
function shinglesOf(keys: readonly string[], numbers: ReadonlyMap<string, number>): number[] {
  const shingles: number[] = [];
  let [first, second]: (number | undefined)[] = [];
  for (const key of keys) {
    const third = numbers.get(key);
    if (first !== undefined && second !== undefined && third !== undefined)
      shingles.push((first * numbers.size + second) * numbers.size + third);
    [first, second] = [second, third];
  }
  return shingles;
}

function indexShingles(all: readonly Wording[]): Shingles {
  const numbers = new Map<string, number>();
  for (const { words } of all) for (const { key } of words) if (!numbers.has(key)) numbers.set(key, numbers.size);
  const wordings = new Map<number, number[]>();
  for (const [number, { words }] of all.entries()) {
    const keys = words.map(({ key }) => key);
    for (const shingle of new Set(shinglesOf(keys, numbers))) {
      const at = wordings.get(shingle);
      if (at) at.push(number);
      else wordings.set(shingle, [number]);
    }
  }
  return { numbers, wordings };
}

/** The wordings with which a text shares enough runs of three words to be worth a comparison, by the keys of its words. */
function nearWordings(keys: readonly string[], wordings: readonly Wording[], index: Shingles): readonly Wording[] {
  const shingles = shinglesOf(keys, index.numbers);
  if (shingles.length < 2) return NONE;
  const hits = new Map<number, number>();
  for (const shingle of shingles)
    for (const number of index.wordings.get(shingle) ?? []) hits.set(number, (hits.get(number) ?? 0) + 1);
  return [...hits].flatMap(([number, count]) => {
    const wording = wordings[number]!;
    const shorter = Math.min(wording.words.length, keys.length) - 2;
    return count >= Math.max(2, shorter * 0.25) ? [wording] : [];
  });
}

function readQuotation(
  candidate: Candidate,
  wording: Wording,
  text: ReviewText,
): { quotation: Quotation; comparison: Comparison; rank: number } | undefined {
  const { document, passage } = wording;
  const isMarked = candidate.manner === 'marks';
  const isPart = isMarked && candidate.words < wording.words.length * 0.8;
  if (isPart && candidate.words < SHORTEST_PART) return undefined;
  const comparison = compareTexts(candidate.text, wordsOf(candidate.text), passage.text, wording.words, {
    whole: isMarked,
    part: isPart,
  });
  const isOwn =
    document.kind === 'area'
      ? candidate.passage.areas.includes(document.data.number)
      : isParagraphOf(candidate.passage, document);
  if (comparison.similarity < leastSimilarity(candidate, isOwn, isPart)) return undefined;
  if (!isMarked && comparison.covered < 0.75) return undefined;
  const under = text.headings(candidate.passage);
  const rank = isOwn || under.some((heading) => heading.includes(String(document.data.number))) ? 0 : 1;
  const { placeOf, manner } = candidate;
  return {
    comparison,
    rank,
    quotation: {
      wording,
      text: candidate.text,
      differences: comparison.differences,
      manner,
      passage: candidate.passage,
      placeOf,
    },
  };
}

/** How alike a text must be to be a quotation: running prose that merely says the same is none. */
function leastSimilarity({ manner, passage }: Candidate, isOwn: boolean, isPart: boolean): number {
  if (manner === 'marks') return isPart ? 0.9 : isOwn ? 0.7 : 0.8;
  if (isOwn) return 0.8;
  return passage.block.kind === 'paragraph' ? 0.9 : 0.85;
}

/** True in the paragraph of the report that the recommendation says it comes from. */
function isParagraphOf(passage: Passage, { data }: RecommendationDocument): boolean {
  if (data.paragraph === undefined || passage.document.kind !== 'review') return false;
  return passage.document.body.paragraphs.some(
    ({ number, block }) => number === data.paragraph && block === passage.index,
  );
}

type NearTo = (keys: readonly string[]) => readonly Wording[];

/** Everything in the bodies that may repeat a wording: quotations set off, stretches in quotation marks, whole blocks. */
function candidatesIn(text: ReviewText, nearTo: NearTo): Candidate[] {
  const candidates: Candidate[] = [];
  const look = (manner: Quotation['manner'], quoted: readonly Passage[], from = 0, to?: number) => {
    const whole = quoted.length === 1 ? quoted[0]!.text : quoted.map((passage) => passage.text).join(' ');
    const written = whole.slice(from, to);
    const keys = wordKeysOf(written);
    if (keys.length < SHORTEST) return;
    const near = nearTo(keys);
    if (near.length === 0) return;
    const placeOf = placesIn(quoted, from);
    candidates.push({ text: written, words: keys.length, near, manner, passage: quoted[0]!, placeOf });
  };
  const passages = text.passages.filter(({ field, block }) => field === undefined && block.kind !== 'heading');
  for (let at = 0; at < passages.length; at++) {
    const passage = passages[at]!;
    if (passage.block.inQuote) {
      const quote = [passage];
      while (isNextOfQuote(passages[at], passages[at + 1])) quote.push(passages[++at]!);
      look('marks', quote);
      continue;
    }
    const marked = [...passage.text.matchAll(QUOTED(passage.text))];
    for (const match of marked) {
      const inner = match[1] ?? match[2] ?? match[3]!;
      look('marks', [passage], match.index + 1, match.index + 1 + inner.length);
    }
    if (!marked.some((match) => match[0].length > passage.text.length * 0.8)) look('copy', [passage]);
  }
  return candidates;
}

function isNextOfQuote(passage: Passage | undefined, next: Passage | undefined): boolean {
  return (
    next?.block.inQuote === true &&
    next.document === passage?.document &&
    next.index === passage.index + 1 &&
    (next.block.kind === 'item' || /[:;,]$/.test(passage.text))
  );
}

/** Finds the places of what stands in passages that are read as one text, from `from` on. */
function placesIn(passages: readonly Passage[], from: number): Candidate['placeOf'] {
  const starts: number[] = [];
  let end = 0;
  for (const { text } of passages) {
    starts.push(end);
    end += text.length + 1;
  }
  return (start, stop) => {
    const number = starts.findLastIndex((begin) => begin <= start + from);
    const passage = passages[number]!;
    const shift = from - starts[number]!;
    return placeIn(passage, start + shift, Math.min(stop + shift, passage.text.length));
  };
}
