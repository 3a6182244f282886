import { join } from 'node:path';
import { buildPacks } from '../../search/packs.ts';
import type { SearchSource } from '../../search/types.ts';
import { digestOf } from '../kept/digests.ts';
import { readKept, writeKept } from '../kept/kept-files.ts';
import type { FileState, SiteFolder } from '../kept/site-folder.ts';
import { HAS_THREADS } from '../thread.ts';
import { INDEX_FOLDER, removeOtherBatches, type Batch } from './batches.ts';
import { englishKeys } from './english.ts';
import { readGroup, type GroupState } from './index-group.ts';
import { openIndexFolders, ownIndexMaker, startIndexMaker, type IndexFolders, type IndexMaker } from './index-maker.ts';
import { toPack } from './pagefind-files.ts';
import { groupOfBatch, OTHER_PAGES } from './records.ts';

export interface IndexOptions extends IndexFolders {
  readonly cache: string;
  readonly program: string;
  /** All batches of the site, some perhaps twice; without it no groups are made of them, only what a group is made of. */
  readonly batches?: readonly string[];
  /** True where others must not be kept waiting: then it is always made in a thread of its own. */
  readonly isBeside?: boolean;
}

/**
 * The search index of a site. Pagefind indexes each review by itself (a batch); what it has made of several is put
 * together into the index of a group, of which a large site has a few. Only what has changed is made anew.
 */
export interface KeptIndex {
  /** Tells what the search reads of a batch. What `isNew` is indexed at once, all else only where its group needs it. */
  add(name: string, records: readonly FileState[], isNew?: boolean): void;
  /** Reads what every index needs, before it is waited for. */
  prepare(): void;
  /** Waits until nothing is under way any more: the index is not wanted. */
  abandon(): Promise<void>;
  /** Waits until every batch is indexed that was added. Throws ExplainedError. */
  settle(): Promise<void>;
  /** Waits for all groups and writes what they share. Throws ExplainedError. */
  finish(source: IndexSource): Promise<FinishedIndex>;
}

/** What the search is told of the site; read only when it is needed. */
export interface IndexSource {
  /** Of all that is in it. */
  readonly key: string;
  readonly read: () => SearchSource;
}

export interface FinishedIndex {
  /** Every file of the index. */
  readonly files: readonly FileState[];
  /** How many were written that the site's own folder doesn't know of. */
  readonly written: number;
}

/** For a site without its search. */
export const NO_INDEX: KeptIndex = {
  add: () => undefined,
  prepare: () => undefined,
  abandon: () => Promise.resolve(),
  settle: () => Promise.resolve(),
  finish: () => Promise.resolve({ files: [], written: 0 }),
};

export function keepIndex(options: IndexOptions, site: SiteFolder): KeptIndex {
  const { kept, cache, program, groups, base, batches: expected } = options;
  const own = openIndexFolders(options);
  const place = { ...own, site };
  let maker: IndexMaker | undefined;
  let english: ReturnType<typeof englishKeys> | undefined;
  // Started when there is something to index: most builds change nothing, or one review.
  const open = () =>
    (maker ??= HAS_THREADS && (groups > 1 || options.isBeside) ? startIndexMaker(options) : ownIndexMaker(place));
  /** Batches of each group that have come, and how many are still to come. */
  const added = Array.from({ length: groups }, (): Batch[] => []);
  const missing = added.map(() => 0);
  for (const name of expected ?? []) missing[groupOfBatch(name, groups)]!++;
  const works: Promise<unknown>[] = [];
  const made = new Map<number, Promise<GroupState>>();
  const begin = (work: Promise<unknown>) => {
    // Told when it is waited for.
    work.catch(() => undefined);
    works.push(work);
  };
  const makeGroup = (group: number) => {
    const batches = added[group]!.sort((a, b) => (a.name < b.name ? -1 : 1));
    const key = digestOf(program, String(groups), ...batches.flatMap((batch) => [batch.name, batch.key]));
    const known = readGroup(group, key, place);
    const work = known ? Promise.resolve(known) : open().group({ group, key, batches });
    begin(work);
    made.set(group, work);
  };
  missing.forEach((count, group) => expected && count === 0 && makeGroup(group));
  const close = async () => maker?.close() ?? 0;
  return {
    add(name, records, isNew = false) {
      const group = groupOfBatch(name, groups);
      const files = records.map(({ file, digest }) => `${file} ${digest}`).sort();
      const key = digestOf(program, base, `${group} ${groups}`, ...files);
      const batch: Batch = { name, key, records: records.map(({ file }) => file) };
      // Nothing can be found of a review that is held back.
      if (records.length > 0 || name === OTHER_PAGES) {
        added[group]!.push(batch);
        if (isNew || !expected) begin(open().batch(batch));
      }
      if (--missing[group]! === 0) makeGroup(group);
    },
    prepare() {
      english ??= englishKeys(cache, program);
    },
    async abandon() {
      await close();
      await Promise.allSettled(works);
    },
    async settle() {
      await Promise.all(works).finally(close);
      removeOtherBatches(kept, new Set(added.flat().map(({ name }) => name)));
    },
    async finish(source) {
      const states = await Promise.all(added.map((_, group) => made.get(group)!)).catch(async (error: unknown) => {
        await close();
        throw error;
      });
      const written = await close();
      removeOtherBatches(kept, new Set(added.flat().map(({ name }) => name)));
      const packs = await writePacks(site, kept, source, states, (english ??= englishKeys(cache, program)));
      return { files: [...states.flatMap(({ files }) => files), ...packs], written };
    },
  };
}

interface PackStates {
  /** Of all that packs are made of. */
  readonly key: string;
  readonly packs: readonly PackState[];
}

interface PackState extends FileState {
  /** Of what is in it before it is compressed. */
  readonly madeOf: string;
}

/** Writes the small files beside the index that are other than before. */
async function writePacks(
  site: SiteFolder,
  kept: string,
  source: IndexSource,
  states: readonly GroupState[],
  english: readonly string[],
): Promise<readonly FileState[]> {
  const file = join(kept, 'packs.json');
  const before = readKept<PackStates>(file);
  const key = digestOf(source.key, ...states.flatMap((state) => [state.key, state.index]), ...english);
  if (before?.key === key && before.packs.every((pack) => site.isRight(pack))) return before.packs;
  const known = new Map(before?.packs.map((state) => [state.file, state]));
  const packs = await Promise.all(
    [...buildPacks(source.read(), states, english)].map(async ([name, pack]): Promise<PackState> => {
      const json = JSON.stringify(pack);
      const madeOf = digestOf(json);
      const same = known.get(`${INDEX_FOLDER}/${name}.pack`);
      if (same?.madeOf === madeOf && site.isRight(same)) return same;
      return { ...site.write(`${INDEX_FOLDER}/${name}.pack`, await toPack(json)), madeOf };
    }),
  );
  writeKept(file, { key, packs } satisfies PackStates);
  return packs;
}
