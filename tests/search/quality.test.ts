import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import MiniSearch from 'minisearch';
import { beforeAll, describe, expect, test } from 'vitest';
import { answer } from '../../src/adapters/commands/search.ts';
import { indexContent } from '../../src/adapters/search/index-content.ts';
import { openIndexFolder } from '../../src/adapters/search/node-engine.ts';
import { readFragment, readPagefindMeta } from '../../src/adapters/search/pagefind-files.ts';
import { ROOT } from '../support/site.ts';
import { measure, QUESTIONS, TODAY, type Quality } from './quality.ts';

/** How well questions are answered, by ours and, over the same texts, by two others as they come. */

let folder: string;
const results = new Map<string, Quality>();

beforeAll(async () => {
  folder = await indexContent({
    content: join(ROOT, 'content'),
    layouts: [join(ROOT, 'layouts')],
    cache: join(ROOT, '.cache'),
    home: ROOT,
    today: TODAY,
  });
  const index = await openIndexFolder(folder);
  const options = { today: TODAY, limit: 10, sort: 'relevance' as const };
  results.set(
    'ours',
    await measure(async (question) => {
      const { results: found } = await answer(question, options, index);
      return { urls: found.map(({ url }) => url), passages: found.map(({ passage }) => passage.text) };
    }),
  );
  results.set('Pagefind', await measure(await plainPagefind()));
  results.set('MiniSearch', await measure(await miniSearch()));
  const per = (share: number) => `${(share * 100).toFixed(1).padStart(5)} %`;
  console.log(
    [
      `${QUESTIONS.length} questions       first   in three      MRR   false answers`,
      ...[...results].map(
        ([name, { first, recall3, mrr, falseAnswers }]) =>
          `  ${name.padEnd(14)} ${per(first)}    ${per(recall3)}    ${mrr.toFixed(3)}   ${per(falseAnswers)}`,
      ),
      `  passages shown by ours: ${per(results.get('ours')!.passages)}`,
      ...results.get('ours')!.misses.map((miss) => `  - ${miss}`),
    ].join('\n'),
  );
});

/** Pagefind's own ranking with its default settings. */
async function plainPagefind() {
  const base = `${pathToFileURL(folder).href}/`;
  interface PlainPagefind {
    init(): Promise<void>;
    search(term: string): Promise<{ results: readonly { data(): Promise<{ url: string }> }[] }>;
  }
  const { createInstance } = (await import(`${base}pagefind.js`)) as {
    createInstance: (options: object) => PlainPagefind;
  };
  // It asks for its files with \`fetch\`, which in Node knows no files.
  const ofNode = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : String(input));
    return url.protocol === 'file:' ? new Response(readFileSync(fileURLToPath(url))) : ofNode(input, init);
  };
  const engine = createInstance({ basePath: base, baseUrl: '/' });
  await engine.init();
  return async (question: string) => {
    const { results: found } = await engine.search(question);
    const pages = await Promise.all(found.slice(0, 10).map((result) => result.data()));
    return { urls: pages.map(({ url }) => url) };
  };
}

async function miniSearch() {
  const meta = (await readPagefindMeta(folder))!;
  const documents = meta.pages.map(({ hash }) => readFragment(folder, hash));
  const mini = new MiniSearch({ fields: ['title', 'content'], storeFields: ['url'], idField: 'url' });
  mini.addAll(documents.map(({ url, content, meta: own }) => ({ url, content, title: own['title'] ?? '' })));
  return async (question: string) => ({ urls: mini.search(question).map(({ id }) => String(id)) });
}

describe('ours', () => {
  test('has at least 80 questions, half of them about the real review', () => {
    expect(QUESTIONS.length).toBeGreaterThanOrEqual(80);
    expect(readdirSync(folder)).toContain('catalogue.pack');
  });

  test('answers nine of ten with the first result and nearly all within three', () => {
    const { first, recall3, mrr } = results.get('ours')!;
    expect(first).toBeGreaterThanOrEqual(0.9);
    expect(recall3).toBeGreaterThanOrEqual(0.97);
    expect(mrr).toBeGreaterThanOrEqual(0.93);
  });

  test('finds nothing where there is nothing', () => {
    expect(results.get('ours')!.falseAnswers).toBeLessThanOrEqual(0.05);
  });

  test('leads to the passage', () => {
    expect(results.get('ours')!.passages).toBeGreaterThanOrEqual(0.9);
  });

  test.each(['Pagefind', 'MiniSearch'])('is better than %s', (name) => {
    const [ours, other] = [results.get('ours')!, results.get(name)!];
    expect(ours.recall3).toBeGreaterThan(other.recall3);
    expect(ours.mrr).toBeGreaterThan(other.mrr);
    expect(ours.falseAnswers).toBeLessThanOrEqual(other.falseAnswers);
  });
});
