import type { Catalogue, Review, Target } from '../model/catalogue.ts';
import type { Document } from '../model/document.ts';
import { targetKey, type ExplicitReference, type ReferenceKind } from '../model/reference.ts';

/** What is needed to follow a reference. */
export type Resolver = Pick<Catalogue, 'pages'> & { readonly reviewsById: ReadonlyMap<string, Review> };

/** Finds what a number or letter means in a review. Sections are first looked for in the document that speaks. */
export function resolveLabel(
  review: Review | undefined,
  from: Document,
  kind: ReferenceKind,
  label: string,
): Target | undefined {
  if (kind === 'section') {
    const own = from.body.headings.find(
      (heading) => heading.number !== undefined && targetKey('section', heading.number) === targetKey('section', label),
    );
    if (own) return { kind, document: from, anchor: own.anchor, isPublic: true };
  }
  return review?.targets.get(targetKey(kind, label));
}

/** Finds what stands in `[[…]]`: in this review, in another one, or a page. */
export function resolveExplicit(
  resolver: Resolver,
  review: Review | undefined,
  from: Document,
  target: ExplicitReference,
): Target | undefined {
  if (target.kind === 'malformed') return undefined;
  if (target.kind === 'page') {
    const page = resolver.pages.find((candidate) => candidate.name === target.label);
    return page && { kind: 'page', document: page, isPublic: true };
  }
  const other = target.review === undefined ? review : resolver.reviewsById.get(target.review);
  if (target.kind === 'review') return other && { kind: 'review', document: other.index, isPublic: true };
  return resolveLabel(other, target.review === undefined ? from : (other?.index ?? from), target.kind, target.label);
}
