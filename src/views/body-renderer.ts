import MarkdownIt from 'markdown-it';
import footnotes from 'markdown-it-footnote';
import type { Token } from 'markdown-it';
import type { ReferenceMark } from '../parse/mark-references.ts';
import { escapeHtml } from './html.ts';
import type { RenderEnvironment } from './render-body.ts';

/** Prints tokens as HTML. It never parses: the tokens come from `parse/markdown.ts`. */
export const bodyRenderer = new MarkdownIt({ html: false });
bodyRenderer.use(footnotes);

const { rules } = bodyRenderer.renderer;

function environmentOf(env: unknown): RenderEnvironment {
  return env as RenderEnvironment;
}

function withAnchor(token: Token, env: unknown): string {
  const anchor = (token.meta as { anchor?: string } | null)?.anchor;
  return anchor === undefined ? '' : ` id="${escapeHtml(environmentOf(env).anchorPrefix + anchor)}"`;
}

rules.text = (tokens, index, _options, env) => {
  const { content } = tokens[index]!;
  const { pattern, meanings, explained } = environmentOf(env).abbreviations;
  if (!pattern) return escapeHtml(content);
  let html = '';
  let at = 0;
  for (const match of content.matchAll(pattern)) {
    if (explained.has(match[0])) continue;
    explained.add(match[0]);
    html += `${escapeHtml(content.slice(at, match.index))}<abbr title="${escapeHtml(meanings.get(match[0])!)}">${escapeHtml(match[0])}</abbr>`;
    at = match.index + match[0].length;
  }
  return html + escapeHtml(content.slice(at));
};
rules.text_special = (tokens, index) => escapeHtml(tokens[index]!.content);

rules.paragraph_open = (tokens, index, _options, env) => {
  const token = tokens[index]!;
  if (token.hidden) return '';
  const number = (token.meta as { paragraphNumber?: number } | null)?.paragraphNumber;
  if (number === undefined) return `<p${withAnchor(token, env)}>`;
  const anchor = environmentOf(env).anchorPrefix + (token.meta as { anchor: string }).anchor;
  return `<p id="${anchor}" class="app-numbered"><a class="app-numbered__number" href="#${anchor}">${number}.</a> `;
};

rules.list_item_open = (tokens, index, _options, env) => `<li${withAnchor(tokens[index]!, env)}>`;

/** Headings keep their order and lose gaps, so that the page has one outline whatever levels the clerk chose. */
rules.heading_open = (tokens, index, _options, env) => {
  const token = tokens[index]!;
  const { openLevels, below } = environmentOf(env);
  const written = Number(token.tag.slice(1));
  while (openLevels.length > 0 && openLevels.at(-1)!.written >= written) openLevels.pop();
  const printed = Math.min(6, (openLevels.at(-1)?.printed ?? below) + 1);
  openLevels.push({ written, printed });
  return `<h${printed}${withAnchor(token, env)}>`;
};
rules.heading_close = (_tokens, _index, _options, env) => `</h${environmentOf(env).openLevels.at(-1)?.printed ?? 2}>\n`;

/** Each region has a name of its own, so that people who jump from region to region know where they are. */
rules.table_open = (_tokens, _index, _options, env) => {
  const { words, tables, docId } = environmentOf(env);
  const name = [words.tableRegion, docId.replaceAll('-', ' '), String(++tables.count)]
    .filter((part) => part !== '')
    .join(' ');
  return `<div class="app-table" role="region" aria-label="${escapeHtml(name)}" tabindex="0"><table>\n`;
};
rules.table_close = () => '</table></div>\n';
rules.th_open = (tokens, index) =>
  tokens[index + 1]?.content === '' ? '<td>' : `<th scope="col"${alignment(tokens[index]!)}>`;
rules.th_close = (tokens, index) => (tokens[index - 1]?.content === '' ? '</td>\n' : '</th>\n');
// A line end between cells keeps their words apart for search engines.
rules.td_close = () => '</td>\n';
rules.td_open = (tokens, index) => `<td${alignment(tokens[index]!)}>`;

function alignment(token: Token): string {
  const style = String(token.attrGet('style') ?? '');
  return style.endsWith('right') ? ' class="app-table__number"' : '';
}

rules.reference_open = (tokens, index, _options, env) => {
  const mark = tokens[index]!.meta as ReferenceMark;
  const link = environmentOf(env).linkOf(mark.reference, mark.part);
  return link?.url ? `<a class="app-reference" href="${escapeHtml(link.url)}">` : '<span>';
};
rules.reference_close = (tokens, index, _options, env) => {
  const mark = tokens[index]!.meta as ReferenceMark;
  return environmentOf(env).linkOf(mark.reference, mark.part)?.url ? '</a>' : '</span>';
};

rules.explicit_reference = (tokens, index, _options, env) => {
  const token = tokens[index]!;
  const mark = token.meta as ReferenceMark | null;
  const link = mark ? environmentOf(env).linkOf(mark.reference, mark.part) : undefined;
  const words = escapeHtml(token.info || link?.text || sentenceCase(token.content));
  return link?.url ? `<a class="app-reference" href="${escapeHtml(link.url)}">${words}</a>` : words;
};

/** `[[area 8]]` without a label prints “Area 8”; `[[other-review/area 8]]` prints “Area 8” too. */
function sentenceCase(written: string): string {
  const words = written.slice(written.lastIndexOf('/') + 1).trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

rules.restricted_notice = (tokens, index, _options, env) => {
  const { paragraph } = tokens[index]!.meta as { paragraph?: string };
  return `<p class="app-restricted">${escapeHtml(environmentOf(env).words.restricted(paragraph ?? ''))}</p>\n`;
};

rules.link_open = (tokens, index, _options, env) => {
  const href = environmentOf(env).hrefOf(String(tokens[index]!.attrGet('href') ?? ''));
  const title = tokens[index]!.attrGet('title');
  return href === undefined
    ? '<a>'
    : `<a href="${escapeHtml(href)}"${title ? ` title="${escapeHtml(String(title))}"` : ''}>`;
};

rules.image = (tokens, index, _options, env) => {
  const token = tokens[index]!;
  const href = environmentOf(env).hrefOf(String(token.attrGet('src') ?? ''));
  const isOwn = href !== undefined && !/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(href);
  return isOwn
    ? `<img src="${escapeHtml(href)}" alt="${escapeHtml(token.content)}" loading="lazy">`
    : escapeHtml(token.content);
};

const footnoteReference = rules.footnote_ref!;
rules.footnote_ref = (tokens, index, options, env, self) => {
  const { fullTextUrl } = environmentOf(env);
  if (fullTextUrl === '') return footnoteReference(tokens, index, options, env, self);
  const { id } = tokens[index]!.meta as { id: number };
  return `<sup class="footnote-ref"><a href="${escapeHtml(fullTextUrl)}#fn${id + 1}">[${id + 1}]</a></sup>`;
};
rules.footnote_block_open = () => '<section class="footnotes" aria-label="Footnotes">\n<ol class="footnotes-list">\n';
