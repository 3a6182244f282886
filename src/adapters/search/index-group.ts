import { join } from 'node:path';
import { joinCounts } from '../../search/count-words.ts';
import type { IndexedGroup } from '../../search/packs.ts';
import { readKept, writeKept } from '../kept/kept-files.ts';
import type { FileState } from '../kept/site-folder.ts';
import { indexFolder, shortDigest, type BatchIndex, type IndexPlace } from './batches.ts';
import { mergeWords } from './merge-words.ts';
import { toPagefindFile, writePagefindMeta } from './pagefind-files.ts';

/** What became of a group of the search when its batches were last put together. */
export interface GroupState extends IndexedGroup {
  /** Of its batches. */
  readonly key: string;
  /** Every file of its index in the site. */
  readonly files: readonly FileState[];
}

/** What was kept of a group; undefined when its batches or any file of it are other than then. */
export function readGroup(group: number, key: string, { site, kept }: IndexPlace): GroupState | undefined {
  const state = readKept<GroupState>(stateFile(kept, group));
  return state?.key === key && state.files.every((file) => site.isRight(file)) ? state : undefined;
}

/** Puts batches together into the index of a group, and keeps what became of it. */
export function indexGroup(group: number, key: string, batches: readonly BatchIndex[], place: IndexPlace): GroupState {
  const { site, kept, groups } = place;
  const pages = batches.flatMap((batch, part) => batch.pages.map((page, number) => ({ ...page, part, number })));
  const batchFiles = batches.flatMap(({ files }) => files);
  const words = joinCounts(batches.map((batch) => batch.words));
  pages.sort((a, b) => (a.url < b.url ? -1 : 1));
  const numbers = batches.map((batch) => new Uint32Array(batch.pages.length));
  pages.forEach(({ part, number }, now) => (numbers[part]![number] = now));
  const fields = [...new Set(batches.flatMap((batch) => batch.fields))].sort();
  const before = new Map(readKept<GroupState>(stateFile(kept, group))?.files.map((state) => [state.file, state]));
  const folder = indexFolder(group);
  // Of a batch that has pages, if there is one.
  const saying = batches.find((batch) => batch.pages.length > 0) ?? batches[0];
  // Only the first group is there when nothing can be found: others are merged into it.
  if (!saying || (pages.length === 0 && group > 0))
    return keep(kept, group, { key, index: '', urls: [], words, files: batchFiles });
  const entry = JSON.parse(saying.entry) as PagefindEntry;
  const writeEntry = (languages: PagefindEntry['languages']) =>
    site.write(`${folder}/pagefind-entry.json`, JSON.stringify({ ...entry, languages }));
  if (pages.length === 0)
    return keep(kept, group, { key, index: '', urls: [], words, files: [...batchFiles, writeEntry({})] });
  /** A file whose name says what is in it needs not be packed again. */
  const write = (file: string, bytes: Uint8Array) => {
    const known = before.get(file);
    return known && site.isRight(known) ? known : site.write(file, toPagefindFile(bytes));
  };
  const parts = batches.map(({ postings, fields: own }, part) => ({
    postings,
    pages: numbers[part]!,
    fields: own.map((field) => fields.indexOf(field)),
  }));
  const chunks = mergeWords(parts, groups).map((chunk) => ({ ...chunk, hash: shortDigest(chunk.bytes) }));
  const chunkFiles = chunks.map(({ hash, bytes }) => write(`${folder}/index/${hash}.pf_index`, bytes));
  const named = pages.map(({ fragment, words: count }) => ({ hash: fragment, words: count }));
  const meta = writePagefindMeta(entry.version, { pages: named, chunks, fields });
  const hash = `${LANGUAGE}_${shortDigest(meta, 10)}`;
  const index = `pagefind.${hash}.pf_meta`;
  const metaFile = write(`${folder}/${index}`, meta);
  // The entry names what a reader loads next: it comes last.
  const entryFile = writeEntry({ [LANGUAGE]: { ...entry.languages[LANGUAGE], hash, page_count: pages.length } });
  return keep(kept, group, {
    key,
    index: group === 0 ? index : `${group}/${index}`,
    urls: pages.map(({ url }) => url),
    words,
    files: [...batchFiles, ...chunkFiles, metaFile, entryFile],
  });
}

/** All pages stand in one index, whatever language they are in. */
const LANGUAGE = 'en';

interface PagefindEntry {
  readonly version: string;
  readonly languages: Readonly<Record<string, object>>;
}

function keep(kept: string, group: number, state: GroupState): GroupState {
  writeKept(stateFile(kept, group), state);
  return state;
}

function stateFile(kept: string, group: number): string {
  return join(kept, 'index', `${group}.json`);
}
