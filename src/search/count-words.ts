import { quick } from '../model/plain.ts';
import { fold, keyOf, wordsOf, wordsOfFolded } from './words.ts';

/**
 * The words of some pages, as plain data: the key of each, in how many pages it stands, in which forms and how often, and
 * pieces by which Pagefind alone knows it.
 */
export type CountedWords = readonly (readonly [
  key: string,
  documents: number,
  forms: readonly (readonly [form: string, count: number])[],
  pieces: readonly string[],
])[];

/** Counts the words of pages by their texts. */
export function countWords(texts: Iterable<string>): CountedWords {
  const found = new Map<string, { documents: number; forms: Map<string, number>; pieces: Set<string> }>();
  for (const text of texts) {
    const seen = new Set<string>();
    const folded = fold(text);
    for (const form of new Set(wordsOfFolded(folded))) {
      const key = keyOf(form);
      const entry = found.get(key) ?? found.set(key, { documents: 0, forms: new Map(), pieces: new Set() }).get(key)!;
      entry.forms.set(form, (entry.forms.get(form) ?? 0) + 1);
      if (!seen.has(key)) entry.documents++;
      seen.add(key);
    }
    for (const [word, piece] of apostrophesInCompounds(folded)) found.get(keyOf(word))?.pieces.add(piece);
  }
  return [...found]
    .map(([key, { documents, forms, pieces }]) => [key, documents, [...forms], [...pieces].sort()] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

export interface JoinedWord {
  readonly documents: number;
  /** The most frequent first. */
  readonly forms: readonly string[];
}

/** The words of all pages by their keys, sorted; the same however the pages were divided. */
export function joinWords(parts: readonly CountedWords[]): Map<string, JoinedWord> {
  const joined = new Map<string, { documents: number; forms: Map<string, number>; pieces: Set<string> }>();
  for (const part of parts)
    for (const [key, documents, forms, pieces] of part) {
      const entry = joined.get(key) ?? { documents: 0, forms: new Map<string, number>(), pieces: new Set<string>() };
      joined.set(key, entry);
      entry.documents += documents;
      for (const [form, count] of forms) entry.forms.set(form, (entry.forms.get(form) ?? 0) + count);
      for (const piece of pieces) entry.pieces.add(piece);
    }
  const words = new Map<string, JoinedWord>();
  for (const key of [...joined.keys()].sort()) {
    const { documents, forms, pieces } = joined.get(key)!;
    for (const piece of pieces) if (!forms.has(piece)) forms.set(piece, 1);
    const sorted = [...forms].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    words.set(key, { documents, forms: sorted.map(([form]) => form) });
  }
  return words;
}

const COMPOUND = quick(/(?<=-)\p{L}+'\p{L}+|\p{L}+'\p{L}+(?=-)/gu);

/**
 * Names with an apostrophe within a compound (“O'Shea-Jones”, “Tŷ'n-y-Coed”): Pagefind takes these apart at the apostrophe
 * too, so that the word is found by its longest piece only.
 */
function* apostrophesInCompounds(folded: string): Generator<readonly [word: string, piece: string]> {
  for (const [name] of folded.matchAll(COMPOUND(folded))) {
    const [word] = wordsOf(name);
    const [piece = ''] = name.split("'").sort((a, b) => b.length - a.length);
    if (word !== undefined && piece.length > 1) yield [word, piece];
  }
}
