import * as cbor from '../../search/cbor.ts';

/**
 * How much of all indexes of a site, before compression, one word may bring with it. Pagefind always cuts its index into
 * chunks of 20,000 words' places: at 10,000 pages a word costs 30 to 80 kB. Cut finer, it costs 4 to 20.
 */
const TARGET = 10_000;
/** Smaller chunks would make their list too long. */
const LEAST = 1_000;

/** Words of some pages, to be put together with those of others. */
export interface WordsPart {
  /** As `readWords` gives them. */
  readonly postings: Uint8Array;
  /** Of each page by its number in the postings, the number among all pages. */
  readonly pages: Uint32Array;
  /** The same of what is known of pages besides their text. */
  readonly fields: readonly number[];
}

/** Some words of an index: all from one to another. */
export interface Chunk {
  readonly from: string;
  readonly to: string;
  /** As Pagefind writes it: a list of words. */
  readonly bytes: Uint8Array;
}

/**
 * Puts the words of several indexes together, as if Pagefind had made one of all their pages, and cuts them into chunks:
 * the smaller, the more `groups` share a site.
 */
export function mergeWords(parts: readonly WordsPart[], groups: number): Chunk[] {
  const target = Math.max(LEAST, TARGET / groups);
  const found = findWords(parts);
  const words = [...found.keys()].sort(compareAsPagefind);
  const writer = cbor.writerOf(2 * target);
  const chunks: Chunk[] = [];
  let [start, first] = [0, 0];
  const cut = (next: number) => {
    if (next === first) return;
    const content = cbor.writerOf(writer.at - start + 16);
    cbor.writeHead(content, cbor.ARRAY, 1);
    cbor.writeHead(content, cbor.ARRAY, next - first);
    cbor.writeBytes(content, writer.bytes, start, writer.at);
    chunks.push({ from: words[first]!, to: words[next - 1]!, bytes: cbor.written(content) });
  };
  for (const [at, word] of words.entries()) {
    const before = writer.at;
    writeWord(writer, word, found.get(word)!, parts);
    if (at === first || writer.at - start <= target) continue;
    const end = writer.at;
    writer.at = before;
    cut(at);
    writer.at = end;
    [start, first] = [before, at];
  }
  cut(words.length);
  return nameBounds(chunks);
}

/** Where a word stands: in which part, at which byte of its postings; two numbers for each. */
type Occurrences = number[];

function findWords(parts: readonly WordsPart[]): Map<string, Occurrences> {
  const found = new Map<string, Occurrences>();
  for (const [part, { postings }] of parts.entries()) {
    const cursor = cbor.cursorOf(postings);
    while (cursor.at < postings.length) {
      cbor.readArray(cursor);
      const word = cbor.readText(cursor);
      const known = found.get(word);
      if (known) known.push(part, cursor.at);
      else found.set(word, [part, cursor.at]);
      cbor.skip(cursor);
      cbor.skip(cursor);
    }
  }
  return found;
}

/** In the order of their bytes; JavaScript compares as well and faster, but for letters beyond 16 bits. */
function compareAsPagefind(a: string, b: string): number {
  if (BEYOND.test(a) || BEYOND.test(b)) return Buffer.compare(Buffer.from(a), Buffer.from(b));
  return a < b ? -1 : 1;
}

const BEYOND = /[\uD800-\uDFFF]/;

/** A page on which a word is, with where it is: bytes of its part's postings. */
interface Occurrence {
  readonly page: number;
  readonly part: WordsPart;
  readonly start: number;
  readonly end: number;
  /** Where the list of fields begins. */
  readonly fieldsAt: number;
}

function writeWord(writer: cbor.CborWriter, word: string, places: Occurrences, parts: readonly WordsPart[]): void {
  const plain: Occurrence[] = [];
  const spelt = new Map<string, Occurrence[]>();
  for (let at = 0; at < places.length; at += 2) {
    const part = parts[places[at]!]!;
    const cursor = cbor.cursorOf(part.postings);
    cursor.at = places[at + 1]!;
    readPages(cursor, part, plain);
    for (let left = cbor.readArray(cursor); left > 0; left--) {
      cbor.readArray(cursor);
      const spelling = cbor.readText(cursor);
      const known = spelt.get(spelling) ?? [];
      readPages(cursor, part, known);
      spelt.set(spelling, known);
    }
  }
  cbor.writeHead(writer, cbor.ARRAY, 3);
  cbor.writeText(writer, word);
  writePages(writer, plain);
  cbor.writeHead(writer, cbor.ARRAY, spelt.size);
  for (const spelling of [...spelt.keys()].sort(compareAsPagefind)) {
    cbor.writeHead(writer, cbor.ARRAY, 2);
    cbor.writeText(writer, spelling);
    writePages(writer, spelt.get(spelling)!);
  }
}

/** Pages with a word: each is `[difference to the page before, places, places in fields]`. */
function readPages(cursor: cbor.CborCursor, part: WordsPart, into: Occurrence[]): void {
  let before = 0;
  for (let left = cbor.readArray(cursor); left > 0; left--) {
    cbor.readArray(cursor);
    before += cbor.readNumber(cursor);
    const start = cursor.at;
    cbor.skip(cursor);
    const fieldsAt = cursor.at;
    cbor.skip(cursor);
    into.push({ page: part.pages[before]!, part, start, end: cursor.at, fieldsAt });
  }
}

function writePages(writer: cbor.CborWriter, occurrences: Occurrence[]): void {
  occurrences.sort((a, b) => a.page - b.page);
  cbor.writeHead(writer, cbor.ARRAY, occurrences.length);
  let before = 0;
  for (const { page, part, start, end, fieldsAt } of occurrences) {
    cbor.writeHead(writer, cbor.ARRAY, 3);
    cbor.writeHead(writer, cbor.NUMBER, page - before);
    cbor.writeBytes(writer, part.postings, start, fieldsAt);
    writeFields(writer, part, fieldsAt, end);
    before = page;
  }
}

/** A negative number −f−1 says that the places that follow are in field f. */
function writeFields(writer: cbor.CborWriter, { postings, fields }: WordsPart, start: number, end: number): void {
  if (fields.every((now, before) => now === before)) return cbor.writeBytes(writer, postings, start, end);
  const cursor = cbor.cursorOf(postings);
  cursor.at = start;
  const count = cbor.readArray(cursor);
  cbor.writeHead(writer, cbor.ARRAY, count);
  for (let left = count; left > 0; left--) {
    const value = cbor.readInteger(cursor);
    if (value < 0) cbor.writeHead(writer, cbor.NEGATIVE, fields[-value - 1]!);
    else cbor.writeHead(writer, cbor.NUMBER, value);
  }
}

/**
 * Says of each chunk from which word to which it has them, in as few letters as tell it from its neighbours: the first
 * search loads the list of all.
 */
export function nameBounds<T extends { readonly from: string; readonly to: string }>(chunks: readonly T[]): T[] {
  return chunks.map((chunk, at) => {
    const [before, after] = [chunks[at - 1]?.to, chunks[at + 1]?.from];
    const from = before === undefined ? chunk.from : shortest(chunk.from, '', (text) => comesBefore(before, text));
    const to =
      after === undefined
        ? chunk.to
        : shortest(chunk.to, '~', (text) => comesBefore(chunk.to, text) && comesBefore(text, after));
    return { ...chunk, from, to };
  });
}

/** The shortest beginning of a word, with `ending`, that will do; the word itself when none does. */
function shortest(word: string, ending: string, willDo: (text: string) => boolean): string {
  for (let length = 1; length < word.length; length++) {
    const text = word.slice(0, length) + ending;
    if (willDo(text)) return text;
  }
  return word;
}

/** True when both ways to order texts agree: by bytes, as Pagefind does, and as JavaScript does. */
function comesBefore(a: string, b: string): boolean {
  return a < b && Buffer.compare(Buffer.from(a), Buffer.from(b)) < 0;
}
