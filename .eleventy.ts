import { mkdirSync } from 'node:fs';
import type { EleventyConfig } from '@11ty/eleventy';
import { compile } from './src/compile.ts';
import { layoutFolders, today } from './src/adapters/commands/surroundings.ts';
import { loadContent } from './src/adapters/load-content.ts';
import { loadHelpPages } from './src/adapters/help-pages.ts';
import { environmentFor, TEMPLATE } from './src/adapters/print-pages.ts';
import type { AnyPageView } from './src/views/types.ts';

/**
 * The record as an Eleventy project, for those who want pages of their own around it (in `pages`):
 * `node --import tsx node_modules/@11ty/eleventy/cmd.cjs --config=.eleventy.ts`. Every page is the same as in
 * `npm run build`, which prints without Eleventy: three times as fast (docs/performance.md), checked, and with its search.
 */
export default async function configure(config: EleventyConfig): Promise<object> {
  const compilation = compile(await loadContent('content'), { today: today(), helpPages: await loadHelpPages() });
  // Eleventy wants a folder to read, be it empty.
  mkdirSync('pages', { recursive: true });
  return configurePrinting(config, compilation.pages, layoutFolders());
}

/** Gives Eleventy ready-made views to print: it reads no Markdown (ARCHITECTURE.md says why). */
export function configurePrinting(
  config: EleventyConfig,
  pages: readonly AnyPageView[],
  layouts: readonly string[],
): object {
  config.setLibrary('njk', environmentFor(layouts));
  config.setFreezeReservedData(false);
  config.addTemplate('pages.njk', TEMPLATE, {
    pagination: { data: 'views', size: 1, alias: 'view', addAllPagesToCollections: false },
    // A frozen array passes by reference: Eleventy would merge plain data for every page.
    views: Object.freeze([...pages]),
    permalink: (data: { view: AnyPageView }) => data.view.file,
    eleventyExcludeFromCollections: true,
  });
  return { dir: { input: 'pages', output: '_site' }, htmlTemplateEngine: 'njk', markdownTemplateEngine: false };
}
