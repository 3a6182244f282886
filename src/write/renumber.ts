import { spanInBlock, type TextBlock } from '../model/body.ts';
import {
  normaliseLabel,
  type ExplicitReference,
  type PlacedReference,
  type Reference,
  type ReferenceKind,
} from '../model/reference.ts';
import { findReferences } from '../parse/references.ts';
import type { WholeFile } from './everything.ts';
import type { TextEdit } from './text-edits.ts';

/** A document of a review gets another number or letter: every place that names it. */

export interface Renumbering {
  readonly review: string;
  readonly kind: ReferenceKind;
  readonly from: string;
  readonly to: string;
  /** Numbers or letters that exist, `from` among them: a range means these. */
  readonly known: ReadonlySet<string>;
}

/** A place that can't be mended by a program, with the reason. */
export interface Unmendable {
  readonly file: string;
  readonly offset: number;
  readonly message: string;
}

export interface Mending {
  readonly edits: readonly TextEdit[];
  readonly unmendable: readonly Unmendable[];
}

/** The edits in one file's prose that a renumbering asks for. */
export function renumberProse(file: WholeFile, change: Renumbering): Mending {
  const edits: TextEdit[] = [];
  const unmendable: Unmendable[] = [];
  const isOwn = file.place.review === change.review;
  const take = (block: TextBlock, reference: Reference) => {
    const result = renumberReference(file, block, reference, change);
    if (result === 'unmendable') {
      const message = `“${block.text.slice(reference.start, reference.end)}” is a range with markup inside it.`;
      unmendable.push({
        file: file.source.path,
        offset: spanInBlock(block, reference.start, reference.end).start,
        message,
      });
    } else edits.push(...result);
  };
  for (const body of file.bodies) {
    for (const placed of body.references) {
      const block = body.blocks[placed.block]!;
      if (placed.explicit) edits.push(...renumberExplicit(file, placed, change));
      else if (isOwn) take(block, placed.target as Reference);
    }
  }
  if (isOwn) for (const { block, references } of file.texts) for (const reference of references) take(block, reference);
  return { edits, unmendable };
}

function renumberReference(
  file: WholeFile,
  block: TextBlock,
  reference: Reference,
  change: Renumbering,
): TextEdit[] | 'unmendable' {
  if (reference.external || reference.kind !== change.kind) return [];
  const same = (label: string) => normaliseLabel(change.kind, label) === change.from;
  const parts = reference.parts;
  const isRange = parts.map((part, index) => {
    const next = parts[index + 1];
    return next !== undefined && /^\s*(?:to|through|[-–—])/.test(block.text.slice(part.end, next.start));
  });
  const touched = parts.some(
    (part, index) =>
      part.implied.some((label) => same(label) || normaliseLabel(change.kind, label) === change.to) ||
      ((isRange[index] || isRange[index - 1]) && same(part.label)),
  );
  if (touched) return rewriteRange(file, block, reference, change);
  return parts.flatMap((part) => {
    if (!same(part.label)) return [];
    const end = spanInBlock(block, part.start, part.end).end;
    return [{ start: end - part.label.length, end, text: likeWritten(part.label, change.to) }];
  });
}

/** A range that no longer means the same numbers is written out: “areas 1 to 3” becomes “areas 1, 3 and 9”. */
function rewriteRange(
  file: WholeFile,
  block: TextBlock,
  reference: Reference,
  change: Renumbering,
): TextEdit[] | 'unmendable' {
  const first = reference.parts[0]!;
  const start = first.end - first.label.length;
  const span = { start: spanInBlock(block, start, first.end).start, end: spanInBlock(block, start, reference.end).end };
  const plain = block.text.slice(start, reference.end);
  if (file.source.text.slice(span.start, span.end).replace(/\s+/g, ' ') !== plain) return 'unmendable';
  const labels = reference.parts
    .flatMap((part) => [
      part.label,
      ...part.implied.filter((label) => change.known.has(normaliseLabel(change.kind, label))),
    ])
    .map((label) => normaliseLabel(change.kind, label))
    .map((label) => (label === change.from ? change.to : label));
  const order = (a: string, b: string) => (/^\d/.test(a) ? Number(a) - Number(b) : a < b ? -1 : 1);
  const sorted = [...new Set(labels)].sort(order);
  const last = sorted.pop()!;
  return [{ ...span, text: sorted.length === 0 ? last : `${sorted.join(', ')} and ${last}` }];
}

/** `[[area 8]]`, `[[harbour/area 8|the quay]]`; words after the bar are mended as prose is. */
function renumberExplicit(file: WholeFile, placed: PlacedReference, change: Renumbering): TextEdit[] {
  const target = placed.target as ExplicitReference;
  if (target.kind !== change.kind || (target.review ?? file.place.review) !== change.review) return [];
  if (normaliseLabel(change.kind, target.label) !== change.from) return [];
  const written = file.source.text.slice(placed.span.start, placed.span.end);
  const at = /^(?:\[\[)?[^|\]]*?(\w+)\s*(?=\\?\||\]\]|$)/.exec(written);
  if (!at) return [];
  const end = placed.span.start + at[0].trimEnd().length;
  const edits = [{ start: end - at[1]!.length, end, text: likeWritten(at[1]!, change.to) }];
  const bar = written.indexOf('|');
  if (bar === -1) return edits;
  const words = written.slice(bar + 1);
  for (const reference of findReferences(words)) {
    if (reference.kind !== change.kind || reference.external) continue;
    for (const part of reference.parts) {
      if (normaliseLabel(change.kind, part.label) !== change.from) continue;
      const stop = placed.span.start + bar + 1 + part.end;
      edits.push({ start: stop - part.label.length, end: stop, text: likeWritten(part.label, change.to) });
    }
  }
  return edits;
}

/** A letter keeps the case that it was written in. */
function likeWritten(before: string, after: string): string {
  return /^[a-z]+$/.test(before) ? after.toLowerCase() : after;
}
