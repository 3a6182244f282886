import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { countWords, type CountedWords } from '../../search/count-words.ts';
import { ExplainedError } from '../explained-error.ts';
import { digestBytes, filesBelow } from '../kept/digests.ts';
import { readKept, writeKept } from '../kept/kept-files.ts';
import type { FileState, SiteFolder } from '../kept/site-folder.ts';
import { readFragment, readPagefindMeta, readWords } from './pagefind-files.ts';
import { runPagefind } from './pagefind-program.ts';
import { groupOfBatch, OTHER_PAGES } from './records.ts';

/** Pages that Pagefind indexes together: those of a review, or those that are no review's. */
export interface Batch {
  /** `reviews/x`, or OTHER_PAGES. */
  readonly name: string;
  /** Of everything that its index is made of. */
  readonly key: string;
  /** The files of its records. */
  readonly records: readonly string[];
}

/** Where an index is made. */
export interface IndexPlace {
  readonly site: SiteFolder;
  /** What the search reads of the pages, batch by batch. */
  readonly records: SiteFolder;
  /** Where it is kept what became of each batch. */
  readonly kept: string;
  /** The site's path. */
  readonly base: string;
  readonly groups: number;
}

/** Where the index stands in the site. */
export const INDEX_FOLDER = 'pagefind';

/** The folder of a group's index, from the site on. */
export function indexFolder(group: number): string {
  return group === 0 ? INDEX_FOLDER : `${INDEX_FOLDER}/${group}`;
}

/** What Pagefind has made of a batch. */
export interface BatchIndex {
  /** By their numbers in the postings. */
  readonly pages: readonly IndexedPage[];
  /** The words of each page, and where they stand: a list in the words' order, as Pagefind writes it. */
  readonly postings: Uint8Array;
  /** What Pagefind knows of pages besides their text (their title), by the numbers in the postings. */
  readonly fields: readonly string[];
  readonly words: CountedWords;
  /** What Pagefind says of the index as a whole. */
  readonly entry: string;
  /** The files that it has in the site. */
  readonly files: readonly FileState[];
}

export interface IndexedPage {
  readonly url: string;
  /** Names the file with its text. */
  readonly fragment: string;
  /** How many words it has. */
  readonly words: number;
}

interface BatchState extends Omit<BatchIndex, 'postings'> {
  readonly key: string;
  /** Digest of the postings. */
  readonly postings: string;
}

/** What was kept of a batch; undefined when its pages or any file of it are other than then. */
export function readBatch({ name, key }: Batch, { site, kept }: IndexPlace): BatchIndex | undefined {
  const state = readKept<BatchState>(stateFile(kept, name));
  if (state?.key !== key || !state.files.every((file) => site.isRight(file))) return undefined;
  const postings = tryToRead(postingsFile(kept, name));
  return postings && digestBytes(postings) === state.postings ? { ...state, postings } : undefined;
}

/**
 * Indexes the pages of a batch and keeps what became of it. `lane` numbers those that are indexed at once: the next one
 * finds there what Pagefind writes always. Throws ExplainedError.
 */
export async function indexBatch(batch: Batch, place: IndexPlace, lane: number): Promise<void> {
  const { name, key } = batch;
  const { site, records, kept } = place;
  const made = join(nextFolder(kept), String(lane));
  for (const file of filesBelow(made)) if (!ALWAYS.test(file)) rmSync(join(made, file));
  // Records of pages that are no more would be found.
  records.removeOthers(new Set(batch.records), { below: name });
  const own = join(records.folder, name);
  mkdirSync(own, { recursive: true });
  await runPagefind(own, made);
  const { postings, ...state } = await readMade(made, batch, place);
  const shared = filesBelow(made).filter((file) => name === OTHER_PAGES && SHARED.test(file));
  const files = shared.map((file) => site.write(`${INDEX_FOLDER}/${file}`, readFileSync(join(made, file))));
  mkdirSync(dirname(postingsFile(kept, name)), { recursive: true });
  writeFileSync(postingsFile(kept, name), postings);
  const all: BatchState = { ...state, key, postings: digestBytes(postings), files: [...state.files, ...files] };
  writeKept(stateFile(kept, name), all);
}

/** Where Pagefind writes. */
function nextFolder(kept: string): string {
  return join(kept, 'index-next');
}

/** Removes what was only needed on the way. */
export function clearUpBatches({ kept }: Pick<IndexPlace, 'kept'>): void {
  rmSync(nextFolder(kept), { recursive: true, force: true });
}

/** Removes what is kept of batches that are no more. */
export function removeOtherBatches(kept: string, names: ReadonlySet<string>): void {
  const folder = join(kept, 'batches');
  for (const file of filesBelow(folder))
    if (!names.has(file.replace(/\.(?:json|postings)$/, ''))) rmSync(join(folder, file), { force: true });
}

/** Pagefind's programs and ready-made interfaces, the same in every index. */
const ALWAYS = /^(?:pagefind[a-z-]*\.(?:js|css)|wasm\..*)$/;
/** Of these its program for browsers, for others who want to search the index: the same for all batches. */
const SHARED = /^(?:pagefind\.js|wasm\.(?!unknown).*)$/;

async function readMade(
  made: string,
  { name, records }: Batch,
  { site, base, groups }: IndexPlace,
): Promise<BatchIndex> {
  const entry = readFileSync(join(made, 'pagefind-entry.json'), 'utf8');
  const meta = await readPagefindMeta(made);
  const read = (meta?.pages ?? []).map(({ hash, words }) => ({ hash, words, ...readFragment(made, hash) }));
  if (read.length !== records.length)
    throw new ExplainedError(`The search index holds ${read.length} records instead of ${records.length}.`);
  // Named by its number among those that change together: random letters for each page would be half of what the first
  // search of a large archive loads.
  const order = new Map(
    read
      .map(({ url }) => url)
      .sort()
      .map((url, at) => [url, at.toString(36)]),
  );
  const folder = shortDigest(
    `${name}\n${read
      .map(({ hash }) => hash)
      .sort()
      .join()}`,
  );
  const pages = read.map(({ url, words }) => ({
    url: base + url.replace(/^\//, ''),
    fragment: `${folder}/${order.get(url)}`,
    words,
  }));
  const inside = `${indexFolder(groupOfBatch(name, groups))}/fragment`;
  return {
    pages,
    postings: readWords(made, meta?.chunks ?? []),
    fields: meta?.fields ?? [],
    words: countWords(read.map(({ content }) => content)),
    entry,
    files: read.map(({ bytes }, at) => site.write(`${inside}/${pages[at]!.fragment}.pf_fragment`, bytes)),
  };
}

/** A name of a few letters (hexadecimal) for what something is made of. */
export function shortDigest(content: string | Uint8Array, length = 8): string {
  return createHash('sha256').update(content).digest('hex').slice(0, length);
}

function stateFile(kept: string, name: string): string {
  return join(kept, 'batches', `${name}.json`);
}

function postingsFile(kept: string, name: string): string {
  return join(kept, 'batches', dirname(name), `${basename(name)}.postings`);
}

function tryToRead(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
