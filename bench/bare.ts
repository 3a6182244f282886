import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import MarkdownIt from 'markdown-it';
import { parse } from 'yaml';

/**
 * The least that a generator of pages can do: read, front matter, Markdown, wrap, write. No links, tables, checks or
 * lists. `tsx bench/bare.ts CONTENT OUTPUT`: what a build is compared with.
 */
const [content, output] = process.argv.slice(2) as [string, string];
const markdown = new MarkdownIt();
for (const entry of readdirSync(content, { recursive: true, withFileTypes: true })) {
  if (!entry.name.endsWith('.md')) continue;
  const path = join(entry.parentPath, entry.name);
  const [, yaml, body] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(readFileSync(path, 'utf8'))!;
  const { title } = parse(yaml!) as { title?: string };
  const file = join(output, path.slice(content.length).replace(/\.md$/, ''), 'index.html');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(
    file,
    `<!doctype html><html lang="en"><title>${markdown.utils.escapeHtml(String(title))}</title><body>${markdown.render(body!)}</body></html>`,
  );
}
