import { groupBy } from '../model/group-by.ts';
import { quick } from '../model/plain.ts';
import { fold, keyOf, wordsOf, wordsOfFolded } from './words.ts';

/** The words of some pages in no order, as plain data in columns: it is kept and read for every review. */
export interface CountedWords {
  /** What the forms of each word have in common. */
  readonly keys: readonly string[];
  /** In how many pages each stands. */
  readonly documents: readonly number[];
  /** How many forms each has. */
  readonly sizes: readonly number[];
  /** The forms of all, key by key, and in how many pages each stands. */
  readonly forms: readonly string[];
  readonly counts: readonly number[];
  /** Pieces of words by which Pagefind alone knows them. */
  readonly pieces: readonly (readonly [key: string, piece: string])[];
}

interface Found {
  readonly key: string;
  documents: number;
  /** The page on which it was found last. */
  page: number;
  readonly forms: FoundForm[];
}

interface FoundForm {
  readonly form: string;
  count: number;
  page: number;
  readonly word: Found;
}

/** Counts the words of pages by their texts. */
export function countWords(texts: Iterable<string>): CountedWords {
  const byKey = new Map<string, Found>();
  const byForm = new Map<string, FoundForm>();
  const pieces = new Map<string, readonly [string, string]>();
  let page = 0;
  for (const text of texts) {
    page++;
    const folded = fold(text);
    for (const form of wordsOfFolded(folded)) {
      const found = byForm.get(form) ?? addForm(byKey, byForm, form, keyOf(form));
      if (found.page === page) continue;
      found.page = page;
      found.count++;
      if (found.word.page === page) continue;
      found.word.page = page;
      found.word.documents++;
    }
    for (const [word, piece] of apostrophesInCompounds(folded)) {
      const key = keyOf(word);
      if (byKey.has(key)) pieces.set(`${key} ${piece}`, [key, piece]);
    }
  }
  return inColumns([...byKey.values()], pieces);
}

function addForm(byKey: Map<string, Found>, byForm: Map<string, FoundForm>, form: string, key: string): FoundForm {
  const word = byKey.get(key) ?? byKey.set(key, { key, documents: 0, page: 0, forms: [] }).get(key)!;
  const found: FoundForm = { form, count: 0, page: 0, word };
  word.forms.push(found);
  byForm.set(form, found);
  return found;
}

/** The words of all pages, however they were divided. */
export function joinCounts(parts: readonly CountedWords[]): CountedWords {
  const byKey = new Map<string, Found>();
  const byForm = new Map<string, FoundForm>();
  const pieces = new Map<string, readonly [string, string]>();
  for (const part of parts) {
    let at = 0;
    for (const [index, key] of part.keys.entries()) {
      for (const end = at + part.sizes[index]!; at < end; at++)
        (byForm.get(part.forms[at]!) ?? addForm(byKey, byForm, part.forms[at]!, key)).count += part.counts[at]!;
      byKey.get(key)!.documents += part.documents[index]!;
    }
    for (const [key, piece] of part.pieces) pieces.set(`${key} ${piece}`, [key, piece]);
  }
  return inColumns([...byKey.values()], pieces);
}

function inColumns(found: Found[], pieces: ReadonlyMap<string, readonly [string, string]>): CountedWords {
  const forms = found.flatMap((word) => word.forms);
  return {
    keys: found.map(({ key }) => key),
    documents: found.map(({ documents }) => documents),
    sizes: found.map((word) => word.forms.length),
    forms: forms.map(({ form }) => form),
    counts: forms.map(({ count }) => count),
    pieces: [...pieces.values()],
  };
}

export interface JoinedWord {
  readonly documents: number;
  /** The most frequent first. */
  readonly forms: readonly string[];
}

/** The words of all pages by their keys, sorted; the same however the pages were divided. */
export function joinWords(parts: readonly CountedWords[]): Map<string, JoinedWord> {
  const { keys, documents, sizes, forms, counts, pieces } = joinCounts(parts);
  const piecesOf = groupBy(pieces, ([key]) => key);
  const found: [key: string, word: JoinedWord][] = [];
  let at = 0;
  for (const [index, key] of keys.entries()) {
    const end = at + sizes[index]!;
    const known = forms.slice(at, end).map((form, own) => [form, counts[at + own]!] as const);
    const added = (piecesOf.get(key) ?? []).filter(([, piece]) => !known.some(([form]) => form === piece));
    const sorted = [...known, ...added.map(([, piece]) => [piece, 1] as const)].sort(
      (a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1),
    );
    found.push([key, { documents: documents[index]!, forms: sorted.map(([form]) => form) }]);
    at = end;
  }
  return new Map(found.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Texts without it have no such compound. */
const QUICK = /-[^\s'-]+'|'[^\s'-]+-/;
const COMPOUND = quick(/(?<=-)\p{L}+'\p{L}+|\p{L}+'\p{L}+(?=-)/gu);

/**
 * Names with an apostrophe within a compound (“O'Shea-Jones”, “Tŷ'n-y-Coed”): Pagefind takes these apart at the apostrophe
 * too, so that the word is found by its longest piece only.
 */
function* apostrophesInCompounds(folded: string): Generator<readonly [word: string, piece: string]> {
  if (!QUICK.test(folded)) return;
  for (const [name] of folded.matchAll(COMPOUND(folded))) {
    const [word] = wordsOf(name);
    const [piece = ''] = name.split("'").sort((a, b) => b.length - a.length);
    if (word !== undefined && piece.length > 1) yield [word, piece];
  }
}
