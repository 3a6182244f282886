import type { Token } from 'markdown-it';
import type { PlacedReference } from './reference.ts';
import type { Span } from './source.ts';

/** A run of a block's plain text that stands in the file as it is (or nearly: `&amp;` is one character here). */
export interface Segment {
  readonly textStart: number;
  readonly length: number;
  /** Offset in the file. */
  readonly sourceStart: number;
  readonly sourceLength: number;
  /** False in code, links and addresses: nothing there becomes a link. */
  readonly linkable: boolean;
}

export type BlockKind = 'paragraph' | 'heading' | 'item' | 'cell' | 'footnote';

/** One piece of running text: a paragraph, a heading, a list item, a table cell. */
export interface TextBlock {
  readonly kind: BlockKind;
  /** Plain text: no markup, one space for a line end. */
  readonly text: string;
  readonly segments: readonly Segment[];
  readonly span: Span;
  /** The anchor of the block, or of the nearest one around or before it. */
  readonly anchor: string;
  readonly inQuote: boolean;
  /** Index into `headings` of the heading above, −1 before the first. */
  readonly heading: number;
}

export interface Heading {
  /** 1 to 6 as written. */
  readonly level: number;
  readonly text: string;
  /** The author's own number, without a trailing dot: `2.6`. */
  readonly number?: string;
  readonly anchor: string;
  readonly block: number;
  readonly token: number;
}

/** The part of a meeting's notes that deals with one or more areas. */
export interface AreaSection {
  readonly areas: readonly number[];
  readonly heading: number;
  readonly anchor: string;
  /** Tokens of the section, its heading included: `from` up to, not including, `to`. */
  readonly from: number;
  readonly to: number;
  /** Text blocks of the section, its heading included. */
  readonly firstBlock: number;
  readonly endBlock: number;
}

/** A paragraph of the narrative that carries the report's own number. */
export interface NumberedParagraph {
  readonly number: number;
  readonly anchor: string;
  readonly block: number;
  /** Of the number. */
  readonly span: Span;
}

/** A link or image that the clerk wrote with Markdown's own brackets. */
export interface WrittenLink {
  readonly href: string;
  readonly image: boolean;
  readonly alt: string;
  /** Of the address; of the block when the address is written elsewhere (`[words][1]`). */
  readonly span: Span;
}

/** A comment of the clerk's (`<!-- … -->`): never published. */
export interface Comment {
  readonly text: string;
  readonly span: Span;
}

/** A document's Markdown, read once. Nothing restricted is in it. */
export interface Body {
  readonly tokens: readonly Token[];
  readonly blocks: readonly TextBlock[];
  readonly headings: readonly Heading[];
  readonly areaSections: readonly AreaSection[];
  readonly paragraphs: readonly NumberedParagraph[];
  readonly references: readonly PlacedReference[];
  readonly links: readonly WrittenLink[];
  readonly comments: readonly Comment[];
  /** The text of the first paragraph that is no quotation; empty without one. */
  readonly opening: string;
  /** How many blocks were taken out because they are restricted. */
  readonly restrictedBlocks: number;
}

/** The place in the file of a stretch of a block's plain text. */
export function spanInBlock(block: TextBlock, start: number, end: number): Span {
  return { start: sourceOffset(block, start, false), end: sourceOffset(block, end, true) };
}

function sourceOffset(block: TextBlock, offset: number, isEnd: boolean): number {
  let last = block.span.start;
  for (const segment of block.segments) {
    const into = offset - segment.textStart;
    if (into < 0) return last;
    if (into < segment.length || (isEnd && into === segment.length)) {
      return (
        segment.sourceStart + (segment.length === segment.sourceLength ? into : into === 0 ? 0 : segment.sourceLength)
      );
    }
    last = segment.sourceStart + segment.sourceLength;
  }
  return Math.min(last, block.span.end);
}

/** The index of the block's heading section: headings above it, outermost first. */
export function headingPath(body: Body, block: TextBlock): Heading[] {
  const path: Heading[] = [];
  let level = 7;
  for (let at = block.heading; at >= 0 && level > 1; at--) {
    const heading = body.headings[at]!;
    if (heading.level < level) {
      path.unshift(heading);
      level = heading.level;
    }
  }
  return path;
}
