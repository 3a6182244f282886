import { join } from 'node:path';
import { layoutFolders } from '../../src/adapters/commands/surroundings.ts';
import { startPreview } from '../../src/adapters/preview/preview.ts';
import { BASE } from '../support/content.ts';
import { cleanUp, temporaryFolder, writeContent } from '../support/site.ts';
import { launchChromium } from './chromium.ts';

/** Takes the picture of the clerk's guide anew: `npx tsx tests/tools/guide-picture.ts`. */
const MEETING = 'reviews/harbour/meetings/1.md';
const content = writeContent(temporaryFolder(), {
  ...BASE,
  [MEETING]: `${BASE[MEETING]!}\nWe come back to the lamps of the ferry pier in Area 7.\n`,
});
const preview = await startPreview({
  content,
  shownFolder: 'content',
  port: 0,
  editor: 'vscode://file/{file}:{line}:{column}',
  layouts: layoutFolders(),
  cache: join(temporaryFolder(), 'cache'),
  today: () => '2020-07-31',
  onUpdate: () => undefined,
  onFailure: console.error,
});
const browser = await launchChromium();
const page = await browser.newPage({ viewport: { width: 1100, height: 620 } });
await page.goto(new URL('reviews/harbour/meetings/1/', preview.url).href);
await page.locator('.preview-note').scrollIntoViewIfNeeded();
await page.evaluate('document.querySelector(".preview-note").scrollIntoView({ block: "center", behavior: "instant" })');
await page.screenshot({ path: join(import.meta.dirname, '..', '..', 'docs', 'preview.png') });
await browser.close();
await preview.close();
cleanUp();
