import type { Catalogue } from '../model/catalogue.ts';
import type { Document } from '../model/document.ts';
import { readLink } from './written-links.ts';

/** Attachments that some documents link to. */
export function usedAttachments(catalogue: Catalogue, documents: Iterable<Document>): string[] {
  const used = new Set<string>();
  for (const document of documents) {
    for (const link of document.body.links) {
      const target = readLink(document, link.href, catalogue);
      if (target.kind === 'attachment') used.add(target.path);
    }
  }
  return [...used].sort();
}
