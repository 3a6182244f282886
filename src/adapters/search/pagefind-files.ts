import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync, gzip, gzipSync } from 'node:zlib';
import { cursorOf, readArray, readNumber, readText, skip } from '../../search/cbor.ts';

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
  readonly bytes: Uint8Array;
  /** Names of the pages' fragments, in the order of their numbers, and how many words each has. */
  readonly pages: readonly { readonly hash: string; readonly words: number }[];
  readonly chunks: readonly PagefindChunk[];
  /** Where the lists of pages and of chunks stand in the bytes. */
  readonly pagesAt: number;
  readonly chunksEnd: number;
}

/** The bytes inside one of Pagefind's files. */
export function readPagefindFile(path: string): Uint8Array {
  const bytes = gunzipSync(readFileSync(path));
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
  const bytes = readPagefindFile(join(folder, file));
  const cursor = cursorOf(bytes);
  readArray(cursor);
  readText(cursor);
  const pagesAt = cursor.at;
  const pages: { hash: string; words: number }[] = [];
  for (let left = readArray(cursor); left > 0; left--) {
    readArray(cursor);
    pages.push({ hash: readText(cursor), words: readNumber(cursor) });
    skip(cursor);
  }
  const chunks: PagefindChunk[] = [];
  for (let left = readArray(cursor); left > 0; left--) {
    readArray(cursor);
    chunks.push({ from: readText(cursor), to: readText(cursor), hash: readText(cursor) });
  }
  return { file, bytes, pages, chunks, pagesAt, chunksEnd: cursor.at };
}

/** What Pagefind keeps of a page to show it. */
export interface PagefindFragment {
  readonly url: string;
  readonly content: string;
  readonly meta: Readonly<Record<string, string>>;
}

export function readFragment(folder: string, hash: string): PagefindFragment {
  const bytes = readPagefindFile(join(folder, 'fragment', `${hash}.pf_fragment`));
  return JSON.parse(new TextDecoder().decode(bytes)) as PagefindFragment;
}
