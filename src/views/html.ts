const SIGNS = /[&<>"']/;
const ALL_SIGNS = new RegExp(SIGNS, 'g');
const ESCAPED: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Escapes text for HTML, in elements and in quoted attributes. */
export function escapeHtml(text: string): string {
  return SIGNS.test(text) ? text.replace(ALL_SIGNS, (sign) => ESCAPED[sign]!) : text;
}
