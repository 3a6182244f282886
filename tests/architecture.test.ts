import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compileWith } from './support/content.ts';

/** The invariants of ARCHITECTURE.md, one test each. */

const root = join(import.meta.dirname, '..');

function filesUnder(folder: string, ending: RegExp): { path: string; text: string }[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path: relative(root, path), text: readFileSync(path, 'utf8') }));
}

const sources = filesUnder('src', /\.ts$/).filter(({ path }) => !path.endsWith('.d.ts'));
const isAdapter = (path: string) => path.startsWith('src/adapters/') || path === 'src/cli.ts';
const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|(?<![:'"])\/\/.*$/gm, '');

describe('1. Only adapters and the command line touch the machine', () => {
  test.each(sources.filter(({ path }) => !isAdapter(path)))('$path', ({ text }) => {
    const code = withoutComments(text);
    expect(code).not.toMatch(/from '(?:node:|@11ty\/eleventy|pagefind|chokidar)/);
    expect(code).not.toMatch(/\bDate\.now\(|new Date\(\)|\bprocess\.|performance\.now|Math\.random|\bfetch\(/);
  });
});

describe('2. Imports go one way, without cycles', () => {
  /** A layer may import itself and the layers before it; `checks`, `views` know nothing of each other. */
  const LAYERS: Readonly<Record<string, readonly string[]>> = {
    words: [],
    'diagnostics/codes': [],
    model: ['diagnostics/codes'],
    'diagnostics/format': ['model', 'diagnostics/codes'],
    'diagnostics/format-gitlab': ['model', 'diagnostics/codes', 'diagnostics/format'],
    parse: ['model', 'diagnostics/codes'],
    link: ['model', 'parse', 'diagnostics/codes'],
    write: ['model', 'parse', 'link', 'views', 'diagnostics/codes'],
    manual: ['model', 'parse', 'write'],
    checks: ['model', 'parse', 'link', 'diagnostics/codes'],
    views: ['model', 'parse', 'link', 'words', 'diagnostics/codes'],
    search: ['model', 'words'],
    exports: ['model', 'link', 'search', 'views', 'words'],
    analyse: ['model', 'parse', 'link', 'checks'],
    pages: ['analyse', 'model', 'views', 'exports', 'words', 'diagnostics/codes'],
    compile: ['analyse', 'pages', 'model', 'parse', 'views', 'exports'],
  };
  const layerOf = (path: string) =>
    /^src\/(?:analyse|pages|compile)\.ts$/.test(path)
      ? path.slice(4, -3)
      : path.startsWith('src/diagnostics/')
        ? path.slice(4, -3)
        : (path.split('/')[1] ?? '');
  const imports = (path: string, text: string) =>
    [...text.matchAll(/from '(\.{1,2}\/[^']+)'/g)].map((match) =>
      posix.normalize(posix.join(dirname(path), match[1]!)),
    );

  test.each(sources.filter(({ path }) => !isAdapter(path)))('$path', ({ path, text }) => {
    const layer = layerOf(path);
    const allowed = LAYERS[layer];
    expect(allowed, `${layer} is no known layer`).toBeDefined();
    for (const imported of imports(path, text))
      expect([layer, ...allowed!], `${path} imports ${imported}`).toContain(layerOf(imported));
  });

  test('no cycle of values', () => {
    const graph = new Map(
      sources.map(({ path, text }) => [path, imports(path, text.replace(/^import type [\s\S]*?;$/gm, ''))]),
    );
    const state = new Map<string, 'open' | 'done'>();
    const cycles: string[] = [];
    const visit = (path: string, trail: readonly string[]) => {
      if (state.get(path) === 'done') return;
      if (state.get(path) === 'open') return void cycles.push([...trail, path].join(' → '));
      state.set(path, 'open');
      for (const next of graph.get(path) ?? []) visit(next, [...trail, path]);
      state.set(path, 'done');
    };
    for (const path of graph.keys()) visit(path, []);
    expect(cycles).toEqual([]);
  });
});

describe('4. Views are plain, acyclic, frozen data', () => {
  const { pages } = compileWith({});

  test.each(pages.map((page) => ({ file: page.file, page })))('$file', ({ page }) => {
    const visit = (value: unknown, trail: readonly unknown[]) => {
      expect(['string', 'number', 'boolean', 'object', 'undefined']).toContain(typeof value);
      if (typeof value !== 'object' || value === null) return;
      expect(trail).not.toContain(value);
      expect(Object.isFrozen(value)).toBe(true);
      expect([Object.prototype, Array.prototype]).toContain(Object.getPrototypeOf(value));
      for (const inner of Object.values(value)) visit(inner, [...trail, value]);
    };
    visit(page, []);
  });
});

describe('6. Layouts print; TypeScript decides', () => {
  const layouts = filesUnder('layouts', /\.njk$/);
  const expressions = (text: string) =>
    [...text.replace(/\{#[\s\S]*?#\}/g, '').matchAll(/\{[{%]-?([\s\S]*?)-?[%}]\}/g)].map((match) => match[1]!.trim());

  test.each(layouts)('$path', ({ text }) => {
    for (const expression of expressions(text)) {
      const bare = expression.replace(/"[^"]*"|'[^']*'/g, '""');
      for (const filter of bare.matchAll(/\|\s*(\w+)/g)) expect(filter[1], expression).toBe('safe');
      for (const trusted of bare.matchAll(/([\w.]+)\s*\|\s*safe/g))
        expect(trusted[1], expression).toMatch(/Html$|^caller$/);
      expect(bare, 'compares or computes').not.toMatch(
        /[=!<>]=|(?<![=-])[<>]|[+*%~/]|\.length\b|\bin\b(?<!^for\s[\w,\s]+\sin)|\bis\s/,
      );
      if (expression.startsWith('set')) expect(expression, 'only names').toMatch(/^set \w+\s*=\s*[\w."'[\]{}:,\s]+$/);
    }
  });
});

describe('7. One file, one purpose', () => {
  test.each(sources)('$path is short or says why not', ({ text }) => {
    const lines = text.split('\n').length;
    const saysWhy = /^\/\*\*[\s\S]{0,900}?long because/im.test(text);
    if (!saysWhy) expect(lines).toBeLessThanOrEqual(250);
  });
});
