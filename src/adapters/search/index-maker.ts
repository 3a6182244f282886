import { openSiteFolder } from '../kept/site-folder.ts';
import { ExplainedError } from '../explained-error.ts';
import { startThread } from '../thread.ts';
import { clearUpBatches, indexBatch, readBatch, type Batch, type BatchIndex, type IndexPlace } from './batches.ts';
import { indexGroup, type GroupState } from './index-group.ts';

/** Batches that make a group of the search. */
export interface GroupJob {
  readonly group: number;
  readonly key: string;
  readonly batches: readonly Batch[];
}

/** Makes the search index of a site. What was made and kept before is not made again. */
export interface IndexMaker {
  /** Indexes the pages of a batch. Throws ExplainedError. */
  batch(batch: Batch): Promise<void>;
  /** Puts batches together, and indexes those of them that are not. Throws ExplainedError. */
  group(job: GroupJob): Promise<GroupState>;
  /** Waits until nothing is under way any more; gives how many files were written in a thread of its own. */
  close(): Promise<number>;
}

/** So many batches are indexed at once. */
const AT_ONCE = 3;

/** Makes the index in this thread. */
export function ownIndexMaker(place: IndexPlace): IndexMaker {
  const begun = new Map<string, Promise<void>>();
  const lanes = Array.from({ length: AT_ONCE }, () => Promise.resolve<unknown>(undefined));
  let isOpen = true;
  const index = (batch: Batch) => {
    const id = `${batch.name} ${batch.key}`;
    const known = begun.get(id);
    if (known) return known;
    const lane = begun.size % AT_ONCE;
    const work = lanes[lane]!.then(() => {
      if (!isOpen) throw new Error('The index is not wanted any more.');
      return indexBatch(batch, place, lane);
    });
    lanes[lane] = work.catch(() => undefined);
    begun.set(id, work);
    return work;
  };
  const ready = async (batch: Batch): Promise<BatchIndex> => {
    // What is being made is not looked for.
    const before = begun.has(`${batch.name} ${batch.key}`) ? undefined : readBatch(batch, place);
    if (before) return before;
    await index(batch);
    const made = readBatch(batch, place);
    if (!made) throw new ExplainedError(`The search index of ${batch.name} was changed while it was made.`);
    return made;
  };
  return {
    async batch(batch) {
      if (!readBatch(batch, place)) await index(batch);
    },
    group: async ({ group, key, batches }) => indexGroup(group, key, await Promise.all(batches.map(ready)), place),
    async close() {
      isOpen = false;
      await Promise.all(lanes);
      clearUpBatches(place);
      return 0;
    },
  };
}

/** Where a thread makes an index: folders. */
export interface IndexFolders extends Omit<IndexPlace, 'site' | 'records'> {
  readonly site: string;
  /** Another with the same files, perhaps: the published one. */
  readonly donor?: string;
  readonly records: string;
}

/** The same places for the thread that makes it. */
export function openIndexFolders({ site, donor, records, ...others }: IndexFolders): IndexPlace {
  return { ...others, site: openSiteFolder(site, donor), records: openSiteFolder(records) };
}

export type IndexTask = { readonly batch: Batch } | { readonly group: GroupJob } | 'close';

export type IndexAnswer = { readonly id: number } & (
  { readonly done: GroupState | number | undefined } | { readonly explained: string } | { readonly error: unknown }
);

/** Makes the index in a thread of its own, so that it goes on while this one prints pages. */
export function startIndexMaker(folders: IndexFolders): IndexMaker {
  const worker = startThread('index-worker', import.meta.url, folders);
  const waiting = new Map<number, { resolve: (value: never) => void; reject: (error: unknown) => void }>();
  let asked = 0;
  let ended: { readonly error: Error } | undefined;
  const end = (error: Error) => {
    ended ??= { error };
    waiting.forEach(({ reject }) => reject(error));
    waiting.clear();
  };
  worker.on('message', (answer: IndexAnswer) => {
    const { resolve, reject } = waiting.get(answer.id)!;
    waiting.delete(answer.id);
    if ('done' in answer) resolve(answer.done as never);
    else reject('explained' in answer ? new ExplainedError(answer.explained) : answer.error);
  });
  worker.once('error', end);
  worker.once('exit', (code) => end(new Error(`The thread that indexes ended too early (${code}).`)));
  const ask = <T>(task: IndexTask) =>
    new Promise<T>((resolve, reject) => {
      if (ended) return reject(ended.error);
      const id = asked++;
      waiting.set(id, { resolve, reject });
      worker.postMessage({ id, task });
    });
  return {
    batch: (batch) => ask({ batch }),
    group: (job) => ask({ group: job }),
    async close() {
      if (ended) return 0;
      const gone = new Promise((resolve) => worker.once('exit', resolve));
      const written = await ask<number>('close');
      await gone;
      return written;
    },
  };
}
