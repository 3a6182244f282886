import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ALL_CHECKS } from '../../src/checks/all.ts';
import type { Check } from '../../src/checks/check.ts';
import { readReviewText } from '../../src/checks/text/passages.ts';
import { ALL_CODES } from '../../src/diagnostics/codes.ts';
import { compileWith, readHelpPage } from '../support/content.ts';

/** Folder, list, codes and help pages of the rules say the same. */

const root = join(import.meta.dirname, '..', '..');
const folder = join(root, 'src', 'checks');
const help = join(root, 'src', 'diagnostics', 'help');

const files = readdirSync(folder).filter((name) => name.endsWith('.ts'));
/** Files that hold a rule: they export something of the type Check. */
const ruleFiles = files.filter((name) => /^export const \w+: Check\b/m.test(readFileSync(join(folder, name), 'utf8')));

const camelCase = (code: string) => code.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());

test('there are rules', () => {
  expect(ruleFiles.length).toBeGreaterThan(10);
});

test('every rule runs, and every one that runs is a file', () => {
  const codes = ALL_CHECKS.map(({ code }) => code as string);
  expect([...codes].sort()).toEqual(ruleFiles.map((name) => name.replace(/\.ts$/, '')).sort());
  expect(new Set(codes).size).toBe(codes.length);
});

test.each(ruleFiles)('%s exports the rule of its name', async (name) => {
  const code = name.replace(/\.ts$/, '');
  const exported = (await import(join(folder, name))) as Record<string, Check>;
  expect(exported[camelCase(code)]?.code).toBe(code);
  expect(ALL_CHECKS).toContain(exported[camelCase(code)]);
});

test.each(ruleFiles)('%s says at its top what it finds and what it leaves alone', (name) => {
  expect(readFileSync(join(folder, name), 'utf8')).toMatch(/\/\*\*[\s\S]{60,}?\*\/\s*export const \w+: Check/);
});

describe('codes', () => {
  const sources = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && entry.name !== 'codes.ts')
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('\n');

  test.each(ALL_CODES)('%s is raised somewhere', (code) => {
    expect(sources.includes(`'${code}'`)).toBe(true);
  });
});

/** The wrong examples of all help pages: what rules are to find, and much that looks like it. */
const examples = readdirSync(help)
  .filter((name) => name.endsWith('.md'))
  .flatMap((name) => {
    const page = readHelpPage(join(help, name));
    return [page.wrong, page.right].map((example) => {
      const texts = example.filter(({ attached }) => !attached).map(({ path, text }) => [path, text] as const);
      const attachments = example.filter(({ attached }) => attached).map(({ path }) => path);
      return compileWith(Object.fromEntries(texts), {}, attachments).catalogue;
    });
  });

describe.each(ALL_CHECKS.map((check) => ({ code: check.code, check })))('$code', ({ code, check }) => {
  test('raises its own code only, and the same findings every time', () => {
    for (const catalogue of examples)
      for (const review of catalogue.reviews) {
        const find = () => check.find({ review, catalogue, text: readReviewText(review) });
        const found = find();
        expect(found.map((finding) => finding.code)).toEqual(found.map(() => code));
        expect(find()).toEqual(found);
      }
  });

  test('finds something in the wrong example of its page', () => {
    const found = examples.some((catalogue) =>
      catalogue.reviews.some((review) => check.find({ review, catalogue, text: readReviewText(review) }).length > 0),
    );
    expect(found).toBe(true);
  });
});
