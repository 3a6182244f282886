import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clearUp } from '../../src/adapters/build/publish.ts';
import { BASE } from '../support/content.ts';
import { cleanUp, readTree, ROOT, runCommand, temporaryFolder, writeContent } from '../support/site.ts';
import { IS_THOROUGH, recordFigure } from './figures.ts';

/** Publication is all or nothing: whatever happens to a build, readers have the old site or the new one, complete. */

const INDEX = 'reviews/harbour/index.md';
const TODAY = ['--today', '2020-07-31'];
const KILLS = IS_THOROUGH ? 50 : 5;

let folder: string;
let output: string;
const sites = new Map<string, string>();
let seconds = 0;

const contentOf = (version: string) => join(folder, version);
/** What is kept from one build to the next stands in the working directory. */
const forget = () => rmSync(join(folder, '.cache'), { recursive: true, force: true });
const build = (version: string) =>
  new Promise<{ code: number }>((resolve) => {
    const child = execFile(process.execPath, buildOf(version), { cwd: folder }, () =>
      resolve({ code: child.exitCode ?? 1 }),
    );
  });

/** One word for every byte of a folder. */
function digest(site: string): string {
  const hash = createHash('sha256');
  for (const [path, bytes] of readTree(site)) hash.update(`${path}\0${bytes.length}\0`).update(bytes);
  return hash.digest('hex');
}

/** The arguments with which Node builds a version, with modules that are loaded before. */
const buildOf = (version: string, ...before: string[]) => [
  ...before.flatMap((module) => ['--import', module]),
  join(ROOT, 'src', 'run.js'),
  'build',
  '--content',
  contentOf(version),
  '--output',
  output,
  ...TODAY,
];

const start = (version: string) => execFile(process.execPath, buildOf(version), { cwd: folder });

beforeAll(async () => {
  folder = temporaryFolder();
  output = join(folder, 'site');
  for (const [version, title] of [
    ['old', 'Harbour safety'],
    ['new', 'Safety of the harbour'],
  ] as const) {
    writeContent(contentOf(version), {
      ...BASE,
      [INDEX]: BASE[INDEX]!.replace('title: Harbour safety', `title: ${title}`),
    });
    const started = Date.now();
    expect((await build(version)).code).toBe(0);
    // The second is the faster: the styles are made by then.
    seconds = (Date.now() - started) / 1000;
    sites.set(digest(output), version);
  }
  expect(sites.size).toBe(2);
});
afterAll(cleanUp);

test(`a build killed at ${KILLS} random moments leaves one whole site`, async () => {
  let state = 7;
  const random = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
  const counts = { old: 0, new: 0, finished: 0 };
  for (let kill = 0; kill < KILLS; kill++) {
    const next = sites.get(digest(output)) === 'old' ? 'new' : 'old';
    const child = start(next);
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    // Half of the moments are near the end, where the sites change places.
    const share = kill % 2 === 0 ? random() : 0.7 + random() * 0.4;
    const timer = setTimeout(() => child.kill('SIGKILL'), seconds * 1000 * share);
    await ended;
    clearTimeout(timer);
    if (child.exitCode === 0) counts.finished++;
    await clearUp(output);
    const now = sites.get(digest(output));
    expect(
      now,
      `after kill ${kill} at ${Math.round(share * 100)} % the site is neither the old nor the new one`,
    ).toBeDefined();
    counts[now === next ? 'new' : 'old']++;
  }
  recordFigure(
    'Publication',
    'builds killed',
    `${KILLS} tried: the old site stood ${counts.old} times, the new one ${counts.new} times, a broken one never`,
  );
  expect(counts.old).toBeGreaterThan(KILLS / 10);
  expect((await build('new')).code).toBe(0);
  expect(sites.get(digest(output))).toBe('new');
  expect(readdirSync(folder).filter((name) => name.startsWith('.site'))).toEqual([]);
}, 240_000);

test('a build killed between taking the old site away and putting the new one there is undone by the next command', async () => {
  const before = digest(output);
  renameSync(output, join(folder, '.site.previous-999999'));
  mkdirSync(join(folder, '.site.next-999999'));
  await clearUp(output);
  expect(digest(output)).toBe(before);
  expect(existsSync(join(folder, '.site.next-999999'))).toBe(false);
});

test('two builds at once leave one whole site', async () => {
  const results = await Promise.all([build('old'), build('new')]);
  expect(results.map(({ code }) => code)).toEqual([0, 0]);
  expect(sites.has(digest(output))).toBe(true);
});

/** A build with something that goes wrong: `tests/tools/break-at.mjs`. */
function brokenBuild(version: string, env: Record<string, string>): Promise<{ code: number | null; stderr: string }> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      buildOf(version, pathToFileURL(join(ROOT, 'tests', 'tools', 'break-at.mjs')).href),
      { cwd: folder, env: { ...process.env, BREAK_UNDER: folder, ...env } },
      (_error, _stdout, stderr) => resolve({ code: child.exitCode, stderr }),
    );
  });
}

const other = () => (sites.get(digest(output)) === 'old' ? 'new' : 'old');
const leftovers = () => readdirSync(folder).filter((name) => name.startsWith('.site'));

/** Moments among so many writes: some evenly spread, and each of the last ones, where the sites change places. */
function moments(writes: number, spread: number, last: number): number[] {
  const even = Array.from({ length: spread }, (_, index) => 1 + Math.floor((index * (writes - last)) / spread));
  return [...even, ...Array.from({ length: last }, (_, index) => writes - index)];
}

test.each([
  ['that begins anew', true],
  ['that goes on from the one before', false],
])(
  'a build %s, killed at each stage, leaves one whole site, and the next build works',
  async (which, isNew) => {
    const counter = join(folder, 'count');
    if (isNew) forget();
    expect((await brokenBuild(other(), { BREAK_HOW: 'kill', BREAK_COUNT: counter })).code).toBe(0);
    const writes = Number(readFileSync(counter, 'utf8'));
    expect(writes).toBeGreaterThan(isNew ? 100 : 20);
    const tried = moments(writes, IS_THOROUGH ? 40 : 2, IS_THOROUGH ? 6 : 4);
    const counts = { old: 0, new: 0 };
    for (const moment of tried) {
      if (isNew) forget();
      // The one that goes on needs one that ended well, of what is published now.
      else expect((await build(sites.get(digest(output))!)).code).toBe(0);
      const before = sites.get(digest(output));
      const { code } = await brokenBuild(other(), { BREAK_HOW: 'kill', BREAK_AT: String(moment) });
      // One that goes on has a few writes more or less, and may end before it is killed.
      if (isNew) expect(code, `killed at write ${moment} of ${writes}`).not.toBe(0);
      await clearUp(output);
      const now = sites.get(digest(output));
      expect(now, `killed at write ${moment} of ${writes}`).toBeDefined();
      expect(leftovers()).toEqual([]);
      counts[now === before ? 'old' : 'new']++;
    }
    expect(counts.old).toBeGreaterThan(0);
    expect((await build(other())).code).toBe(0);
    recordFigure(
      'Publication',
      `a build ${which}, killed at a stage`,
      `${tried.length} of ${writes} writes, the last among them: the old site stood ${counts.old} times, the new one ${counts.new} times, a broken one never`,
    );
  },
  400_000,
);

test('a full disk leaves the site as it was and says so', async () => {
  const counter = join(folder, 'count');
  forget();
  expect((await brokenBuild(other(), { BREAK_HOW: 'full', BREAK_COUNT: counter })).code).toBe(0);
  const writes = Number(readFileSync(counter, 'utf8'));
  const tried = moments(writes, IS_THOROUGH ? 20 : 2, 1);
  let stopped = 0;
  for (const moment of tried) {
    const before = digest(output);
    forget();
    const next = other();
    const { code, stderr } = await brokenBuild(next, { BREAK_HOW: 'full', BREAK_AT: String(moment) });
    if (code === 0) {
      // Full when the site stood already: only what the next build would have begun with is not there.
      expect(sites.get(digest(output))).toBe(next);
      continue;
    }
    stopped++;
    expect(code).toBe(1);
    expect(stderr).toContain('The disk is full. The site that was there is as it was.');
    expect(stderr).not.toMatch(/^ +at /m);
    expect(digest(output)).toBe(before);
    expect(leftovers()).toEqual([]);
  }
  expect(stopped).toBeGreaterThan(0);
  recordFigure(
    'Publication',
    'full disks',
    `at ${tried.length} of ${writes} writes: the site stood as it was, and the message said why`,
  );
}, 200_000);

test('an indexer that dies leaves the site as it was and says so', async () => {
  const tried = IS_THOROUGH ? [0, 10, 20, 30, 40] : [0];
  let died = 0;
  for (const milliseconds of tried) {
    const before = digest(output);
    forget();
    const { code, stderr } = await brokenBuild(other(), { BREAK_HOW: 'indexer', BREAK_AFTER: String(milliseconds) });
    // It may have done its work by then.
    if (code === 0) continue;
    died++;
    expect(code).toBe(1);
    expect(stderr).toMatch(/The search index/);
    expect(stderr).not.toMatch(/^ +at /m);
    expect(digest(output)).toBe(before);
    expect(leftovers()).toEqual([]);
  }
  expect(died).toBeGreaterThan(0);
  recordFigure('Publication', 'indexers that died', `${died}: the site stood as it was, and the message said why`);
}, 120_000);

describe('what cannot be written', () => {
  test('a file stands where the folder should be', async () => {
    const blocked = join(folder, 'blocked');
    writeFileSync(blocked, 'a file');
    const { code, stderr } = await runCommand(
      'build',
      '--content',
      contentOf('old'),
      '--output',
      join(blocked, 'site'),
      ...TODAY,
    );
    expect(code).not.toBe(0);
    expect(stderr).toContain('where a folder is needed');
    expect(stderr).not.toMatch(/\bat .*\.ts:\d+/);
  });
});

test('the same content gives the same bytes in another folder, time zone, language and file order', async () => {
  const places = [
    { folder: join(folder, 'one'), env: { TZ: 'Pacific/Kiritimati', LANG: 'C', LC_ALL: 'C' } },
    {
      folder: join(folder, 'two words é'),
      env: { TZ: 'America/Anchorage', LANG: 'cy_GB.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
    },
  ];
  const digests: string[] = [];
  for (const [index, place] of places.entries()) {
    const files = Object.entries(BASE);
    writeContent(join(place.folder, 'content'), Object.fromEntries(index === 0 ? files : files.reverse()));
    const { code } = await new Promise<{ code: number }>((resolve) => {
      const child = execFile(
        process.execPath,
        [
          join(ROOT, 'src', 'run.js'),
          'build',
          '--content',
          join(place.folder, 'content'),
          '--output',
          join(place.folder, 'out'),
        ],
        { cwd: ROOT, env: { ...process.env, ...place.env, SOURCE_DATE_EPOCH: '1596153600' } },
        () => resolve({ code: child.exitCode ?? 1 }),
      );
    });
    expect(code).toBe(0);
    digests.push(digest(join(place.folder, 'out')));
  }
  expect(digests[0]).toBe(digests[1]);
  recordFigure(
    'Publication',
    'reproducible builds',
    `${digests.length} builds under different conditions, the same bytes`,
  );
});
