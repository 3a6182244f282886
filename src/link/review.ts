import type { Review, Target } from '../model/catalogue.ts';
import { diagnostic, type Diagnostic } from '../model/diagnostic.ts';
import { fieldPlace, type Document, type DocumentOf, type ReviewDocument } from '../model/document.ts';
import type { DocumentKind } from '../model/kinds.ts';
import { lazy } from '../model/lazy.ts';
import { targetKey, type ReferenceKind } from '../model/reference.ts';

export interface ReviewParts {
  readonly id: string;
  readonly index: ReviewDocument;
  /** All other documents of the folder, sorted by path, kept-back ones included. */
  readonly documents: readonly Document[];
  /** The kind of each file that could not be read at all. */
  readonly unread: readonly DocumentKind[];
  readonly isPublic: (document: Document) => boolean;
  readonly attachments: readonly string[];
}

/** Puts a review together: number order, one target for each number and letter, and a report on numbers used twice. */
export function assembleReview(parts: ReviewParts): { review: Review; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const targets = new Map<string, Target>();
  const incomplete = new Map<ReferenceKind, number>();
  const missOne = (kind: ReferenceKind) => incomplete.set(kind, (incomplete.get(kind) ?? 0) + 1);
  for (const kind of parts.unread) if (isNumbered(kind)) missOne(kind);

  const ofKind = <K extends 'area' | 'meeting' | 'recommendation'>(kind: K): DocumentOf<K>[] => {
    const numbered: DocumentOf<K>[] = [];
    const first = new Map<number, Document>();
    for (const document of parts.documents) {
      if (document.kind !== kind) continue;
      const { number } = document.data as { number?: number };
      if (number === undefined) {
        missOne(kind);
        continue;
      }
      const other = first.get(number);
      if (other) {
        diagnostics.push(sameNumber(document, other, kind, number));
        missOne(kind);
        continue;
      }
      first.set(number, document);
      const isPublic = parts.isPublic(document);
      targets.set(targetKey(kind, String(number)), { kind, document, isPublic });
      if (!document.usable) missOne(kind);
      else if (isPublic) numbered.push(document as unknown as DocumentOf<K>);
    }
    return numbered.sort((a, b) => numberOf(a) - numberOf(b));
  };

  const areas = ofKind('area');
  const meetings = ofKind('meeting');
  const recommendations = ofKind('recommendation');
  const appendices = withLetters(parts, targets, missOne, diagnostics);
  const places = lazy(() => placesOf(parts, targets));

  const review: Review = {
    id: parts.id,
    index: parts.index,
    areas,
    meetings,
    recommendations,
    appendices,
    get sections() {
      return places.value.sections;
    },
    get paragraphs() {
      return places.value.paragraphs;
    },
    get targets() {
      return places.value.targets;
    },
    incomplete,
    people: new Map(Object.entries(parts.index.data.people ?? {})),
    organisations: new Map(Object.entries(parts.index.data.organisations ?? {})),
    attachments: parts.attachments,
  };
  return { review, diagnostics };
}

function withLetters(
  parts: ReviewParts,
  targets: Map<string, Target>,
  missOne: (kind: ReferenceKind) => void,
  diagnostics: Diagnostic[],
): DocumentOf<'appendix'>[] {
  const appendices: DocumentOf<'appendix'>[] = [];
  const taken = new Map<string, { document: Document; field: string }>();
  for (const document of parts.documents) {
    if (document.kind !== 'appendix' && document.kind !== 'meeting') continue;
    const field = document.kind === 'appendix' ? 'letter' : 'appendix';
    const letter =
      document.kind === 'appendix' ? (document.data as { letter?: string }).letter : document.data.appendix;
    if (letter === undefined) {
      if (document.kind === 'appendix' || document.dropped.has('appendix')) missOne('appendix');
      continue;
    }
    const other = taken.get(letter);
    if (other) {
      diagnostics.push(
        diagnostic(
          'letter-duplicate',
          fieldPlace(document, field),
          `Appendix ${letter} is already the letter of another document.`,
          {
            hint: 'Give one of the two another letter.',
            related: [{ ...fieldPlace(other.document, other.field), message: `Here it is used first.` }],
          },
        ),
      );
      missOne('appendix');
      continue;
    }
    taken.set(letter, { document, field });
    const isPublic = parts.isPublic(document);
    targets.set(targetKey('appendix', letter), { kind: 'appendix', document, isPublic });
    if (document.kind !== 'appendix') continue;
    if (!document.usable) missOne('appendix');
    else if (isPublic) appendices.push(document);
  }
  return appendices.sort((a, b) => (a.data.letter < b.data.letter ? -1 : 1));
}

function sameNumber(document: Document, other: Document, kind: string, number: number): Diagnostic {
  return diagnostic(
    'number-duplicate',
    fieldPlace(document, 'number'),
    `Another ${kind} of this review has the number ${number} already.`,
    {
      hint: 'Give one of the two another number.',
      related: [{ ...fieldPlace(other, 'number'), message: `Here it is used first.` }],
    },
  );
}

/** The numbered places of the report, and `documents` with them. Reads the report: of most reviews nobody asks. */
function placesOf(
  { index, isPublic: isPublished }: ReviewParts,
  documents: ReadonlyMap<string, Target>,
): Pick<Review, 'sections' | 'paragraphs' | 'targets'> {
  const targets = new Map(documents);
  const { headings, paragraphs } = index.body;
  const isPublic = isPublished(index);
  const sections = headings.filter((heading) => heading.number !== undefined);
  for (const { number, anchor } of sections)
    addTarget(targets, 'section', number!, { kind: 'section', document: index, anchor, isPublic });
  for (const { number, anchor } of paragraphs)
    addTarget(targets, 'paragraph', String(number), { kind: 'paragraph', document: index, anchor, isPublic });
  return { sections, paragraphs, targets };
}

/** The first section or paragraph with a number is the one that a reference means. */
function addTarget(targets: Map<string, Target>, kind: ReferenceKind, label: string, target: Target): void {
  const key = targetKey(kind, label);
  if (!targets.has(key)) targets.set(key, target);
}

function isNumbered(kind: DocumentKind): kind is 'area' | 'meeting' | 'recommendation' | 'appendix' {
  return kind !== 'review' && kind !== 'page';
}

function numberOf(document: { data: unknown }): number {
  return (document.data as { number: number }).number;
}
