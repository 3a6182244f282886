import { isPlain, quick } from '../../model/plain.ts';
import { fold } from '../../model/suggest.ts';

/** A word of a text, with its offsets, and as it is compared: lower case, no apostrophe, “and” for “&”. */
export interface Word {
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

/** words: other words. marks: the same letters with other punctuation or capitals. glyphs: ’ for ', – for -. */
export type DifferenceKind = 'words' | 'marks' | 'glyphs';

/** One place where two texts differ; offsets in each of them. */
export interface Difference {
  readonly kind: DifferenceKind;
  readonly start: number;
  readonly end: number;
  readonly recordStart: number;
  readonly recordEnd: number;
}

export interface Comparison {
  readonly differences: readonly Difference[];
  /** Words that are the same, of all words of the longer text (0 to 1). */
  readonly similarity: number;
  /** Words of the record that the text has, of all its words (0 to 1). */
  readonly covered: number;
}

const WORD = quick(/[\p{L}\p{N}]+(?:['’‘`´][\p{L}\p{N}]+)*|&/gu);
/** Most words need no folding. */
const PLAIN = /^[a-zA-Z0-9]+$/;
const SENTENCE_END = /[.!?:]["”’')\]]*\s*$/;
const OMISSION = /\.\.\.|…|\[/;
/** A paragraph is never longer; what is beyond is not looked at. */
const LONGEST = 600;

/** The words of a text. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(WORD(text))) {
    words.push({ key: keyOf(match[0]), start: match.index, end: match.index + match[0].length });
    if (words.length === LONGEST) break;
  }
  return words;
}

/** The keys of the words of a text: most texts are looked at no closer. */
export function wordKeysOf(text: string): string[] {
  const isPlainText = isPlain(text) && !FOLDED.test(text);
  const written = isPlainText ? text.toLowerCase() : text;
  const words: string[] = written.match(WORD(written)) ?? [];
  const some = words.length > LONGEST ? words.slice(0, LONGEST) : words;
  return isPlainText ? some : some.map(keyOf);
}

/** Signs that a key has no more. */
const FOLDED = /['’‘`´&]/;

function keyOf(word: string): string {
  return word === '&' ? 'and' : PLAIN.test(word) ? word.toLowerCase() : fold(word).replace(/['’‘`´]/g, '');
}

/**
 * Compares a text with the record it seems to repeat. `whole`: all of the text is the quotation, so that words before
 * and after what matches count; otherwise they are another matter. `part`: the quotation may leave out the record's
 * beginning and end.
 */
export function compareTexts(
  text: string,
  words: readonly Word[],
  record: string,
  recordWords: readonly Word[],
  { whole, part }: { whole: boolean; part: boolean },
): Comparison {
  const pairs = align(words, recordWords);
  if (pairs.length === 0) return { differences: [], similarity: 0, covered: 0 };
  const differences: Difference[] = [];
  const add = (found: Difference | undefined) => found && differences.push(found);
  const between = (from: [number, number], to: [number, number]) => {
    const [start, end] = [endOf(words, from[0]), startOf(words, to[0], text.length)];
    const [recordStart, recordEnd] = [endOf(recordWords, from[1]), startOf(recordWords, to[1], record.length)];
    if (to[0] === from[0] + 1 && to[1] === from[1] + 1) {
      add(marksBetween(text, start, end, record, recordStart, recordEnd));
      return;
    }
    const own = words.slice(from[0] + 1, to[0]);
    const other = recordWords.slice(from[1] + 1, to[1]);
    if (isEditorial(text, start, end, own, other, whole)) return;
    add({
      kind: squash(own) === squash(other) ? 'marks' : 'words',
      start: own[0]?.start ?? start,
      end: own.at(-1)?.end ?? end,
      recordStart: other[0]?.start ?? recordStart,
      recordEnd: other.at(-1)?.end ?? recordEnd,
    });
  };
  const [first, last] = [pairs[0]!, pairs.at(-1)!];
  const keepsStart = !whole && first[0] > first[1] + 2;
  if (first[1] > 0 ? !part : whole && first[0] > 0) between([keepsStart ? first[0] - 1 : -1, -1], first);
  pairs.forEach((pair, index) => {
    if (index > 0) between(pairs[index - 1]!, pair);
    add(letters(text, words[pair[0]]!, record, recordWords[pair[1]]!, index === 0));
  });
  const [left, recordLeft] = [words.length - 1 - last[0], recordWords.length - 1 - last[1]];
  const keepsEnd = !whole && left > recordLeft + 2;
  if (recordLeft > 0 ? !part : whole && left > 0)
    between(last, [keepsEnd ? last[0] + 1 : words.length, recordWords.length]);
  const length = Math.max(
    whole ? words.length : last[0] - first[0] + 1,
    part ? last[1] - first[1] + 1 : recordWords.length,
  );
  return { differences, similarity: pairs.length / length, covered: pairs.length / recordWords.length };
}

function endOf(words: readonly Word[], index: number): number {
  return words[index]?.end ?? 0;
}

function startOf(words: readonly Word[], index: number, length: number): number {
  return words[index]?.start ?? length;
}

function squash(words: readonly Word[]): string {
  return words.map((word) => word.key).join('');
}

/** Left out with dots, put in with brackets, a footnote's number, or whole sentences between two that are repeated. */
function isEditorial(
  text: string,
  start: number,
  end: number,
  own: readonly Word[],
  other: readonly Word[],
  whole: boolean,
): boolean {
  if (OMISSION.test(text.slice(start, end))) return true;
  if (other.length > 0) return false;
  if (own.length === 1 && /^\d{1,3}$/.test(own[0]!.key) && /[.,;]\d/.test(text.slice(start, end))) return true;
  return !whole && SENTENCE_END.test(text.slice(0, own[0]!.start)) && SENTENCE_END.test(text.slice(0, end));
}

const DASHES = /[‐‑‒–—−]/g;
const plainMarks = (marks: string) =>
  marks
    .replace(/[‘’`´“”„"]/g, "'")
    .replace(DASHES, '-')
    .replace('…', '...')
    .replace(/\s+/g, ' ');

function marksBetween(
  text: string,
  start: number,
  end: number,
  record: string,
  recordStart: number,
  recordEnd: number,
): Difference | undefined {
  const [own, other] = [
    text.slice(start, end).replace(/\s+/g, ' '),
    record.slice(recordStart, recordEnd).replace(/\s+/g, ' '),
  ];
  if (own === other || OMISSION.test(own)) return undefined;
  // A list that was printed as one, or emphasis, is no other punctuation.
  if (own.replace(/[*_]/g, '').trim() === other.replace(/[*_]/g, '').trim()) return undefined;
  return { kind: plainMarks(own) === plainMarks(other) ? 'glyphs' : 'marks', start, end, recordStart, recordEnd };
}

/** The same word with other capitals or another apostrophe; the first may begin a sentence here and not there. */
function letters(text: string, word: Word, record: string, other: Word, isFirst: boolean): Difference | undefined {
  const [own, its] = [text.slice(word.start, word.end), record.slice(other.start, other.end)];
  if (own === its || (isFirst && own.toLowerCase() === its.toLowerCase())) return undefined;
  const kind = plainMarks(own) === plainMarks(its) ? 'glyphs' : 'marks';
  return { kind, start: word.start, end: word.end, recordStart: other.start, recordEnd: other.end };
}

/** What an equal word is worth; one that differs or is missing costs 1. */
const SAME = 3;

/** The best local alignment of two lists of words (Smith and Waterman 1981), as pairs of equal words. */
function align(a: readonly Word[], b: readonly Word[]): [number, number][] {
  const width = b.length + 1;
  const scores = new Int16Array((a.length + 1) * width);
  const score = (row: number, column: number) => scores[row * width + column]!;
  let [bestRow, bestColumn, best] = [0, 0, 0];
  for (let row = 1; row <= a.length; row++) {
    const { key } = a[row - 1]!;
    for (let column = 1; column <= b.length; column++) {
      const step = key === b[column - 1]!.key ? SAME : -1;
      const value = Math.max(
        0,
        score(row - 1, column - 1) + step,
        score(row - 1, column) - 1,
        score(row, column - 1) - 1,
      );
      scores[row * width + column] = value;
      if (value > best) [bestRow, bestColumn, best] = [row, column, value];
    }
  }
  const pairs: [number, number][] = [];
  let [row, column] = [bestRow, bestColumn];
  while (row > 0 && column > 0 && score(row, column) > 0) {
    const here = score(row, column);
    const isSame = a[row - 1]!.key === b[column - 1]!.key;
    if (here === score(row - 1, column - 1) + (isSame ? SAME : -1)) {
      if (isSame) pairs.push([row - 1, column - 1]);
      row--;
      column--;
    } else if (here === score(row - 1, column) - 1) row--;
    else column--;
  }
  return pairs.reverse();
}
