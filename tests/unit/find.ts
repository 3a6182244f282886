import { ALL_CHECKS } from '../../src/checks/all.ts';
import type { Compilation } from '../../src/compile.ts';
import { positionOf } from '../../src/model/source.ts';
import { BASE, compileTexts, compileWith } from '../support/content.ts';

/** What the unit tests ask of a compilation, in one line each. */

/** The rules of `src/checks` have tests of their own (their help pages); here only the core's own findings count. */
const OF_RULES = new Set<string>(['checked-unused', ...ALL_CHECKS.map(({ code }) => code)]);

/** `code path:line:column “the marked words”` for each finding of the core. */
export function findings(compilation: Compilation): string[] {
  return compilation.diagnostics
    .filter(({ code }) => !OF_RULES.has(code))
    .map(({ code, file, span }) => {
      const text = compilation.catalogue.sources.get(file)?.text ?? '';
      const { line, column } = positionOf(text, span);
      return `${code} ${file.replace('reviews/harbour/', '')}:${line}:${column} “${text.slice(span.start, span.end)}”`;
    });
}

/** The findings of the base with some files replaced, added or (null) taken away. */
export function find(texts: Readonly<Record<string, string | null>>): string[] {
  return findings(compileWith(texts));
}

/** Only the codes. */
export function codes(texts: Readonly<Record<string, string | null>>): string[] {
  return find(texts).map((finding) => finding.split(' ')[0]!);
}

export const INDEX = 'reviews/harbour/index.md';
export const APPENDIX = 'reviews/harbour/appendices/a.md';
export const MEETING = 'reviews/harbour/meetings/1.md';
export const AREA = 'reviews/harbour/areas/2.md';

/** The base's appendix A with another body. */
export function appendix(body: string): Record<string, string> {
  return { [APPENDIX]: `---\nletter: A\ntitle: Scope\n---\n\n${body}\n` };
}

/** The view of the page at an address. */
export function pageAt<T = { bodyHtml: string }>(compilation: Compilation, url: string): T {
  const page = compilation.pages.find((candidate) => candidate.url === url);
  if (!page) throw new Error(`No page at ${url}: ${compilation.pages.map((other) => other.url).join(' ')}`);
  return page as unknown as T;
}

/** The HTML of appendix A with the given body. */
export function html(body: string, more: Readonly<Record<string, string | null>> = {}): string {
  return pageAt(compileTexts({ ...BASE, ...appendix(body), ...more }), '/reviews/harbour/appendices/a/').bodyHtml;
}

/** The links of a piece of HTML: `words → address`. */
export function links(source: string): string[] {
  return [...source.matchAll(/<a [^>]*href="([^"]*)"[^>]*>([^<]*)<\/a>/g)].map((match) => `${match[2]} → ${match[1]}`);
}

/** Everything that a site would publish, as one text. */
export function published(compilation: Compilation): string {
  return JSON.stringify([compilation.pages, compilation.files, compilation.attachments]);
}
