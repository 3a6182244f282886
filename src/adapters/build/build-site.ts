import { join } from 'node:path';
import type { OpenedRecord } from '../../analyse.ts';
import type { Severity } from '../../diagnostics/codes.ts';
import type { Host, HostFile } from '../../exports/hosting.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { loadHelpPages } from '../help-pages.ts';
import { claimFolder } from '../kept/claim.ts';
import { digestOf } from '../kept/digests.ts';
import { loadContent } from '../load-content.ts';
import { closeSearchIndexer } from '../search/pagefind-program.ts';
import { makeSite } from './make-site.ts';
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
}

/**
 * Reads, checks and builds a content folder, and publishes the site only when it is whole. What the last build made is
 * kept in the cache and made again only where something is other than before. Throws ExplainedError.
 */
export async function buildSite(options: BuildOptions): Promise<BuildResult> {
  const { output, cache, baseUrl, host } = options;
  const progress = options.progress ?? (() => undefined);
  progress('Reading the content');
  const content = await loadContent(options.content);
  const claimed = await claimFolder(join(cache, 'kept', digestOf(options.content, output, baseUrl ?? '', host ?? '')));
  const stopAt: Severity[] = options.strict ? ['error', 'warning'] : ['error'];
  try {
    const made = await makeSite({
      content,
      contentFolder: options.content,
      today: options.today,
      helpPages: await loadHelpPages(),
      stopAt,
      layouts: options.layouts,
      cache,
      kept: claimed.folder,
      published: output,
      home: options.home,
      hasSearch: options.hasSearch ?? true,
      progress,
      ...(baseUrl === undefined ? {} : { baseUrl }),
      ...(host === undefined ? {} : { host }),
    });
    if (made.files) {
      progress('Publishing');
      await publishSite(made.folder, made.files, output);
    }
    const { record, diagnostics, pages, records, written, hostFiles } = made;
    return { record, diagnostics, pages, records, written, hostFiles, published: made.files !== undefined };
  } finally {
    await closeSearchIndexer();
    await claimed.release();
  }
}
