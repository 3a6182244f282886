import type { AnyPageView } from '../../views/types.ts';
import { openSiteFolder, type FileState, type SiteFolder } from '../kept/site-folder.ts';
import { pagePrinter } from '../print-pages.ts';
import { recordFile, searchRecordOf } from '../search/records.ts';
import { readPageLinks, type PageLinks } from './page-links.ts';

/** Where the pages of a site are written. */
export interface SiteFolders {
  /** The site that is being made. */
  readonly site: string;
  /** Another with the same files, perhaps: the published one. */
  readonly donor?: string;
  /** What the search reads of the pages. */
  readonly records: string;
  readonly layouts: readonly string[];
  /** The site's path. */
  readonly base: string;
}

export interface WrittenPage {
  readonly page: FileState;
  readonly record: FileState | undefined;
  readonly links: PageLinks;
}

/** Prints pages into a site, and beside it what the search reads of them. */
export interface PageWriter {
  readonly base: string;
  readonly site: SiteFolder;
  readonly records: SiteFolder;
  write(view: AnyPageView): WrittenPage;
  writeFile(file: string, content: string | Uint8Array): FileState;
}

export function openPageWriter({ site, donor, records, layouts, base }: SiteFolders): PageWriter {
  const print = pagePrinter(layouts);
  const folder = openSiteFolder(site, donor);
  const recordFolder = openSiteFolder(records);
  return {
    base,
    site: folder,
    records: recordFolder,
    write(view) {
      const html = print(view);
      return {
        page: folder.write(view.file, html),
        record: view.search && recordFolder.write(recordFile(view.file), searchRecordOf(html)),
        links: readPageLinks(html, view.file, base),
      };
    },
    writeFile: (file, content) => folder.write(file, content),
  };
}
