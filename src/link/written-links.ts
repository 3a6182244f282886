import { diagnostic, type Diagnostic } from '../model/diagnostic.ts';
import type { Document } from '../model/document.ts';
import type { Place, Span } from '../model/source.ts';
import { nearest } from '../model/suggest.ts';

/** Where a Markdown link leads, as far as the content folder tells. */
export type LinkTarget =
  | { readonly kind: 'external' | 'site' | 'anchor'; readonly href: string }
  | { readonly kind: 'document'; readonly path: string; readonly anchor: string }
  | { readonly kind: 'attachment'; readonly path: string }
  | { readonly kind: 'broken'; readonly path: string };

export interface LinkContext {
  readonly documents: ReadonlySet<string>;
  readonly attachments: ReadonlySet<string>;
}

interface Known {
  has(path: string): boolean;
}

/** Reads the address of a Markdown link written in a document. */
export function readLink(
  document: Document,
  href: string,
  context: { documents: Known; attachments: Known },
): LinkTarget {
  if (/^[a-z][a-z0-9+.-]*:/i.test(href) || href.startsWith('//')) return { kind: 'external', href };
  if (href.startsWith('#')) return { kind: 'anchor', href };
  if (href.startsWith('/')) return { kind: 'site', href };
  const [written = '', anchor = ''] = href.split('#');
  const path = resolvePath(document.path, decode(written.replace(/\?.*$/, '')));
  if (context.attachments.has(path)) return { kind: 'attachment', path };
  if (context.documents.has(path)) return { kind: 'document', path, anchor };
  return { kind: 'broken', path };
}

/** A link to an address of the site, written as `/reviews/…`: whether it leads anywhere is known when all pages are. */
export interface SiteLink extends Place {
  readonly href: string;
}

export function siteLinksOf(document: Document, context: LinkContext): SiteLink[] {
  return document.body.links.flatMap(({ href, span }) =>
    readLink(document, href, context).kind === 'site' ? [{ file: document.path, span, href }] : [],
  );
}

/** Reports links and images that lead nowhere or to another site, and images without words. Site addresses are checked later. */
export function checkWrittenLinks(document: Document, context: LinkContext): Diagnostic[] {
  return document.body.links.flatMap((link) => {
    const place = { file: document.path, span: link.span };
    const target = readLink(document, link.href, context);
    if (link.image && link.alt.trim() === '') {
      const missing = diagnostic(
        'image-alt-missing',
        { file: document.path, span: emptyBrackets(document, link.span) },
        `The image ${link.href} has no words for people who can't see it.`,
        {
          hint: `Write what it shows between the square brackets: ![A map of the wards](${link.href})`,
        },
      );
      return target.kind === 'broken' ? [broken(document, link.href, target.path, place, context)] : [missing];
    }
    if (link.image && target.kind === 'external') {
      return [
        diagnostic('image-external', place, `The image ${link.href} would be loaded from another site.`, {
          hint: "Save it in the review's files folder and write ![…](../files/name.png).",
        }),
      ];
    }
    if (target.kind === 'broken') return [broken(document, link.href, target.path, place, context)];
    if (target.kind === 'anchor' && link.href !== '#' && !hasAnchor(document, link.href.slice(1))) {
      return [
        diagnostic('link-broken', place, `Nothing on this page has the anchor ${link.href}.`, {
          hint: 'Name a section instead, for example “section 2.1”, and it becomes a link.',
        }),
      ];
    }
    return [];
  });
}

/** The `![]` before an address: where the words are missing. */
function emptyBrackets(document: Document, address: Span): Span {
  const before = /!\[\s*\](?=\(\s*<?$)/.exec(document.source.text.slice(0, address.start));
  return before ? { start: before.index, end: before.index + before[0].length } : address;
}

function broken(
  document: Document,
  href: string,
  path: string,
  place: Parameters<typeof diagnostic>[1],
  context: LinkContext,
): Diagnostic {
  const isAddress = /^(www\.|[\w-]+(\.[\w-]+)*\.(uk|org|com|gov|net|wales)(\/|$))/i.test(href);
  // Another kind of file is never meant.
  const ending = (name: string) => /\.[^./]*$/.exec(name)?.[0].toLowerCase();
  const kin = [...context.attachments, ...context.documents].filter((name) => ending(name) === ending(path));
  const meant = nearest(path, kin);
  const hint = isAddress
    ? `Write https:// before it: https://${href}`
    : meant
      ? `Did you mean ${relativePath(document.path, meant)}?`
      : "Links start from the folder of this file, so a review's attachments are ../files/name.pdf (files/name.pdf in index.md).";
  return diagnostic('link-broken', place, `The link to ${href} leads to no file.`, { hint });
}

function hasAnchor(document: Document, anchor: string): boolean {
  return document.body.blocks.some((block) => block.anchor === anchor);
}

/** The path in the content folder that a relative address means. */
export function resolvePath(from: string, relative: string): string {
  const steps = from.split('/').slice(0, -1);
  for (const step of relative.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

/** How a file writes the address of another one. */
export function relativePath(from: string, to: string): string {
  const [start, end] = [from.split('/').slice(0, -1), to.split('/')];
  let shared = 0;
  while (shared < start.length && start[shared] === end[shared]) shared++;
  return [...start.slice(shared).map(() => '..'), ...end.slice(shared)].join('/');
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
