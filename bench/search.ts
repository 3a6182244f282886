import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { runCommand } from '../tests/support/site.ts';
import { launchChromium } from '../tests/tools/chromium.ts';
import { serveFolder } from '../tests/tools/serve.ts';
import { makeSearchArchive, wordOfRank } from './search-archive.ts';

/**
 * What searching an archive of 10,000 documents costs in a real Chromium: bytes loaded by the first query and by later
 * ones, time to results, and how long the page's thread was ever busy. `tsx bench/search.ts [--documents 10000]
 * [--site FOLDER]`; the host compresses texts, as most do. Exits 1 over the limits.
 */
const FIRST = 250_000;
const LATER = 60_000;
/** A key that takes longer to appear is felt. */
const BUSY = 100;

const wanted = Number(/--documents[ =](\d+)/.exec(process.argv.join(' '))?.[1] ?? 10_000);
const given = /--site[ =](\S+)/.exec(process.argv.join(' '))?.[1];
const folder = mkdtempSync(join(tmpdir(), 'scrutineer-bench-'));
const site = given ?? (await buildArchive());
const server = await serveFolder(site, { compress: true, cache: true });
const browser = await launchChromium();
let isOver = false;
try {
  const page = await (await browser.newContext()).newPage();
  const bytes = countBytes(page);
  await page.addInitScript(`window.busy = [];
    new PerformanceObserver((list) => { for (const { duration } of list.getEntries()) window.busy.push(duration); })
      .observe({ type: 'longtask' });`);
  await page.goto(`${server.url}reviews/`, { waitUntil: 'networkidle' });
  const ownPage = await bytes();
  await page.goto(`${server.url}search/`, { waitUntil: 'domcontentloaded' });

  const word = (rank: number) => wordOfRank(rank);
  const queries: [string, string][] = [
    ['first: two words', `${word(40)} ${word(9000)}`],
    ['two frequent words', `${word(30)} ${word(260)}`],
    ['three words', `${word(350)} ${word(1500)} ${word(4000)}`],
    ['a misspelt word', `${word(1200).slice(0, 3)}${word(1200).slice(4)}`],
    ['a reference', 'review 7 recommendation 3'],
    ['a state', 'unanswered recommendations'],
    ['a name', 'Ann Placeholder'],
  ];
  console.log(`${wanted} documents; a page of the site before: ${ownPage} bytes`);
  for (const [at, [name, query]] of queries.entries()) {
    const started = performance.now();
    await page.locator('#q').fill('');
    await page.locator('#q').pressSequentially(query, { delay: 60 });
    const typed = performance.now();
    await page.waitForLoadState('networkidle');
    await page.locator('#search-status:not(:empty)').waitFor();
    await page.waitForTimeout(800);
    const loaded = await bytes();
    const limit = at === 0 ? FIRST : LATER;
    isOver ||= loaded > limit;
    const status = await page.locator('#search-status').textContent();
    console.log(
      `${name.padEnd(28)} ${String(loaded).padStart(7)} bytes ${loaded > limit ? `OVER ${limit}` : ''}  typed in ${Math.round(typed - started)} ms: ${status}`,
    );
  }
  const busy = await page.evaluate<number[]>('window.busy');
  const longest = Math.round(Math.max(0, ...busy));
  console.log(`the page's thread was busy for ${longest} ms at most`);
  isOver ||= longest > BUSY;
} finally {
  await browser.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = isOver ? 1 : 0;

/** Counts what the network brings, the worker's requests too; each call gives the bytes since the last. */
function countBytes(page: Page): () => Promise<number> {
  let sizes: Promise<number>[] = [];
  page.on('requestfinished', (request) => {
    sizes.push(
      request.sizes().then(({ responseBodySize, responseHeadersSize }) => responseBodySize + responseHeadersSize),
    );
  });
  return async () => {
    const loaded = await Promise.all(sizes);
    sizes = [];
    return loaded.reduce((sum, bytes) => sum + bytes, 0);
  };
}

async function buildArchive(): Promise<string> {
  const content = join(folder, 'content');
  for (const [path, text] of makeSearchArchive(wanted)) {
    mkdirSync(dirname(join(content, path)), { recursive: true });
    writeFileSync(join(content, path), text);
  }
  const output = join(folder, 'site');
  await runCommand('build', '--content', content, '--output', output);
  if (!existsSync(output)) throw new Error('The archive could not be built');
  return output;
}
