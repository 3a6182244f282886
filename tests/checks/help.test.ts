import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ALL_CODES, severityOf } from '../../src/diagnostics/codes.ts';
import { compileWith, readHelpPage, type ExampleFile } from '../support/content.ts';

/** Every code has a page; its wrong example raises it at the marked places and nothing else that is serious; its right one raises nothing. */

const folder = new URL('../../src/diagnostics/help/', import.meta.url);
const pages = readdirSync(folder).filter((name) => name.endsWith('.md'));

test('every code has a help page and every page a code', () => {
  expect(pages.map((name) => name.replace(/\.md$/, '')).sort()).toEqual([...ALL_CODES].sort());
});

/** Codes that no content alone raises: `check --external` asks other hosts (tests/cli/external.test.ts). */
const ASKED_OF_OTHERS: ReadonlySet<string> = new Set(['external-broken']);

describe.each(ALL_CODES.filter((code) => pages.includes(`${code}.md`)))('%s', (code) => {
  const page = readHelpPage(new URL(`${code}.md`, folder));

  test('has a title, an explanation, a wrong and a right example, and says why it matters', () => {
    expect(page.title).not.toBe('');
    expect(page.headings).toEqual(['Wrong', 'Right', 'Why it matters']);
    expect(page.wrong.flatMap((file) => file.marks).length).toBeGreaterThan(0);
    expect(page.right.length).toBeGreaterThan(0);
  });

  test.skipIf(ASKED_OF_OTHERS.has(code))(
    'the wrong example raises it at the marked places, and nothing else that is as serious',
    () => {
      const found = compileFiles(page.wrong);
      const places = found
        .filter((finding) => finding.code === code)
        .map(({ file, span }) => `${file}:${span.start}-${span.end}`);
      const marked = page.wrong.flatMap((file) => file.marks.map(({ start, end }) => `${file.path}:${start}-${end}`));
      expect(places.sort()).toEqual(marked.sort());
      const others = found.filter((finding) => finding.code !== code && finding.severity !== 'advice');
      expect(others.map((finding) => `${finding.code}: ${finding.message}`)).toEqual([]);
    },
  );

  test('the right example raises nothing', () => {
    const others = compileFiles(page.right).filter((finding) => finding.code === code || finding.severity !== 'advice');
    expect(others.map((finding) => `${finding.code}: ${finding.message}`)).toEqual([]);
  });

  test('its messages are for a clerk: one sentence that ends, a hint, no jargon', () => {
    for (const finding of compileFiles(page.wrong).filter((candidate) => candidate.code === code)) {
      expect(finding.message).toMatch(/[.?]$/);
      expect(finding.hint ?? '').not.toBe('');
      expect(`${finding.message} ${finding.hint}`).not.toMatch(
        /undefined|null|NaN|\[object|token|schema|parse|regex|invalid_/i,
      );
      expect(['error', 'warning', 'advice'].indexOf(finding.severity)).toBeGreaterThanOrEqual(
        ['error', 'warning', 'advice'].indexOf(severityOf(code)),
      );
    }
  });
});

function compileFiles(files: readonly ExampleFile[]) {
  const texts = files.filter(({ attached }) => !attached).map(({ path, text }) => [path, text] as const);
  const attachments = files.filter(({ attached }) => attached).map(({ path }) => path);
  return compileWith(Object.fromEntries(texts), {}, attachments).diagnostics;
}
