import { escapeHtml } from '../views/html.ts';
import type { PageEntry } from '../views/types.ts';

/** All pages that are to be found, as a sitemap (sitemaps.org 0.9). Needs the site's address. */
export function exportSitemap(pages: readonly PageEntry[]): string {
  const urls = pages
    .filter((page) => page.canonical !== '' && page.layout !== 'not-found' && page.layout !== 'redirect')
    .map((page) => `  <url><loc>${escapeHtml(page.canonical)}</loc></url>`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('\n')}\n</urlset>\n`;
}
