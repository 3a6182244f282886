import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { BASE } from '../support/content.ts';
import { cleanUp, readTree, runCommand, temporaryFolder, writeContent } from '../support/site.ts';

/** `npm run rename`: everything that names a document follows it, and nothing is written when anything is wrong. */

afterAll(cleanUp);

const AREA_3 = '---\nnumber: 3\ntitle: Buoys\nwording: Mark the fairway, unlike Area 1.\n---\n';
const OTHER = `---
title: Quay walls
type: in-depth
committee: Environment Scrutiny Committee
status: gathering-evidence
---

As [[harbour/area 1]] and [[harbour/area 1|Area 1 of that review]] say; see [[harbour/]] and
[the area](../harbour/areas/1.md), [its page](/reviews/harbour/areas/1/) and
[the section](../harbour/meetings/1.md#area-1). Area 1 here is another.
`;
const PROSE = `---
letter: A
title: Scope
# A comment of the clerk’s on Area 1.
---

Areas 1 and 2; areas 1 to 3; Area 1’s lamps; \\Area 1. [[area 1|Area 1]] and [[area 1]].

<!-- Ask about Area 1 and [it](../areas/1.md). -->

::: restricted 2
Area 1 was discussed in private.
:::

| Area | Note |
|---|---|
| Area 1 | **Area 1** |
`;
const TEXTS = {
  ...BASE,
  'reviews/harbour/areas/3.md': AREA_3,
  'reviews/harbour/appendices/a.md': PROSE,
  'reviews/walls/index.md': OTHER,
  'reviews/walls/areas/1.md': '---\nnumber: 1\ntitle: Stone\n---\n',
  'pages/about.md': '---\ntitle: About\n---\n\nSee [[page about]].\n',
  'pages/ymweld.md':
    '---\ntitle: Ymweld\nlanguage: cy\ntranslationOf: pages/about.md\n---\n\nGweler [hyn](about.md).\n',
};
const content = (texts: Readonly<Record<string, string | null>> = {}) =>
  writeContent(temporaryFolder(), { ...TEXTS, ...texts });
const rename = (folder: string, from: string, to: string, ...args: string[]) =>
  runCommand('rename', from, to, '--content', folder, ...args);
const read = (folder: string, path: string) => readFileSync(join(folder, path), 'utf8');
const errors = async (folder: string) => {
  const { stdout } = await runCommand('check', '--content', folder, '--today', '2020-07-31', '--format', 'json');
  return (JSON.parse(stdout) as { summary: { errors: number } }).summary.errors;
};

describe('an area gets another number', () => {
  test('in front matter, prose, tables, comments, restricted text and other reviews', async () => {
    const folder = content();
    const { code, stdout } = await rename(folder, 'reviews/harbour/areas/1.md', '9', '--yes');
    expect(stdout).toContain('“1” becomes “9”');
    expect(code).toBe(0);
    expect(read(folder, 'reviews/harbour/areas/9.md')).toBe(
      BASE['reviews/harbour/areas/1.md']!.replace('number: 1', 'number: 9').replace(
        'complete\n',
        'complete\nformerly: [/reviews/harbour/areas/1/]\n',
      ),
    );
    expect(read(folder, 'reviews/harbour/meetings/1.md')).toBe(
      BASE['reviews/harbour/meetings/1.md']!.replace('area: 1,', 'area: 9,').replace('Improvement 1', 'Improvement 9'),
    );
    expect(read(folder, 'reviews/harbour/index.md')).toContain('We looked at Area 9 and Area 2');
    expect(read(folder, 'reviews/harbour/recommendations/1.md')).toContain('lit as Area 9 asks');
    expect(read(folder, 'reviews/harbour/areas/3.md')).toContain('unlike Area 9.');
    expect(read(folder, 'reviews/harbour/appendices/a.md')).toBe(
      PROSE.replace('Areas 1 and 2; areas 1 to 3; Area 1’s', 'Areas 9 and 2; areas 2, 3 and 9; Area 9’s')
        .replace('[[area 1|Area 1]] and [[area 1]]', '[[area 9|Area 9]] and [[area 9]]')
        .replace('about Area 1 and [it](../areas/1.md)', 'about Area 9 and [it](../areas/9.md)')
        .replace('\nArea 1 was', '\nArea 9 was')
        .replace('| Area 1 | **Area 1** |', '| Area 9 | **Area 9** |'),
    );
    expect(read(folder, 'reviews/walls/index.md')).toContain(
      'As [[harbour/area 9]] and [[harbour/area 9|Area 9 of that review]] say; see [[harbour/]] and\n[the area](../harbour/areas/9.md), [its page](/reviews/harbour/areas/9/) and\n[the section](../harbour/meetings/1.md#area-9). Area 1 here is another.',
    );
    expect(await errors(folder)).toBe(0);
  });

  test('and back: the redirect that would lead to itself goes', async () => {
    const folder = content();
    await rename(folder, 'reviews/harbour/areas/3.md', '4', '--yes');
    await rename(folder, 'reviews/harbour/areas/4.md', '3', '--yes');
    expect(read(folder, 'reviews/harbour/areas/3.md')).toBe(
      AREA_3.replace('---\n', '---\n').replace(/\n---\n$/, '\nformerly: [/reviews/harbour/areas/4/]\n---\n'),
    );
  });

  test('Windows line ends and a byte-order mark stay', async () => {
    const folder = content();
    const path = join(folder, 'reviews/harbour/appendices/a.md');
    const windows = `\uFEFF${PROSE.replaceAll('\n', '\r\n')}`;
    writeFileSync(path, windows);
    expect((await rename(folder, 'reviews\\harbour\\areas\\2.md', '8', '--yes')).code).toBe(0);
    expect(read(folder, 'reviews/harbour/appendices/a.md')).toBe(
      windows.replace('Areas 1 and 2; areas 1 to 3', 'Areas 1 and 8; areas 1, 3 and 8'),
    );
  });

  test('a draft leaves no redirect: it never was published', async () => {
    const folder = content({ 'reviews/harbour/areas/3.md': AREA_3.replace('---\n', '---\ndraft: true\n') });
    await rename(folder, 'reviews/harbour/areas/3.md', '4', '--yes');
    expect(read(folder, 'reviews/harbour/areas/4.md')).not.toContain('formerly');
  });
});

test('a meeting, a recommendation and an appendix', async () => {
  const folder = content({
    'reviews/harbour/areas/1.md': BASE['reviews/harbour/areas/1.md']!.replace(
      'number',
      'formerly:\n  - /quay/\nnumber',
    ),
  });
  expect((await rename(folder, 'reviews/harbour/meetings/2.md', '3', '--yes')).code).toBe(0);
  expect(read(folder, 'reviews/harbour/index.md')).toContain('Meetings 1 and 3 heard');
  expect((await rename(folder, 'reviews/harbour/recommendations/1.md', '2', '--yes')).code).toBe(0);
  expect(read(folder, 'reviews/harbour/index.md')).toContain('make recommendation 2.');
  expect((await rename(folder, 'reviews/harbour/appendices/a.md', 'c', '--yes')).code).toBe(0);
  expect(read(folder, 'reviews/harbour/index.md')).toContain('stands in appendix C.');
  expect(read(folder, 'reviews/harbour/appendices/c.md')).toContain('letter: C');
  expect((await rename(folder, 'reviews/harbour/areas/1.md', '5', '--yes')).code).toBe(0);
  expect(read(folder, 'reviews/harbour/areas/5.md')).toContain(
    'formerly:\n  - /quay/\n  - /reviews/harbour/areas/1/\nnumber: 5',
  );
  expect(await errors(folder)).toBe(0);
}, 60_000);

test('a review: folder, references from others, redirects on every page', async () => {
  const folder = content({
    'reviews/harbour/files/plan.txt': 'A plan',
    'reviews/harbour/areas/2.md':
      '---\nnumber: 2\ntitle: Ladders\n---\n\nSee [the plan](../files/plan.txt) and [us](../../harbour/index.md).\n',
  });
  const { code, stdout } = await rename(folder, join(folder, 'reviews/harbour'), 'Kai für alle', '--yes');
  expect(stdout).toContain('reviews/harbour/ → ');
  expect(code).toBe(0);
  const files = [...readTree(folder).keys()];
  expect(files.filter((path) => path.includes('harbour'))).toEqual([]);
  expect(read(folder, 'reviews/Kai für alle/index.md')).toContain(
    'formerly: [/reviews/harbour/, /reviews/harbour/conclusions/',
  );
  expect(read(folder, 'reviews/Kai für alle/areas/1.md')).toContain('formerly: [/reviews/harbour/areas/1/]');
  expect(read(folder, 'reviews/Kai für alle/areas/2.md')).toContain(
    '[the plan](../files/plan.txt) and [us](../index.md)',
  );
  const other = read(folder, 'reviews/walls/index.md');
  expect(other).toContain('As [[Kai für alle/area 1]]');
  expect(other).toContain(
    'see [[Kai für alle/]] and\n[the area](../Kai%20f%C3%BCr%20alle/areas/1.md), [its page](/reviews/kai-fuer-alle/areas/1/)',
  );
  expect(await errors(folder)).toBe(0);
});

test('a page, and a file with a name of its own', async () => {
  const folder = content();
  expect((await rename(folder, 'pages/about', 'about-us', '--yes')).code).toBe(0);
  expect(read(folder, 'pages/about-us.md')).toBe(
    '---\ntitle: About\nformerly: [/about/]\n---\n\nSee [[page about-us]].\n',
  );
  expect(read(folder, 'pages/ymweld.md')).toContain(
    'translationOf: pages/about-us.md\n---\n\nGweler [hyn](about-us.md).',
  );
  expect((await rename(folder, 'reviews/harbour/areas/1.md', 'lighting.md', '--yes')).code).toBe(0);
  expect(read(folder, 'reviews/harbour/areas/lighting.md')).toBe(BASE['reviews/harbour/areas/1.md']);
  expect(read(folder, 'reviews/walls/index.md')).toContain('(../harbour/areas/lighting.md)');
  expect(await errors(folder)).toBe(0);
});

describe('nothing is written', () => {
  test.each([
    ['without --yes', ['reviews/harbour/areas/1.md', '9'], 2, 'Add --yes'],
    ['with --dry-run', ['reviews/harbour/areas/1.md', '9', '--dry-run'], 0, ''],
    ['when the number is taken', ['reviews/harbour/areas/1.md', '2', '--yes'], 1, 'has an area 2 already'],
    ['when the review is taken', ['reviews/harbour', 'walls', '--yes'], 1, 'There is a review walls already.'],
    [
      'when there is no such file',
      ['reviews/harbour/areas/11.md', '9', '--yes'],
      1,
      'Did you mean reviews/harbour/areas/1.md?',
    ],
    [
      'when a document would leave its review',
      ['reviews/harbour/areas/1.md', 'reviews/walls/areas/5.md', '--yes'],
      1,
      'stays in its folder',
    ],
    ['when the name can’t be one', ['reviews/harbour', '../etc', '--yes'], 1, 'can’t be a folder’s name'],
  ])('%s', async (_, args, exit, words) => {
    const folder = content();
    const before = readTree(folder);
    const { code, stderr } = await rename(folder, args[0]!, args[1]!, ...args.slice(2));
    expect(stderr).toContain(words);
    expect(code).toBe(exit);
    expect(readTree(folder)).toEqual(before);
  });

  test('when something is wrong already', async () => {
    const folder = content({ 'pages/about.md': '---\ntitel: About\n---\n' });
    const before = readTree(folder);
    const { code, stderr } = await rename(folder, 'reviews/harbour/areas/1.md', '9', '--yes');
    expect(stderr).toContain('field-unknown');
    expect(stderr).toContain('Mend this first');
    expect(code).toBe(1);
    expect(readTree(folder)).toEqual(before);
  });

  test('when a place can’t be mended by itself', async () => {
    const folder = content({
      'reviews/harbour/appendices/a.md': '---\nletter: A\ntitle: Scope\n---\n\nAreas **1** to 3.\n',
    });
    const before = readTree(folder);
    const { code, stderr } = await rename(folder, 'reviews/harbour/areas/2.md', '9', '--yes');
    expect(stderr).toMatch(/a\.md:6:\d+\n {2}“Areas 1 to 3” is a range with markup inside it/);
    expect(code).toBe(1);
    expect(readTree(folder)).toEqual(before);
  });
});
