import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import type { Compilation } from '../../compile.ts';
import { finish, type Steps } from '../../model/steps.ts';
import type { AnyPageView } from '../../views/types.ts';
import { onDisk } from '../on-disk.ts';
import { printPages } from '../print-pages.ts';
import { indexSite } from '../search-index.ts';
import { digestLayouts, writeAssets, type SiteFolders } from '../site-writer.ts';

/**
 * Keeps a folder equal to what a clean build would write, doing only the work that a change asks for: pages whose view
 * is other than before are printed again, everything else that is not in the plan is removed.
 */
export interface SiteState {
  /** Brings the folder up to date, but for the search index. `digests` are those of the compilation's pages. */
  update(compilation: Compilation, digests: PageDigests): Promise<SiteUpdate>;
  /** Prints those of some pages that changed and leaves all others as they are; gives their files. */
  updateSome(pages: readonly AnyPageView[]): Promise<string[]>;
}

export interface SiteUpdate {
  /** Files of the pages that were printed or removed. */
  readonly printed: readonly string[];
  /** True when layouts or styles changed. */
  readonly isStyled: boolean;
  /** Makes the search index anew where that is needed. */
  readonly finish: () => Promise<void>;
}

const INDEX = 'pagefind';

export function keepSite(folders: SiteFolders): SiteState {
  let digests: Map<string, string> = new Map();
  let layoutsDigest = '';
  let isIndexOld = false;
  return {
    async update(compilation, next) {
      const layouts = await digestLayouts(folders.layouts);
      const isStyled = layouts !== layoutsDigest;
      if (isStyled) {
        digests = new Map();
        await writeAssets(folders);
      }
      const changed = compilation.pages.filter((page) => digests.get(page.file) !== next.get(page.file));
      const removed = await findStrays(compilation, folders.output);
      // Told before anything is written: an index that is being made meanwhile is old already.
      isIndexOld ||= changed.length > 0 || removed.length > 0;
      await printPages({ pages: changed, layouts: folders.layouts }, folders.output);
      const otherChanged = await writeChangedFiles(compilation, folders);
      await removeFiles(removed, folders.output);
      [digests, layoutsDigest] = [new Map(next), layouts];
      isIndexOld ||= otherChanged > 0;
      return {
        printed: [...changed.map((page) => page.file), ...removed],
        isStyled,
        async finish() {
          if (!isIndexOld) return;
          isIndexOld = false;
          await reindex(folders.output).catch((error: unknown) => {
            // Pages that change or go while they are indexed can break it; it is made again after them.
            const isOverdue = isIndexOld;
            isIndexOld = true;
            if (!isOverdue) throw error;
          });
        },
      };
    },
    async updateSome(pages) {
      const next = finish(digestPages(pages));
      const changed = pages.filter((page) => digests.get(page.file) !== next.get(page.file));
      isIndexOld ||= changed.length > 0;
      await printPages({ pages: changed, layouts: folders.layouts }, folders.output);
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

async function writeChangedFiles(compilation: Compilation, folders: SiteFolders): Promise<number> {
  let written = 0;
  for (const { file, content } of compilation.files) {
    const target = join(folders.output, file);
    if ((await readFile(target, 'utf8').catch(() => undefined)) === content) continue;
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, content);
    written++;
  }
  for (const { from, to } of compilation.attachments) {
    const target = join(folders.output, to);
    await mkdir(dirname(target), { recursive: true });
    await copyFile(onDisk(folders.content, from), target);
  }
  return written;
}

/** What no clean build would have written: pages of deleted files, data of deleted reviews. */
async function findStrays(compilation: Compilation, output: string): Promise<string[]> {
  const planned = new Set([
    ...compilation.pages.map((page) => page.file),
    ...compilation.files.map(({ file }) => file),
    ...compilation.attachments.map(({ to }) => to),
  ]);
  // Styles, scripts and the search are written by others, the search at any moment.
  const folders = (await readdir(output, { withFileTypes: true })).filter(
    ({ name }) => !/^(assets|pagefind)$/.test(name),
  );
  const files = await Promise.all(
    folders.map(async (entry) => {
      if (entry.isFile()) return [entry.name];
      const below = await readdir(join(output, entry.name), { recursive: true, withFileTypes: true });
      return below
        .filter((found) => found.isFile())
        .map((found) => relative(output, join(found.parentPath, found.name)).split(sep).join('/'));
    }),
  );
  return files.flat().filter((file) => !planned.has(file));
}

async function removeFiles(files: readonly string[], output: string): Promise<void> {
  for (const file of files) {
    await rm(join(output, file), { force: true });
    await removeEmptyFolders(dirname(join(output, file)), output);
  }
}

async function removeEmptyFolders(folder: string, root: string): Promise<void> {
  for (let at = folder; at.length > root.length && at.startsWith(root); at = dirname(at)) {
    if ((await readdir(at)).length > 0) return;
    await rm(at, { recursive: true });
  }
}

/** Writes a whole index beside the old one and swaps them, so that a search never meets half of one. */
async function reindex(output: string): Promise<void> {
  const next = join(dirname(output), 'pagefind-next');
  await rm(next, { recursive: true, force: true });
  await indexSite(output, next);
  if (existsSync(join(output, INDEX))) await rm(join(output, INDEX), { recursive: true });
  await rename(next, join(output, INDEX));
}
