import { escapeHtml } from '../views/html.ts';
import type { PageEntry } from '../views/types.ts';
import { fullUrl, paths, type Urls } from '../views/urls.ts';

/** A sitemap with more addresses is not read (sitemaps.org 0.9): larger sites have several, and a list of them. */
const MOST_ADDRESSES = 50_000;

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
const SCHEMA = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

/**
 * All pages that are to be found, as one or more sitemaps (sitemaps.org 0.9). Gives files relative to the output folder:
 * `sitemap.xml`, and when there are more than `most` addresses, the numbered ones that it names. Without the site's
 * address there is nothing to list.
 */
export function exportSitemaps(
  urls: Urls,
  pages: readonly PageEntry[],
  most = MOST_ADDRESSES,
): { file: string; content: string }[] {
  const addresses = pages
    .filter((page) => page.canonical !== '' && page.layout !== 'not-found' && page.layout !== 'redirect')
    .map((page) => page.canonical);
  if (addresses.length <= most) return [{ file: paths.sitemap, content: listOf('urlset', 'url', addresses) }];
  const parts = Array.from({ length: Math.ceil(addresses.length / most) }, (_, index) => ({
    file: paths.sitemapPart(index + 1),
    content: listOf('urlset', 'url', addresses.slice(index * most, (index + 1) * most)),
  }));
  const index = listOf(
    'sitemapindex',
    'sitemap',
    parts.map(({ file }) => fullUrl(urls, file)),
  );
  return [{ file: paths.sitemap, content: index }, ...parts];
}

function listOf(list: string, item: string, addresses: readonly string[]): string {
  const items = addresses.map((address) => `  <${item}><loc>${escapeHtml(address)}</loc></${item}>`);
  return `${HEAD}<${list} ${SCHEMA}>\n${items.join('\n')}\n</${list}>\n`;
}
