/** Where a printed page can be linked to, and where it leads within the site. */
export interface PageLinks {
  readonly anchors: ReadonlySet<string>;
  /** Addresses of pages and files of the site, with anchors: `/reviews/x/#part`. Each once. */
  readonly addresses: ReadonlySet<string>;
}

const ELSEWHERE = /^(?:[a-z][a-z\d+.-]*:|\/\/)/i;
/** What stands before the value of an attribute that makes an anchor or an address. */
const ANCHOR = ' id="';
const ADDRESSES = [' href="', ' src="', ' action="'];

/** Reads the anchors and links of a page's HTML; `file` is the page's, `base` the site's path. */
export function readPageLinks(html: string, file: string, base: string): PageLinks {
  const anchors = new Set<string>();
  const written = new Set<string>();
  // Attribute by attribute: a regular expression takes three times as long, and every page is read.
  for (let at = html.indexOf('="'); at !== -1; at = html.indexOf('="', at)) {
    const start = at + 2;
    const end = html.indexOf('"', start);
    if (end === -1) break;
    const isBefore = (mark: string) => html.startsWith(mark, start - mark.length);
    if (isBefore(ANCHOR)) anchors.add(html.slice(start, end));
    else if (ADDRESSES.some(isBefore)) written.add(html.slice(start, end));
    at = end;
  }
  const addresses = new Set<string>();
  for (const address of written) {
    const within = withinSite(unescaped(address), file, base);
    if (within !== undefined) addresses.add(within);
  }
  return { anchors, addresses };
}

/** An address from the root of the host on; undefined where it leads to another host, or nowhere on purpose. */
function withinSite(address: string, file: string, base: string): string | undefined {
  if (address === '' || ELSEWHERE.test(address)) return undefined;
  if (address.startsWith('/')) return address;
  const { pathname, search, hash } = new URL(address, `http://site.invalid${base}${file}`);
  return pathname + search + hash;
}

function unescaped(address: string): string {
  return address.includes('&') ? address.replaceAll('&#39;', "'").replaceAll('&amp;', '&') : address;
}

/** Addresses as texts of their own: as pieces of a page's HTML they would keep all of it in memory. */
export function apart(addresses: Iterable<string>): string[] {
  return JSON.parse(JSON.stringify([...addresses])) as string[];
}

/** A file of the site, and an anchor on it; empty without one. */
export interface SiteTarget {
  readonly file: string;
  readonly anchor: string;
}

/** An address that says what it means: nothing escaped, no query, no way up. */
const PLAIN = /^\/(?!\/)[a-z0-9/_-]*(?:\.[a-z]+)?(?:#[a-z0-9_-]+)?$/i;

function splitAddress(address: string): { pathname: string; hash: string } {
  const at = address.indexOf('#');
  return at === -1 ? { pathname: address, hash: '' } : { pathname: address.slice(0, at), hash: address.slice(at) };
}

/** The file that answers an address; undefined outside the site. */
export function targetOf(address: string, base: string): SiteTarget | undefined {
  const { pathname, hash } = PLAIN.test(address) ? splitAddress(address) : new URL(address, 'http://site.invalid');
  if (!pathname.startsWith(base)) return undefined;
  const inside = decodeURIComponent(pathname.slice(base.length));
  const file = inside === '' || inside.endsWith('/') ? `${inside}index.html` : inside;
  return { file, anchor: decodeURIComponent(hash.slice(1)) };
}
