import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeArchive } from '../../bench/archive.ts';
import { layoutFolders } from '../../src/adapters/commands/surroundings.ts';
import { startPreview, type Preview } from '../../src/adapters/preview/preview.ts';
import { BASE } from '../support/content.ts';
import { cleanUp, temporaryFolder, writeContent } from '../support/site.ts';
import { launchChromium } from '../tools/chromium.ts';

/** The preview in a real browser, as a clerk sees it beside the editor. */

const MEETING = 'reviews/harbour/meetings/1.md';
const LONG = Array.from({ length: 80 }, (_, index) => `Paragraph with the number ${index} of the long report.`).join(
  '\n\n',
);
const failures: string[] = [];
let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  cleanUp();
});

async function start(content: string, updates: number[] = []): Promise<Preview> {
  return startPreview({
    content,
    shownFolder: 'content',
    port: 0,
    editor: 'vscode://file/{file}:{line}:{column}',
    layouts: layoutFolders(),
    cache: join(temporaryFolder(), 'cache'),
    today: () => '2020-07-31',
    onUpdate: (_, __, milliseconds) => updates.push(milliseconds),
    onFailure: (error) => failures.push(String(error)),
  });
}

describe('a small content', () => {
  const content = writeContent(join(temporaryFolder(), 'Ein Ordner'), BASE);
  let preview: Preview;
  let page: Page;
  const at = (path: string) => new URL(path, preview.url).href;

  beforeAll(async () => {
    preview = await start(content);
    page = await browser.newPage();
  });
  afterAll(() => preview.close());

  test('a problem stands over the text that it is about, with the hint and a link to the editor', async () => {
    await page.goto(at('reviews/harbour/meetings/1/'));
    writeContent(content, { [MEETING]: `${BASE[MEETING]!}\nWe come back to this in Area 7.\n` });
    const note = page.locator('.preview-note.error');
    await note.waitFor();
    expect(await note.textContent()).toContain('No area has the number 7 in this review.');
    expect(await note.locator('i').textContent()).toContain('areas run from 1 to 2');
    expect(await page.locator('mark.preview-words').textContent()).toBe('7');
    expect(await page.locator('.preview-note + p').textContent()).toContain('We come back to this');
    expect(await note.getByRole('link').getAttribute('href')).toMatch(
      /^vscode:\/\/file\/.*Ein%20Ordner\/reviews\/harbour\/meetings\/1\.md:14:30$/,
    );
  });

  test('mended, it goes by itself', async () => {
    writeContent(content, { [MEETING]: BASE[MEETING]! });
    await page.locator('.preview-note').waitFor({ state: 'detached' });
    expect(await page.locator('#preview-bar').textContent()).toContain('Preview');
  });

  test('a page and each of its headings can be opened in the editor', async () => {
    await page.goto(at('reviews/harbour/'));
    expect(await page.locator('#preview-bar a').first().getAttribute('href')).toMatch(/harbour\/index\.md:1:1$/);
    const lines: string[] = [];
    for (const link of await page.locator(':is(h2, h3) a.preview-edit').all())
      lines.push((await link.getAttribute('href'))!.replace(/.*:(\d+):\d+$/, '$1'));
    expect(lines).toEqual(['15', '19']);
  });

  test('the place on the page is kept', async () => {
    writeContent(content, { 'pages/long.md': `---\ntitle: Long\n---\n\n${LONG}\n` });
    await preview.settled();
    await page.goto(at('long/'));
    const paragraph = page.getByText('number 60 of');
    await paragraph.scrollIntoViewIfNeeded();
    await page.evaluate('scrollBy({ top: 150, behavior: "instant" })');
    const top = async () => Math.round((await paragraph.boundingBox())!.y);
    const before = await top();
    writeContent(content, { 'pages/long.md': `---\ntitle: Long\n---\n\nSomething new at the beginning.\n\n${LONG}\n` });
    await page.getByText('Something new').waitFor({ state: 'attached' });
    await page.locator('#preview-bar').waitFor();
    await expect.poll(async () => Math.abs((await top()) - before)).toBeLessThan(4);
  });

  test('the new text is put into the page that is there, with all that scripts add to it, once', async () => {
    const path = 'reviews/harbour/index.md';
    await page.goto(at('reviews/harbour/'));
    await page.locator('#preview-bar').waitFor();
    const added = async () =>
      Promise.all(['.app-copy', '.preview-edit', '#preview-bar'].map((selector) => page.locator(selector).count()));
    const [copy, edit, bar] = (await added()) as [number, number, number];
    expect([copy, edit, bar].every((count) => count > 0)).toBe(true);
    await page.evaluate('window.isOld = true');
    for (const words of ['Brand new words.', 'Newer words yet.']) {
      writeContent(content, { [path]: `${BASE[path]!}\n${words}\n` });
      await page.getByText(words).waitFor();
      // The new paragraph can be linked to, like every other.
      await expect.poll(added).toEqual([copy + 1, edit, bar]);
    }
    expect(await page.evaluate('window.isOld')).toBe(true);
    expect(await page.getByText('Brand new words.').count()).toBe(0);
    writeContent(content, { [path]: BASE[path]! });
    await page.getByText('Newer words yet.').waitFor({ state: 'detached' });
  });

  test('a change that comes while the last one is being shown is shown once', async () => {
    const path = 'reviews/harbour/index.md';
    const slow = await browser.newPage();
    try {
      await slow.goto(at('reviews/harbour/'));
      await slow.locator('#preview-bar').waitFor();
      const edits = await slow.locator('.preview-edit').count();
      // What scripts add comes late: the next text is there before it.
      await slow.route('**/site.js?*', async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 600));
        await route.continue();
      });
      for (const words of ['The first change.', 'The second change.']) {
        writeContent(content, { [path]: `${BASE[path]!}\n${words}\n` });
        await slow.getByText(words).waitFor();
      }
      await slow.locator('#preview-bar').first().waitFor();
      await slow.waitForTimeout(1500);
      expect(await slow.locator('#preview-bar').count()).toBe(1);
      expect(await slow.locator('.preview-edit').count()).toBe(edits);
    } finally {
      await slow.close();
      writeContent(content, { [path]: BASE[path]! });
      await preview.settled();
    }
  });

  test('drafts, days to come and restricted texts are shown and marked', async () => {
    writeContent(content, {
      'pages/long.md': '---\ntitle: Long\ndraft: true\n---\n\nBe quick.\n\n::: restricted 2\nSecret words\n:::\n',
      'reviews/harbour/appendices/a.md':
        '---\nletter: A\ntitle: Scope\nrestricted: {paragraph: 3, summary: Prices}\n---\n\nSecret words\n',
      'reviews/harbour/index.md': BASE['reviews/harbour/index.md']!.replace(
        'published: 2020-06-30',
        'published: 2020-12-01',
      ),
    });
    await preview.settled();
    const marks = async (path: string) => {
      await page.goto(at(path));
      await page.locator('#preview-bar').waitFor();
      expect(await page.content()).not.toContain('Secret words');
      return (await page.locator('#preview-bar strong').allTextContents()).filter(
        (text) => !/^(error|warning|advice) $/.test(text),
      );
    };
    expect(await marks('long/')).toEqual(['Draft: not published', '1 passage is restricted and never published']);
    expect(await marks('reviews/harbour/appendices/a/')).toEqual([
      'Not published before 1 December 2020',
      'Restricted: the text is never published',
    ]);
  });

  test('whatever is broken, renamed or taken away: never a restart', async () => {
    await page.goto(at('reviews/harbour/areas/2/'));
    writeContent(content, { 'reviews/harbour/areas/2.md': '---\nnumber: [\n' });
    await page.getByText('Page not found').first().waitFor();
    writeContent(content, { 'reviews/harbour/areas/2.md': BASE['reviews/harbour/areas/2.md']! });
    await page.getByRole('heading', { name: 'Ladders', exact: true }).waitFor();
    rmSync(content, { recursive: true });
    await page.getByText('The last change could not be shown').waitFor();
    writeContent(content, {
      ...BASE,
      'reviews/harbour/areas/2.md': BASE['reviews/harbour/areas/2.md']!.replace('title: Ladders', 'title: Steps'),
    });
    await page.getByRole('heading', { name: 'Steps', exact: true }).waitFor();
    writeContent(content, { 'reviews/harbour/areas/2.md': BASE['reviews/harbour/areas/2.md']! });
    await page.getByRole('heading', { name: 'Ladders', exact: true }).waitFor();
    expect(failures.filter((text) => !text.includes('There is no content folder'))).toEqual([]);
  });
});

describe('a large archive', () => {
  test('shows the page that is being written long before everything else', async () => {
    const files = Object.fromEntries(makeArchive(800).map(({ path, text }) => [path, text]));
    const content = writeContent(temporaryFolder(), files);
    const updates: number[] = [];
    const preview = await start(content, updates);
    try {
      const page = await browser.newPage();
      await page.goto(new URL('reviews/harbour-7/meetings/2/', preview.url).href);
      const path = 'reviews/harbour-7/meetings/2.md';
      writeContent(content, { [path]: `${files[path]!}\nSomething new in a large archive.\n` });
      await page.getByText('Something new in a large archive.').waitFor({ state: 'attached' });
      await preview.settled();
      const [all, first] = updates;
      console.log(`everything ${Math.round(all!)} ms, the page that is written ${Math.round(first!)} ms`);
      expect(first!).toBeLessThan(all! / 4);
      expect(updates).toHaveLength(3);
    } finally {
      await preview.close();
    }
  }, 120_000);
});
