import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { layoutFolders } from '../../src/adapters/commands/surroundings.ts';
import { writeSite } from '../support/write-site.ts';
import { compileWith } from '../support/content.ts';
import { cleanUp, temporaryFolder } from '../support/site.ts';

/**
 * The main part of one page of each kind, as it is printed. When a page is meant to change: `npx vitest run
 * tests/site/golden.test.ts -u`, and read the difference before you commit it.
 */

const PAGES = ['', 'areas/1/', 'meetings/1/', 'recommendations/1/', 'appendices/a/', 'conclusions/'];
const folder = temporaryFolder();

beforeAll(async () => {
  await writeSite(compileWith({}), {
    content: folder,
    output: join(folder, 'site'),
    layouts: layoutFolders(),
    cache: join(folder, 'cache'),
  });
});
afterAll(cleanUp);

test.each(PAGES)('reviews/harbour/%s', async (path) => {
  const html = readFileSync(join(folder, 'site/reviews/harbour', path, 'index.html'), 'utf8');
  const main = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '';
  const tidy = `${main.replace(/^\s+/gm, '').replace(/\n{2,}/g, '\n')}\n`;
  await expect(tidy).toMatchFileSnapshot(`golden/${path.replaceAll('/', '-') || 'review-'}page.html`);
});
