import type { Token } from 'markdown-it';
import { newToken } from './markdown.ts';
import type { PlacedReference } from '../model/reference.ts';
import type { TokenSegment } from './flatten.ts';

/** What a `reference_open` token carries: which reference, and which of its parts. */
export interface ReferenceMark extends Record<string, unknown> {
  /** Index into the body's references. */
  readonly reference: number;
  /** Index into the reference's parts; 0 for an explicit one. */
  readonly part: number;
}

interface Cut {
  readonly start: number;
  readonly end: number;
  readonly mark: ReferenceMark;
}

/**
 * Puts `reference_open` and `reference_close` around the words of each reference of a block, so that rendering can link
 * them. The block's references are those from number `first` on.
 */
export function markReferences(
  children: readonly Token[],
  segments: readonly TokenSegment[],
  references: readonly PlacedReference[],
  first: number,
): Token[] {
  const cuts: Cut[] = [];
  references.slice(first).forEach((reference, number) => {
    const index = first + number;
    if (reference.explicit) {
      const segment = segments.find(
        (candidate) =>
          candidate.textStart === reference.start && children[candidate.child]?.type === 'explicit_reference',
      );
      if (segment) children[segment.child]!.meta = { reference: index, part: 0 } satisfies ReferenceMark;
    } else if ('parts' in reference.target && !reference.target.external) {
      reference.target.parts.forEach((part, at) => {
        if (staysOnOneLevel(children, segments, part.start, part.end))
          cuts.push({ start: part.start, end: part.end, mark: { reference: index, part: at } });
      });
    }
  });
  return cuts.length === 0 ? [...children] : insertMarks(children, segments, cuts);
}

function insertMarks(children: readonly Token[], segments: readonly TokenSegment[], cuts: readonly Cut[]): Token[] {
  const bySegment = new Map(segments.map((segment) => [segment.child, segment]));
  return children.flatMap((child, index) => {
    const segment = bySegment.get(index);
    if (!segment) return [child];
    const from = segment.textStart;
    const to = from + segment.length;
    const result: Token[] = [];
    let at = from;
    const pushText = (end: number) => {
      if (end <= at) return;
      if (at === from && end === to) result.push(child);
      else result.push(textLike(child, segment, at - from, end - from));
      at = end;
    };
    for (const cut of cuts) {
      if (cut.start >= from && cut.start < to) {
        pushText(cut.start);
        result.push(markToken('reference_open', 1, cut.mark));
      }
      if (cut.end > from && cut.end <= to) {
        pushText(cut.end);
        result.push(markToken('reference_close', -1, cut.mark));
      }
    }
    pushText(to);
    return result;
  });
}

function textLike(child: Token, segment: TokenSegment, start: number, end: number): Token {
  const piece = newToken('text', '', 0);
  piece.content = child.content.slice(start, Math.min(end, segment.length));
  piece.level = child.level;
  return piece;
}

function markToken(type: 'reference_open' | 'reference_close', nesting: 1 | -1, mark: ReferenceMark): Token {
  const token = newToken(type, 'a', nesting);
  token.meta = mark;
  return token;
}

/** A link must not begin inside emphasis and end outside it. */
function staysOnOneLevel(
  children: readonly Token[],
  segments: readonly TokenSegment[],
  start: number,
  end: number,
): boolean {
  const touched = segments.filter((segment) => segment.textStart < end && segment.textStart + segment.length > start);
  const [first, last] = [touched[0], touched.at(-1)];
  if (!first || !last) return false;
  return children.slice(first.child, last.child + 1).every((child) => child.nesting === 0);
}
