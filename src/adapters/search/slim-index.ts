import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inBatches } from '../in-batches.ts';
import { readArray, readText, skip, writeHead, writeText, type CborCursor } from './cbor.ts';
import { readPagefindFile, toPagefindFile, type PagefindChunk, type PagefindMeta } from './pagefind-files.ts';

/**
 * How much of the index, before compression, one word may bring with it. Pagefind always cuts its index into chunks of
 * 20,000 words' places: at 10,000 pages a word costs 30 to 80 kB. Cut finer, it costs 4 to 20.
 */
const TARGET = 16_000;

/**
 * Makes Pagefind's index cheaper to load; its own reader reads it as before. Chunks are cut into smaller ones. Pages
 * are named by their number in a folder named for the whole index: seven random letters each were half of what the
 * first search of a large archive loads.
 */
export async function slimIndex(folder: string, meta: PagefindMeta): Promise<void> {
  const chunks = (await inBatches(meta.chunks, (chunk) => splitChunk(folder, chunk))).flat();
  const version = digest(Buffer.concat([meta.bytes, Buffer.from(chunks.map(({ hash }) => hash).join())]), 8);
  await mkdir(join(folder, 'fragment', version));
  const pages = await inBatches([...meta.pages.entries()], async ([number, { hash, words }]) => {
    const name = `${version}/${number.toString(36)}`;
    await rename(join(folder, 'fragment', `${hash}.pf_fragment`), join(folder, 'fragment', `${name}.pf_fragment`));
    return [writeHead(4, 3), writeText(name), writeHead(0, words), writeText('')];
  });
  const list = Buffer.concat([
    writeHead(4, meta.pages.length),
    ...pages.flat(),
    writeHead(4, chunks.length),
    ...chunks.flatMap(({ from, to, hash }) => [writeHead(4, 3), writeText(from), writeText(to), writeText(hash)]),
  ]);
  const bytes = Buffer.concat([meta.bytes.subarray(0, meta.pagesAt), list, meta.bytes.subarray(meta.chunksEnd)]);
  await replaceMeta(folder, meta.file, await toPagefindFile(bytes));
}

/** The file's name says its content, so that no old copy is taken for it. */
async function replaceMeta(folder: string, file: string, bytes: Uint8Array): Promise<void> {
  const [, language, old] = /^pagefind\.([a-z-]+)_([0-9a-f]+)\.pf_meta$/.exec(file)!;
  const hash = digest(bytes, old!.length);
  await writeFile(join(folder, `pagefind.${language}_${hash}.pf_meta`), bytes);
  if (hash !== old) await rm(join(folder, file));
  const entry = join(folder, 'pagefind-entry.json');
  const text = await readFile(entry, 'utf8');
  await writeFile(entry, text.replaceAll(`"${language}_${old}"`, `"${language}_${hash}"`));
}

async function splitChunk(folder: string, chunk: PagefindChunk): Promise<PagefindChunk[]> {
  const path = join(folder, 'index', `${chunk.hash}.pf_index`);
  const bytes = await readPagefindFile(path);
  const cursor: CborCursor = { bytes, at: 0 };
  const outer = readArray(cursor);
  const count = readArray(cursor);
  if (outer !== 1 || bytes.length <= TARGET * 1.5) return [chunk];
  const parts: { from: string; to: string; start: number; end: number; count: number }[] = [];
  for (let left = count; left > 0; left--) {
    const start = cursor.at;
    readArray(cursor);
    const word = readText(cursor);
    cursor.at = start;
    skip(cursor);
    const open = parts.at(-1);
    if (open && cursor.at - open.start <= TARGET)
      Object.assign(open, { to: word, end: cursor.at, count: open.count + 1 });
    else parts.push({ from: word, to: word, start, end: cursor.at, count: 1 });
  }
  await rm(path);
  return Promise.all(
    parts.map(async (part) => {
      const content = Buffer.concat([writeHead(4, 1), writeHead(4, part.count), bytes.subarray(part.start, part.end)]);
      const hash = digest(content, 8);
      await writeFile(join(folder, 'index', `${hash}.pf_index`), await toPagefindFile(content));
      return { from: part.from, to: part.to, hash };
    }),
  );
}

function digest(bytes: Uint8Array, length: number): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, length);
}
