import { readLink } from '../link/written-links.ts';
import type { Catalogue, Review } from '../model/catalogue.ts';
import { diagnostic } from '../model/diagnostic.ts';
import type { Document } from '../model/document.ts';
import { START } from '../model/source.ts';
import type { Check } from './check.ts';

/**
 * Finds attachments that no text of any review links to: they are not published. Drafts and reviews to come count as
 * texts. Where something is restricted the link may stand there unseen, so such a review is left alone.
 */
export const attachmentUnused: Check = {
  code: 'attachment-unused',
  find: ({ review, catalogue }) => {
    const own = attachmentsOf(review, catalogue);
    if (own.length === 0) return [];
    const documents = [...catalogue.documents.values(), ...catalogue.heldBack.map(({ document }) => document)];
    const hides = (document: Document) =>
      document.review === review.id && (document.restricted || document.body.restrictedBlocks > 0);
    if (documents.some(hides)) return [];
    const used = linkedAttachments(catalogue, documents);
    return own
      .filter((path) => !used.has(path))
      .map((path) =>
        diagnostic(
          'attachment-unused',
          { file: path, span: START },
          `No text links to the attachment ${path}, so it is not published.`,
          {
            hint: `Link it where it is spoken of, in index.md for example [the map](${path.split('/').slice(2).map(encodeURIComponent).join('/')}), or take the file out.`,
          },
        ),
      );
  },
};

const attachments = new WeakMap<Catalogue, ReadonlyMap<string, readonly string[]>>();
const linked = new WeakMap<Catalogue, ReadonlySet<string>>();

/** Sorted once for a catalogue: an archive has many reviews. */
function attachmentsOf(review: Review, catalogue: Catalogue): readonly string[] {
  let byReview = attachments.get(catalogue);
  if (!byReview) {
    const sorted = new Map<string, string[]>();
    for (const path of [...catalogue.attachments].sort()) {
      const id = path.split('/')[1]!;
      const known = sorted.get(id);
      if (known) known.push(path);
      else sorted.set(id, [path]);
    }
    byReview = sorted;
    attachments.set(catalogue, byReview);
  }
  return byReview.get(review.id) ?? [];
}

function linkedAttachments(catalogue: Catalogue, documents: readonly Document[]): ReadonlySet<string> {
  const known = linked.get(catalogue);
  if (known) return known;
  const used = new Set<string>();
  for (const document of documents)
    for (const link of document.body.links) {
      const target = readLink(document, link.href, catalogue);
      if (target.kind === 'attachment') used.add(target.path);
    }
  linked.set(catalogue, used);
  return used;
}
