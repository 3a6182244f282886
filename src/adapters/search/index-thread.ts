import type { IndexedGroup as NamedGroup } from '../../search/packs.ts';
import { ExplainedError } from '../explained-error.ts';
import { startThread } from '../thread.ts';
import { indexGroup } from './index-group.ts';

/** A group to index: where its records stand, where the index goes, the site's path, and how many groups there are. */
export interface GroupJob {
  readonly records: string;
  readonly folder: string;
  readonly base: string;
  readonly groups: number;
}

type IndexedGroup = Omit<NamedGroup, 'index'>;

export type GroupAnswer =
  | { readonly folder: string; readonly indexed: IndexedGroup }
  | { readonly folder: string; readonly explained: string }
  | { readonly folder: string; readonly error: unknown };

/** Something that indexes groups. */
export interface Indexer {
  index(job: GroupJob): Promise<IndexedGroup>;
  close(): Promise<void>;
}

/** Indexes in this thread: for a site of one group. */
export const ownIndexer: Indexer = {
  index: ({ records, folder, base, groups }) => indexGroup(records, folder, base, groups),
  close: () => Promise.resolve(),
};

/** Indexes in a thread of its own, so that it goes on while this one prints pages. */
export function startIndexer(): Indexer {
  const worker = startThread('index-worker', import.meta.url);
  const waiting = new Map<string, { resolve: (group: IndexedGroup) => void; reject: (error: unknown) => void }>();
  let hasEnded = false;
  const rejectAll = (error: unknown) => {
    hasEnded = true;
    waiting.forEach(({ reject }) => reject(error));
  };
  worker.on('message', (answer: GroupAnswer) => {
    const { resolve, reject } = waiting.get(answer.folder)!;
    waiting.delete(answer.folder);
    if ('indexed' in answer) resolve(answer.indexed);
    else reject('explained' in answer ? new ExplainedError(answer.explained) : answer.error);
  });
  worker.once('error', rejectAll);
  worker.once('exit', (code) => rejectAll(new Error(`The thread that indexes ended too early (${code}).`)));
  return {
    index: (job) =>
      new Promise((resolve, reject) => {
        waiting.set(job.folder, { resolve, reject });
        worker.postMessage(job);
      }),
    async close() {
      if (hasEnded) return;
      const ended = new Promise((resolve) => worker.once('exit', resolve));
      worker.postMessage('close');
      await ended;
    },
  };
}
