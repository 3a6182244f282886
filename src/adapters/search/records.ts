import { groupOf } from '../../search/groups.ts';
import { reviewSlug } from '../../views/urls.ts';

/** What Pagefind is given of a page: the part that is searched, without the rest of the page around it. */

const MARK = 'data-pagefind-body';
const META = /<meta name="search-meta"[^>]*>/g;

/** The searched part of a page's HTML as a page of its own. Pagefind reads it twice as fast, and finds the same. */
export function searchRecordOf(html: string): string {
  const mark = html.indexOf(MARK);
  const start = html.lastIndexOf('<', mark);
  const name = /^<([a-z0-9-]+)\s/i.exec(html.slice(start, start + 40))?.[1];
  const end = name === undefined ? -1 : html.lastIndexOf(`</${name}>`);
  // A layout that marks it in another way is read as it is.
  if (mark === -1 || end < mark) return html;
  const head = html.slice(0, html.indexOf('</head>'));
  return `<!doctype html><html><head>${(head.match(META) ?? []).join('')}</head><body>${html.slice(start, end)}</${name}></body></html>`;
}

/** The pages that are no review's: indexed together, in the first group. */
export const OTHER_PAGES = 'others';

/** Which pages are indexed together with a page, by its file: `reviews/x` for those of a review. */
export function batchOf(file: string): string {
  return /^reviews\/[^/]+(?=\/.)/.exec(file)?.[0] ?? OTHER_PAGES;
}

/** The same for all pages of a review. */
export function batchOfReview(id: string): string {
  return `reviews/${reviewSlug(id)}`;
}

/** The group in which pages stand that are indexed together. */
export function groupOfBatch(name: string, groups: number): number {
  return groupOf(`${name}/`, groups);
}

/** Where a page's record stands: `reviews/x/reviews/x/index.html`. Pagefind reads the address from the second half. */
export function recordFile(file: string): string {
  return `${batchOf(file)}/${file}`;
}
