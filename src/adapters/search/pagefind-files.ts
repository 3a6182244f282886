import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync, gzip, gzipSync } from 'node:zlib';
import * as cbor from '../../search/cbor.ts';

/** Pagefind's files (version 1.6): gzip around a signature and CBOR or JSON. */

const pack = promisify(gzip);

const SIGNATURE = Buffer.from('pagefind_dcd');

export interface PagefindChunk {
  /** The first and the last word in it. */
  readonly from: string;
  readonly to: string;
  readonly hash: string;
}

/** What the index knows of itself: `pagefind.<language>_<hash>.pf_meta`. */
export interface PagefindMeta {
  readonly file: string;
  /** Names of the pages' fragments, in the order of their numbers, and how many words each has. */
  readonly pages: readonly { readonly hash: string; readonly words: number }[];
  readonly chunks: readonly PagefindChunk[];
  /** What is known of pages besides their text, by the numbers in the postings. */
  readonly fields: readonly string[];
}

/** The bytes inside one of Pagefind's files. */
export function readPagefindFile(path: string): Uint8Array {
  return unpack(path, readFileSync(path));
}

function unpack(path: string, file: Uint8Array): Uint8Array {
  const bytes = gunzipSync(file);
  if (!bytes.subarray(0, SIGNATURE.length).equals(SIGNATURE)) throw new Error(`${path} is not one of Pagefind's files`);
  return bytes.subarray(SIGNATURE.length);
}

/** Small files, thousands of them: handing each to another thread takes longer than packing it. */
export function toPagefindFile(bytes: Uint8Array): Uint8Array {
  return gzipSync(Buffer.concat([SIGNATURE, bytes]), { level: 9 });
}

/** One of our own files beside the index: JSON, compressed here because not every host compresses what it serves. */
export async function toPack(json: string): Promise<Uint8Array> {
  return pack(json, { level: 9 });
}

/** Reads the index's own description; undefined when nothing was indexed. */
export async function readPagefindMeta(folder: string): Promise<PagefindMeta | undefined> {
  const file = (await readdir(folder)).find((name) => name.endsWith('.pf_meta'));
  if (file === undefined) return undefined;
  const cursor = cbor.cursorOf(readPagefindFile(join(folder, file)));
  if (cbor.readArray(cursor) !== META_PARTS) throw new Error(`${file} is not as version 1.6 of Pagefind writes it`);
  cbor.readText(cursor);
  const pages: { hash: string; words: number }[] = [];
  for (let left = cbor.readArray(cursor); left > 0; left--) {
    cbor.readArray(cursor);
    pages.push({ hash: cbor.readText(cursor), words: cbor.readNumber(cursor) });
    cbor.skip(cursor);
  }
  const chunks: PagefindChunk[] = [];
  for (let left = cbor.readArray(cursor); left > 0; left--) {
    cbor.readArray(cursor);
    chunks.push({ from: cbor.readText(cursor), to: cbor.readText(cursor), hash: cbor.readText(cursor) });
  }
  // Filters and orders, of which our pages have none.
  cbor.skip(cursor);
  cbor.skip(cursor);
  const fields: string[] = [];
  for (let left = cbor.readArray(cursor); left > 0; left--) fields.push(cbor.readText(cursor));
  return { file, pages, chunks, fields };
}

/** Version, pages, chunks, filters, orders, fields. */
const META_PARTS = 6;

/** Writes an index's description; `readPagefindMeta` reads it. Pages in the order of their numbers. */
export function writePagefindMeta(version: string, { pages, chunks, fields }: Omit<PagefindMeta, 'file'>): Uint8Array {
  const list = cbor.writerOf(64 * (pages.length + chunks.length));
  cbor.writeHead(list, cbor.ARRAY, META_PARTS);
  cbor.writeText(list, version);
  cbor.writeHead(list, cbor.ARRAY, pages.length);
  for (const { hash, words } of pages) {
    cbor.writeHead(list, cbor.ARRAY, 3);
    cbor.writeText(list, hash);
    cbor.writeHead(list, cbor.NUMBER, words);
    cbor.writeText(list, '');
  }
  cbor.writeHead(list, cbor.ARRAY, chunks.length);
  for (const { from, to, hash } of chunks) {
    cbor.writeHead(list, cbor.ARRAY, 3);
    for (const text of [from, to, hash]) cbor.writeText(list, text);
  }
  cbor.writeHead(list, cbor.ARRAY, 0);
  cbor.writeHead(list, cbor.ARRAY, 0);
  cbor.writeHead(list, cbor.ARRAY, fields.length);
  for (const field of fields) cbor.writeText(list, field);
  return cbor.written(list);
}

/** All words of an index in their order, one after the other: `[word, pages, spellings]`. */
export function readWords(folder: string, chunks: readonly PagefindChunk[]): Uint8Array {
  return Buffer.concat(
    chunks.map(({ hash }) => {
      const file = `${hash}.pf_index`;
      const cursor = cbor.cursorOf(readPagefindFile(join(folder, 'index', file)));
      if (cbor.readArray(cursor) !== 1) throw new Error(`${file} is not as version 1.6 of Pagefind writes it`);
      cbor.readArray(cursor);
      return cursor.bytes.subarray(cursor.at);
    }),
  );
}

/** What Pagefind keeps of a page to show it. */
export interface PagefindFragment {
  readonly url: string;
  readonly content: string;
  readonly meta: Readonly<Record<string, string>>;
  /** The file itself. */
  readonly bytes: Uint8Array;
}

export function readFragment(folder: string, hash: string): PagefindFragment {
  const path = join(folder, 'fragment', `${hash}.pf_fragment`);
  const bytes = readFileSync(path);
  const { url, content, meta } = JSON.parse(new TextDecoder().decode(unpack(path, bytes))) as PagefindFragment;
  return { url, content, meta, bytes };
}
