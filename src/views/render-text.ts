import { resolveLabel } from '../link/resolve.ts';
import type { Document, Prose } from '../model/document.ts';
import { reviewOf, type ViewContext } from './context.ts';
import { escapeHtml } from './html.ts';
import { siteUrl, targetPath } from './urls.ts';

/** Prints prose from the front matter (a wording, a note) as HTML: plain text with its references linked. */
export function renderFieldText(context: ViewContext, document: Document, path: string): string {
  const prose = document.listed[path] ?? proseAt(document, path);
  if (!prose) return '';
  const review = reviewOf(context, document);
  const { text } = prose;
  let html = '';
  let at = 0;
  for (const reference of prose.references) {
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

function proseAt({ texts }: Document, path: string): Prose | undefined {
  const field = texts.find((text) => text.path === path);
  return field && { text: field.block.text, references: field.references };
}
