import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeArchive } from '../../bench/archive.ts';
import { loadContent } from '../../src/adapters/load-content.ts';
import { loadHelpPages } from '../../src/adapters/help-pages.ts';
import { analysePartInSteps, openInSteps, type Content, type ParseCache } from '../../src/analyse.ts';
import { exportSiteFiles } from '../../src/exports/site-files.ts';
import { faceOf, restoreFile, type FileFace } from '../../src/link/face.ts';
import { finish } from '../../src/model/steps.ts';
import { buildPage, contextFor, planLists } from '../../src/pages.ts';
import { OTHERS, partOf } from '../../src/parse/classify.ts';
import { parseFile } from '../../src/parse/document.ts';
import { ROOT } from '../support/site.ts';

/** A build keeps its lists as long as no face has changed: so nothing else of a review's files may be on them. */

const TODAY = '2026-06-01';

async function content(): Promise<Content> {
  const real = await loadContent(join(ROOT, 'content'));
  const archive = makeArchive(80).filter(({ path }) => path !== 'site.yaml');
  return { ...real, files: [...real.files, ...archive] };
}

async function listsOf(of: Content, cache: ParseCache) {
  const record = finish(openInSteps(of, { today: TODAY }, cache));
  const context = contextFor(record, { today: TODAY, helpPages: await loadHelpPages() }, 0);
  const others = finish(analysePartInSteps(record, OTHERS));
  const { lists, others: after } = planLists(context, others);
  return JSON.stringify([lists.map(buildPage), after.map(buildPage), exportSiteFiles(context)]);
}

test('lists and data files of the whole site are made of faces alone', async () => {
  const whole = await content();
  const cache: ParseCache = new Map();
  const files = whole.files.map((source) => {
    const face = partOf(source.path) === OTHERS ? undefined : faceOf(parseFile(source));
    if (!face) return source;
    // As it is kept; whatever is read of the text besides is not to be found there any more.
    const without = { ...source, text: '' };
    cache.set(source.path, restoreFile(without, JSON.parse(JSON.stringify(face)) as FileFace));
    return without;
  });
  expect(cache.size).toBeGreaterThan(100);
  const lists = await listsOf({ ...whole, files }, cache);
  expect(lists.length).toBeGreaterThan(100_000);
  expect(lists).toBe(await listsOf(whole, new Map()));
});
