import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { launchChromium } from './chromium.ts';
import { serveFolder } from './serve.ts';

/**
 * A picture of each page kind at two widths and in both colour schemes: `npm run screenshots [-- folder]`, after a
 * build. Look at them.
 */

const PAGES: Readonly<Record<string, string>> = {
  home: '',
  archive: 'reviews/',
  review: 'reviews/safeguarding-improvement/',
  conclusions: 'reviews/safeguarding-improvement/conclusions/',
  area: 'reviews/safeguarding-improvement/areas/3/',
  meeting: 'reviews/safeguarding-improvement/meetings/2/',
  recommendation: 'reviews/safeguarding-improvement/recommendations/2/',
  appendix: 'reviews/safeguarding-improvement/appendices/a/',
  inquiry: 'reviews/anytown-town-centre/',
  answered: 'reviews/anytown-town-centre/recommendations/5/',
  register: 'recommendations/',
  actions: 'actions/',
  people: 'people/',
  search: 'search/?q=area+8',
  accessibility: 'accessibility/',
  'not-found': 'nowhere/',
};

const target = process.argv[2] ?? 'screenshots';
const only = process.argv[3]?.split(',');
mkdirSync(target, { recursive: true });
const server = await serveFolder('_site');
const browser = await launchChromium();
for (const [scheme, width] of [
  ['light', 1280],
  ['light', 360],
  ['dark', 1280],
  ['dark', 360],
] as const) {
  const context = await browser.newContext({ colorScheme: scheme, viewport: { width, height: 900 } });
  const page = await context.newPage();
  for (const [name, path] of Object.entries(PAGES)) {
    if (only && !only.includes(`${name}-${width}-${scheme}`)) continue;
    await page.goto(new URL(path, server.url.replace(/\/?$/, '/')).href, { waitUntil: 'networkidle' });
    await page.screenshot({ path: join(target, `${name}-${width}-${scheme}.png`), fullPage: true });
  }
  await context.close();
}
await browser.close();
await server.close();
