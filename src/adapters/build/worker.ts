import { parentPort, workerData } from 'node:worker_threads';
import type { ParseCache } from '../../analyse.ts';
import type { FromHand, ToHand } from './crew.ts';
import { openShare, readOwn, type BuildFacts } from './share.ts';

/** The part of a build that runs in a thread of its own: reads its share of the record, then makes its reviews. */

const port = parentPort!;
const { facts, own } = workerData as { facts: BuildFacts; own: ReadonlySet<string> };
const cache: ParseCache = new Map();
const tell = (message: FromHand) => port.postMessage(message);

tell({ faces: readOwn(facts.content, own, cache) });
port.on('message', ({ faces, folders, make }: ToHand) => {
  const share = openShare(facts, cache, faces);
  const writer = folders && share.writeTo(folders);
  for (const id of make) tell({ id, made: share.make(id) });
  tell({ isDone: true, written: writer?.site.written ?? 0 });
  port.close();
});
