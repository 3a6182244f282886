import { readFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Compilation } from '../../compile.ts';
import { groupCount } from '../../search/groups.ts';
import type { SearchSource } from '../../search/types.ts';
import { groupBy } from '../../model/group-by.ts';
import { finish, type Steps } from '../../model/steps.ts';
import type { AnyPageView } from '../../views/types.ts';
import { paths } from '../../views/urls.ts';
import { openPageWriter, type PageWriter } from '../build/write-page.ts';
import { digestFolders, digestOf, digestProgram, filesBelow } from '../kept/digests.ts';
import type { FileState } from '../kept/site-folder.ts';
import { onDisk } from '../on-disk.ts';
import { INDEX_FOLDER } from '../search/batches.ts';
import { keepIndex } from '../search/keep-index.ts';
import { batchOf, OTHER_PAGES } from '../search/records.ts';
import { writeAssets } from '../write-assets.ts';

/**
 * Keeps a folder equal to what a clean build would write, doing only the work that a change asks for: pages whose view
 * is other than before are printed again, everything else that is not in the plan is removed.
 */
export interface SiteState {
  /** Brings the folder up to date, but for the search index. `digests` are those of the compilation's pages. */
  update(compilation: Compilation, digests: PageDigests): Promise<SiteUpdate>;
  /** Prints those of some pages that changed and leaves all others as they are; gives their files. */
  updateSome(pages: readonly AnyPageView[]): string[];
}

export interface SiteUpdate {
  /** Files of the pages that were printed or removed. */
  readonly printed: readonly string[];
  /** True when layouts or styles changed. */
  readonly isStyled: boolean;
  /** Makes the search index anew where that is needed. */
  readonly finish: () => Promise<void>;
}

export interface PreviewFolders {
  readonly content: string;
  /** Where the site stands. */
  readonly output: string;
  /** For what is needed beside it. */
  readonly work: string;
  readonly layouts: readonly string[];
  readonly cache: string;
  /** The generator's own folder. */
  readonly home: string;
}

export function keepSite({ content, output, work, layouts, cache, home }: PreviewFolders): SiteState {
  let digests = new Map<string, string>();
  const program = digestProgram(home, layouts);
  let layoutsDigest = '';
  let isIndexOld = false;
  let sourceText = '';
  let writer: PageWriter | undefined;
  let groups = 0;
  /** What the search reads of each page, by the page's file. */
  let records = new Map<string, FileState>();
  let assets: readonly string[] = [];
  const open = (compilation: Compilation) => {
    const wanted = groupCount(compilation.catalogue.documents.size);
    if (writer && wanted === groups && writer.base === compilation.basePath) return writer;
    groups = wanted;
    digests = new Map();
    records = new Map();
    writer = openPageWriter({
      site: output,
      records: join(work, 'records'),
      layouts,
      base: compilation.basePath,
    });
    return writer;
  };
  const print = (to: PageWriter, pages: readonly AnyPageView[]) => {
    for (const page of pages) {
      const { record } = to.write(page);
      if (record) records.set(page.file, record);
      else records.delete(page.file);
    }
  };
  const makeSearch = async (to: PageWriter, source: SearchSource) => {
    const batches = groupBy([...records], ([file]) => batchOf(file));
    const names = [...new Set([OTHER_PAGES, ...batches.keys()])];
    const folders = { site: output, records: to.records.folder, kept: work, base: source.base, groups };
    const index = keepIndex({ ...folders, cache, program, batches: names, isBeside: true }, to.site);
    for (const name of names)
      index.add(
        name,
        (batches.get(name) ?? []).map(([, record]) => record),
      );
    const { files } = await index.finish({ key: digestOf(JSON.stringify(source)), read: () => source });
    to.site.removeOthers(new Set(files.map(({ file }) => file)), { below: INDEX_FOLDER });
  };
  return {
    async update(compilation, next) {
      const to = open(compilation);
      const before = layoutsDigest;
      layoutsDigest = digestFolders(layouts);
      const isStyled = layoutsDigest !== before;
      if (isStyled) {
        digests = new Map();
        await writeAssets({ layouts, cache, output });
        assets = filesBelow(join(output, 'assets')).map((file) => `assets/${file}`);
      }
      const changed = compilation.pages.filter((page) => digests.get(page.file) !== next.get(page.file));
      const source = compilation.files.find(({ file }) => file === paths.data('search.json'))!.content;
      // Told before anything is written: an index that is being made meanwhile is old already.
      isIndexOld ||= changed.length > 0 || source !== sourceText;
      sourceText = source;
      print(to, changed);
      for (const { file, content: text } of compilation.files) to.site.write(file, text);
      for (const { from, to: file } of compilation.attachments)
        to.site.write(file, await readFile(onDisk(content, from)));
      const planned = new Set([
        ...compilation.pages.map(({ file }) => file),
        ...compilation.files.map(({ file }) => file),
        ...compilation.attachments.map(({ to: file }) => file),
        ...assets,
      ]);
      // The search is written by itself, at any moment.
      const removed = to.site.removeOthers(planned, { notBelow: INDEX_FOLDER });
      for (const file of removed) records.delete(file);
      isIndexOld ||= removed.length > 0;
      digests = new Map(next);
      return {
        printed: [...changed.map((page) => page.file), ...removed],
        isStyled,
        async finish() {
          if (!isIndexOld) return;
          isIndexOld = false;
          await makeSearch(to, JSON.parse(source) as SearchSource).catch((error: unknown) => {
            // Pages that change or go while they are indexed can break it; it is made again after them.
            const isOverdue = isIndexOld;
            isIndexOld = true;
            if (!isOverdue) throw error;
          });
        },
      };
    },
    updateSome(pages) {
      const next = finish(digestPages(pages));
      const changed = pages.filter((page) => digests.get(page.file) !== next.get(page.file));
      isIndexOld ||= changed.length > 0;
      print(writer!, changed);
      for (const { file } of changed) digests.set(file, next.get(file)!);
      return changed.map((page) => page.file);
    },
  };
}

/** Of each page's file, a digest of everything that is on the page. */
export type PageDigests = ReadonlyMap<string, string>;

/** Digests of pages, one page a step; the shared site view counts for every one. */
export function* digestPages(pages: readonly AnyPageView[]): Steps<PageDigests> {
  const sites = new Map<unknown, string>();
  const digests = new Map<string, string>();
  const digest = (text: string) => createHash('sha256').update(text).digest('base64');
  for (const page of pages) {
    const { site, ...own } = page;
    const shared = sites.get(site) ?? digest(JSON.stringify(site));
    sites.set(site, shared);
    digests.set(page.file, digest(JSON.stringify(own) + shared));
    yield;
  }
  return digests;
}
