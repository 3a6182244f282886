import { usedAttachments } from '../link/used-attachments.ts';
import { diagnostic } from '../model/diagnostic.ts';
import { START } from '../model/source.ts';
import type { Check } from './check.ts';

/**
 * Finds attachments that no text of any review links to: they are not published. Drafts and reviews to come count as
 * texts. Where something is restricted the link may stand there unseen, so such a review is left alone.
 */
export const attachmentUnused: Check = {
  code: 'attachment-unused',
  find: ({ review, catalogue }) => {
    const own = review.attachments;
    if (own.length === 0) return [];
    const documents = [
      ...[review.index, ...review.areas, ...review.meetings, ...review.recommendations, ...review.appendices],
      ...catalogue.heldBack.flatMap(({ document }) => (document.review === review.id ? [document] : [])),
    ];
    if (documents.some((document) => document.restricted || document.body.restrictedBlocks > 0)) return [];
    const used = new Set(usedAttachments(catalogue, documents));
    return own
      .filter((path) => !used.has(path) && !catalogue.linkedFromOutside.has(path))
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
