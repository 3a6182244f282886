import { joinWords, type CountedWords } from './count-words.ts';
import { shardOf } from './words.ts';
import type { AlsoSite, SearchDocument, SearchPlace, SearchReview, SearchSource } from './types.ts';

/**
 * The small files beside Pagefind's indexes, in the order of the record: what a document is (columns, so that they
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
  /**
   * Files that describe the indexes, from the folder of this pack on: one for each group of pages. In its index a group's
   * pages stand in the order of their addresses; empty for a group without pages.
   */
  readonly indexes: readonly string[];
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

/** An index of some of the site's pages: their addresses, and their words. */
export interface IndexedGroup {
  /** The file that describes it, from the folder of the packs on; empty without pages. */
  readonly index: string;
  readonly urls: readonly string[];
  readonly words: CountedWords;
}

/**
 * All packs by name, for the groups in their order. `english` are the keys of correct words: one of them that the site
 * lacks is no typing error.
 */
export function buildPacks(
  source: SearchSource,
  groups: readonly IndexedGroup[],
  english: readonly string[],
): Map<string, unknown> {
  const urls = new Set(groups.flatMap((group) => group.urls));
  const known = source.documents.filter(({ url }) => urls.has(url));
  for (const { url } of known) urls.delete(url);
  const documents = [...known, ...[...urls].sort().map((url): SearchDocument => ({ ...UNKNOWN, url }))];
  const shards = buildWords(
    groups.map(({ words }) => words),
    english,
  );
  const outcomes = [...new Set(documents.flatMap((document) => document.outcomes))].sort();
  const agencies = [...new Set(documents.flatMap((document) => document.agencies))].sort();
  const people = [...new Set(documents.flatMap((document) => document.people))].sort();
  const numbers = new Map(documents.map(({ url }, index) => [url, index]));
  const catalogue: CataloguePack = {
    site: source.site,
    base: source.base,
    reviews: source.reviews,
    outcomes,
    agencies,
    names: source.names,
    also: source.also,
    indexes: groups.map(({ index }) => index),
    shards: [...shards.keys()],
    columns: {
      path: documents.map(({ url, review }) => url.slice((source.reviews[review]?.url ?? source.base).length)),
      kind: documents.map(({ kind }) => kind),
      review: documents.map(({ review }, at) => review - (documents[at - 1]?.review ?? 0)),
      number: documents.map(({ number }) => number),
      date: documents.map(({ date }) => date),
      outcomes: indexesIn(
        outcomes,
        documents.map((document) => document.outcomes),
      ),
      agencies: indexesIn(
        agencies,
        documents.map((document) => document.agencies),
      ),
    },
  };
  const peoplePack: PeoplePack = {
    names: people,
    of: indexesIn(
      people,
      documents.map((document) => document.people),
    ),
  };
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

/** Of each list of texts their places in a list of all, joined by commas. */
function indexesIn(all: readonly string[], lists: readonly (readonly string[])[]): string[] {
  const places = new Map(all.map((text, index) => [text, index]));
  return lists.map((texts) => texts.map((text) => places.get(text)).join());
}

/** Forms beyond these are hardly ever asked for. */
const FORMS = 6;

function buildWords(counted: readonly CountedWords[], english: readonly string[]): Map<string, WordsPack> {
  const shards = new Map<string, { words: Record<string, [number, ...string[]]>; english: Set<string> }>();
  const shard = (key: string) => {
    const name = shardOf(key);
    return shards.get(name) ?? shards.set(name, { words: {}, english: new Set() }).get(name)!;
  };
  const found = joinWords(counted);
  for (const [key, { documents, forms }] of found) shard(key).words[key] = [documents, ...forms.slice(0, FORMS)];
  for (const key of english) if (!found.has(key) && key.length > 3) shard(key).english.add(key);
  const names = [...shards.keys()].sort();
  return new Map(
    names.map((name) => [
      name,
      { words: shards.get(name)!.words, english: [...shards.get(name)!.english].sort().join(' ') },
    ]),
  );
}
