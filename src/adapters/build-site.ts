import { join } from 'node:path';
import { compile, type Compilation } from '../compile.ts';
import { hostingFiles, type Host } from '../exports/hosting.ts';
import { loadHelpPages } from './help-pages.ts';
import { loadContent } from './load-content.ts';
import { publishAtomically } from './publish.ts';
import { closeSearchIndexer, indexSite } from './search-index.ts';
import { writeSite } from './site-writer.ts';
import { verifyIndex, verifyPages } from './verify-site.ts';

export interface BuildOptions {
  readonly content: string;
  readonly output: string;
  readonly baseUrl?: string;
  /** ISO date of the build. */
  readonly today: string;
  readonly layouts: readonly string[];
  readonly cache: string;
  /** Warnings stop the build too. */
  readonly strict?: boolean;
  /** A host whose files the site carries: redirects, headers. */
  readonly host?: Host;
  /** Told what is being done, for a terminal. */
  readonly progress?: (step: string) => void;
}

export interface BuildResult {
  readonly compilation: Compilation;
  /** False when errors kept the site from being written; the last one is then as it was. */
  readonly published: boolean;
  /** Records in the search index. */
  readonly records: number;
}

/** Reads, checks and builds a content folder, and publishes the site only when it is whole. */
export async function buildSite(options: BuildOptions): Promise<BuildResult> {
  const progress = options.progress ?? (() => undefined);
  progress('Reading the content');
  const content = await loadContent(options.content);
  progress(`Checking ${content.files.length} files`);
  const compiled = compile(content, {
    today: options.today,
    helpPages: await loadHelpPages(),
    ...(options.baseUrl === undefined ? {} : { baseUrl: options.baseUrl }),
  });
  const compilation = options.host === undefined ? compiled : withHostFiles(compiled, options.host);
  const stopping = compilation.diagnostics.some(
    ({ severity }) => severity === 'error' || (options.strict && severity === 'warning'),
  );
  if (stopping) return { compilation, published: false, records: 0 };
  try {
    const records = await publishAtomically(options.output, async (staging) => {
      progress(`Writing ${compilation.pages.length} pages`);
      await writeSite(compilation, {
        content: options.content,
        output: staging,
        layouts: options.layouts,
        cache: options.cache,
      });
      progress('Making the search index and looking at every link');
      // Pagefind is a program of its own: meanwhile every link is looked at here.
      const [indexed, looked] = await Promise.allSettled([
        indexSite(staging, join(staging, 'pagefind')),
        verifyPages(compilation, staging),
      ]);
      if (looked.status === 'rejected') throw looked.reason;
      if (indexed.status === 'rejected') throw indexed.reason;
      verifyIndex(compilation, indexed.value);
      return indexed.value;
    });
    return { compilation, published: true, records };
  } finally {
    await closeSearchIndexer();
  }
}

/** nginx reads its configuration from beside the site: it is not published. */
function withHostFiles(compilation: Compilation, host: Host): Compilation {
  if (host === 'nginx') return compilation;
  return {
    ...compilation,
    files: [...compilation.files, ...hostingFiles(host, compilation.pages, compilation.basePath)],
  };
}
