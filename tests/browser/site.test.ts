import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cleanUp, ROOT, runCommand, temporaryFolder } from '../support/site.ts';
import { launchChromium } from '../tools/chromium.ts';
import { serveFolder } from '../tools/serve.ts';

/** The project's own site in a real Chromium: every page kind, in every state that a reader meets. */

const AXE = readFileSync(join(ROOT, 'node_modules/axe-core/axe.min.js'), 'utf8');
const REVIEW = 'reviews/safeguarding-improvement/';
const PAGES: Readonly<Record<string, string>> = {
  home: '',
  archive: 'reviews/',
  'archive of a year': 'reviews/by-year/2013/',
  review: REVIEW,
  conclusions: `${REVIEW}conclusions/`,
  area: `${REVIEW}areas/3/`,
  meeting: `${REVIEW}meetings/2/`,
  recommendation: `${REVIEW}recommendations/2/`,
  appendix: `${REVIEW}appendices/a/`,
  'appendix with the table': `${REVIEW}appendices/f/`,
  'a review with numbered paragraphs': 'reviews/anytown-town-centre/',
  'a recommendation with an answer': 'reviews/anytown-town-centre/recommendations/5/',
  'a one-day review': 'reviews/anytown-flood-day/',
  'print page': `${REVIEW}print/`,
  register: 'recommendations/',
  actions: 'actions/',
  people: 'people/',
  person: 'people/bob-hicks/',
  committee: 'committees/children-and-young-people-overview-and-scrutiny-committee/',
  organisations: 'organisations/',
  'meetings by date': 'meetings/',
  glossary: 'glossary/',
  'how a review was checked': `${REVIEW}checks/`,
  'about the checks': 'about/checks/',
  'site map': 'sitemap/',
  search: 'search/',
  'search results': 'search/?q=area+8',
  page: 'accessibility/',
  'not found': 'no-such-page/',
};

let browser: Browser;
let server: { url: string; close(): Promise<void> };
let site: string;

beforeAll(async () => {
  site = join(temporaryFolder(), 'site');
  const built = await runCommand('build', '--content', join(ROOT, 'content'), '--output', site);
  expect(built.code, built.stderr).toBe(0);
  server = await serveFolder(site);
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  cleanUp();
});

const address = (path: string) => `${server.url.replace(/\/$/, '')}/${path}`;

interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Console errors, page errors and requests to other hosts. */
  readonly complaints: string[];
}

async function visit(path: string, options: Parameters<Browser['newContext']>[0] = {}): Promise<Visit> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    const isExpected = /404/.test(message.text()) && path === 'no-such-page/';
    if (message.type() === 'error' && !isExpected) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    const { host, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && host !== new URL(server.url).host) complaints.push(`asks ${request.url()}`);
  });
  // Only the search page asks for more once it is loaded.
  await page.goto(address(path), { waitUntil: path.startsWith('search/') ? 'networkidle' : 'load' });
  return { page, context, complaints };
}

/** All rules that are law, and what is good besides. */
const ALL_RULES = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };
/** All that other colours can break: the page is otherwise the same. */
const COLOURS = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };

async function axeFindings(page: Page, rules = ALL_RULES): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async (runOnly) => {
    interface Axe {
      run(
        root: unknown,
        options: unknown,
      ): Promise<{ violations: { id: string; nodes: { target: string[]; failureSummary: string }[] }[] }>;
    }
    const scope = globalThis as unknown as { axe: Axe; document: unknown };
    const { violations } = await scope.axe.run(scope.document, { runOnly });
    return violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .slice(0, 3)
          .map(({ target, failureSummary }) => `${target.join(' ')} ${failureSummary}`)
          .join(' | ')}`,
    );
  }, rules);
}

describe.each([
  ['light', { colorScheme: 'light' as const, viewport: { width: 1280, height: 900 } }, ALL_RULES],
  ['dark', { colorScheme: 'dark' as const, viewport: { width: 1280, height: 900 } }, COLOURS],
  ['320 px', { viewport: { width: 320, height: 700 } }, ALL_RULES],
])('accessibility, %s', (_, options, rules) => {
  test.each(Object.entries(PAGES))('%s', async (_name, path) => {
    const { page, context, complaints } = await visit(path, options);
    expect(await axeFindings(page, rules)).toEqual([]);
    const overflow = await page.evaluate(() => {
      const root = (
        globalThis as unknown as { document: { documentElement: { scrollWidth: number; clientWidth: number } } }
      ).document.documentElement;
      return root.scrollWidth - root.clientWidth;
    });
    expect(overflow, 'scrolls sideways').toBeLessThanOrEqual(0);
    expect(complaints).toEqual([]);
    await context.close();
  });
});

describe('other states of a page', () => {
  const KINDS = ['home', 'review', 'conclusions', 'area', 'meeting', 'register', 'search results'];

  test.each(KINDS)('%s in forced colours', async (name) => {
    const { page, context } = await visit(PAGES[name]!, { forcedColors: 'active' });
    expect(await axeFindings(page, COLOURS)).toEqual([]);
    await context.close();
  });

  test.each(KINDS)('%s on paper keeps its text and leaves out what paper has no use for', async (name) => {
    const { page, context } = await visit(PAGES[name]!);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('h1').isVisible()).toBe(true);
    expect(await page.locator('.app-header__search').isVisible()).toBe(false);
    expect(await page.locator('.app-copy:visible').count()).toBe(0);
    await context.close();
  });

  test('lists with facets open are accessible and narrow in place', async () => {
    const { page, context } = await visit('recommendations/', { javaScriptEnabled: false });
    await page.locator('.app-facets summary').first().click();
    await page.locator('.app-facets a').first().click();
    expect(new URL(page.url()).pathname).toMatch(/^\/recommendations\/by-/);
    await context.close();
  });
});

describe('without JavaScript', () => {
  test('every page says the same, and the search page lists everything', async () => {
    const { page, context } = await visit('search/', { javaScriptEnabled: false });
    expect(await page.locator('#everything a').count()).toBeGreaterThan(30);
    await page.goto(address(`${REVIEW}conclusions/`));
    expect(await page.locator('.app-conclusions__table tbody tr').count()).toBe(20);
    await context.close();
  });
});

describe('keyboard', () => {
  test.each(['', `${REVIEW}conclusions/`, 'search/?q=audit'])(
    'everything on /%s can be reached, in order, with the focus visible',
    async (path) => {
      const { page, context } = await visit(path);
      const expected = await page.evaluate(() => {
        const scope = globalThis as unknown as {
          document: { querySelectorAll(selector: string): Iterable<{ checkVisibility(): boolean }> };
        };
        return [...scope.document.querySelectorAll('a[href], button, input, select, summary, [tabindex="0"]')].filter(
          (element) => element.checkVisibility(),
        ).length;
      });
      let reached = 0;
      const unseen: string[] = [];
      for (; reached < expected + 5; reached++) {
        await page.keyboard.press('Tab');
        const focus = await page.evaluate(() => {
          interface Focused {
            tagName: string;
            textContent: string | null;
          }
          const scope = globalThis as unknown as {
            document: { activeElement: Focused | null; body: unknown };
            getComputedStyle(element: unknown): { outlineStyle: string; outlineWidth: string; boxShadow: string };
          };
          const active = scope.document.activeElement;
          if (!active || active === scope.document.body) return undefined;
          const style = scope.getComputedStyle(active);
          return {
            name: `${active.tagName} ${active.textContent?.trim().slice(0, 30)}`,
            seen: style.outlineStyle !== 'none' || style.boxShadow !== 'none',
          };
        });
        if (!focus) break;
        if (!focus.seen) unseen.push(focus.name);
      }
      expect(reached).toBeGreaterThanOrEqual(expected - 1);
      expect(unseen).toEqual([]);
      await context.close();
    },
  );

  test('the skip link leads to the main text', async () => {
    const { page, context } = await visit(REVIEW);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).hash).toBe('#main-content');
    await context.close();
  });
});

describe('the conclusions table', () => {
  test('filters and sorts, keeps its state in the address, and says how many rows are shown', async () => {
    const { page, context } = await visit(`${REVIEW}conclusions/`);
    await page.getByLabel('Agency').selectOption('NHS Warwickshire');
    expect(await page.locator('.app-conclusions__table tbody tr:visible').count()).toBe(4);
    expect(new URL(page.url()).searchParams.get('agencies')).toBe('NHS Warwickshire');
    await page.reload({ waitUntil: 'networkidle' });
    expect(await page.locator('.app-conclusions__table tbody tr:visible').count()).toBe(4);
    await page.getByRole('button', { name: 'Number' }).click();
    await page.getByRole('button', { name: 'Number' }).click();
    expect(await page.locator('.app-conclusions__table tbody tr:visible th').first().textContent()).toContain('18');
    expect(await axeFindings(page)).toEqual([]);
    await context.close();
  });
});

describe('references', () => {
  test('show what they lead to on focus, and Escape takes it away', async () => {
    const { page, context } = await visit(`${REVIEW}areas/3/`);
    await page.locator('a.app-reference').first().hover();
    await page.locator('.app-preview-card').waitFor();
    expect(await page.locator('.app-preview-card').textContent()).toContain('Safeguarding meeting');
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await page.locator('.app-preview-card').count()).toBe(0);
    await context.close();
  });
});

describe('the search page', () => {
  const titles = (page: Page) => page.locator('#search-results .app-list__title').allTextContents();

  test.each([
    ['area 8', 'Area for Improvement 8: '],
    ['appendix f', 'Appendix F: '],
    ['Meeting 2', 'Meeting 2: '],
    ['rec 2', 'Recommendation 2'],
  ])('%s puts that document first', async (query, title) => {
    const { page, context } = await visit(`search/?q=${encodeURIComponent(query)}`);
    await page.locator('#search-results li').first().waitFor();
    expect((await titles(page))[0]).toMatch(new RegExp(`^${title}`));
    await context.close();
  });

  test('says so when nothing is found', async () => {
    const { page, context } = await visit('search/?q=zzzxqy');
    await expect.poll(() => page.locator('#search-status').textContent()).toMatch(/Nothing was found/);
    await context.close();
  });
});

describe('weight', () => {
  test.each(Object.entries(PAGES).filter(([name]) => !/search|not found|print/.test(name)))(
    '%s with styles and script stays under 60 kB compressed',
    (_, path) => {
      const html = readFileSync(join(site, path, 'index.html'));
      const others = ['site.css', 'site.js'].map((name) => readFileSync(join(site, 'assets', name)));
      const bytes = [html, ...others].reduce((sum, file) => sum + gzipSync(file).length, 0);
      expect(bytes).toBeLessThan(60_000);
    },
  );
});

describe('the policy that every page carries', () => {
  test.each(['', REVIEW, 'search/', 'no-such-page/'])(
    '%s: nothing else runs and nothing else is loaded',
    async (path) => {
      const { page, context } = await visit(path);
      const refused = await page.evaluate(async () => {
        interface Element {
          textContent: string;
          src: string;
          setAttribute(name: string, value: string): void;
        }
        const scope = globalThis as unknown as {
          document: {
            createElement(name: string): Element;
            body: { append(...elements: Element[]): void };
            addEventListener(name: string, listener: (event: { effectiveDirective: string }) => void): void;
          };
          ran?: boolean;
        };
        const directives: string[] = [];
        scope.document.addEventListener('securitypolicyviolation', (event) =>
          directives.push(event.effectiveDirective),
        );
        const make = (name: string, text: string, source?: string) => {
          const made = scope.document.createElement(name);
          made.textContent = text;
          if (source) made.src = source;
          return made;
        };
        const clickable = make('button', 'x');
        clickable.setAttribute('onclick', 'globalThis.ran = true');
        scope.document.body.append(
          make('script', 'globalThis.ran = true'),
          make('style', 'body { color: red }'),
          make('img', '', 'https://elsewhere.example/x.png'),
          make('iframe', '', 'https://elsewhere.example/'),
          clickable,
        );
        await fetch('https://elsewhere.example/data').catch(() => undefined);
        await new Promise((resolve) => setTimeout(resolve, 200));
        return { directives: [...new Set(directives)].sort(), ran: scope.ran === true };
      });
      expect(refused.ran).toBe(false);
      expect(refused.directives).toEqual(['connect-src', 'frame-src', 'img-src', 'script-src-elem', 'style-src-elem']);
      await context.close();
    },
  );
});
