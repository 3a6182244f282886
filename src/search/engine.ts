import { cursorOf, readArray, readInteger, readNumber, readText, skip, type CborCursor } from './cbor.ts';
import { stem } from './stem.ts';

/** Reads an index that Pagefind (version 1.6) has made: which pages have a word, where, and the text of a page. */

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
  readonly content: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly anchors: readonly EngineAnchor[];
}

/** A word on a page. */
export interface Posting {
  /** How much the page says of it: each place counts as much as what stands there. */
  readonly score: number;
  /** Numbers of the words that are it, in order. */
  readonly places: readonly number[];
}

/** Where a word stands: page → score and places. */
export type Postings = ReadonlyMap<number, Posting>;

/** One index; its pages are numbered from 0. */
export interface Engine {
  readonly size: number;
  postings(word: string): Promise<Postings>;
  fragment(page: number): Promise<EngineFragment>;
}

/** Loads one of the index's files, unpacked, by its path from the index's folder on. */
export type LoadFile = (path: string) => Promise<Uint8Array>;

interface Chunk {
  readonly from: string;
  readonly to: string;
  readonly path: string;
}

/** Pagefind begins what it packs with this. */
export const SIGNATURE = 'pagefind_dcd';

/** Opens the index that a file (`….pf_meta`) describes. */
export async function openEngine(load: LoadFile, meta: string): Promise<Engine> {
  const folder = meta.slice(0, meta.lastIndexOf('/') + 1);
  const cursor = cursorOf(withoutSignature(await load(meta)));
  readArray(cursor);
  readText(cursor);
  const fragments: string[] = [];
  for (let left = readArray(cursor); left > 0; left--) {
    readArray(cursor);
    fragments.push(`${folder}fragment/${readText(cursor)}.pf_fragment`);
    readNumber(cursor);
    skip(cursor);
  }
  const chunks: Chunk[] = [];
  for (let left = readArray(cursor); left > 0; left--) {
    readArray(cursor);
    const [from, to, hash] = [readText(cursor), readText(cursor), readText(cursor)];
    chunks.push({ from, to, path: `${folder}index/${hash}.pf_index` });
  }
  const loaded = new Map<string, Promise<Uint8Array>>();
  const loadOnce = (path: string) => loaded.get(path) ?? loaded.set(path, load(path)).get(path)!;
  return {
    size: fragments.length,
    postings: async (word) => {
      const key = indexKey(word);
      const chunk = chunks.find(({ from, to }) => from <= key && key <= to);
      return chunk ? findWord(withoutSignature(await loadOnce(chunk.path)), key) : new Map<number, Posting>();
    },
    fragment: async (page) =>
      JSON.parse(new TextDecoder().decode(withoutSignature(await load(fragments[page]!)))) as EngineFragment,
  };
}

/** A word as Pagefind's index has it: letters and numbers only, and of all its forms the stem. */
function indexKey(word: string): string {
  return stem(word.replace(/[^\p{L}\p{N}]/gu, ''));
}

function withoutSignature(bytes: Uint8Array): Uint8Array {
  return bytes.subarray(SIGNATURE.length);
}

/** A chunk is a list of words in order: `[word, pages, spellings]`; a spelling is `[word, pages]`. */
function findWord(chunk: Uint8Array, key: string): Postings {
  const cursor = cursorOf(chunk);
  readArray(cursor);
  for (let left = readArray(cursor); left > 0; left--) {
    readArray(cursor);
    if (readText(cursor) === key) return readSpellings(cursor);
    skip(cursor);
    skip(cursor);
  }
  return new Map();
}

/** A word as it is written without accents, and under `spellings` as pages have it with them: all are the word. */
function readSpellings(cursor: CborCursor): Postings {
  const postings = readPages(cursor);
  for (let left = readArray(cursor); left > 0; left--) {
    readArray(cursor);
    skip(cursor);
    for (const [page, { score, places }] of readPages(cursor)) {
      const plain = postings.get(page) ?? { score: 0, places: [] };
      const all = [...plain.places, ...places].sort((a, b) => a - b);
      postings.set(page, { score: plain.score + score, places: all });
    }
  }
  return postings;
}

/** A word in Pagefind's plain text counts 24. */
const PLAIN = 24;
/** A word that stands in what the index knows of a page besides its text (its title) counts as much as a heading. */
const IN_META = 10;

/** Pages with a word: each is `[difference to the page before, places, places in meta]`. */
function readPages(cursor: CborCursor): Map<number, Posting> {
  const postings = new Map<number, Posting>();
  let page = 0;
  for (let left = readArray(cursor); left > 0; left--) {
    readArray(cursor);
    page += readNumber(cursor);
    const { score, places } = readPlaces(cursor);
    const inMeta = readArray(cursor);
    for (let other = 0; other < inMeta; other++) skip(cursor);
    postings.set(page, { score: places.length === 0 && inMeta > 0 ? IN_META : score, places });
  }
  return postings;
}

/** Places by their weight: a negative number −w−1 says that those that follow weigh w; each is a difference. */
function readPlaces(cursor: CborCursor): { score: number; places: number[] } {
  const places: number[] = [];
  let [weight, place, score] = [PLAIN, 0, 0];
  for (let left = readArray(cursor); left > 0; left--) {
    const value = readInteger(cursor);
    if (value < 0) [weight, place] = [-value - 1, 0];
    else {
      place += value;
      places.push(place);
      score += weight / PLAIN;
    }
  }
  return { score, places: places.sort((a, b) => a - b) };
}
