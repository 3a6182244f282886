import { join } from 'node:path';
import { groupCount, groupOf } from '../../search/groups.ts';
import type { SearchSource } from '../../search/types.ts';
import type { AnyPageView } from '../../views/types.ts';
import type { FileState, SiteFolder } from '../kept/site-folder.ts';
import { openSiteFolder } from '../kept/site-folder.ts';
import { pagePrinter } from '../print-pages.ts';
import { keepIndex } from './keep-index.ts';
import { recordFile, searchRecordOf } from './records.ts';

export interface IndexPagesOptions {
  readonly site: SiteFolder;
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
): Promise<FileState[]> {
  const print = pagePrinter(layouts);
  const folder = openSiteFolder(join(work, 'records'));
  const searched = pages.filter(({ search }) => search !== undefined);
  const records: FileState[][] = Array.from({ length: groups }, () => []);
  for (const page of searched)
    records[groupOf(page.file, groups)]!.push(folder.write(recordFile(page.file, groups), searchRecordOf(print(page))));
  const index = keepIndex({ site, records: folder, kept: work, cache, program, groups, base: source.base });
  records.forEach((some, group) => index.start(group, some));
  return index.finish(source);
}
