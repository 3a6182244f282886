import type { Catalogue } from '../model/catalogue.ts';
import { readLink } from './written-links.ts';

/** Attachments that published text links to. No others are published: a file may belong to a restricted or draft text. */
export function usedAttachments(catalogue: Catalogue): string[] {
  const used = new Set<string>();
  for (const document of catalogue.documents.values()) {
    for (const link of document.body.links) {
      const target = readLink(document, link.href, catalogue);
      if (target.kind === 'attachment') used.add(target.path);
    }
  }
  return [...used].sort();
}
