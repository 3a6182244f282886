import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as pagefind from 'pagefind';
import { ExplainedError } from './explained-error.ts';
import { finishIndex } from './search/finish-index.ts';

/**
 * Indexes the pages of a finished site with Pagefind and writes the index into it. One index for all languages:
 * `en`, `en-gb` and `en-GB` would be three that don't know each other.
 * Gives the number of records. Throws ExplainedError.
 */
export async function indexSite(site: string, indexFolder: string): Promise<number> {
  const created = await pagefind.createIndex({ forceLanguage: 'en', verbose: false, logfile: undefined });
  if (!created.index) throw new ExplainedError(`The search index could not be started: ${created.errors.join('; ')}`);
  try {
    const added = await created.index.addDirectory({ path: site, glob: '**/*.html' });
    if (added.errors.length > 0)
      throw new ExplainedError(`The search index could not read the pages: ${added.errors.join('; ')}`);
    const written = await created.index.writeFiles({ outputPath: indexFolder });
    if (written.errors.length > 0)
      throw new ExplainedError(`The search index could not be written: ${written.errors.join('; ')}`);
    await removeUnused(indexFolder);
    await finishIndex(site, indexFolder);
    return await countRecords(indexFolder);
  } finally {
    await created.index.deleteIndex();
  }
}

/** Pagefind's ready-made interfaces and its worker, which the site does not use: it has its own. */
const UNUSED = /^(?:pagefind-(?:ui|modular-ui|component-ui|highlight|worker)\b|wasm\.unknown)/;

async function removeUnused(indexFolder: string): Promise<void> {
  for (const name of await readdir(indexFolder)) if (UNUSED.test(name)) await rm(join(indexFolder, name));
}

/** Pagefind's own count: pages without a searchable part are read and not indexed. */
async function countRecords(indexFolder: string): Promise<number> {
  const entry = JSON.parse(await readFile(join(indexFolder, 'pagefind-entry.json'), 'utf8')) as {
    languages: Record<string, { page_count: number }>;
  };
  return Object.values(entry.languages).reduce((sum, { page_count }) => sum + page_count, 0);
}

/** Ends Pagefind's helper process, so that the command can end. */
export async function closeSearchIndexer(): Promise<void> {
  await pagefind.close();
}
