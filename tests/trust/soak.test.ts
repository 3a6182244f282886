import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, expect, test } from 'vitest';
import { makeArchive } from '../../bench/archive.ts';
import { layoutFolders } from '../../src/adapters/commands/surroundings.ts';
import { startPreview, type Preview } from '../../src/adapters/preview/preview.ts';
import { BASE } from '../support/content.ts';
import { cleanUp, readTree, temporaryFolder, writeContent } from '../support/site.ts';
import { IS_THOROUGH, recordFigure } from './figures.ts';

/** It stays up: random additions, edits, renames, deletions and breakages, without drift and without growing. */

const ROUNDS = IS_THOROUGH ? 300 : 24;
/** What a round leaves behind would add up to this in an hour of them. */
const MOST_GROWTH = 40 * 1024 * 1024;

afterAll(cleanUp);

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;
function heapInUse(): number {
  for (let run = 0; run < 4; run++) collectGarbage();
  return process.memoryUsage().heapUsed;
}

async function start(content: string, failures: unknown[]): Promise<Preview> {
  return startPreview({
    content,
    port: 0,
    layouts: layoutFolders(),
    cache: join(temporaryFolder(), 'cache'),
    today: () => '2020-07-31',
    onUpdate: () => undefined,
    onFailure: (error) => failures.push(error),
  });
}

/** Larger than what is compiled as a whole at every change: the review in hand comes first, everything later. */
const ARCHIVE = Object.fromEntries(makeArchive(430).map(({ path, text }) => [path, text]));

test.each([
  ['a small content', BASE, ROUNDS],
  ['an archive', { ...ARCHIVE, ...BASE }, Math.ceil(ROUNDS / 8)],
])(
  'the preview of %s survives many changes, equal to a clean start at the end',
  async (name, files, rounds) => {
    const content = writeContent(temporaryFolder(), files);
    const failures: unknown[] = [];
    const preview = await start(content, failures);
    let state = 11;
    const below = (limit: number) => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return Math.floor((state / 2 ** 32) * limit);
    };
    const write = (path: string, text: string) => {
      const file = join(content, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    };
    const area = (name: number) => `reviews/harbour/areas/extra-${name}.md`;
    const there = new Set<number>();
    const done: Record<string, number> = {};
    const actions: Record<string, (name: number) => void> = {
      added: (name) => {
        write(
          area(name),
          `---\nnumber: ${name + 10}\ntitle: Extra ${name}\n---\n\nSee Area ${below(20)} and Meeting 1.\n`,
        );
        there.add(name);
      },
      edited: (name) =>
        write(area(name), `---\nnumber: ${name + 10}\ntitle: Other ${below(100)}\n---\n\nText ${below(1000)}.\n`),
      'edited in the middle of others': () =>
        write('reviews/harbour/meetings/1.md', `${BASE['reviews/harbour/meetings/1.md']!}\nLine ${below(1000)}.\n`),
      'a layout or setting edited': () =>
        write('site.yaml', `${BASE['site.yaml']!}colour: "#${below(9)}${below(9)}4f5c"\n`),
      deleted: (name) => {
        rmSync(join(content, area(name)), { force: true });
        there.delete(name);
      },
      renamed: (name) => {
        if (!there.has(name)) return;
        const other = 30 + below(10);
        renameSync(join(content, area(name)), join(content, area(other)));
        there.delete(name);
        there.add(other);
      },
      broken: (name) => {
        write(
          area(name),
          ['---\nnumber: [\n', '---\n', '\0\0\0', '---\nnumber: 1\ntitle: Taken\n---\n', ''][below(5)]!,
        );
        there.add(name);
      },
      'a whole review added': (name) =>
        write(
          `reviews/more-${name}/index.md`,
          `---\ntitle: More ${name}\ntype: one-day\ncommittee: Harbour Committee\nstatus: final\n---\n\nText ${below(100)}.\n`,
        ),
      'a whole review deleted': (name) =>
        rmSync(join(content, `reviews/more-${name}`), { recursive: true, force: true }),
      'an attachment changed': () => write('reviews/harbour/files/plan.pdf', `plan ${below(1000)}`),
    };
    const names = Object.keys(actions);
    const round = async () => {
      // Sometimes several at once, as when another branch is checked out.
      for (let count = below(3); count >= 0; count--) {
        const what = names[below(names.length)]!;
        actions[what]!(below(10));
        done[what] = (done[what] ?? 0) + 1;
      }
      if (below(3) > 0) await preview.settled();
    };
    try {
      const warmUp = Math.floor(rounds / 3);
      for (let count = 0; count < warmUp; count++) await round();
      await preview.settled();
      const before = heapInUse();
      for (let count = warmUp; count < rounds; count++) await round();
      await preview.settled();
      const grown = heapInUse() - before;
      expect(failures).toEqual([]);
      if (rounds === ROUNDS) expect(Object.keys(done).sort()).toEqual([...names].sort());
      const clean = await start(content, failures);
      await clean.settled();
      try {
        const [kept, fresh] = [readTree(preview.site), readTree(clean.site)];
        expect([...kept.keys()].sort()).toEqual([...fresh.keys()].sort());
        const drifted = [...fresh].filter(([path, bytes]) => !kept.get(path)!.equals(bytes)).map(([path]) => path);
        expect(drifted).toEqual([]);
      } finally {
        await clean.close();
      }
      expect(grown).toBeLessThan(MOST_GROWTH);
      const changes = Object.values(done).reduce((sum, count) => sum + count, 0);
      recordFigure(
        'It stays up',
        `rounds of the preview, ${name}`,
        `${rounds} with ${changes} changes (${Object.entries(done)
          .map(([what, count]) => `${count} ${what}`)
          .join(', ')}): equal to a clean start, memory grown by ${(grown / 1024 / 1024).toFixed(1)} MB`,
      );
    } finally {
      await preview.close();
    }
  },
  IS_THOROUGH ? 900_000 : 180_000,
);
