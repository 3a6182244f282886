import { resolveLabel } from '../link/resolve.ts';
import type { Document } from '../model/document.ts';
import { reviewOf, type ViewContext } from './context.ts';
import { escapeHtml } from './html.ts';
import { siteUrl, targetPath } from './urls.ts';

/** Prints prose from the front matter (a wording, a note) as HTML: plain text with its references linked. */
export function renderFieldText(context: ViewContext, document: Document, path: string): string {
  const field = document.texts.find((text) => text.path === path);
  if (!field) return '';
  const review = reviewOf(context, document);
  const { text } = field.block;
  let html = '';
  let at = 0;
  for (const reference of field.references) {
    if (reference.external) continue;
    for (const part of reference.parts) {
      const target = resolveLabel(review, document, reference.kind, part.label);
      if (!target?.isPublic) continue;
      html += escapeHtml(text.slice(at, part.start));
      html += `<a class="app-reference" href="${escapeHtml(siteUrl(context.urls, targetPath(target)))}">${escapeHtml(text.slice(part.start, part.end))}</a>`;
      at = part.end;
    }
  }
  return html + escapeHtml(text.slice(at));
}
