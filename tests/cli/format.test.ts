import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { sourceFile } from '../../src/model/source.ts';
import { formatFile } from '../../src/write/format-file.ts';
import { applyEdits } from '../../src/write/text-edits.ts';
import { BASE } from '../support/content.ts';
import { cleanUp, readTree, runCommand, temporaryFolder, writeContent } from '../support/site.ts';

/** `npm run format`: keys in their usual order, everything else byte for byte. */

afterAll(cleanUp);

const UNTIDY = `---
# This file is about ladders.

title:   "Ladders"   # two spaces
formerly:
  # an old address
  - /ladders/
# The number that
# everybody uses.
number: 2
wording: >
  Mend every ladder

  of the basin.
draft: true
# The end.
---

  Prose stays:   [as](it) is.
`;
const TIDY = `---
# This file is about ladders.

draft: true
# The number that
# everybody uses.
number: 2
title:   "Ladders"   # two spaces
wording: >
  Mend every ladder

  of the basin.
formerly:
  # an old address
  - /ladders/
# The end.
---

  Prose stays:   [as](it) is.
`;
const PATH = 'reviews/harbour/areas/2.md';
const format = (folder: string, ...args: string[]) => runCommand('format', '--content', folder, ...args);
const content = (text = UNTIDY) => writeContent(temporaryFolder(), { ...BASE, [PATH]: text });

test('shows what it will do, then does only that', async () => {
  const folder = content();
  const asked = await format(folder);
  expect(asked.stdout).toContain(
    'title, formerly, number, wording, draft\n    → draft, number, title, wording, formerly',
  );
  expect(asked.stderr).toContain('Add --yes');
  expect(asked.code).toBe(2);
  expect(readFileSync(join(folder, PATH), 'utf8')).toBe(UNTIDY);
  expect((await format(folder, '--yes')).code).toBe(0);
  expect(readTree(folder)).toEqual(readTree(content(TIDY)));
  expect((await format(folder, '--check')).code).toBe(0);
});

test('--check says that something is out of order; one folder may be named', async () => {
  const folder = content();
  expect((await format(folder, '--check')).code).toBe(1);
  expect((await format(folder, join(folder, 'reviews/harbour/meetings'), '--check')).code).toBe(0);
  expect((await format(folder, 'nowhere', '--check')).code).toBe(2);
});

test('Windows line ends stay', async () => {
  const folder = content();
  writeFileSync(join(folder, PATH), UNTIDY.replaceAll('\n', '\r\n'));
  expect((await format(folder, '--yes')).code).toBe(0);
  expect(readFileSync(join(folder, PATH), 'utf8')).toBe(TIDY.replaceAll('\n', '\r\n'));
});

test('nothing is written when a file can’t be read', async () => {
  const folder = writeContent(content(), { 'pages/about.md': '---\ntitle: [\n---\n' });
  const before = readTree(folder);
  const { code, stderr } = await format(folder, '--yes');
  expect(stderr).toContain('Mend this first');
  expect(code).toBe(1);
  expect(readTree(folder)).toEqual(before);
});

describe('texts at the edge', () => {
  const formatted = (path: string, text: string) => {
    const edits = formatFile(sourceFile(path, new TextEncoder().encode(text)))?.edits;
    return edits && applyEdits(text, edits);
  };
  test.each([
    ['site.yaml', 'organisation: A\nname: B', 'name: B\norganisation: A'],
    ['pages/a.md', '---\nsummary: S\nunknown: x\ntitle: T\n---\n', '---\ntitle: T\nsummary: S\nunknown: x\n---\n'],
    [
      'pages/a.md',
      '---\nsummary: {a: b,\n# within\n  c: d}\ntitle: T\n---\n',
      '---\ntitle: T\nsummary: {a: b,\n# within\n  c: d}\n---\n',
    ],
    ['pages/a.md', '---\ntitle: T\nsummary: S\n---\n', undefined],
    ['pages/a.md', 'no front matter', undefined],
  ])('%s %j', (path, text, expected) => expect(formatted(path, text)).toBe(expected));
});
