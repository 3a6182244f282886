import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { makeArchive } from '../../bench/archive.ts';
import { buildPart, buildSite, type BuildOptions } from '../../src/adapters/build/build-site.ts';
import { layoutFolders } from '../../src/adapters/commands/surroundings.ts';
import { HOME } from '../../src/adapters/home.ts';
import { filesBelow } from '../../src/adapters/kept/digests.ts';
import { BASE } from '../support/content.ts';
import { cleanUp, readTree, runCommand, temporaryFolder, writeContent } from '../support/site.ts';

/** Several machines build a site together: what they put together is what one would have built, byte for byte. */

const folder = temporaryFolder();
const content = join(folder, 'content');
const TODAY = '2026-01-01';
let one: Map<string, Buffer>;

const options = (name: string, groups: number): BuildOptions => ({
  content,
  output: join(folder, name),
  today: TODAY,
  layouts: layoutFolders(),
  // A machine of its own has a cache of its own.
  cache: join(folder, 'caches', name),
  home: HOME,
  groups,
});

beforeAll(async () => {
  const linked = {
    'reviews/linked/index.md':
      '---\ntitle: Links\ntype: one-day\ncommittee: Harbour Committee\nstatus: final\n---\n\nSee [[harbour-1/area 2]] and [[harbour-5/meeting 1]].\n',
  };
  const archive = Object.fromEntries(makeArchive(150).map(({ path, text }) => [path, text]));
  writeContent(content, { ...archive, ...linked });
  await buildSite(options('one', 4));
  one = readTree(join(folder, 'one'));
});
afterAll(cleanUp);

function expectSame(site: string): void {
  const tree = readTree(site);
  expect([...tree.keys()]).toEqual([...one.keys()]);
  expect([...one].filter(([path, bytes]) => !tree.get(path)!.equals(bytes)).map(([path]) => path)).toEqual([]);
}

describe.each([2, 3])('%i parts', (of) => {
  const parts = Array.from({ length: of }, (_, index) => join(folder, `part-${index + 1}-of-${of}`));

  beforeAll(async () => {
    for (const [index, part] of parts.entries())
      await buildPart({ ...options(`part-${index + 1}-of-${of}`, 4), output: part }, { number: index + 1, of });
  });

  test('share the reviews, and each has indexed its own', () => {
    const reviews = parts.map((part) =>
      existsSync(join(part, 'site/reviews')) ? readdirSync(join(part, 'site/reviews')) : [],
    );
    expect(reviews.flat().sort()).toEqual(
      readdirSync(join(folder, 'one/reviews')).filter((name) => /^(?:harbour-\d+|linked)$/.test(name)),
    );
    const indexed = parts.map((part) => filesBelow(join(part, 'batches')).filter((file) => file.endsWith('.json')));
    expect(indexed).toEqual(reviews.map((names) => names.map((name) => `reviews/${name}.json`)));
  });

  test('are joined to the same site', async () => {
    const name = `joined-${of}`;
    const { published, written } = await buildSite({ ...options(name, 4), parts });
    expect(published).toBe(true);
    // Lists, and what the search has of them and of all together; no page of a review is printed or indexed again.
    const fragments = (site: string) => filesBelow(join(site, 'pagefind')).filter((file) => file.includes('fragment/'));
    const ofParts = parts.flatMap((part) => fragments(join(part, 'site'))).length;
    const ofReviews = /^reviews\/(?:harbour-\d+|linked)\//;
    const others = [...one.keys()].filter((file) => !ofReviews.test(file));
    expect(written).toBe(others.length - ofParts);
    expectSame(join(folder, name));
  });

  test('came by way of an archive that keeps no times, one of them is lost, another damaged: the same site', async () => {
    const carried = parts.slice(1).map((part) => {
      const to = `${part}-carried`;
      cpSync(part, to, { recursive: true });
      return to;
    });
    const states = join(carried[0]!, 'reviews');
    for (const name of readdirSync(states).slice(0, 2)) writeFileSync(join(states, name), 'damaged');
    const pages = join(carried[0]!, 'site/reviews');
    const [review] = readdirSync(pages);
    writeFileSync(join(pages, review!, 'index.html'), 'damaged');
    const name = `repaired-${of}`;
    await buildSite({ ...options(name, 4), parts: carried });
    expectSame(join(folder, name));
  });
});

interface Workflow {
  readonly jobs: Readonly<
    Record<
      string,
      {
        readonly strategy?: { readonly matrix: { readonly part: readonly number[] } };
        readonly steps: readonly { readonly run?: string }[];
      }
    >
  >;
}

describe('the commands', () => {
  const base = writeContent(join(temporaryFolder(), 'content'), BASE);
  const work = dirname(base);
  const build = (...rest: string[]) => runCommand('build', '--content', base, '--today', '2020-07-31', ...rest);

  test('the workflow for several machines makes what build makes, and says what of it to upload', async () => {
    expect((await build('--output', join(work, 'whole'))).code).toBe(0);
    const { jobs } = parseYaml(readFileSync(join(HOME, 'templates/in-parts/publish.yml'), 'utf8')) as Workflow;
    for (const part of jobs.part!.strategy!.matrix.part) await follow(jobs.part!, part);
    for (const part of jobs.part!.strategy!.matrix.part)
      cpSync(join(work, `parts/${part}`), join(work, `downloaded/part-${part}`), { recursive: true });
    await follow(jobs.join!, 0);
    const [whole, put] = [readTree(join(work, 'whole')), readTree(join(work, '_site'))];
    expect([...put.keys()]).toEqual([...whole.keys()]);
    for (const [path, bytes] of whole) expect(put.get(path)!.equals(bytes), path).toBe(true);
    const listed = ['first', 'then'].map((name) => readFileSync(join(work, `upload/${name}.txt`), 'utf8').split('\n'));
    expect(listed.flat().filter(Boolean).sort()).toEqual([...whole.keys()].sort());
  });

  /** Runs what a job of the workflow runs of ours, as it stands there. */
  async function follow({ steps }: Workflow['jobs'][string], part: number): Promise<void> {
    const commands = steps.flatMap(({ run }) => /^npx scrutineer (.+)$/.exec(run ?? '')?.[1] ?? []);
    expect(commands.length).toBeGreaterThan(0);
    for (const command of commands) {
      const written = command
        .replaceAll('${{ matrix.part }}', String(part))
        .replaceAll('${{ needs.day.outputs.today }}', '2020-07-31');
      await promisify(execFile)(process.execPath, [join(HOME, 'src/run.js'), ...written.split(' ')], { cwd: work });
    }
  }

  test('what is written wrongly is said', async () => {
    for (const part of ['5/4', '0/2', 'two', '1']) {
      const { code, stderr } = await build('--part', part, '--output', join(work, 'x'));
      expect(code).toBe(2);
      expect(stderr).toContain('Write which part of how many, such as 2/4.');
    }
    const { code, stderr } = await runCommand('join', '--content', base, '--output', join(work, 'y'), work);
    expect(code).toBe(1);
    expect(stderr).toContain('is no part of a site. Name the folders that build --part has written.');
    expect(existsSync(join(work, 'y'))).toBe(false);
  });

  test('a part with a mistake says so, and so does the join', async () => {
    const broken = writeContent(join(temporaryFolder(), 'content'), {
      ...BASE,
      'reviews/harbour/areas/1.md': '---\nnumber: one\ntitle: Lighting\n---\n',
    });
    const results = await Promise.all(
      [1, 2].map((number) =>
        runCommand('build', '--content', broken, '--part', `${number}/2`, '--output', join(work, `broken-${number}`)),
      ),
    );
    expect(results.map(({ code }) => code).sort()).toEqual([0, 1]);
    expect(results.map(({ stderr }) => stderr).join()).toContain('has mistakes: 1 error');
    const parts = [1, 2].map((number) => join(work, `broken-${number}`));
    const { code, stderr } = await runCommand('join', '--content', broken, '--output', join(work, 'z'), ...parts);
    expect(code).toBe(1);
    expect(stderr).toContain('Nothing was published: 1 error');
  });

  test('the manifest says what is in every file, and the changes make of the old site the new one', async () => {
    const site = join(work, 'site');
    const host = join(work, 'host');
    const manifest = join(work, 'site.sha256');
    const uploaded = join(work, 'uploaded.sha256');
    const upload = async () => {
      expect((await build('--output', site, '--manifest', manifest)).code).toBe(0);
      const { code, stdout } = await runCommand('changes', manifest, '--since', uploaded, '--to', join(work, 'upload'));
      expect(code).toBe(0);
      const list = (name: string) =>
        readFileSync(join(work, 'upload', `${name}.txt`), 'utf8')
          .split('\n')
          .filter(Boolean);
      for (const file of [...list('first'), ...list('then')]) {
        mkdirSync(dirname(join(host, file)), { recursive: true });
        cpSync(join(site, file), join(host, file));
      }
      for (const file of list('remove')) rmSync(join(host, file));
      cpSync(manifest, uploaded);
      return { stdout, first: list('first'), then: list('then'), remove: list('remove') };
    };
    const all = await upload();
    expect(all.first.length + all.then.length).toBe(readTree(site).size);
    for (const line of readFileSync(manifest, 'utf8').trim().split('\n')) {
      const [digest, file] = line.split('  ') as [string, string];
      expect(digest).toBe(
        createHash('sha256')
          .update(readFileSync(join(site, file)))
          .digest('hex'),
      );
    }
    writeContent(base, {
      'reviews/harbour/meetings/1.md': BASE['reviews/harbour/meetings/1.md']!.replace('is lit', 'is lighted'),
    });
    const some = await upload();
    expect(some.then).toContain('reviews/harbour/meetings/1/index.html');
    expect(some.then).not.toContain('index.html');
    expect(some.first.every((file) => file.startsWith('pagefind/'))).toBe(true);
    expect(some.remove.length).toBeGreaterThan(0);
    const [own, theirs] = [readTree(site), readTree(host)];
    expect([...theirs.keys()]).toEqual([...own.keys()]);
    for (const [path, bytes] of own) expect(theirs.get(path)!.equals(bytes), path).toBe(true);
    expect((await upload()).stdout).toContain('0 of');
  });
});
