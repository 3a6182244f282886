import type { EleventyConfig } from '@11ty/eleventy';
import { configurePrinting, type PrintJob } from './src/adapters/print-pages.ts';

/**
 * Eleventy's part: it prints ready-made views with the layouts. It reads no Markdown and finds no files of its own
 * (ARCHITECTURE.md says why). `npm run build`, `npm start` and the tests all come through here.
 */
export const configure = (job: PrintJob) => (config: EleventyConfig) => {
  configurePrinting(config, job);
  return { htmlTemplateEngine: 'njk', markdownTemplateEngine: false };
};
