import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import type { Content, OpenedRecord } from '../../analyse.ts';
import type { Host, HostFile } from '../../exports/hosting.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { loadHelpPages } from '../help-pages.ts';
import { claimFolder } from '../kept/claim.ts';
import { digestOf } from '../kept/digests.ts';
import type { FileState } from '../kept/site-folder.ts';
import { loadContent } from '../load-content.ts';
import { closeSearchIndexer } from '../search/pagefind-program.ts';
import { joinParts } from './join-parts.ts';
import { makePart, type MadePart, type Part } from './make-part.ts';
import { makeSite } from './make-site.ts';
import type { OpenOptions } from './open-build.ts';
import { publishSite } from './publish.ts';

export interface BuildOptions {
  readonly content: string;
  readonly output: string;
  readonly baseUrl?: string;
  /** ISO date of the build. */
  readonly today: string;
  readonly layouts: readonly string[];
  readonly cache: string;
  /** The generator's own folder. */
  readonly home: string;
  /** Warnings stop the build too. */
  readonly strict?: boolean;
  /** False for a site without its search: to measure what each costs. */
  readonly hasSearch?: boolean;
  /** A host whose files the site carries: redirects, headers. */
  readonly host?: Host;
  /** In how many groups the search stands; as many as the record needs unless given. */
  readonly groups?: number;
  /** Folders of what other machines have made of the site. */
  readonly parts?: readonly string[];
  /** Told what is being done, for a terminal. */
  readonly progress?: (step: string) => void;
}

export interface BuildResult {
  readonly record: OpenedRecord;
  /** Sorted by file, place and code. */
  readonly diagnostics: readonly Diagnostic[];
  /** False when errors kept the site from being written; the last one is then as it was. */
  readonly published: boolean;
  readonly pages: number;
  /** Records in the search index. */
  readonly records: number;
  /** Files that are other than in the site before. */
  readonly written: number;
  readonly hostFiles: readonly HostFile[];
  /** Every file of the published site. */
  readonly files: readonly FileState[];
}

/**
 * Reads, checks and builds a content folder, and publishes the site only when it is whole. What the last build made is
 * kept in the cache and made again only where something is other than before. Throws ExplainedError.
 */
export async function buildSite(options: BuildOptions): Promise<BuildResult> {
  const { content: contentFolder, output, cache, baseUrl, host, progress = () => undefined } = options;
  setFlagsFromString(COLLECT_EARLY);
  progress('Reading the content');
  const content = await loadContent(contentFolder);
  const claimed = await claimFolder(join(cache, 'kept', digestOf(contentFolder, output, baseUrl ?? '', host ?? '')));
  const kept = claimed.folder;
  try {
    if (options.parts) joinParts(options.parts, kept);
    const facts = { ...(await openOptions(options, content, kept)), contentFolder, published: output };
    const made = await makeSite(host === undefined ? facts : { ...facts, host });
    if (made.files) {
      progress('Publishing');
      await publishSite(made.folder, made.files, output);
    }
    const { record, diagnostics, pages, records, written, hostFiles } = made;
    const { files = [] } = made;
    return { record, diagnostics, pages, records, written, hostFiles, files, published: made.files !== undefined };
  } finally {
    await closeSearchIndexer();
    await claimed.release();
  }
}

/** Builds a share of a site into a folder (`output`), for `join` on whatever machine. Throws ExplainedError. */
export async function buildPart(options: BuildOptions, part: Part): Promise<MadePart> {
  setFlagsFromString(COLLECT_EARLY);
  options.progress?.('Reading the content');
  const content = await loadContent(options.content);
  try {
    mkdirSync(join(options.output, 'reviews'), { recursive: true });
    return await makePart(await openOptions(options, content, options.output), part);
  } finally {
    await closeSearchIndexer();
  }
}

/**
 * V8 lets what a thread holds grow to four times what was needed before it collects again. To half as much more, a large
 * build needs two thirds of the memory, and about as long.
 */
const COLLECT_EARLY = '--heap-growing-percent=50';

async function openOptions(options: BuildOptions, content: Content, kept: string): Promise<OpenOptions> {
  const { today, layouts, cache, home, baseUrl, groups, strict, hasSearch = true } = options;
  return {
    content,
    today,
    helpPages: await loadHelpPages(),
    stopAt: strict ? ['error', 'warning'] : ['error'],
    layouts,
    cache,
    kept,
    home,
    hasSearch,
    progress: options.progress ?? (() => undefined),
    ...(baseUrl === undefined ? {} : { baseUrl }),
    ...(groups === undefined ? {} : { groups }),
  };
}
