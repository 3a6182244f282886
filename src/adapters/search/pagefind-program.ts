import * as pagefind from 'pagefind';
import { ExplainedError } from '../explained-error.ts';

/**
 * Indexes the pages in a folder with Pagefind's program and writes the index to another. One index for all languages:
 * `en`, `en-gb` and `en-GB` would be three that don't know each other. Throws ExplainedError.
 */
export async function runPagefind(pages: string, indexFolder: string): Promise<void> {
  try {
    await makeIndex(pages, indexFolder);
  } catch (error) {
    // A program that has stopped is not asked again: the next index starts another.
    await pagefind.close().catch(() => undefined);
    if (error instanceof ExplainedError || (error as NodeJS.ErrnoException).code !== undefined) throw error;
    throw new ExplainedError(`The search index could not be made: ${(error as Error).message}. ${AGAIN}`);
  }
}

const AGAIN = 'The site that was there is as it was; run the command again.';
const LOOK_EVERY = 500;

/**
 * Waits for work of Pagefind's program. When that has been ended (out of memory, by the system), nobody answers any more:
 * its process, which keeps ours alive while it works, is then gone.
 */
async function whileItRuns<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const stopped = new Promise<never>((_, reject) => {
    let isGone = false;
    timer = setInterval(() => {
      const wasGone = isGone;
      isGone = !process.getActiveResourcesInfo().includes('ProcessWrap');
      // Twice in a row: between two tasks it may not be held for a moment.
      if (isGone && wasGone) reject(new ExplainedError(`The search indexer stopped before its time. ${AGAIN}`));
    }, LOOK_EVERY);
  });
  // Pagefind prints the trace of its own end; what is thrown here says it in words.
  const { error } = console;
  console.error = (...words: unknown[]) => {
    if (words[0] !== 'Service stopped') error(...words);
  };
  try {
    return await Promise.race([work, stopped]);
  } finally {
    clearInterval(timer);
    console.error = error;
  }
}

async function makeIndex(pages: string, indexFolder: string): Promise<void> {
  const created = await whileItRuns(pagefind.createIndex({ forceLanguage: 'en', verbose: false, logfile: undefined }));
  if (!created.index) throw new ExplainedError(`The search index could not be started: ${created.errors.join('; ')}`);
  try {
    const added = await whileItRuns(created.index.addDirectory({ path: pages, glob: '**/*.html' }));
    if (added.errors.length > 0)
      throw new ExplainedError(`The search index could not read the pages: ${added.errors.join('; ')}`);
    const written = await whileItRuns(created.index.writeFiles({ outputPath: indexFolder }));
    if (written.errors.length > 0)
      throw new ExplainedError(`The search index could not be written: ${written.errors.join('; ')}`);
  } finally {
    // An index that is gone with its program needs no deleting.
    await whileItRuns(created.index.deleteIndex()).catch(() => undefined);
  }
}

/** Ends Pagefind's helper process, so that the command can end. */
export async function closeSearchIndexer(): Promise<void> {
  await pagefind.close();
}
