import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answer } from '../../src/adapters/commands/search.ts';
import { openIndexFolder } from '../../src/adapters/search/node-engine.ts';
import { BASE } from '../support/content.ts';
import { cleanUp, ROOT, runCommand, temporaryFolder, writeContent } from '../support/site.ts';
import { QUESTIONS } from '../search/quality.ts';
import { launchChromium } from '../tools/chromium.ts';
import { serveFolder, type ServedFolder } from '../tools/serve.ts';

/** The search page in a real Chromium, under a strict content security policy. */

const AXE = readFileSync(join(ROOT, 'node_modules/axe-core/axe.min.js'), 'utf8');
const POLICY = "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; img-src 'self'";
const TODAY = new Date().toISOString().slice(0, 10);

let browser: Browser;
let site: string;
let server: ServedFolder;

beforeAll(async () => {
  site = join(temporaryFolder(), 'site');
  const built = await runCommand('build', '--content', join(ROOT, 'content'), '--output', site, '--today', TODAY);
  expect(built.code, built.stderr).toBe(0);
  server = await serveFolder(site, { headers: { 'content-security-policy': `${POLICY}; connect-src 'self'` } });
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  cleanUp();
});

interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly complaints: string[];
}

async function visit(path: string, options: Parameters<Browser['newContext']>[0] = {}, from = server): Promise<Visit> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(from.url + path, { waitUntil: 'networkidle' });
  return { page, context, complaints };
}

const titles = (page: Page) => page.locator('#search-results h2').allTextContents();
const statusOf = (page: Page) => page.locator('#search-status').textContent();
const parameters = (page: Page) => new URL(page.url()).searchParams;

async function axeFindings(page: Page): Promise<string[]> {
  return page.evaluate(`(async () => {
    ${AXE}
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const { violations } = await axe.run(document, { runOnly: { type: 'tag', values: tags } });
    return violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ target }) => target.join(' ')).join(' | '));
  })()`);
}

describe('results', () => {
  test('come as you type, with one status line, under a strict policy', async () => {
    const { page, context, complaints } = await visit('search/');
    await page.locator('#q').pressSequentially('independant visit', { delay: 20 });
    await expect.poll(() => titles(page)).toContain('Area for Improvement 17: Independent visitors');
    expect(await page.locator('[role="status"]').count()).toBe(1);
    expect(await statusOf(page)).toMatch(/^\d+ results?$/);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('lead to the passage, where the words are marked', async () => {
    const { page, context, complaints } = await visit('search/?q=leaflets+and+posters+for+GP+practices');
    await page.locator('#search-results h2 a').first().click();
    await page.waitForLoadState('networkidle');
    expect(new URL(page.url()).pathname).toMatch(/meetings\/5\/$/);
    const passage = page.locator(`[id="${new URL(page.url()).hash.slice(1)}"]`);
    expect(await passage.locator('mark').allTextContents()).toEqual(expect.arrayContaining(['leaflets', 'posters']));
    expect(await passage.isVisible()).toBe(true);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('say which document they are: kind, review, date, outcome', async () => {
    const { page, context } = await visit('search/?q=parking+charges');
    expect(await page.locator('.app-result__facts').first().textContent()).toBe(
      'Recommendation · The future of the town centre · 12 November 2025 · Overdue: no response recorded',
    );
    await context.close();
  });

  test('are those of the command', async () => {
    const index = await openIndexFolder(join(site, 'pagefind'));
    const { page, context } = await visit('search/');
    for (const { q } of QUESTIONS.filter((_, at) => at % 9 === 0)) {
      const { results } = await answer(q, { today: TODAY, limit: 10, sort: 'relevance' }, index);
      await page.goto(`${server.url}search/?q=${encodeURIComponent(q)}`, { waitUntil: 'networkidle' });
      await expect.poll(() => statusOf(page)).not.toBe('');
      expect(await titles(page), q).toEqual(results.map(({ title }) => title));
    }
    await context.close();
  });

  test('nothing vanishes when they are sorted', async () => {
    const { page, context } = await visit('search/?q=children');
    const before = await statusOf(page);
    for (const order of ['newest', 'oldest']) {
      await page.locator('#search-sort').selectOption(order);
      await expect.poll(() => parameters(page).get('sort')).toBe(order);
      expect(await statusOf(page)).toBe(before);
    }
    await context.close();
  });

  test('a reference that leads nowhere says so, and what there is', async () => {
    const { page, context } = await visit('search/?q=area+41');
    await expect.poll(() => statusOf(page)).toBe('There is no area 41 in the record. There are 1 to 20.');
    await context.close();
  });

  test('nothing found: says which words are nowhere, and helps', async () => {
    const { page, context } = await visit('search/?q=swimming+pool');
    await expect.poll(() => statusOf(page)).toMatch(/Nothing was found.*“swimming”, “pool”/);
    expect(await page.locator('#search-help').isVisible()).toBe(true);
    expect(await axeFindings(page)).toEqual([]);
    await context.close();
  });
});

describe('filters', () => {
  test('count, take several values of one kind together, and stay in the address', async () => {
    const { page, context } = await visit('search/?q=children');
    await page.locator('details[data-name="kind"] summary').click();
    const all = await statusOf(page);
    await page.getByLabel(/^Meeting \(/).check();
    await expect.poll(() => parameters(page).getAll('kind')).toEqual(['meeting']);
    await expect.poll(() => statusOf(page)).not.toBe(all);
    const meetings = Number(/\d+/.exec((await statusOf(page))!)![0]);
    await page.getByLabel(/^Recommendation \(/).check();
    await expect.poll(() => parameters(page).getAll('kind')).toEqual(['meeting', 'recommendation']);
    await expect.poll(async () => Number(/\d+/.exec((await statusOf(page))!)![0])).toBeGreaterThan(meetings);
    const shared = await visit(page.url().replace(server.url, ''));
    expect(await titles(shared.page)).toEqual(await titles(page));
    await shared.context.close();
    await context.close();
  });

  test('read out of words are shown and can be taken away', async () => {
    const { page, context } = await visit('search/?q=unanswered+recommendations');
    const chips = page.locator('.app-chip');
    expect((await chips.allTextContents()).join()).toMatch(/“unanswered” was read as Outcome: Awaiting a response/);
    const before = await statusOf(page);
    await chips.first().click();
    await expect.poll(() => statusOf(page)).not.toBe(before);
    expect(parameters(page).get('without')).toBe('state');
    await context.close();
  });

  test('people are counted when somebody looks', async () => {
    const { page, context } = await visit('search/?q=children');
    await page.locator('details[data-name="person"] summary').click();
    await page.locator('details[data-name="person"] button').click();
    await page.getByLabel(/^Billy Webster \(/).check();
    await expect.poll(() => parameters(page).get('person')).toBe('Billy Webster');
    await expect.poll(async () => (await titles(page)).join()).toContain('Meeting 2');
    await context.close();
  });

  test('a span of dates', async () => {
    const { page, context } = await visit('search/?from=2012-05-01&to=2012-05-31');
    expect(await titles(page)).toEqual([
      'Meeting 2: Safeguarding meeting',
      'Meeting 3: Health meeting',
      'Meeting 4: Looked after children meeting',
    ]);
    await context.close();
  });
});

describe('the way back', () => {
  test('leads through settled searches and back from a result', async () => {
    const { page, context } = await visit('search/?q=sleepovers');
    const first = await titles(page);
    await page.locator('#q').fill('Tiffin Club');
    await page.locator('#q').press('Enter');
    await expect.poll(async () => (await titles(page))[0]).toBe('Area for Improvement 19: Tiffin Club');
    await page.locator('#search-results h2 a').first().click();
    await page.waitForURL(/areas\/19/);
    await page.goBack();
    await expect.poll(async () => (await titles(page))[0]).toBe('Area for Improvement 19: Tiffin Club');
    await page.goBack();
    await expect.poll(() => titles(page)).toEqual(first);
    expect(await page.locator('#q').inputValue()).toBe('sleepovers');
    await context.close();
  });
});

describe('access', () => {
  test.each([
    ['wide', { viewport: { width: 1280, height: 900 } }],
    ['small', { viewport: { width: 320, height: 700 } }],
    ['dark', { colorScheme: 'dark' as const }],
  ])('%s: no findings with everything open, targets large enough, no sideways scrolling', async (_, options) => {
    const { page, context } = await visit('search/?q=unanswered+recommendations&kind=recommendation', options);
    await page.evaluate("document.querySelectorAll('details').forEach((details) => { details.open = true; })");
    await page.waitForTimeout(300);
    expect(await axeFindings(page)).toEqual([]);
    const small =
      await page.evaluate(`[...document.querySelectorAll('#search button, #search .app-filter, #search summary')]
      .filter((element) => element.checkVisibility() && element.getBoundingClientRect().height < 24)
      .map((element) => element.textContent)`);
    expect(small).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0);
    await context.close();
  });

  test('arrow keys walk the results', async () => {
    const { page, context } = await visit('search/?q=children');
    const focused = () => page.evaluate('document.activeElement.textContent');
    const all = await titles(page);
    await page.locator('#q').focus();
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe(all[0]);
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe(all[1]);
    await page.keyboard.press('Escape');
    expect(await page.evaluate('document.activeElement.id')).toBe('q');
    await context.close();
  });

  test('the key / is off until it is switched on', async () => {
    const { page, context } = await visit('search/');
    await page.locator('h1').click();
    await page.keyboard.press('/');
    expect(await page.evaluate('document.activeElement.id')).not.toBe('q');
    await page.locator('#slash-key').check();
    await page.locator('h1').click();
    await page.keyboard.press('/');
    expect(await page.evaluate('document.activeElement.id')).toBe('q');
    await context.close();
  });

  test('without JavaScript the form leads to an index of everything', async () => {
    const { page, context } = await visit('reviews/', { javaScriptEnabled: false });
    await page.locator('#header-search').fill('sleepovers');
    await page.locator('.app-header__button').click();
    await expect.poll(() => new URL(page.url()).pathname).toBe('/search/everything/');
    expect(await page.getByText('Area for Improvement 14: Sleepover policies').count()).toBe(1);
    await context.close();
  });

  test('with JavaScript the form of every page leads to the results', async () => {
    const { page, context } = await visit('reviews/');
    await page.locator('#header-search').fill('sleepovers');
    await page.locator('#header-search').press('Enter');
    await expect.poll(async () => (await titles(page))[0]).toBe('Area for Improvement 14: Sleepover policies');
    await context.close();
  });
});

describe('several sites', () => {
  test('are searched as one; one that is down is reported and breaks nothing', async () => {
    const folder = temporaryFolder();
    const build = async (name: string, more: string, texts: Readonly<Record<string, string>> = {}) => {
      const content = writeContent(join(folder, `${name}-content`), { ...BASE, ...texts });
      const base = BASE['site.yaml']!.replace('https://scrutiny.example.org/', `https://${name}.example.org/`);
      writeContent(content, { 'site.yaml': base.replace('Scrutiny reviews', name) + more });
      const built = await runCommand(
        'build',
        '--content',
        content,
        '--output',
        join(folder, name),
        '--today',
        '2020-07-31',
      );
      expect(built.code, built.stderr).toBe(0);
      return join(folder, name);
    };
    const area = BASE['reviews/harbour/areas/1.md']!;
    const far = await build('district', '', {
      'reviews/harbour/areas/1.md': area.replace('title: Lighting', 'title: Lanterns of the district'),
    });
    const other = await serveFolder(far, { headers: { 'access-control-allow-origin': '*' } });
    const also = `search:\n  also:\n    - {name: The district, url: "${other.url}"}\n    - {name: Nobody, url: "http://127.0.0.1:9/"}\n`;
    const near = await serveFolder(await build('county', also));
    const { page, context } = await visit('search/?q=quay', {}, near);
    await expect.poll(() => statusOf(page), { timeout: 10_000 }).toMatch(/results/);
    expect(await page.locator('#search-notes').textContent()).toContain('Nobody could not be reached');
    await page.locator('details[data-name="site"] summary').click();
    await page.getByLabel(/^The district \(/).check();
    await expect.poll(() => parameters(page).get('site')).toBe('The district');
    await expect.poll(() => titles(page)).toContain('Area for Improvement 1: Lanterns of the district');
    const href = await page.locator('#search-results h2 a').first().getAttribute('href');
    expect(href).toMatch(new RegExp(`^${other.url.replace(/\/$/, '')}/`));
    await context.close();
    await near.close();
    await other.close();
  });
});
