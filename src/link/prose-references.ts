import type { Review, Target } from '../model/catalogue.ts';
import { diagnostic, type Diagnostic } from '../model/diagnostic.ts';
import type { Severity } from '../diagnostics/codes.ts';
import type { Document } from '../model/document.ts';
import { spanInBlock, type TextBlock } from '../model/body.ts';
import {
  normaliseLabel,
  type ExplicitReference,
  type PlacedReference,
  type Reference,
  type ReferenceKind,
} from '../model/reference.ts';
import type { Span } from '../model/source.ts';
import { nearest, nearestNumbers } from '../model/suggest.ts';
import { resolveExplicit, resolveLabel, type Resolver } from './resolve.ts';

/** A reference followed to its end, with the block it stands in. */
export interface FollowedReference {
  readonly target: Target;
  readonly block: TextBlock;
  readonly start: number;
  readonly end: number;
  readonly span: Span;
}

export interface FollowedReferences {
  readonly followed: readonly FollowedReference[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Follows every reference in a document's prose, front matter included, and reports those that lead nowhere. */
export function followReferences(
  resolver: Resolver,
  review: Review | undefined,
  document: Document,
): FollowedReferences {
  const followed: FollowedReference[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const reference of document.body.references) {
    const block = document.body.blocks[reference.block]!;
    if (reference.explicit) followExplicit(reference, block);
    else followPlain(reference.target as Reference, block);
  }
  for (const { block, references } of document.texts) for (const reference of references) followPlain(reference, block);
  return { followed, diagnostics };

  function followPlain(reference: Reference, block: TextBlock): void {
    if (reference.external || !review) return;
    const { kind } = reference;
    for (const part of reference.parts) {
      const span = spanInBlock(block, part.start, part.end);
      for (const label of [part.label, ...part.implied]) {
        const target = resolveLabel(review, document, kind, label);
        if (target) followed.push({ target, block, start: part.start, end: part.end, span });
        else if (label === part.label) {
          const severity = severityOfPlain(review, kind, label);
          if (severity)
            diagnostics.push(
              unknownReference(review, kind, label, { file: document.path, span: numberSpan(span, label) }, severity),
            );
        }
      }
    }
  }

  function followExplicit(reference: PlacedReference, block: TextBlock): void {
    const written = reference.target as ExplicitReference;
    const place = { file: document.path, span: reference.span };
    const target = resolveExplicit(resolver, review, document, written);
    if (target) {
      followed.push({ target, block, start: reference.start, end: reference.end, span: reference.span });
    } else if (written.kind === 'malformed') {
      diagnostics.push(
        diagnostic('reference-malformed', place, `“[[${written.written}]]” names nothing that can be linked.`, {
          hint: 'Write a kind and a number or letter: [[area 8]], [[appendix B]], [[section 2.6]], [[other-review/recommendation 3]], [[page about]].',
        }),
      );
    } else if (!isUnreadExplicit(resolver, review, written)) {
      diagnostics.push(unknownExplicit(resolver, review, written, place));
    }
  }
}

function isUnreadExplicit(resolver: Resolver, review: Review | undefined, written: ExplicitReference): boolean {
  const { kind, label } = written;
  if (kind === 'page' || kind === 'review' || kind === 'malformed') return false;
  const other = written.review === undefined ? review : resolver.reviewsById.get(written.review);
  return other !== undefined && mayBeUnread(other, kind, label);
}

function unknownExplicit(
  resolver: Resolver,
  review: Review | undefined,
  written: ExplicitReference,
  place: { file: string; span: Span },
): Diagnostic {
  if (written.kind === 'page') {
    const meant = nearest(
      written.label,
      resolver.pages.map((page) => page.name),
    );
    return diagnostic('reference-unknown', place, `No page has the file name ${written.label}.`, {
      hint: meant && `Did you mean [[page ${meant}]]?`,
    });
  }
  const other = written.review === undefined ? review : resolver.reviewsById.get(written.review);
  if (!other || written.kind === 'review' || written.kind === 'malformed') {
    const meant = nearest(written.review ?? '', resolver.reviewsById.keys());
    return diagnostic(
      'reference-unknown',
      place,
      written.review === undefined
        ? 'A page belongs to no review, so the review must be named.'
        : `No review has the folder name ${written.review}.`,
      {
        hint: meant
          ? `Did you mean ${meant}?`
          : 'Write the folder name of the review, a slash and the reference: [[safeguarding-improvement/area 8]].',
      },
    );
  }
  return unknownReference(other, written.kind, written.label, place);
}

/** “No area has the number 41 in this review.” */
export function unknownReference(
  review: Review,
  kind: ReferenceKind,
  label: string,
  place: { file: string; span: Span },
  severity?: Severity,
): Diagnostic {
  const noun = kind === 'appendix' ? 'letter' : 'number';
  return diagnostic(
    'reference-unknown',
    place,
    `No ${kind} has the ${noun} ${kind === 'appendix' ? label.toUpperCase() : label} in this review.`,
    { hint: rangeHint(review, kind, label), severity },
  );
}

function rangeHint(review: Review, kind: ReferenceKind, label: string): string {
  const plural = kind === 'appendix' ? 'appendices' : `${kind}s`;
  const known = knownLabels(review, kind);
  if (known.length === 0) return `This review has no ${plural}${kind === 'section' ? ' with numbers' : ''}.`;
  if (kind === 'section' || kind === 'appendix') {
    const meant = nearest(normaliseLabel(kind, label), known);
    return `The ${plural} are ${known.sort().slice(0, 30).join(', ')}.${meant ? ` Did you mean ${meant}?` : ''}`;
  }
  const numbers = known.map(Number).sort((a, b) => a - b);
  const meant = nearestNumbers(Number(label), numbers);
  const suggestion = meant.length > 0 ? ` Did you mean ${meant.join(' or ')}?` : '';
  return numbers.length === 1
    ? `The only ${kind} is ${numbers[0]}.`
    : `${plural} run from ${numbers[0]} to ${numbers.at(-1)}.${suggestion}`;
}

/**
 * Plain words may mean another body's section or recommendation, so only areas and meetings, which are the review's
 * own, are certain. Undefined: not even worth a warning (a review without numbered sections speaks of "section 106").
 */
function severityOfPlain(review: Review, kind: ReferenceKind, label: string): Severity | undefined {
  if (mayBeUnread(review, kind, label)) return undefined;
  const known = knownLabels(review, kind).map(Number);
  if (kind === 'area' || kind === 'meeting')
    return known.length > 0 ? 'error' : kind === 'meeting' ? 'warning' : undefined;
  if (kind === 'paragraph' && known.length === 0) return undefined;
  if (kind === 'section') {
    const last = Math.max(0, ...known.map(Math.floor));
    if (last === 0 || (!label.includes('.') && Number(label) > last + 10)) return undefined;
  }
  return 'warning';
}

/**
 * True when a number or letter that nothing has may belong to a file that could not be read: that mistake is reported
 * already. One far beyond the last is a mistake of its own.
 */
export function mayBeUnread(review: Review, kind: ReferenceKind, label: string): boolean {
  const unread = review.incomplete.get(kind) ?? 0;
  if (unread === 0) return false;
  const place = (text: string) => (kind === 'appendix' ? text.toUpperCase().charCodeAt(0) - 64 : Number(text));
  return place(label) <= Math.max(0, ...knownLabels(review, kind).map(place)) + unread;
}

function knownLabels(review: Review, kind: ReferenceKind): string[] {
  return [...review.targets.keys()]
    .filter((key) => key.startsWith(`${kind} `))
    .map((key) => key.slice(kind.length + 1));
}

/** A clerk points to the number, not to the word before it. */
function numberSpan(span: Span, label: string): Span {
  return { start: Math.max(span.start, span.end - label.length), end: span.end };
}
