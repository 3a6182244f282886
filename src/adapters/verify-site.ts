import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Compilation } from '../compile.ts';
import { ExplainedError } from './explained-error.ts';
import { inBatches } from './in-batches.ts';

const ANCHOR = /\sid="([^"]*)"/g;
const ADDRESS = /\s(?:href|src|action)="([^"]*)"/g;
const ELSEWHERE = /^(?:[a-z][a-z\d+.-]*:|\/\/)/i;

/** The index holds every document. Throws ExplainedError. */
export function verifyIndex({ pages }: Compilation, records: number): void {
  const expected = pages.filter((page) => page.search !== undefined).length;
  if (records !== expected)
    throw new ExplainedError(`The search index holds ${records} records instead of ${expected}.`);
}

/**
 * The last look before a site takes the place of the old one: every page and file of the plan exists, and every link
 * and anchor within the site resolves. Throws ExplainedError.
 */
export async function verifyPages(compilation: Compilation, site: string): Promise<void> {
  const { pages, files, attachments, basePath } = compilation;
  const planned = [
    ...pages.map((page) => page.file),
    ...files.map(({ file }) => file),
    ...attachments.map(({ to }) => to),
  ];
  const missing = planned.filter((file) => !existsSync(join(site, file)));
  if (missing.length > 0)
    throw new ExplainedError(`${missing.length} files of the site were not written, the first of them ${missing[0]}.`);
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
  /** The anchors of each page as one text: parts of a page's text would keep the whole page in memory. */
  const anchors = new Map<string, string>();
  /** Each address once, with the first page that leads there: ten thousand pages share most of their links. */
  const wanted = new Map<string, string>();
  const broken: Link[] = [];
  const read = async (page: string) => {
    const html = await readFile(join(site, page), 'utf8');
    const own = `\n${Array.from(html.matchAll(ANCHOR), ([, id]) => id!).join('\n')}\n`;
    anchors.set(page, own);
    for (const [, address] of html.matchAll(ADDRESS)) {
      if (address!.startsWith('#')) {
        if (!isAnchor(own, address!.slice(1))) broken.push({ page, address: address! });
      } else if (address!.startsWith('/')) {
        if (!wanted.has(address!)) wanted.set(Buffer.from(address!).toString(), page);
      } else if (!ELSEWHERE.test(address!)) {
        const { pathname, search, hash } = new URL(unescaped(address!), `http://site.invalid${basePath}${page}`);
        wanted.set(pathname + search + hash, page);
      }
    }
  };
  await inBatches(pages, read);
  for (const [address, page] of wanted) {
    if (ELSEWHERE.test(address)) continue;
    const { pathname, hash } = new URL(unescaped(address), 'http://site.invalid');
    const file = fileAt(pathname, basePath);
    const own = file === undefined ? undefined : anchors.get(file);
    const isThere = own ? isAnchor(own, hash.slice(1)) : file !== undefined && existsSync(join(site, file));
    if (!isThere) broken.push({ page, address });
  }
  return broken;
}

function isAnchor(anchors: string, written: string): boolean {
  return written === '' || anchors.includes(`\n${decodeURIComponent(unescaped(written))}\n`);
}

function unescaped(address: string): string {
  return address.replaceAll('&amp;', '&').replaceAll('&#39;', "'");
}

/** The file that answers an address; undefined outside the site. */
function fileAt(pathname: string, basePath: string): string | undefined {
  if (!pathname.startsWith(basePath)) return undefined;
  const inside = decodeURIComponent(pathname.slice(basePath.length));
  return inside === '' || inside.endsWith('/') ? `${inside}index.html` : inside;
}
