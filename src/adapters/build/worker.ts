import { parentPort, workerData } from 'node:worker_threads';
import type { ParseCache } from '../../analyse.ts';
import { take } from './claims.ts';
import type { FromHand, HandData, ToHand } from './crew.ts';
import { openShare, readOwn } from './share.ts';

/** The part of a build that runs in a thread of its own: reads its share of the record, then makes its reviews. */

const port = parentPort!;
const { facts, own, hasLists } = workerData as HandData;
const cache: ParseCache = new Map();
const tell = (message: FromHand) => port.postMessage(message);

tell({ faces: readOwn(facts.content, own, hasLists, cache) });
port.on('message', ({ faces, folders, ids, order, claims }: ToHand) => {
  const share = openShare(facts, cache, faces);
  const writer = folders && share.writeTo(folders);
  for (const piece of take(order, claims)) tell({ id: ids[piece]!, made: share.make(ids[piece]!) });
  tell({ isDone: true, written: writer?.site.written ?? 0 });
  port.close();
});
