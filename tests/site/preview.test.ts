import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compile } from '../../src/compile.ts';
import { layoutFolders } from '../../src/adapters/commands/surroundings.ts';
import { loadHelpPages } from '../../src/adapters/help-pages.ts';
import { loadContent } from '../../src/adapters/load-content.ts';
import { startPreview, type Preview } from '../../src/adapters/preview/preview.ts';
import { indexPages } from '../../src/adapters/search/index-pages.ts';
import type { SearchSource } from '../../src/search/types.ts';
import { writeSite } from '../support/write-site.ts';
import { BASE } from '../support/content.ts';
import { readTree, writeContent } from '../support/site.ts';

/** After every change the previewed folder is, file for file, what a clean build of the same content gives. */

const work = mkdtempSync(join(tmpdir(), 'scrutineer-preview-test-'));
const content = join(work, 'content');
const cache = join(work, 'cache');
const TODAY = '2020-07-31';
let preview: Preview;
let failures: unknown[] = [];

beforeAll(async () => {
  writeContent(content, BASE);
  preview = await startPreview({
    content,
    port: 0,
    layouts: layoutFolders(),
    cache,
    today: () => TODAY,
    onUpdate: () => undefined,
    onFailure: (error) => failures.push(error),
  });
});
afterAll(async () => {
  await preview.close();
  rmSync(work, { recursive: true, force: true });
});

let builds = 0;

async function cleanBuild(): Promise<Map<string, Buffer>> {
  const output = join(work, `clean-${builds++}`);
  const compilation = compile(await loadContent(content), {
    today: TODAY,
    preview: true,
    helpPages: await loadHelpPages(),
  });
  await writeSite(compilation, { content, output, layouts: layoutFolders(), cache });
  const source = compilation.files.find(({ file }) => file === 'data/search.json')!.content;
  await indexPages(compilation.pages, JSON.parse(source) as SearchSource, {
    site: output,
    work: join(work, `work-${builds}`),
    layouts: layoutFolders(),
    cache,
    program: '',
  });
  return readTree(output);
}

/** File names and contents; of the index, whose files are compressed, the names, which are digests of what is in them. */
function comparable(tree: ReadonlyMap<string, Buffer>): Record<string, string> {
  return Object.fromEntries(
    [...tree].map(([path, bytes]) => [path, path.startsWith('pagefind/') ? '' : bytes.toString()]),
  );
}

const meeting = (number: number, extra = '') =>
  `---\nnumber: ${number}\ntitle: Extra evidence\ndate: 2020-04-0${number}\npresent: [ann-example]\nconsidered:\n  - {area: 1, assurance: further, outcome: satisfied}\n---\n\n## Area 1\n\nMore light. ${extra}\n`;

const CHANGES: Record<string, () => void> = {
  'adding a meeting': () => writeContent(content, { 'reviews/harbour/meetings/3.md': meeting(3) }),
  'editing its text': () =>
    writeContent(content, { 'reviews/harbour/meetings/3.md': meeting(3, 'Compare area 2 and recommendation 1.') }),
  'renumbering it': () => writeContent(content, { 'reviews/harbour/meetings/3.md': meeting(4, 'See meeting 4.') }),
  'renaming its file': () =>
    renameSync(join(content, 'reviews/harbour/meetings/3.md'), join(content, 'reviews/harbour/meetings/late.md')),
  'deleting it': () => writeContent(content, { 'reviews/harbour/meetings/late.md': null }),
  'renaming a review': () => renameSync(join(content, 'reviews/harbour'), join(content, 'reviews/quay')),
  'breaking a file': () => writeContent(content, { 'reviews/quay/areas/2.md': '---\nnumber: two\n' }),
  'mending it': () => writeContent(content, { 'reviews/quay/areas/2.md': BASE['reviews/harbour/areas/2.md']! }),
  'changing the site’s name': () =>
    writeContent(content, { 'site.yaml': BASE['site.yaml']!.replace('Scrutiny reviews', 'Craffu') }),
  'deleting a review': () => rmSync(join(content, 'reviews/quay'), { recursive: true }),
};

describe.sequential('the preview is right after', () => {
  test.each(Object.entries(CHANGES))('%s', async (_, change) => {
    change();
    await preview.settled();
    expect(failures.map(String)).toEqual([]);
    failures = [];
    expect(comparable(readTree(preview.site))).toEqual(comparable(await cleanBuild()));
  });
});

describe('the preview’s server', () => {
  test('answers to localhost only, and serves nothing outside the site', async () => {
    const { port } = new URL(preview.url);
    const asOther = await new Promise((resolve) =>
      get({ host: '127.0.0.1', port, headers: { host: 'evil.example' } }, (answer) =>
        resolve(answer.resume().statusCode),
      ),
    );
    expect(asOther).toBe(403);
    for (const path of ['/..%2f..%2f..%2fetc/passwd', '/%2e%2e/%2e%2e/etc/passwd', '/..%5c..%5cetc/passwd']) {
      const text = await fetch(`http://127.0.0.1:${port}${path}`).then((answer) => answer.text());
      expect(text).not.toContain('root:');
    }
    expect((await fetch(preview.url)).status).toBe(200);
  });

  test('lists the problems with their places', async () => {
    writeContent(content, {
      'reviews/bad/index.md': '---\ntitle: Bad\ntype: wrong\ncommittee: C\nstatus: final\n---\n',
    });
    await preview.settled();
    const { all: problems } = (await (await fetch(new URL('/__preview/notes.json?path=/', preview.url))).json()) as {
      all: { place: string; message: string }[];
    };
    expect(problems.map(({ place }) => place).join()).toMatch(/reviews\/bad\/index\.md:3:7/);
  });
});
