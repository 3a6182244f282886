import type { Token } from 'markdown-it';
import type { Segment } from '../model/body.ts';

/** Where each line of an inline token's content begins in the file. */
export interface ContentLine {
  readonly contentStart: number;
  readonly sourceStart: number;
}

/** A segment together with the child token its text comes from. */
export interface TokenSegment extends Segment {
  readonly child: number;
}

export interface FlatText {
  readonly text: string;
  readonly segments: readonly TokenSegment[];
}

/**
 * Writes the children of an inline token as plain text and remembers where each piece stands in the file.
 * markdown-it gives no columns, so each piece is looked up in the content, left to right.
 */
export function flatten(children: readonly Token[], content: string, lines: readonly ContentLine[]): FlatText {
  const segments: TokenSegment[] = [];
  let text = '';
  let cursor = 0;
  let linkDepth = 0;

  const add = (child: number, piece: string, written: string, linkable: boolean) => {
    const found = content.indexOf(written, cursor);
    const at = found === -1 ? cursor : found;
    if (found !== -1) cursor = found + written.length;
    segments.push({
      child,
      textStart: text.length,
      length: piece.length,
      sourceStart: toSource(lines, at),
      sourceLength: written.length,
      linkable,
    });
    text += piece;
  };

  children.forEach((token, child) => {
    const linkable = linkDepth === 0;
    switch (token.type) {
      case 'text':
        if (token.content !== '') add(child, token.content, token.content, linkable);
        break;
      case 'text_special':
        add(
          child,
          token.content,
          token.markup || token.content,
          linkable && !(token.meta as { unlinkable?: boolean } | null)?.unlinkable,
        );
        break;
      case 'softbreak':
      case 'hardbreak':
        add(child, ' ', '\n', linkable);
        break;
      case 'code_inline':
        add(child, token.content, token.content, false);
        break;
      case 'explicit_reference':
        add(child, token.info || token.content, token.markup, false);
        break;
      case 'link_open':
        linkDepth++;
        break;
      case 'link_close':
        linkDepth--;
        cursor = afterLinkTarget(content, cursor);
        break;
      case 'image':
        cursor = afterLinkTarget(content, Math.max(cursor, content.indexOf(token.content, cursor)));
        break;
      default:
        break;
    }
  });
  return { text, segments };
}

/** Steps over `](address "title")`, so that words in the address are not taken for text. */
function afterLinkTarget(content: string, cursor: number): number {
  const target = /^[^\]]*\]\([^)]*\)/.exec(content.slice(cursor));
  return target ? cursor + target[0].length : cursor;
}

/** The place in the file of an offset in an inline token's content. */
export function toSource(lines: readonly ContentLine[], at: number): number {
  // The last line that begins at or before the offset, by halving: a paragraph may have thousands.
  let [low, high] = [0, lines.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (lines[middle]!.contentStart > at) high = middle - 1;
    else low = middle;
  }
  const line = lines[low];
  return line ? line.sourceStart + (at - line.contentStart) : 0;
}
