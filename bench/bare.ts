import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import matter from 'gray-matter';
import MarkdownIt from 'markdown-it';

/**
 * The least that a generator of pages can do: read, front matter, Markdown, wrap, write. No links, tables, checks or
 * lists. `node bare.js CONTENT OUTPUT`: what a build is compared with.
 */
const [content, output] = process.argv.slice(2) as [string, string];
const markdown = new MarkdownIt();
for (const entry of readdirSync(content, { recursive: true, withFileTypes: true })) {
  if (!entry.name.endsWith('.md')) continue;
  const path = join(entry.parentPath, entry.name);
  const { data, content: body } = matter(readFileSync(path, 'utf8'), {});
  const file = join(output, path.slice(content.length).replace(/\.md$/, ''), 'index.html');
  mkdirSync(dirname(file), { recursive: true });
  const title = markdown.utils.escapeHtml(String(data['title']));
  writeFileSync(
    file,
    `<!doctype html><html lang="en"><title>${title}</title><body>${markdown.render(body)}</body></html>`,
  );
}
