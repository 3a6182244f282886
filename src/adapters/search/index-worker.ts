import { parentPort } from 'node:worker_threads';
import { ExplainedError } from '../explained-error.ts';
import { indexGroup } from './index-group.ts';
import type { GroupAnswer, GroupJob } from './index-thread.ts';
import { closeSearchIndexer } from './pagefind-program.ts';

/** The thread that indexes groups of a large site. */

const port = parentPort!;
const tell = (answer: GroupAnswer) => port.postMessage(answer);

port.on('message', (job: GroupJob | 'close') => {
  if (job === 'close') {
    port.close();
    void closeSearchIndexer();
    return;
  }
  const { folder } = job;
  indexGroup(job.records, folder, job.base, job.groups).then(
    (indexed) => tell({ folder, indexed }),
    (error: unknown) =>
      tell(error instanceof ExplainedError ? { folder, explained: error.message } : { folder, error }),
  );
});
