import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile, type Compilation, type Content, type ParseCache } from '../../src/compile.ts';
import { formatGithub, formatJson, formatSarif, formatText } from '../../src/diagnostics/format.ts';
import { sourceFile } from '../../src/model/source.ts';
import { BASE, OPTIONS } from '../support/content.ts';

/** What holds for every content, however broken: compiling never throws, every finding has a place, order means nothing. */

/** More runs on demand: `RUNS=5000 npx vitest run tests/unit/properties.test.ts`. */
const RUNS = { numRuns: Number(process.env.RUNS ?? 150) };

/** Signs and words at which readers trip. */
const PIECES = [
  '---',
  '\n',
  '\r\n',
  '\t',
  ':',
  ': ',
  '[',
  ']',
  '{',
  '}',
  '"',
  "'",
  '|',
  '>',
  '*',
  '&',
  '!',
  '#',
  '%',
  '@',
  '`',
  '```',
  '~~~',
  '<!--',
  '-->',
  '::: restricted 2',
  ':::',
  '[[',
  ']]',
  '[[area 1]]',
  '[^1]',
  '[^1]: x',
  '<b>',
  '\\',
  '\0',
  '\uFEFF',
  '\uFFFD',
  '\uE000',
  '\uE001',
  '\uD800',
  '😀',
  'é',
  '- ',
  '1. ',
  '999999999. ',
  '> ',
  '| a | b |\n|---|---|\n| c | d |',
  '![](x)',
  '[a](',
  '](b)',
  '## ',
  'Area 1',
  'Areas 1 to 999',
  'appendix A',
  'section 1',
  '__proto__: x',
  'constructor: x',
  'toString: x',
  'restricted: x',
  'draft: true',
  'paragraphs: numbered',
  '<<<<<<<',
  '=======',
  '~',
  'null',
  '...',
  '? x',
];

const piece = fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 8 }));

/** One edit: at a place (0 to 1 of the text) take out some letters and put in a piece. */
const edit = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), remove: fc.nat({ max: 40 }), insert: piece });
const truncation = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  remove: fc.constant(1e9),
  insert: fc.constant(''),
});

const PATHS = Object.keys(BASE);

const mutated = fc
  .array(
    fc.record({
      path: fc.constantFrom(...PATHS),
      edit: fc.oneof({ weight: 8, arbitrary: edit }, { weight: 1, arbitrary: truncation }),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((edits) => {
    const texts = new Map(Object.entries(BASE));
    for (const { path, edit: change } of edits) {
      const text = texts.get(path)!;
      const at = Math.floor(change.at * text.length);
      texts.set(path, text.slice(0, at) + change.insert + text.slice(at + change.remove));
    }
    return contentOf([...texts]);
  });

const path = fc.oneof(
  fc.constantFrom(
    ...PATHS,
    'reviews/harbour/files/x.md',
    'reviews/__proto__/index.md',
    'reviews/💧/index.md',
    'pages/..md',
    'x',
  ),
  fc
    .array(fc.constantFrom('reviews', 'pages', 'areas', 'meetings', 'index.md', 'a.md', '', '..', 'constructor'), {
      maxLength: 5,
    })
    .map((parts) => parts.join('/')),
);
const body = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));
const arbitrary = fc
  .array(
    fc.tuple(
      path,
      fc.oneof(
        body,
        body.map((text) => `---\ntitle: T\nnumber: 1\n---\n${text}`),
      ),
    ),
    { maxLength: 6 },
  )
  .map((files) => contentOf([...new Map(files)]));

function contentOf(files: readonly (readonly [string, string])[]): Content {
  return { files: files.map(([name, text]) => sourceFile(name, Buffer.from(text))), attachments: [] };
}

function resultOf(compiled: Compilation): string {
  return JSON.stringify([compiled.pages, compiled.files, compiled.attachments, compiled.diagnostics, compiled.kept]);
}

describe.each([
  ['the base with random edits', mutated],
  ['arbitrary texts at arbitrary paths', arbitrary],
])('%s', (_name, contents) => {
  test('compile never throws, and every finding can be shown', () => {
    fc.assert(
      fc.property(contents, fc.boolean(), (content, preview) => {
        const compiled = compile(content, { ...OPTIONS, preview });
        const texts = new Map(content.files.map((file) => [file.path, file.text]));
        for (const { file, span, message, hint, related } of compiled.diagnostics) {
          for (const place of [{ file, span }, ...(related ?? [])]) {
            expect(place.span.start).toBeGreaterThanOrEqual(0);
            expect(place.span.end).toBeGreaterThanOrEqual(place.span.start);
            expect(place.span.end).toBeLessThanOrEqual((texts.get(place.file) ?? '').length);
          }
          expect(message).not.toMatch(/undefined|\[object|NaN/);
          expect(hint).not.toBe('');
        }
        const options = { folder: 'content', sources: compiled.catalogue.sources };
        for (const format of [formatText, formatJson, formatGithub, formatSarif]) format(compiled.diagnostics, options);
      }),
      RUNS,
    );
  });

  test('the same files in any order give the same result', () => {
    fc.assert(
      fc.property(contents, fc.array(fc.nat(), { minLength: 12, maxLength: 12 }), (content, keys) => {
        const files = content.files
          .map((file, index) => ({ file, key: keys[index % keys.length]! }))
          .sort((a, b) => a.key - b.key)
          .map(({ file }) => file);
        expect(resultOf(compile({ ...content, files }, OPTIONS))).toBe(resultOf(compile(content, OPTIONS)));
      }),
      RUNS,
    );
  });

  test('files that were read before give the same result', () => {
    fc.assert(
      fc.property(contents, (content) => {
        const cache: ParseCache = new Map();
        compile(contentOf(Object.entries(BASE)), OPTIONS, cache);
        expect(resultOf(compile(content, OPTIONS, cache))).toBe(resultOf(compile(content, OPTIONS)));
        expect(resultOf(compile(content, OPTIONS, cache))).toBe(resultOf(compile(content, OPTIONS)));
      }),
      { numRuns: 60 },
    );
  });
});

test('every address is used once, however files are named', () => {
  fc.assert(
    fc.property(mutated, (content) => {
      const files = compile(content, OPTIONS).pages.map((page) => page.file.toLowerCase());
      expect(new Set(files).size).toBe(files.length);
    }),
    RUNS,
  );
});

test('what stands in a restricted block is never published, wherever other edits fall', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 10 }), fc.array(piece, { maxLength: 10 }), (before, after) => {
      // Text before the block must not hold the signs that open one; all else may stand around it.
      const lead = before
        .join(' ')
        .replaceAll(':::', '')
        .replaceAll('---', '')
        .replace(/[<=>]{7}/g, '');
      const tail = after
        .join(' ')
        .replaceAll(':::', '')
        .replace(/[<=>]{7}/g, '');
      const text = `---\nletter: A\ntitle: Scope\n---\n\n${lead}\n::: restricted 3\nZyzzyva\n:::\n${tail}\n`;
      const compiled = compile(
        contentOf([...Object.entries({ ...BASE, 'reviews/harbour/appendices/a.md': text })]),
        OPTIONS,
      );
      expect(JSON.stringify([compiled.pages, compiled.files])).not.toContain('Zyzzyva');
    }),
    RUNS,
  );
});
