import { existsSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { BASE } from '../support/content.ts';
import { answerCommand, cleanUp, readTree, runCommand, temporaryFolder, writeContent } from '../support/site.ts';

/** `npm run new`, as a clerk types it: with options, or answering its questions. */

afterAll(cleanUp);

const content = (texts: Readonly<Record<string, string | null>> = {}) =>
  writeContent(temporaryFolder(), { ...BASE, ...texts });
const begin = (folder: string, kind: string, ...args: string[]) =>
  runCommand('new', kind, '--content', folder, ...args);
const read = (folder: string, path: string) => readFileSync(join(folder, path), 'utf8');
const check = async (folder: string) =>
  (await runCommand('check', '--content', folder, '--today', '2020-07-31')).stdout;
const CLEAN = /no problems found/;

describe('new review', () => {
  const facts = [
    '--title',
    'Street lighting',
    '--committee',
    'Environment Scrutiny Committee',
    '--chair',
    'Cllr Ann Example',
  ];

  test('writes a whole review that passes the check, as a draft and published', async () => {
    const folder = content();
    const { code, stdout } = await begin(
      folder,
      'review',
      ...facts,
      '--area',
      'Dark corners',
      '--first-meeting',
      '2020-07-01',
    );
    expect(code).toBe(0);
    expect(stdout).toContain('What to do next:');
    const files = [...readTree(join(folder, 'reviews/street-lighting')).keys()];
    expect(files).toEqual([
      'appendices/a.md',
      'appendices/b.md',
      'areas/1.md',
      'index.md',
      'meetings/1.md',
      'recommendations/1.md',
    ]);
    expect(await check(folder)).toMatch(CLEAN);
    const index = join(folder, 'reviews/street-lighting/index.md');
    writeFileSync(index, readFileSync(index, 'utf8').replace('draft: true\n', ''));
    expect(await check(folder)).toMatch(CLEAN);
  });

  test('begins in an empty content folder, too', async () => {
    const folder = writeContent(temporaryFolder(), { 'site.yaml': BASE['site.yaml']! });
    expect(await begin(folder, 'review', ...facts, '--type', 'inquiry')).toMatchObject({ code: 0 });
    expect(existsSync(join(folder, 'reviews/street-lighting/areas'))).toBe(false);
  });

  test('never overwrites', async () => {
    const folder = content();
    const before = readTree(folder);
    const { code, stderr } = await begin(folder, 'review', ...facts, '--folder', 'Harbour');
    expect(stderr).toContain('nothing is ever overwritten');
    expect(code).toBe(1);
    expect(readTree(folder)).toEqual(before);
  });
});

describe('new documents of a review', () => {
  test('a meeting: next number, members present, areas not yet considered', async () => {
    const folder = content({ 'reviews/harbour/areas/3.md': '---\nnumber: 3\ntitle: Buoys\n---\n' });
    const { stdout, code } = await begin(folder, 'meeting', '--date', '2020-05-05');
    expect(code).toBe(0);
    expect(stdout).toContain('reviews/harbour/meetings/3.md');
    const text = read(folder, 'reviews/harbour/meetings/3.md');
    expect(text).toContain('\nnumber: 3\n');
    expect(text).toContain('\npresent: [ann-example]\n');
    expect(text).toContain('#   - {area: 3, assurance: reviewed, outcome: satisfied}   # Buoys');
    expect(text).not.toContain('area: 1,');
    expect(await check(folder)).not.toMatch(/error/);
  });

  test('a meeting with its conclusions has a heading for each area', async () => {
    const folder = content();
    await begin(
      folder,
      'meeting',
      '--date',
      '2020-05-05',
      '--considered',
      '1:further:satisfied,2',
      '--apologies',
      'ann-example',
    );
    const text = read(folder, 'reviews/harbour/meetings/3.md');
    expect(text).toContain('  - {area: 1, assurance: further, outcome: satisfied}\n  - {area: 2}\n');
    expect(text).toContain('\n## Area for Improvement 2\n');
    expect(text).toContain('apologies: [ann-example]');
    expect(text).not.toMatch(/^present/m);
  });

  test('file names follow the folder: 03.md after 01.md', async () => {
    const folder = content();
    for (const name of ['1', '2'])
      renameSync(join(folder, `reviews/harbour/areas/${name}.md`), join(folder, `reviews/harbour/areas/0${name}.md`));
    await begin(folder, 'area', '--title', 'Buoys: all, of "them" #1');
    expect(read(folder, 'reviews/harbour/areas/03.md')).toContain(`title: 'Buoys: all, of "them" #1'\n`);
    expect(await check(folder)).toMatch(CLEAN);
  });

  test('a recommendation, an appendix, a page', async () => {
    const folder = content();
    expect(
      (await begin(folder, 'recommendation', '--wording', 'That buoys be lit.', '--to', 'Harbour Board, Port Police'))
        .code,
    ).toBe(0);
    expect(read(folder, 'reviews/harbour/recommendations/2.md')).toContain('to: [Harbour Board, Port Police]');
    expect((await begin(folder, 'appendix', '--title', 'Survey', '--review', 'reviews\\harbour')).code).toBe(0);
    expect(read(folder, 'reviews/harbour/appendices/b.md')).toContain('letter: B');
    expect((await begin(folder, 'page', '--title', 'Über uns')).code).toBe(0);
    expect(readdirSync(join(folder, 'pages'))).toEqual(['ueber-uns.md']);
    expect(await check(folder)).toMatch(CLEAN);
  });

  test('line ends are those of the other files; folders may have spaces and accents', async () => {
    const folder = writeContent(join(temporaryFolder(), 'Zürich & Söhne'), BASE);
    writeFileSync(join(folder, 'site.yaml'), read(folder, 'site.yaml').replaceAll('\n', '\r\n'));
    expect((await begin(folder, 'area', '--title', 'Buoys')).code).toBe(0);
    const text = read(folder, 'reviews/harbour/areas/3.md');
    expect(text.split('\r\n').length).toBe(text.split('\n').length);
    expect(await check(folder)).toMatch(CLEAN);
  });
});

describe('mistakes', () => {
  test.each([
    [['meeting', '--date', '5/5/2020'], 2, 'Write year-month-day: 2020-05-05'],
    [['meeting', '--date', '2020-05-05', '--present', 'ann-exmaple'], 1, 'Did you mean ann-example?'],
    [['meeting', '--date', '2020-05-05', '--considered', '9'], 1, 'No area has the number 9'],
    [['meeting', '--date', '2020-05-05', '--considered', '1:red'], 2, 'number:assurance:outcome'],
    [['area', '--title', 'Buoys', '--number', '2'], 1, 'The next free number is 3.'],
    [['area', '--title', 'Buoys', '--review', 'harbor'], 1, 'Did you mean harbour?'],
    [['recommendation'], 2, '--wording'],
    [['poem'], 2, '“poem” is nothing that can be begun.'],
    [['area', '--titel', 'Buoys'], 2, '(Did you mean --title?)'],
  ])('%j', async (args, exit, words) => {
    const folder = content();
    const before = readTree(folder);
    const { code, stderr } = await begin(folder, args[0]!, ...args.slice(1));
    expect(stderr).toContain(words);
    expect(code).toBe(exit);
    expect(readTree(folder)).toEqual(before);
  });
});

describe('asking', () => {
  test('a meeting, with slips of the pen', async () => {
    const folder = content();
    const answers = ['meeting', '5/5/2020', '2020-05-05', 'Third evidence', 'evidence', '1, 2', '2', 'verbal', '4'];
    const { code, stdout } = await answerCommand(`${answers.join('\n')}\n`, 'new', '--ask', '--content', folder);
    expect(stdout).toContain('What is to be begun?');
    expect(stdout).toContain('Write year-month-day: 2020-05-05');
    expect(stdout).toContain('Ben Sample, Harbour Master');
    expect(code).toBe(0);
    const text = read(folder, 'reviews/harbour/meetings/3.md');
    expect(text).toContain('title: Third evidence\n');
    expect(text).toContain('type: evidence\n');
    expect(text).toContain('present: [ann-example, ben-sample]\n');
    expect(text).toContain('  - {area: 2, assurance: verbal, outcome: awaiting-evidence}\n');
  });

  test('a review, with nothing but Enter where that will do', async () => {
    const folder = content();
    const answers = ['', 'Bus stops', '', '5', 'Transport Panel', '', '', '', '', '', '', '2020-07-01'];
    const { code, stdout } = await answerCommand(
      `${answers.join('\r\n')}\r\n`,
      'new',
      'review',
      '--ask',
      '--content',
      folder,
    );
    expect(stdout).toContain('An answer is needed here.');
    expect(code).toBe(0);
    expect(read(folder, 'reviews/bus-stops/index.md')).toContain('type: one-day');
    expect(await check(folder)).toMatch(CLEAN);
  });

  test('stopping half-way writes nothing', async () => {
    const folder = content();
    const before = readTree(folder);
    const { code, stderr } = await answerCommand('Bus stops\n', 'new', 'review', '--ask', '--content', folder);
    expect(stderr).toContain('Nothing was written.');
    expect(code).toBe(1);
    expect(readTree(folder)).toEqual(before);
  });
});

test('--help shows examples', async () => {
  for (const args of [['new'], ['new', 'meeting'], ['new', 'review']]) {
    const { code, stdout } = await runCommand(...args, '--help');
    expect(stdout).toContain('npm run new -- ');
    expect(code).toBe(0);
  }
});
