import type { Token } from 'markdown-it';
import type { Document } from '../model/document.ts';
import type { Review, Target } from '../model/catalogue.ts';
import type { ExplicitReference, PlacedReference, Reference } from '../model/reference.ts';
import { readLink } from '../link/written-links.ts';
import { resolveExplicit, resolveLabel } from '../link/resolve.ts';
import { bodyRenderer } from './body-renderer.ts';
import { reviewOf, type ViewContext } from './context.ts';
import { documentTitle } from './titles.ts';
import { attachmentPath, documentPath, siteUrl, targetPath } from './urls.ts';

/** Abbreviations of a review as the printer looks for them. */
export interface Abbreviations {
  readonly meanings: ReadonlyMap<string, string>;
  /** Finds any of them as a word; undefined when there are none. */
  readonly pattern: RegExp | undefined;
  readonly explained: Set<string>;
}

/** A review's abbreviations, none of them explained yet: each is explained where a page first uses it. */
export function abbreviationsOf(review: Review | undefined): Abbreviations {
  const meanings = new Map(Object.entries(review?.index.data.abbreviations ?? {}));
  const escaped = [...meanings.keys()]
    .sort((a, b) => b.length - a.length)
    .map((short) => short.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const pattern =
    escaped.length === 0
      ? undefined
      : new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
  return { meanings, pattern, explained: new Set() };
}

export interface RenderOptions {
  /** Shared by the texts of one page, so that each abbreviation is explained once. */
  readonly abbreviations?: Abbreviations;
  /** Put before every anchor, where one page prints the text of several documents. */
  readonly anchorPrefix?: string;
  /** Level of the heading that stands above the text: the text's own headings begin below it. */
  readonly below?: number;
  /** Tokens to print; the whole body unless given. */
  readonly tokens?: readonly Token[];
}

/** What the renderer asks while it prints one body. */
export interface RenderEnvironment extends Record<PropertyKey, unknown> {
  readonly linkOf: (reference: number, part: number) => { url: string; text: string } | undefined;
  readonly hrefOf: (href: string) => string | undefined;
  readonly anchorPrefix: string;
  readonly below: number;
  /** Address of the full text, for footnotes whose text is not on this page; empty when it is. */
  readonly fullTextUrl: string;
  readonly docId: string;
  readonly words: { restricted: (paragraph: string) => string; tableRegion: string };
  /** The review's abbreviations, and those that this page has explained already. */
  readonly abbreviations: Abbreviations;
  /** How many tables have been printed. */
  readonly tables: { count: number };
  /** Levels of the headings that are open, as printed. */
  readonly openLevels: { written: number; printed: number }[];
}

/** Prints a document's body as HTML: escaped, references linked, anchors permanent. */
export function renderBody(context: ViewContext, document: Document, options: RenderOptions = {}): string {
  const tokens = options.tokens ?? document.body.tokens;
  if (tokens.length === 0) return '';
  const prefix = options.anchorPrefix ?? '';
  const environment: RenderEnvironment = {
    linkOf: (reference, part) => referenceLink(context, document, document.body.references[reference]!, part),
    hrefOf: (href) => writtenHref(context, document, href),
    anchorPrefix: prefix,
    below: options.below ?? 1,
    fullTextUrl: options.tokens ? siteUrl(context.urls, documentPath(document)) : '',
    docId: prefix.replace(/-$/, ''),
    words: { restricted: (paragraph) => restrictedWords(paragraph), tableRegion: context.words.tableRegion },
    abbreviations: options.abbreviations ?? abbreviationsOf(reviewOf(context, document)),
    tables: { count: 0 },
    openLevels: [],
  };
  return bodyRenderer.renderer.render(tokens as Token[], bodyRenderer.options, environment).trim();
}

function referenceLink(
  context: ViewContext,
  document: Document,
  placed: PlacedReference,
  part: number,
): { url: string; text: string } | undefined {
  const review = reviewOf(context, document);
  const target = placed.explicit
    ? resolveExplicit(context.resolver, review, document, placed.target as ExplicitReference)
    : plainTarget(context, document, placed.target as Reference, part);
  if (!target) return undefined;
  const text = target.kind === 'page' || target.kind === 'review' ? documentTitle(target.document) : '';
  return { url: target.isPublic ? siteUrl(context.urls, targetPath(target)) : '', text: target.isPublic ? text : '' };
}

function plainTarget(context: ViewContext, document: Document, reference: Reference, part: number): Target | undefined {
  const label = reference.parts[part]?.label;
  return label === undefined ? undefined : resolveLabel(reviewOf(context, document), document, reference.kind, label);
}

/** Addresses that a browser opens itself; any other would hand the reader to a program on the machine. */
const OPENS_PAGE = /^(?:https?:|mailto:|tel:|\/\/)/i;

/** Turns the address a clerk wrote into the address on the site; undefined when it leads nowhere. */
function writtenHref(context: ViewContext, document: Document, href: string): string | undefined {
  const { catalogue, urls } = context;
  const target = readLink(document, href, catalogue);
  switch (target.kind) {
    case 'external':
      return OPENS_PAGE.test(target.href) ? target.href : undefined;
    case 'anchor':
      return target.href;
    case 'site':
      return siteUrl(urls, target.href.slice(1));
    case 'attachment':
      return siteUrl(urls, attachmentPath(target.path));
    case 'document': {
      const found = catalogue.documents.get(target.path);
      return found && siteUrl(urls, documentPath(found) + (target.anchor === '' ? '' : `#${target.anchor}`));
    }
    case 'broken':
      return undefined;
  }
}

function restrictedWords(paragraph: string): string {
  const under =
    paragraph === '' ? '' : ` under paragraph ${paragraph} of Schedule 12A to the Local Government Act 1972`;
  return `Text left out here is exempt from publication${under}.`;
}
