import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Compilation } from '../compile.ts';
import { ExplainedError } from './explained-error.ts';

const ANCHOR = /\sid="([^"]*)"/g;
const ADDRESS = /\s(?:href|src|action)="([^"]*)"/g;
const ELSEWHERE = /^(?:[a-z][a-z\d+.-]*:|\/\/)/i;
const READ_AT_ONCE = 64;

/**
 * The last look before a site takes the place of the old one: every page and file of the plan exists, every link and
 * anchor within the site resolves, and the index holds every document. Throws ExplainedError.
 */
export async function verifySite(compilation: Compilation, site: string, records: number): Promise<void> {
  const { pages, files, attachments, basePath } = compilation;
  const planned = [
    ...pages.map((page) => page.file),
    ...files.map(({ file }) => file),
    ...attachments.map(({ to }) => to),
  ];
  const missing = planned.filter((file) => !existsSync(join(site, file)));
  if (missing.length > 0)
    throw new ExplainedError(`${missing.length} files of the site were not written, the first of them ${missing[0]}.`);
  const expected = pages.filter((page) => page.search !== undefined).length;
  if (records !== expected)
    throw new ExplainedError(`The search index holds ${records} records instead of ${expected}.`);
  const [broken] = await brokenLinks(
    site,
    pages.map((page) => page.file),
    basePath,
  );
  if (broken)
    throw new ExplainedError(
      `The page ${broken.page} leads to ${broken.address}, which is not in the site. If the council has layouts of its own, look there first.`,
    );
}

interface Link {
  readonly page: string;
  readonly address: string;
}

async function brokenLinks(site: string, pages: readonly string[], basePath: string): Promise<Link[]> {
  const anchors = new Map<string, ReadonlySet<string>>();
  const links: (Link & { file: string; anchor: string })[] = [];
  const broken: Link[] = [];
  const checked = new Map<string, boolean>();
  const read = async (page: string) => {
    const html = await readFile(join(site, page), 'utf8');
    anchors.set(page, new Set(Array.from(html.matchAll(ANCHOR), ([, id]) => id!)));
    for (const address of new Set(Array.from(html.matchAll(ADDRESS), ([, written]) => written!))) {
      if (ELSEWHERE.test(address)) continue;
      const url = new URL(
        address.replaceAll('&amp;', '&').replaceAll('&#39;', "'"),
        `http://site.invalid${basePath}${page}`,
      );
      const file = fileAt(url.pathname, basePath);
      if (file === undefined) broken.push({ page, address });
      else links.push({ page, address, file, anchor: decodeURIComponent(url.hash.slice(1)) });
    }
  };
  for (let from = 0; from < pages.length; from += READ_AT_ONCE)
    await Promise.all(pages.slice(from, from + READ_AT_ONCE).map(read));
  for (const { page, address, file, anchor } of links) {
    if (!checked.has(file)) checked.set(file, anchors.has(file) || existsSync(join(site, file)));
    const isThere = checked.get(file) && (anchor === '' || (anchors.get(file)?.has(anchor) ?? true));
    if (!isThere) broken.push({ page, address });
  }
  return broken;
}

/** The file that answers an address; undefined outside the site. */
function fileAt(pathname: string, basePath: string): string | undefined {
  if (!pathname.startsWith(basePath)) return undefined;
  const inside = decodeURIComponent(pathname.slice(basePath.length));
  return inside === '' || inside.endsWith('/') ? `${inside}index.html` : inside;
}
