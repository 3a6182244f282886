import { join } from 'node:path';
import { groupCount } from '../../search/groups.ts';
import type { SearchSource } from '../../search/types.ts';
import type { AnyPageView } from '../../views/types.ts';
import { digestOf } from '../kept/digests.ts';
import { openSiteFolder, type FileState } from '../kept/site-folder.ts';
import { pagePrinter } from '../print-pages.ts';
import { keepIndex } from './keep-index.ts';
import { batchOf, OTHER_PAGES, recordFile, searchRecordOf } from './records.ts';

export interface IndexPagesOptions {
  /** The folder of the site. */
  readonly site: string;
  /** A folder for what is needed on the way; what is in it may be used the next time. */
  readonly work: string;
  readonly layouts: readonly string[];
  readonly cache: string;
  readonly program: string;
  /** In how many groups; as many as the site needs unless given. */
  readonly groups?: number;
}

/** Makes the whole search index of a site out of its pages; gives its files. Throws ExplainedError. */
export async function indexPages(
  pages: readonly AnyPageView[],
  source: SearchSource,
  { site, work, layouts, cache, program, groups = groupCount(source.documents.length) }: IndexPagesOptions,
): Promise<readonly FileState[]> {
  const print = pagePrinter(layouts);
  const records = openSiteFolder(join(work, 'records'));
  const batches = new Map<string, FileState[]>([[OTHER_PAGES, []]]);
  for (const page of pages) {
    if (page.search === undefined) continue;
    const name = batchOf(page.file);
    const some = batches.get(name) ?? batches.set(name, []).get(name)!;
    some.push(records.write(recordFile(page.file), searchRecordOf(print(page))));
  }
  const folders = { site, records: records.folder, kept: work, base: source.base, groups };
  const index = keepIndex({ ...folders, cache, program, batches: [...batches.keys()] }, openSiteFolder(site));
  for (const [name, some] of batches) index.add(name, some);
  return (await index.finish({ key: digestOf(JSON.stringify(source)), read: () => source })).files;
}
