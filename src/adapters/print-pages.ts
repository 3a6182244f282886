import { existsSync, readdirSync, statSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import Eleventy, { type EleventyConfig } from '@11ty/eleventy';
import nunjucks from 'nunjucks';
import type { AnyPageView } from '../views/types.ts';

/** One template prints every page: which layout, the view says. */
const TEMPLATE = "{% extends view.layout + '.njk' %}";

/** What the adapter and `.eleventy.ts` agree on: the pages to print and the layouts to print them with. */
export interface PrintJob {
  readonly pages: readonly AnyPageView[];
  /** Folders of layouts, the council's own first. */
  readonly layouts: readonly string[];
}

/** Configures Eleventy to print views and nothing else. Used by `.eleventy.ts`. */
export function configurePrinting(config: EleventyConfig, job: PrintJob): void {
  config.setLibrary('njk', environmentOf(job.layouts));
  config.setUseGitIgnore(false);
  config.setQuietMode(true);
  config.setFreezeReservedData(false);
  config.addTemplate('pages.njk', TEMPLATE, {
    pagination: { data: 'views', size: 1, alias: 'view', addAllPagesToCollections: false },
    // A frozen array passes by reference: Eleventy would merge plain data for every page.
    views: job.pages,
    permalink: (data: { view: AnyPageView }) => data.view.file,
    eleventyExcludeFromCollections: true,
  });
}

/** What the types of Nunjucks leave out. */
type Environment = nunjucks.Environment & { readonly extensions?: Readonly<Record<string, unknown>> };

let known: { readonly key: string; readonly environment: Environment } | undefined;

/**
 * The environment that holds the compiled layouts; the same one until a layout changes. Eleventy remembers every library
 * it was ever given, and all that hangs on it: a new one for each print would fill the memory of a preview.
 */
function environmentOf(layouts: readonly string[]): nunjucks.Environment {
  const files = layouts.flatMap((folder) =>
    existsSync(folder)
      ? readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) => {
          const path = join(entry.parentPath, entry.name);
          return entry.name.endsWith('.njk') ? [`${path} ${statSync(path).mtimeMs}`] : [];
        })
      : [],
  );
  const key = JSON.stringify([layouts, files]);
  if (known?.key !== key) {
    const loader = new nunjucks.FileSystemLoader([...layouts]);
    known = { key, environment: new nunjucks.Environment(loader, { autoescape: true, throwOnUndefined: false }) };
  }
  // Each print hangs Eleventy's own tags onto it, and all of that print onto them; our layouts use none.
  for (const name of Object.keys(known.environment.extensions ?? {})) known.environment.removeExtension(name);
  return known.environment;
}

/** Prints pages as HTML files into a folder, through the real Eleventy and the project's `.eleventy.ts`. */
export async function printPages(job: PrintJob, output: string): Promise<void> {
  if (job.pages.length === 0) return;
  // Eleventy looks for templates in its input folder; ours is empty, because every page comes from a view.
  const input = await mkdtemp(join(tmpdir(), 'scrutineer-input-'));
  try {
    await mkdir(output, { recursive: true });
    const { configure } = (await import('../../.eleventy.ts')) as {
      configure: (job: PrintJob) => (config: EleventyConfig) => object;
    };
    const eleventy = new Eleventy(relativePath(input), relativePath(output), {
      quietMode: true,
      config: (config) => void configure(job)(config),
    });
    eleventy.setIsVerbose(false);
    eleventy.disableLogger();
    await eleventy.write();
  } finally {
    await rm(input, { recursive: true, force: true });
  }
}

/** Eleventy resolves its folders against the working directory. */
function relativePath(path: string): string {
  return relative(process.cwd(), path) || '.';
}
