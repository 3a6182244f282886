import type { Catalogue } from '../model/catalogue.ts';
import type { ViewContext } from '../views/context.ts';
import { attachmentPath, paths } from '../views/urls.ts';
import { exportData } from './data.ts';
import { exportFeed } from './feed.ts';
import { exportSearchSource } from './search-source.ts';
import { exportTheme } from './theme.ts';

/** A file of the site that is not a page: data, feed, sitemap. */
export interface OutputFile {
  /** Relative to the output folder. */
  readonly file: string;
  readonly content: string;
}

/** A file to copy: from the content folder, to the output folder. */
export interface CopiedFile {
  readonly from: string;
  readonly to: string;
}

/** The files that tell of the whole record: data, feed, theme. Reads no review's bodies. */
export function exportSiteFiles(context: ViewContext): OutputFile[] {
  const feed = exportFeed(context);
  const colour = context.catalogue.site?.data.colour;
  return [
    ...exportData(context).map(({ name, content }) => ({ file: paths.data(name), content })),
    { file: paths.data('search.json'), content: `${JSON.stringify(exportSearchSource(context))}\n` },
    ...(feed === undefined ? [] : [{ file: paths.feed, content: feed }]),
    ...(colour === undefined ? [] : [{ file: `${paths.assets}theme.css`, content: exportTheme(colour) }]),
  ];
}

/**
 * The attachments that published text links to (`used`), and the logo: no others, a file may belong to a restricted or
 * draft text.
 */
export function copiedFiles(catalogue: Catalogue, used: readonly string[]): CopiedFile[] {
  const logo = catalogue.site?.data.logo;
  const attached = [...new Set(used)]
    .sort()
    .map((path) => ({ from: path, to: decodeURIComponent(attachmentPath(path)) }));
  return logo !== undefined && catalogue.attachments.has(logo) ? [...attached, { from: logo, to: logo }] : attached;
}
