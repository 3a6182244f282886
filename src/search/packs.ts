import { fold, keyOf, shardOf, wordsOf } from './words.ts';
import type { AlsoSite, SearchDocument, SearchPlace, SearchReview, SearchSource } from './types.ts';

/**
 * The small files beside Pagefind's index, in the order of Pagefind's pages: what a document is (columns, so that they
 * compress), the words of the site, numbered places, people.
 */

/** `catalogue.pack`: every document, column by column. */
export interface CataloguePack {
  readonly site: string;
  readonly base: string;
  readonly reviews: readonly SearchReview[];
  readonly outcomes: readonly string[];
  readonly agencies: readonly string[];
  readonly names: readonly (readonly string[])[];
  readonly also: readonly AlsoSite[];
  /** Shards of the vocabulary that exist. */
  readonly shards: readonly string[];
  readonly columns: {
    /** Address from the review's on, or from the site's. */
    readonly path: readonly string[];
    readonly kind: readonly SearchDocument['kind'][];
    /** Difference to the document before. */
    readonly review: readonly number[];
    readonly number: readonly string[];
    readonly date: readonly string[];
    /** Indexes, joined by commas. */
    readonly outcomes: readonly string[];
    readonly agencies: readonly string[];
  };
}

/** `people.pack`: who is in which document; loaded when it is asked for. */
export interface PeoplePack {
  readonly names: readonly string[];
  /** For each document the indexes of its people, joined by commas. */
  readonly of: readonly string[];
}

/** `places.pack`: sections, paragraphs and lettered notes; `document` is the number of the page. */
export interface PlacesPack {
  readonly places: readonly (Omit<SearchPlace, 'document'> & { readonly document: number })[];
}

/** `words-xx.pack`: keys of the site's words with forms and the number of documents; words that English has besides. */
export interface WordsPack {
  readonly words: Readonly<Record<string, readonly [documents: number, ...forms: string[]]>>;
  readonly english: string;
}

/** A page of the index: its address and its text. */
export interface IndexedPage {
  readonly url: string;
  readonly content: string;
}

/** All packs by name. `english` is a list of correct words: one of them that the site lacks is no typing error. */
export function buildPacks(
  source: SearchSource,
  pages: readonly IndexedPage[],
  english: readonly string[],
): Map<string, unknown> {
  const known = new Map(source.documents.map((document) => [document.url, document]));
  const documents = pages.map(({ url }): SearchDocument => known.get(url) ?? { ...UNKNOWN, url });
  const shards = buildWords(pages, english);
  const outcomes = [...new Set(documents.flatMap((document) => document.outcomes))].sort();
  const agencies = [...new Set(documents.flatMap((document) => document.agencies))].sort();
  const people = [...new Set(documents.flatMap((document) => document.people))].sort();
  const indexes = (list: readonly string[]) => {
    const places = new Map(list.map((text, index) => [text, index]));
    return (texts: readonly string[]) => texts.map((text) => places.get(text)).join();
  };
  const numbers = new Map(pages.map(({ url }, index) => [url, index]));
  const catalogue: CataloguePack = {
    site: source.site,
    base: source.base,
    reviews: source.reviews,
    outcomes,
    agencies,
    names: source.names,
    also: source.also,
    shards: [...shards.keys()],
    columns: {
      path: documents.map(({ url, review }) => url.slice((source.reviews[review]?.url ?? source.base).length)),
      kind: documents.map(({ kind }) => kind),
      review: documents.map(({ review }, at) => review - (documents[at - 1]?.review ?? 0)),
      number: documents.map(({ number }) => number),
      date: documents.map(({ date }) => date),
      outcomes: documents.map((document) => indexes(outcomes)(document.outcomes)),
      agencies: documents.map((document) => indexes(agencies)(document.agencies)),
    },
  };
  const peoplePack: PeoplePack = { names: people, of: documents.map((document) => indexes(people)(document.people)) };
  const places: PlacesPack = {
    places: source.places.flatMap((place) => {
      const document = numbers.get(place.document);
      return document === undefined ? [] : [{ ...place, document }];
    }),
  };
  return new Map<string, unknown>([
    ['catalogue', catalogue],
    ['people', peoplePack],
    ['places', places],
    ...[...shards].map(([name, pack]) => [`words-${name}`, pack] as const),
  ]);
}

const UNKNOWN: Omit<SearchDocument, 'url'> = {
  kind: 'page',
  review: -1,
  number: '',
  date: '',
  outcomes: [],
  agencies: [],
  people: [],
};

/**
 * Names with an apostrophe within a compound (“O'Shea-Jones”, “Tŷ'n-y-Coed”): Pagefind takes these apart at the apostrophe
 * too, so that the word is found by its longest piece only.
 */
function* apostrophesInCompounds(content: string): Generator<readonly [word: string, piece: string]> {
  for (const [name] of fold(content).matchAll(/(?<=-)\p{L}+'\p{L}+|\p{L}+'\p{L}+(?=-)/gu)) {
    const [word] = wordsOf(name);
    const [piece = ''] = name.split("'").sort((a, b) => b.length - a.length);
    if (word !== undefined && piece.length > 1) yield [word, piece];
  }
}

function buildWords(pages: readonly IndexedPage[], english: readonly string[]): Map<string, WordsPack> {
  const keys = new Map<string, string>();
  const keyOfForm = (form: string) => keys.get(form) ?? keys.set(form, keyOf(form)).get(form)!;
  const found = new Map<string, { documents: number; forms: Map<string, number> }>();
  for (const { content } of pages) {
    const seen = new Set<string>();
    for (const form of new Set(wordsOf(content))) {
      const key = keyOfForm(form);
      const entry = found.get(key) ?? found.set(key, { documents: 0, forms: new Map() }).get(key)!;
      entry.forms.set(form, (entry.forms.get(form) ?? 0) + 1);
      if (seen.has(key)) continue;
      seen.add(key);
      entry.documents++;
    }
    for (const [word, piece] of apostrophesInCompounds(content)) {
      const entry = found.get(keyOfForm(word));
      if (entry && !entry.forms.has(piece)) entry.forms.set(piece, 1);
    }
  }
  const shards = new Map<string, { words: Record<string, [number, ...string[]]>; english: Set<string> }>();
  const shard = (key: string) => {
    const name = shardOf(key);
    return shards.get(name) ?? shards.set(name, { words: {}, english: new Set() }).get(name)!;
  };
  for (const key of [...found.keys()].sort()) {
    const { documents, forms } = found.get(key)!;
    const sorted = [...forms].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([form]) => form);
    shard(key).words[key] = [documents, ...sorted.slice(0, 6)];
  }
  for (const word of english) {
    const key = keyOfForm(word);
    if (!found.has(key) && key.length > 3) shard(key).english.add(key);
  }
  const names = [...shards.keys()].sort();
  return new Map(
    names.map((name) => [
      name,
      { words: shards.get(name)!.words, english: [...shards.get(name)!.english].sort().join(' ') },
    ]),
  );
}
