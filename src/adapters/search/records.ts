import { groupOf } from '../../search/groups.ts';

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

/** Where a page's record stands: `g3/reviews/x/index.html`. */
export function recordFile(file: string, groups: number): string {
  return `${groupFolder(groupOf(file, groups))}/${file}`;
}

/** The folder of a group's records. */
export function groupFolder(group: number): string {
  return `g${group}`;
}
