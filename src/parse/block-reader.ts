import type { Token } from 'markdown-it';
import { paragraphAnchor, slug, uniqueAnchors } from '../model/anchors.ts';
import type { BlockKind, Heading, NumberedParagraph, Segment, TextBlock, WrittenLink } from '../model/body.ts';
import { spanInBlock } from '../model/body.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { diagnostic } from '../model/diagnostic.ts';
import type { PlacedReference, Reference } from '../model/reference.ts';
import type { Span } from '../model/source.ts';
import { findRawHtml } from './raw-html.ts';
import { flatten, type ContentLine, type TokenSegment } from './flatten.ts';
import { findReferences, readExplicitReference } from './references.ts';
import { headingNumber } from './heading-number.ts';
import { markReferences } from './mark-references.ts';
import { readLinks } from './read-links.ts';

export interface BodyPlace {
  readonly file: string;
  readonly bodyStart: number;
  readonly numberedParagraphs: boolean;
}

/** Walks the tokens once. A class, because eight running states belong together and live for one walk only. */
export class BlockReader {
  readonly blocks: TextBlock[] = [];
  readonly headings: Heading[] = [];
  readonly paragraphs: NumberedParagraph[] = [];
  readonly references: PlacedReference[] = [];
  readonly links: WrittenLink[] = [];
  readonly diagnostics: Diagnostic[] = [];

  private readonly lineStarts: number[] = [];
  private readonly lines: string[];
  private readonly place: BodyPlace;
  private readonly anchorFor = uniqueAnchors();
  private readonly open: Token[] = [];
  private lastAnchor = '';
  private rowLine = 0;
  private rowColumn = 0;

  constructor(text: string, place: BodyPlace) {
    this.place = place;
    this.lines = text.split('\n');
    let at = place.bodyStart;
    for (const line of this.lines) {
      this.lineStarts.push(at);
      at += line.length + 1;
    }
  }

  take(token: Token, index: number): void {
    if (token.type === 'tr_open') {
      this.rowLine = token.map?.[0] ?? 0;
      this.rowColumn = 0;
    }
    if (token.type === 'inline') this.takeText(token, index);
    else if (token.nesting === 1) this.open.push(token);
    else if (token.nesting === -1) this.open.pop();
  }

  private takeText(token: Token, index: number): void {
    const children = token.children ?? [];
    const lines = this.contentLines(token);
    const { text, segments } = flatten(children, token.content, lines);
    const opener = this.open.at(-1);
    const kind = this.kindOf(opener);
    const span = this.spanOf(token, lines);
    const blockIndex = this.blocks.length;
    const found = findReferences(text).filter((reference) => isLinkable(segments, reference));
    const anchor = this.giveAnchor(opener, kind, text, found, blockIndex, span, index);
    const block: TextBlock = {
      kind,
      text,
      segments: segments.map(withoutChild),
      span,
      anchor,
      inQuote: this.open.some((around) => around.type === 'blockquote_open'),
      heading: this.headings.length - (kind === 'heading' ? 2 : 1),
    };
    this.blocks.push(block);
    const before = this.references.length;
    this.placeReferences(block, blockIndex, found, children, segments);
    token.children = markReferences(children, segments, this.references, before);
    this.links.push(...readLinks(children, token.content, lines, span));
    this.diagnostics.push(...findRawHtml(this.place.file, block, segments, children));
  }

  private placeReferences(
    block: TextBlock,
    index: number,
    found: readonly Reference[],
    children: readonly Token[],
    segments: readonly TokenSegment[],
  ): void {
    for (const target of found) {
      const span = spanInBlock(block, target.start, target.end);
      this.references.push({ target, explicit: false, block: index, span, start: target.start, end: target.end });
    }
    for (const segment of segments) {
      const child = children[segment.child]!;
      if (child.type !== 'explicit_reference') continue;
      const span = { start: segment.sourceStart, end: segment.sourceStart + segment.sourceLength };
      const end = segment.textStart + segment.length;
      this.references.push({
        target: readExplicitReference(child.content),
        explicit: true,
        block: index,
        span,
        start: segment.textStart,
        end,
      });
    }
    const unclosed = /\[\[(?!.*\]\])/.exec(block.text);
    if (unclosed) {
      const span = spanInBlock(block, unclosed.index, unclosed.index + 2);
      this.diagnostics.push(
        diagnostic('reference-malformed', { file: this.place.file, span }, 'This [[ is not closed.', {
          hint: 'Write ]] after the reference, as in [[area 8]]. In a table, write \\| for the bar before a label.',
        }),
      );
    }
  }

  private giveAnchor(
    opener: Token | undefined,
    kind: BlockKind,
    text: string,
    found: readonly Reference[],
    block: number,
    span: Span,
    index: number,
  ): string {
    if (!opener) return this.lastAnchor;
    if (kind === 'heading') {
      const number = headingNumber(text);
      const area = found.find((reference) => reference.kind === 'area')?.parts[0]?.label;
      const anchor = this.anchorFor(
        number !== undefined
          ? `section-${number.replaceAll('.', '-')}`
          : area !== undefined
            ? `area-${Number(area)}`
            : slug(text),
      );
      this.headings.push({
        level: Number(opener.tag.slice(1)),
        text,
        ...(number === undefined ? {} : { number }),
        anchor,
        block,
        token: index - 1,
      });
      return this.setAnchor(opener, anchor);
    }
    const numbered = (opener.meta as { paragraphNumber?: number } | null)?.paragraphNumber;
    if (numbered !== undefined) {
      const anchor = this.anchorFor(`paragraph-${numbered}`);
      const start = this.lineStarts[this.open.at(-1)?.map?.[0] ?? 0] ?? span.start;
      const place = { start, end: start + String(numbered).length + 1 };
      this.paragraphs.push({ number: numbered, anchor, block, span: place });
      return this.setAnchor(opener, anchor);
    }
    if (opener.type !== 'paragraph_open') return this.lastAnchor;
    const item = opener.hidden ? this.open.findLast((around) => around.type === 'list_item_open') : undefined;
    return this.setAnchor(item ?? opener, this.anchorFor(paragraphAnchor(text)));
  }

  private setAnchor(token: Token, anchor: string): string {
    token.meta = { ...(token.meta as object | null), anchor };
    this.lastAnchor = anchor;
    return anchor;
  }

  private kindOf(opener: Token | undefined): BlockKind {
    if (opener?.type === 'heading_open') return 'heading';
    if (opener?.type === 'td_open' || opener?.type === 'th_open') return 'cell';
    if (this.open.some((around) => around.type === 'footnote_open')) return 'footnote';
    return this.open.some((around) => around.type === 'list_item_open') ? 'item' : 'paragraph';
  }

  /** Finds where each line of the content stands: markdown-it strips margins, quotation marks and bullets. */
  private contentLines(token: Token): ContentLine[] {
    const firstLine = token.map?.[0] ?? this.rowLine;
    const isCell = token.map === null;
    let contentStart = 0;
    return token.content.split('\n').map((content, number) => {
      const line = this.lines[firstLine + number] ?? '';
      const from = isCell ? this.rowColumn : 0;
      const plain = line.indexOf(content, from);
      const column = plain !== -1 ? plain : Math.max(from, line.indexOf(content.trim().slice(0, 20), from));
      if (isCell) this.rowColumn = column + content.length;
      const place = {
        contentStart,
        sourceStart: (this.lineStarts[firstLine + number] ?? this.place.bodyStart) + column,
      };
      contentStart += content.length + 1;
      return place;
    });
  }

  private spanOf(token: Token, lines: readonly ContentLine[]): Span {
    const start = lines[0]?.sourceStart ?? this.place.bodyStart;
    const last = lines.at(-1);
    return { start, end: last ? last.sourceStart + (token.content.length - last.contentStart) : start };
  }
}

function isLinkable(segments: readonly Segment[], reference: Reference): boolean {
  return segments.every(
    (segment) =>
      segment.linkable || segment.textStart >= reference.end || segment.textStart + segment.length <= reference.start,
  );
}

function withoutChild({ textStart, length, sourceStart, sourceLength, linkable }: TokenSegment): Segment {
  return { textStart, length, sourceStart, sourceLength, linkable };
}
