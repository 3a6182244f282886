import type { Span } from './source.ts';

/** What words in a review can point at. */
export const REFERENCE_KINDS = ['area', 'meeting', 'appendix', 'recommendation', 'section', 'paragraph'] as const;
export type ReferenceKind = (typeof REFERENCE_KINDS)[number];

/** One linked piece of a reference: “Areas 3” and “6” in “Areas 3 to 6”. */
export interface ReferencePart {
  /** Offsets in the plain text of the block. */
  readonly start: number;
  readonly end: number;
  /** The number or letter that is printed: `8`, `2.6`, `B`. */
  readonly label: string;
  /** Numbers between this one and the next of a range, which are meant but not printed. */
  readonly implied: readonly string[];
}

/** Words that name one or more documents, sections or paragraphs of a review. */
export interface Reference {
  readonly kind: ReferenceKind;
  readonly start: number;
  readonly end: number;
  readonly parts: readonly ReferencePart[];
  /** Set when the words belong to another text ("section 17 of the Children Act 1989"): never linked, never reported. */
  readonly external: boolean;
}

/** A `[[…]]` link: to a kind and label, perhaps in another review, or to a page. */
export interface ExplicitReference {
  readonly kind: ReferenceKind | 'page' | 'review' | 'malformed';
  readonly label: string;
  readonly review?: string;
  /** What stands between the brackets. */
  readonly written: string;
}

/** A reference where it stands in a document. */
export interface PlacedReference {
  readonly target: Reference | ExplicitReference;
  readonly explicit: boolean;
  /** Index of the text block that holds it. */
  readonly block: number;
  /** Place in the file. */
  readonly span: Span;
  /** Offsets in the block's plain text. */
  readonly start: number;
  readonly end: number;
}

/** How a number or letter is compared: `2.0` and `2` are one section, letters have one case. */
export function normaliseLabel(kind: ReferenceKind, label: string): string {
  if (kind === 'section') return label.replace(/(\.0+)+$/, '');
  return kind === 'appendix' ? label.toUpperCase() : String(Number(label));
}

/** The key under which a review's targets are kept: `area 8`, `section 2.6`, `appendix B`. */
export function targetKey(kind: ReferenceKind, label: string): string {
  return `${kind} ${normaliseLabel(kind, label)}`;
}

/** Every number or letter a reference means, those inside ranges included. */
export function labelsOf(target: Reference | ExplicitReference): string[] {
  return 'parts' in target ? target.parts.flatMap((part) => [part.label, ...part.implied]) : [target.label];
}
