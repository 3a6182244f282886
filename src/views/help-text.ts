import MarkdownIt from 'markdown-it';
import { escapeHtml } from './html.ts';

/** Prints help pages: plain Markdown, with the place of the finding marked in the examples. */
const markdown = new MarkdownIt({ html: false });

markdown.renderer.rules.fence = (tokens, index) => {
  const { content, info } = tokens[index]!;
  const file = info.split(' ').slice(1).join(' ');
  const marked = escapeHtml(content).replaceAll('⟦', '<mark>').replaceAll('⟧', '</mark>');
  return `<p><code>${escapeHtml(file)}</code></p>\n<pre tabindex="0"><code>${marked}</code></pre>\n`;
};
markdown.renderer.rules.heading_open = () => '<p><strong>';
markdown.renderer.rules.heading_close = () => '</strong></p>\n';

const known = new Map<string, { title: string; textHtml: string }>();

/** A help page's title, and the rest of it as HTML. The same text gives the same page, so pages are kept. */
export function renderHelp(help: string): { title: string; textHtml: string } {
  const ready = known.get(help);
  if (ready) return ready;
  const [, title = '', text = ''] = /^# (.+)\n([\s\S]*)$/.exec(help) ?? [];
  const page = { title, textHtml: markdown.render(text) };
  known.set(help, page);
  return page;
}
