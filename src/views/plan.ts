import type { AnyPageView, PageAddress } from './types.ts';
import { outputFile, siteUrl, type Urls } from './urls.ts';

type Layout = AnyPageView['layout'];

/** A page before it is made: who only asks which addresses there are need not make it. */
export interface PlannedPage {
  readonly layout: Layout;
  /** Relative to the site's home; the page's own says the same. */
  readonly path: string;
  readonly build: () => AnyPageView;
}

/** Plans a page of one layout. */
export function plan<L extends Layout>(
  layout: L,
  path: string,
  build: () => Extract<AnyPageView, { layout: L }>,
): PlannedPage {
  return { layout, path, build };
}

/** Where a planned page will stand. */
export function addressOf(urls: Urls, { layout, path }: Pick<PlannedPage, 'layout' | 'path'>): PageAddress {
  return { layout, file: outputFile(path), url: siteUrl(urls, path) };
}
