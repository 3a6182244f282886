import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { groupBy } from '../../model/group-by.ts';
import * as cbor from '../../search/cbor.ts';
import { readPagefindFile, toPagefindFile, type PagefindChunk, type PagefindMeta } from './pagefind-files.ts';

/**
 * How much of all indexes of a site, before compression, one word may bring with it. Pagefind always cuts its index into
 * chunks of 20,000 words' places: at 10,000 pages a word costs 30 to 80 kB. Cut finer, it costs 4 to 20.
 */
const TARGET = 10_000;
/** Smaller chunks would make their list too long. */
const LEAST = 1_000;

/** A page as the slimmed index has it. */
export interface OrderedPage {
  /** The number that Pagefind gave it. */
  readonly number: number;
  /** Pages that change together, as those of a review: their texts stand in one folder. */
  readonly folder: string;
}

/**
 * Makes Pagefind's index cheaper to load and the same on every machine; its own reader reads it as before. Pages get
 * numbers in the order given: Pagefind numbers them as the disk lists them. Chunks are cut into smaller ones, the smaller
 * the more `groups` share a site. The text of a page is named by its number among those that change together, in a folder
 * named for what is in them: seven random letters for each were half of what the first search of a large archive loads.
 */
export function slimIndex(folder: string, meta: PagefindMeta, order: readonly OrderedPage[], groups: number): void {
  const numbers = new Uint32Array(order.length);
  order.forEach(({ number }, now) => (numbers[number] = now));
  const target = Math.max(LEAST, TARGET / groups);
  const chunks = nameBounds(meta.chunks.flatMap((chunk) => rewriteChunk(folder, chunk, numbers, target)));
  const pages = order.map(({ number, folder: own }) => ({ ...meta.pages[number]!, own }));
  const named = nameFragments(pages);
  for (const name of new Set(named.map((fragment) => dirname(fragment))))
    mkdirSync(join(folder, 'fragment', name), { recursive: true });
  const list = cbor.writerOf(64 * (pages.length + chunks.length));
  cbor.writeHead(list, 4, pages.length);
  for (const [number, { words }] of pages.entries()) {
    cbor.writeHead(list, 4, 3);
    cbor.writeText(list, named[number]!);
    cbor.writeHead(list, 0, words);
    cbor.writeText(list, '');
  }
  cbor.writeHead(list, 4, chunks.length);
  for (const { from, to, hash } of chunks) {
    cbor.writeHead(list, 4, 3);
    for (const text of [from, to, hash]) cbor.writeText(list, text);
  }
  for (const [number, { hash }] of pages.entries())
    renameSync(fragmentFile(folder, hash), fragmentFile(folder, named[number]!));
  const { bytes: before, pagesAt, chunksEnd } = meta;
  const bytes = Buffer.concat([before.subarray(0, pagesAt), cbor.written(list), before.subarray(chunksEnd)]);
  replaceMeta(folder, meta.file, toPagefindFile(bytes));
}

/** A name for the text of each page: `folder/number`. Pagefind's hash says what is in it. */
function nameFragments(pages: readonly { readonly hash: string; readonly own: string }[]): string[] {
  const together = groupBy(pages, ({ own }) => own);
  const folders = new Map(
    [...together].map(([own, some]) => [own, digest(Buffer.from(`${own}\n${some.map(({ hash }) => hash).join()}`), 8)]),
  );
  const counts = new Map<string, number>();
  return pages.map(({ own }) => {
    const count = counts.get(own) ?? 0;
    counts.set(own, count + 1);
    return `${folders.get(own)}/${count.toString(36)}`;
  });
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

/** The file's name says its content, so that no old copy is taken for it. */
function replaceMeta(folder: string, file: string, bytes: Uint8Array): void {
  const [, language, old] = /^pagefind\.([a-z-]+)_([0-9a-f]+)\.pf_meta$/.exec(file)!;
  const hash = digest(bytes, old!.length);
  writeFileSync(join(folder, `pagefind.${language}_${hash}.pf_meta`), bytes);
  if (hash !== old) rmSync(join(folder, file));
  const entry = join(folder, 'pagefind-entry.json');
  const text = readFileSync(entry, 'utf8');
  writeFileSync(entry, text.replaceAll(`"${language}_${old}"`, `"${language}_${hash}"`));
}

function fragmentFile(folder: string, name: string): string {
  return join(folder, 'fragment', `${name}.pf_fragment`);
}

/** A chunk is a list of words: `[word, pages, spellings]`; a spelling is `[word, pages]`. */
function rewriteChunk(folder: string, chunk: PagefindChunk, numbers: Uint32Array, target: number): PagefindChunk[] {
  const path = join(folder, 'index', `${chunk.hash}.pf_index`);
  const cursor = cbor.cursorOf(readPagefindFile(path));
  if (cbor.readArray(cursor) !== 1) throw new Error(`${path} is not as version 1.6 of Pagefind writes it`);
  const words = cbor.writerOf(cursor.bytes.length + 1024);
  const parts: { from: string; to: string; start: number; end: number; count: number }[] = [];
  for (let left = cbor.readArray(cursor); left > 0; left--) {
    const start = words.at;
    cbor.readArray(cursor);
    const word = cbor.readText(cursor);
    cbor.writeHead(words, 4, 3);
    cbor.writeText(words, word);
    renumberPages(cursor, words, numbers);
    const spellings = cbor.readArray(cursor);
    cbor.writeHead(words, 4, spellings);
    for (let other = 0; other < spellings; other++) {
      cbor.readArray(cursor);
      cbor.writeHead(words, 4, 2);
      cbor.writeText(words, cbor.readText(cursor));
      renumberPages(cursor, words, numbers);
    }
    const open = parts.at(-1);
    if (open && words.at - open.start <= target)
      Object.assign(open, { to: word, end: words.at, count: open.count + 1 });
    else parts.push({ from: word, to: word, start, end: words.at, count: 1 });
  }
  rmSync(path);
  return parts.map(({ from, to, start, end, count }) => {
    const content = cbor.writerOf(end - start + 16);
    cbor.writeHead(content, 4, 1);
    cbor.writeHead(content, 4, count);
    cbor.writeBytes(content, words.bytes, start, end);
    const bytes = cbor.written(content);
    const hash = digest(bytes, 8);
    writeFileSync(join(folder, 'index', `${hash}.pf_index`), toPagefindFile(bytes));
    return { from, to, hash };
  });
}

/** The pages of a word in the order of their new numbers: each is `[difference to the page before, places, …]`. */
function renumberPages(cursor: cbor.CborCursor, list: cbor.CborWriter, numbers: Uint32Array): void {
  const count = cbor.readArray(cursor);
  const pages: { number: number; parts: number; start: number; end: number }[] = [];
  let before = 0;
  for (let left = count; left > 0; left--) {
    const parts = cbor.readArray(cursor);
    before += cbor.readNumber(cursor);
    const start = cursor.at;
    for (let part = 1; part < parts; part++) cbor.skip(cursor);
    pages.push({ number: numbers[before]!, parts, start, end: cursor.at });
  }
  pages.sort((a, b) => a.number - b.number);
  cbor.writeHead(list, 4, count);
  let last = 0;
  for (const { number, parts, start, end } of pages) {
    cbor.writeHead(list, 4, parts);
    cbor.writeHead(list, 0, number - last);
    cbor.writeBytes(list, cursor.bytes, start, end);
    last = number;
  }
}

function digest(bytes: Uint8Array, length: number): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, length);
}
