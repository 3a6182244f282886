import MarkdownIt from 'markdown-it';
import footnotes from 'markdown-it-footnote';
import type { StateBlock, StateInline, Token } from 'markdown-it';

/** The one Markdown reader: no raw HTML, no typographic changes, tables, footnotes, and the review's own forms. */

/** Marks the line where a restricted block stood; a clerk's text can't contain it (see `body-text.ts`). */
export const RESTRICTED_MARK = '\uE000';

/** Fills the place of a comment that text follows on its line; never printed. */
export const COMMENT_MARK = '\uE001';

export interface MarkdownEnvironment extends Record<PropertyKey, unknown> {
  /** True in the narrative of a review with `paragraphs: numbered`. */
  numberedParagraphs: boolean;
}

export const markdown = new MarkdownIt({ html: false, linkify: true, typographer: false });
markdown.linkify.set({ fuzzyLink: false, fuzzyIP: false, fuzzyEmail: true });
const findsAddress = markdown.linkify.test.bind(markdown.linkify);
// All that these settings find has one of these, and looking for them is much faster than linkify's own search.
markdown.linkify.test = (text) => /\/\/|@/.test(text) && findsAddress(text);
markdown.use(footnotes);
// Escapes stay tokens of their own: their places and `\\Area 8` would be lost in joined text.
markdown.core.ruler.disable('text_join');
markdown.block.ruler.before('list', 'numbered_paragraph', numberedParagraph, { alt: ['paragraph'] });
markdown.block.ruler.before('table', 'restricted_notice', restrictedNotice, {
  alt: ['paragraph', 'blockquote', 'list'],
});
markdown.inline.ruler.before('text', 'comment', comment);
markdown.core.ruler.after('block', 'comment_in_code', ({ tokens }) => {
  for (const token of tokens)
    if (token.type === 'fence' || token.type === 'code_block')
      token.content = token.content.replaceAll(COMMENT_MARK, '');
});
markdown.inline.ruler.before('link', 'explicit_reference', explicitReference);
markdown.inline.ruler.before('escape', 'reference_escape', referenceEscape);

/** `13. ` at the margin opens paragraph 13 of the narrative, up to the next blank line or numbered paragraph. */
function numberedParagraph(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (!(state.env as MarkdownEnvironment).numberedParagraphs || state.level !== 0 || state.blkIndent !== 0)
    return false;
  const number = numberAt(state, startLine);
  if (number === undefined) return false;
  if (silent) return true;
  let next = startLine + 1;
  while (next < endLine && !state.isEmpty(next) && !endsParagraph(state, next)) next++;
  const content = state
    .getLines(startLine, next, 0, false)
    .replace(/^\d+\.\s+/, '')
    .trim();
  state.line = next;
  const open = state.push('paragraph_open', 'p', 1);
  open.map = [startLine, next];
  open.meta = { paragraphNumber: number };
  const inline = state.push('inline', '', 0);
  inline.content = content;
  inline.map = [startLine, next];
  inline.children = [];
  state.push('paragraph_close', 'p', -1);
  return true;
}

/** A numbered paragraph, a list, a quotation, a heading or a fence needs no blank line before it. */
function endsParagraph(state: StateBlock, line: number): boolean {
  if (numberAt(state, line) !== undefined) return true;
  const start = state.bMarks[line]! + state.tShift[line]!;
  return state.sCount[line]! < 4 && /^(?:[-*+]\s|>|#{1,6}\s|```|~~~)/.test(state.src.slice(start, state.eMarks[line]));
}

function numberAt(state: StateBlock, line: number): number | undefined {
  if (state.sCount[line] !== 0) return undefined;
  const match = /^(\d{1,4})\.(?=\s)/.exec(state.src.slice(state.bMarks[line], state.eMarks[line]));
  return match ? Number(match[1]) : undefined;
}

function restrictedNotice(state: StateBlock, startLine: number, _endLine: number, silent: boolean): boolean {
  const start = state.bMarks[startLine]! + state.tShift[startLine]!;
  if (state.src[start] !== RESTRICTED_MARK) return false;
  if (silent) return true;
  const token = state.push('restricted_notice', '', 0);
  token.map = [startLine, startLine + 1];
  token.meta = { paragraph: /\d+/.exec(state.src.slice(start, state.eMarks[startLine]))?.[0] };
  state.line = startLine + 1;
  return true;
}

/** Steps over the place of a comment. */
function comment(state: StateInline): boolean {
  const from = state.pos;
  while (state.src[state.pos] === COMMENT_MARK) state.pos++;
  return state.pos > from;
}

/** `[[area 8]]`, `[[area 8|the HR files]]`. The token keeps its place in the text it stands in. */
function explicitReference(state: StateInline, silent: boolean): boolean {
  if (!state.src.startsWith('[[', state.pos)) return false;
  const end = state.src.indexOf(']]', state.pos + 2);
  const inside = end === -1 ? '' : state.src.slice(state.pos + 2, end);
  if (end === -1 || inside.includes('[[') || end > state.posMax - 2) return false;
  if (!silent) {
    const bar = inside.indexOf('|');
    const token = state.push('explicit_reference', '', 0);
    token.content = (bar === -1 ? inside : inside.slice(0, bar)).replace(/\s+/g, ' ').trim();
    token.markup = state.src.slice(state.pos, end + 2);
    token.info =
      bar === -1
        ? ''
        : inside
            .slice(bar + 1)
            .replace(/\s+/g, ' ')
            .trim();
  }
  state.pos = end + 2;
  return true;
}

/** `\Area 8` writes the words without a link. */
function referenceEscape(state: StateInline, silent: boolean): boolean {
  if (state.src[state.pos] !== '\\') return false;
  if (!/^\\(?:area|meeting|append|recommendation|section|paragraph)/i.test(state.src.slice(state.pos, state.pos + 16)))
    return false;
  if (!silent) {
    const token = state.push('text_special', '', 0);
    token.content = state.src[state.pos + 1]!;
    token.markup = state.src.slice(state.pos, state.pos + 2);
    token.info = 'escape';
    token.meta = { unlinkable: true };
  }
  state.pos += 2;
  return true;
}

const TokenClass = new markdown.core.State('', markdown, {}).Token;

/** Makes a token of markdown-it's own class, which it does not export by name. */
export function newToken(type: string, tag: string, nesting: -1 | 0 | 1): Token {
  return new TokenClass(type, tag, nesting);
}
