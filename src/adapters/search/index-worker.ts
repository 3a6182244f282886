import { parentPort, workerData } from 'node:worker_threads';
import { ExplainedError } from '../explained-error.ts';
import { openIndexFolders, ownIndexMaker, type IndexAnswer, type IndexFolders, type IndexTask } from './index-maker.ts';
import { closeSearchIndexer } from './pagefind-program.ts';

/** The thread that makes the search index of a large site. */

const port = parentPort!;
const tell = (answer: IndexAnswer) => port.postMessage(answer);
const place = openIndexFolders(workerData as IndexFolders);
const maker = ownIndexMaker(place);

async function doTask(task: IndexTask) {
  if (task !== 'close') return 'batch' in task ? maker.batch(task.batch) : maker.group(task.group);
  await maker.close();
  await closeSearchIndexer();
  return place.site.written;
}

port.on('message', ({ id, task }: { id: number; task: IndexTask }) => {
  doTask(task)
    .then(
      (done) => tell({ id, done: done ?? undefined }),
      (error: unknown) => tell(error instanceof ExplainedError ? { id, explained: error.message } : { id, error }),
    )
    .finally(() => {
      if (task === 'close') port.close();
    });
});
