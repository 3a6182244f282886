import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildPacks, type IndexedGroup } from '../../search/packs.ts';
import type { SearchSource } from '../../search/types.ts';
import { ExplainedError } from '../explained-error.ts';
import { digestOf, filesBelow } from '../kept/digests.ts';
import { readKept, writeKept } from '../kept/kept-files.ts';
import type { FileState, SiteFolder } from '../kept/site-folder.ts';
import { HAS_THREADS } from '../thread.ts';
import { englishKeys } from './english.ts';
import { ownIndexer, startIndexer, type Indexer } from './index-thread.ts';
import { toPack } from './pagefind-files.ts';
import { groupFolder } from './records.ts';

export interface IndexOptions {
  readonly site: SiteFolder;
  /** Where the records stand, group by group. */
  readonly records: SiteFolder;
  /** Where it is kept what became of each group. */
  readonly kept: string;
  readonly cache: string;
  readonly program: string;
  readonly groups: number;
  /** The site's path. */
  readonly base: string;
  /** True where others must not be kept waiting: then it is always made in a thread of its own. */
  readonly isBeside?: boolean;
}

/** The search index of a site, in as many groups as it needs. Only groups whose records have changed are made anew. */
export interface KeptIndex {
  /** Starts on a group whose records are all written. */
  start(group: number, records: readonly FileState[]): void;
  /** Reads what every index needs, before it is waited for. */
  prepare(): void;
  /** Waits until nothing is under way any more: the index is not wanted. */
  abandon(): Promise<void>;
  /** Waits for the groups that were started. Throws ExplainedError. */
  settle(): Promise<void>;
  /** Waits for all groups and writes what they share; gives every file of the index. Throws ExplainedError. */
  finish(source: SearchSource): Promise<FileState[]>;
}

/** Where the index stands in the site. */
export const INDEX_FOLDER = 'pagefind';

/** For a site without its search. */
export const NO_INDEX: KeptIndex = {
  start: () => undefined,
  prepare: () => undefined,
  abandon: () => Promise.resolve(),
  settle: () => Promise.resolve(),
  finish: () => Promise.resolve([]),
};

/** What became of a group when it was last indexed. */
interface GroupState extends IndexedGroup {
  /** Of its records. */
  readonly key: string;
  readonly files: readonly FileState[];
}

/** So many groups are indexed at once. */
const AT_ONCE = 2;

export function keepIndex(options: IndexOptions): KeptIndex {
  const { site, records: folder, kept, cache, program, groups } = options;
  const made = new Map<number, Promise<GroupState>>();
  let isWanted = true;
  let indexer: Indexer | undefined;
  let english: ReturnType<typeof englishKeys> | undefined;
  // Started when there is something to index: most builds change nothing, or one group.
  const open = () => (indexer ??= HAS_THREADS && (groups > 1 || options.isBeside) ? startIndexer() : ownIndexer);
  const lanes = Array.from({ length: AT_ONCE }, () => Promise.resolve<unknown>(undefined));
  return {
    start(group, records) {
      const key = digestOf(program, options.base, ...records.map(({ file, digest }) => `${file} ${digest}`).sort());
      const known = readKept<GroupState>(stateFile(kept, group));
      if (known?.key === key && known.files.every((file) => site.isRight(file))) {
        made.set(group, Promise.resolve(known));
        return;
      }
      // Records of pages that are no more would be found.
      const planned = new Set(records.map(({ file }) => file));
      folder.removeOthers(planned, { below: groupFolder(group) });
      const lane = made.size % AT_ONCE;
      const work = lanes[lane]!.then(() => {
        if (!isWanted) throw new Error('The index is not wanted any more.');
        return makeGroup(options, open(), group, key, records.length);
      });
      // Told when it is waited for.
      work.catch(() => undefined);
      lanes[lane] = work.catch(() => undefined);
      made.set(group, work);
    },
    prepare() {
      english ??= englishKeys(cache, program);
    },
    async abandon() {
      isWanted = false;
      await Promise.allSettled(lanes);
      await indexer?.close();
    },
    async settle() {
      await Promise.all(made.values()).finally(() => indexer?.close());
    },
    async finish(source) {
      // The first is the one that others are merged into: it is there even when nothing can be found.
      const all = Array.from({ length: groups }, (_, group) => made.get(group)!);
      const states = await Promise.all(all).finally(() => indexer?.close());
      const packs = await writePacks(site, kept, buildPacks(source, states, (english ??= englishKeys(cache, program))));
      return [...states.flatMap(({ files }) => files), ...packs];
    },
  };
}

async function makeGroup(
  { site, records, kept, base, groups }: IndexOptions,
  indexer: Indexer,
  group: number,
  key: string,
  expected: number,
): Promise<GroupState> {
  if (expected === 0 && group > 0) return { key, index: '', urls: [], words: [], files: [] };
  const next = join(kept, `index-next-${group}`);
  rmSync(next, { recursive: true, force: true });
  const own = join(records.folder, groupFolder(group));
  mkdirSync(own, { recursive: true });
  const indexed = await indexer.index({ records: own, folder: next, base, groups });
  if (indexed.urls.length !== expected)
    throw new ExplainedError(`The search index holds ${indexed.urls.length} records instead of ${expected}.`);
  const inside = group === 0 ? '' : `${group}/`;
  const names = filesBelow(next);
  const files = names
    .filter((name) => group === 0 || !SHARED.test(name))
    // The entry names what a reader loads next: it comes last.
    .sort((a, b) => Number(a === ENTRY) - Number(b === ENTRY))
    .map((name) => site.write(`${INDEX_FOLDER}/${inside}${name}`, readFileSync(join(next, name))));
  rmSync(next, { recursive: true, force: true });
  const meta = names.find((name) => name.endsWith('.pf_meta'));
  const index = meta === undefined ? '' : inside + meta;
  const state: GroupState = { key, index, ...indexed, files };
  writeKept(stateFile(kept, group), state);
  return state;
}

const ENTRY = 'pagefind-entry.json';
/** Pagefind's own program for browsers, for others who want to search the index: the same for all groups. */
const SHARED = /^(?:pagefind\.js|wasm\..*)$/;

function stateFile(kept: string, group: number): string {
  return join(kept, 'index', `${group}.json`);
}

interface PackState extends FileState {
  /** Of what is in it before it is compressed. */
  readonly madeOf: string;
}

/** Writes the packs that are other than before. */
async function writePacks(site: SiteFolder, kept: string, packs: ReadonlyMap<string, unknown>): Promise<FileState[]> {
  const file = join(kept, 'packs.json');
  const known = new Map((readKept<PackState[]>(file) ?? []).map((state) => [state.file, state]));
  const states = await Promise.all(
    [...packs].map(async ([name, pack]): Promise<PackState> => {
      const json = JSON.stringify(pack);
      const madeOf = digestOf(json);
      const before = known.get(`${INDEX_FOLDER}/${name}.pack`);
      if (before?.madeOf === madeOf && site.isRight(before)) return before;
      return { ...site.write(`${INDEX_FOLDER}/${name}.pack`, await toPack(json)), madeOf };
    }),
  );
  if (states.some((state) => known.get(state.file) !== state)) writeKept(file, states);
  return states;
}
