import type { AnyPageView, PageEntry } from './types.ts';

/** What is left of a page when it has been printed. */
export function entryOf({ layout, file, url, canonical, title, caption, search }: AnyPageView): PageEntry {
  return { layout, file, url, canonical, title, caption, isRecord: search !== undefined };
}
