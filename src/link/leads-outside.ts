import type { Document } from '../model/document.ts';
import type { ExplicitReference } from '../model/reference.ts';
import { partOf } from '../parse/classify.ts';
import { readLink } from './written-links.ts';

/** Where Markdown could hide a link or a reference; what has none of these needs not be read to know that it has none. */
const LINK_MARK = /\]\(|\]:|\[\[|\\|&/;

/** False when a document names nothing outside its own review, as far as its text tells before it is read. */
export function mayLeadOutside({ kind, source }: Document): boolean {
  return kind === 'page' || LINK_MARK.test(source.text);
}

const NOTHING = { has: () => false };

/** True when a link or a reference in its text names something outside its own review, whether that is there or not. */
export function leadsOutside(document: Document): boolean {
  if (!mayLeadOutside(document)) return false;
  const { review, body } = document;
  const isAway = (href: string) => {
    const target = readLink(document, href, { documents: NOTHING, attachments: NOTHING });
    return target.kind === 'broken' && partOf(target.path) !== review;
  };
  return (
    body.links.some(({ href }) => isAway(href)) ||
    body.references.some(({ explicit, target }) => {
      if (!explicit) return false;
      const { kind, review: named } = target as ExplicitReference;
      return kind === 'page' || (named !== undefined && named !== review);
    })
  );
}
