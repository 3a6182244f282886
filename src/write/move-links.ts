import type { WrittenLink } from '../model/body.ts';
import type { ExplicitReference } from '../model/reference.ts';
import { relativePath, resolvePath } from '../link/written-links.ts';
import type { WholeFile } from './everything.ts';
import type { Mending, Unmendable } from './renumber.ts';
import type { TextEdit } from './text-edits.ts';

/** Files and addresses that move: the links, bracketed references and paths that lead to them. */

export interface Moving {
  /** Paths in the content folder, documents and attachments: old → new. */
  readonly paths: ReadonlyMap<string, string>;
  /** Addresses on the site without the first slash, old → new: `reviews/harbour/` → `reviews/quay/`. Longest first. */
  readonly addresses: readonly (readonly [from: string, to: string])[];
  /** Where the site stands: `https://scrutiny.example.org/`; empty when it has no address. */
  readonly origin: string;
  /** A review's folder or a page's name that bracketed references carry. */
  readonly review?: readonly [from: string, to: string];
  readonly page?: readonly [from: string, to: string];
  /** Anchors of headings that name a renumbered area: `area-8` → `area-9`, in documents of that review. */
  readonly anchor?: { readonly review: string; readonly from: string; readonly to: string };
}

/** The edits in one file that a move asks for. */
export function moveLinks(file: WholeFile, moving: Moving): Mending {
  const edits: TextEdit[] = [];
  const unmendable: Unmendable[] = [];
  for (const body of file.bodies) {
    for (const link of body.links) {
      const href = movedHref(file, link.href, moving);
      if (href === undefined) continue;
      const written = file.source.text.slice(link.span.start, link.span.end);
      if (decoded(written) === decoded(link.href)) edits.push({ ...link.span, text: href });
      else unmendable.push(notFound(file, link));
    }
    for (const placed of body.references) {
      if (!placed.explicit) continue;
      const target = placed.target as ExplicitReference;
      const written = file.source.text.slice(placed.span.start, placed.span.end);
      const name = renamed(target, moving);
      const place =
        name === undefined ? -1 : written.indexOf(name[0], target.kind === 'page' ? written.search(/page\s/i) + 5 : 0);
      if (name === undefined || place === -1) continue;
      const start = placed.span.start + place;
      edits.push({ start, end: start + name[0].length, text: name[1] });
    }
  }
  return { edits: [...edits, ...pathsInFrontMatter(file, moving)], unmendable };
}

function renamed(target: ExplicitReference, { review, page }: Moving): readonly [string, string] | undefined {
  if (review && target.review === review[0]) return review;
  return page && target.kind === 'page' && target.label === page[0] ? page : undefined;
}

/** The new address of a link; undefined when the old one is still right. */
function movedHref(file: WholeFile, href: string, moving: Moving): string | undefined {
  const [address = '', anchor] = href.split(/#(.*)/s);
  const site =
    moving.origin !== '' && address.startsWith(moving.origin) ? moving.origin.length : address.startsWith('/') ? 1 : -1;
  if (site !== -1 && !address.startsWith('//')) {
    const moved = movedAddress(address.slice(site), moving);
    return moved === undefined
      ? undefined
      : address.slice(0, site) + moved + (anchor === undefined ? '' : `#${anchor}`);
  }
  if (/^[a-z][a-z0-9+.-]*:/i.test(href) || href.startsWith('//')) return undefined;
  const from = file.source.path;
  const query = /\?.*$/.exec(address)?.[0] ?? '';
  const written = decoded(address.slice(0, address.length - query.length));
  const old = address === '' ? from : resolvePath(from, written);
  const own = moving.paths.get(from) ?? from;
  const next = moving.paths.get(old) ?? old;
  const newAnchor = movedAnchor(old, anchor, moving);
  const isRight = address === '' || resolvePath(own, written) === next;
  if (isRight && newAnchor === anchor) return undefined;
  const path = isRight ? address : encodeURI(relativePath(own, next)) + query;
  return path + (newAnchor === undefined ? '' : `#${newAnchor}`);
}

function movedAddress(path: string, { addresses }: Moving): string | undefined {
  for (const [from, to] of addresses) {
    if (path === from || path === from.replace(/\/$/, '')) return path.endsWith('/') ? to : to.replace(/\/$/, '');
    if (from.endsWith('/') && path.startsWith(from)) return to + path.slice(from.length);
  }
  return undefined;
}

function movedAnchor(document: string, anchor: string | undefined, moving: Moving): string | undefined {
  const change = moving.anchor;
  if (anchor === undefined || !change || !document.startsWith(`reviews/${change.review}/`)) return anchor;
  return anchor === change.from || anchor.startsWith(`${change.from}-`)
    ? change.to + anchor.slice(change.from.length)
    : anchor;
}

/** `translationOf` holds a path, the site's footer addresses. */
function pathsInFrontMatter(file: WholeFile, moving: Moving): TextEdit[] {
  return [...file.yaml.spans].flatMap(([path, { value }]) => {
    const written = file.source.text.slice(value.start, value.end);
    const bare = written.replace(/^(["'])(.*)\1$/s, '$2');
    const start = value.start + written.indexOf(bare);
    const next =
      path === 'translationOf'
        ? moving.paths.get(bare)
        : /^footer\.\d+\.url$/.test(path) && bare.startsWith('/')
          ? withSlash(movedAddress(bare.slice(1), moving))
          : path === 'logo'
            ? moving.paths.get(bare)
            : undefined;
    return next === undefined ? [] : [{ start, end: start + bare.length, text: next }];
  });
}

function withSlash(path: string | undefined): string | undefined {
  return path === undefined ? undefined : `/${path}`;
}

function notFound(file: WholeFile, link: WrittenLink): Unmendable {
  return {
    file: file.source.path,
    offset: link.span.start,
    message: `The link to ${link.href} is written in a way that can’t be mended by itself.`,
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
