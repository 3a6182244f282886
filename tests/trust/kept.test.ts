import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { buildSite, type BuildOptions } from '../../src/adapters/build/build-site.ts';
import { layoutFolders } from '../../src/adapters/commands/surroundings.ts';
import { HOME } from '../../src/adapters/home.ts';
import { BASE } from '../support/content.ts';
import { cleanUp, readTree, temporaryFolder, writeContent } from '../support/site.ts';
import { IS_THOROUGH, recordFigure } from './figures.ts';

/**
 * What a build keeps for the next never changes its result: after every change, whatever it is, a build that goes on from
 * the one before writes the same bytes and finds the same as one that begins anew.
 */

afterAll(cleanUp);

const ROUNDS = IS_THOROUGH ? 250 : 11;
/** At least so many changes come before each build. */
const CHANGES_A_ROUND = IS_THOROUGH ? 2 : 3;

/** Mulberry32. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** A second review that refers to the first, and a page: what others say must follow. */
const QUAY = Object.fromEntries(
  Object.entries(BASE).flatMap(([path, text]) =>
    path.startsWith('reviews/')
      ? [[path.replace('harbour', 'quay'), text.replace('title: Harbour safety', 'title: Quay safety')]]
      : [],
  ),
);
const CONTENT: Record<string, string> = {
  ...BASE,
  ...QUAY,
  'pages/about.md': '---\ntitle: About us\n---\n\nWe look at [the harbour](../reviews/harbour/index.md).\n',
  'reviews/quay/appendices/b.md':
    '---\nletter: B\ntitle: Links\n---\n\nSee [[harbour/area 1]], [[page about]] and [the plan](../files/plan.pdf).\n',
  'reviews/quay/files/plan.pdf': 'a plan',
  'reviews/quay/recommendations/2.md':
    '---\nnumber: 2\nwording: To count the ladders again.\nto: [Harbour Board]\nsent: 2020-06-30\n---\n\nNobody has answered.\n',
};

class World {
  readonly folder = temporaryFolder();
  readonly content = writeContent(join(this.folder, 'content'), CONTENT);
  readonly own = join(this.folder, 'layouts');
  today = '2020-07-31';
  baseUrl: string | undefined;
  private clean = 0;

  write(path: string, text: string): void {
    const file = join(this.content, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  read(path: string): string {
    const file = join(this.content, path);
    return existsSync(file) ? readFileSync(file, 'utf8') : (CONTENT[path] ?? '');
  }

  private get styles(): string {
    return join(this.folder, 'styles');
  }

  get output(): string {
    return join(this.folder, 'site');
  }

  get cache(): string {
    return join(this.folder, '.cache');
  }

  async build(isClean: boolean) {
    const number = this.clean++;
    const folder = isClean ? join(this.folder, `clean-${number}`) : this.folder;
    const options: BuildOptions = {
      content: this.content,
      output: isClean ? join(folder, 'site') : this.output,
      today: this.today,
      layouts: existsSync(this.own) ? [this.own, ...layoutFolders()] : layoutFolders(),
      cache: isClean ? join(folder, '.cache') : this.cache,
      home: HOME,
      ...(this.baseUrl === undefined ? {} : { baseUrl: this.baseUrl }),
    };
    // Styles are compiled once for all: they are no part of what is kept.
    if (isClean && existsSync(this.styles)) cpSync(this.styles, options.cache, { recursive: true });
    const { published, diagnostics, pages, records, written } = await buildSite(options);
    const tree = published ? readTree(options.output) : new Map<string, Buffer>();
    if (isClean) {
      rmSync(join(options.cache, 'kept'), { recursive: true, force: true });
      cpSync(options.cache, this.styles, { recursive: true });
    }
    if (isClean) rmSync(folder, { recursive: true, force: true });
    return { published, diagnostics, pages, records, written, tree };
  }

  /** Every file that is kept, with its path. */
  kept(): string[] {
    if (!existsSync(this.cache)) return [];
    return readdirSync(this.cache, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  }
}

type Change = (world: World, below: (limit: number) => number) => void;

const REVIEWS = ['harbour', 'quay'];
const CHANGES: Record<string, Change> = {
  'a text edited': (world, below) => {
    const path = `reviews/${REVIEWS[below(2)]}/meetings/${1 + below(2)}.md`;
    world.write(path, `${world.read(path)}\nLine ${below(1000)} on Area ${1 + below(2)}.\n`);
  },
  'a title edited': (world, below) => {
    const path = `reviews/${REVIEWS[below(2)]}/areas/${1 + below(2)}.md`;
    world.write(path, world.read(path).replace(/^title: .*$/m, `title: Title ${below(1000)}`));
  },
  'a reference to another review added': (world, below) =>
    world.write(
      'reviews/quay/appendices/c.md',
      `---\nletter: C\ntitle: More links\n---\n\nCompare [[harbour/area ${1 + below(2)}]] and [[harbour/meeting ${1 + below(2)}]].\n`,
    ),
  'it taken away': (world) => rmSync(join(world.content, 'reviews/quay/appendices/c.md'), { force: true }),
  'a draft made or published': (world, below) => {
    const path = `reviews/harbour/appendices/a.md`;
    const text = world.read(path);
    world.write(
      path,
      below(2) === 0 ? text.replace('draft: true\n', '') : text.replace(/^---\n(?!draft)/, '---\ndraft: true\n'),
    );
  },
  'a document restricted or not': (world, below) => {
    const path = 'reviews/quay/areas/2.md';
    const text = world.read(path);
    world.write(
      path,
      below(2) === 0
        ? text.replace(/^restricted: .*\n/m, '')
        : text.replace(/^---\n(?!restricted)/, '---\nrestricted: {paragraph: 2}\n'),
    );
  },
  'a document added': (world, below) =>
    world.write(
      `reviews/harbour/areas/${3 + below(3)}.md`,
      `---\nnumber: ${3 + below(3)}\ntitle: Steps\nwording: Repair the steps.\nlead: abc\n---\n\nSee meeting 1.\n`,
    ),
  'a document deleted': (world, below) =>
    rmSync(join(world.content, `reviews/harbour/areas/${3 + below(3)}.md`), { force: true }),
  'a review added': (world, below) =>
    world.write(
      `reviews/pier-${below(3)}/index.md`,
      `---\ntitle: The pier ${below(9)}\ntype: one-day\ncommittee: Harbour Committee\nstatus: final\ntopics: [piers]\n---\n\nOne day at the pier. [[quay/area 1]]\n`,
    ),
  'a review deleted': (world, below) =>
    rmSync(join(world.content, `reviews/pier-${below(3)}`), { recursive: true, force: true }),
  'a review renamed': (world, below) => {
    const [from, to] = [
      join(world.content, `reviews/pier-${below(3)}`),
      join(world.content, `reviews/pier-${below(3)}`),
    ];
    if (existsSync(from) && !existsSync(to)) renameSync(from, to);
  },
  'a mistake': (world, below) =>
    world.write(
      'reviews/harbour/areas/1.md',
      below(2) === 0 ? '---\nnumber: [\n' : CONTENT['reviews/harbour/areas/1.md']!,
    ),
  'it mended': (world) => world.write('reviews/harbour/areas/1.md', CONTENT['reviews/harbour/areas/1.md']!),
  'a reference that leads nowhere': (world, below) =>
    world.write(
      'reviews/quay/appendices/d.md',
      `---\nletter: D\ntitle: Wrong\n---\n\n${['[[harbuor/area 1]]', 'See section 9.9.', '[gone](../../harbour/areas/77.md)'][below(3)]}\n`,
    ),
  'that taken away': (world) => rmSync(join(world.content, 'reviews/quay/appendices/d.md'), { force: true }),
  'a setting': (world, below) =>
    world.write(
      'site.yaml',
      `${CONTENT['site.yaml']}${below(2) === 0 ? '' : `colour: "#1${below(9)}4f5c"\nresponse: {months: ${1 + below(3)}}\n`}`,
    ),
  'a page edited': (world, below) =>
    world.write(
      'pages/about.md',
      `---\ntitle: About ${below(5)}\n---\n\nWe look at [the quay](../reviews/quay/index.md).\n`,
    ),
  'an attachment changed': (world, below) => world.write('reviews/quay/files/plan.pdf', `plan ${below(1000)}`),
  'a person’s name': (world, below) => {
    const path = `reviews/${REVIEWS[below(2)]}/index.md`;
    world.write(path, world.read(path).replace(/Cllr Ann \w+/g, `Cllr Ann ${['Example', 'Sample'][below(2)]}`));
  },
  'another day': (world, below) => (world.today = ['2020-07-31', '2020-08-01', '2020-09-15', '2020-06-01'][below(4)]!),
  'another address': (world, below) => (world.baseUrl = [undefined, 'https://example.org/scrutiny/'][below(2)]),
  'a layout of the council’s own': (world, below) => {
    if (below(2) === 0) rmSync(world.own, { recursive: true, force: true });
    else
      writeContent(world.own, {
        'not-found.njk': `{% extends "base.njk" %}{% block main %}<h1>Gone ${below(100)}</h1>{% endblock %}`,
      });
  },
  nothing: () => undefined,
  'the published site damaged': (world, below) => {
    const files = existsSync(world.output) ? [...readTree(world.output).keys()] : [];
    if (files.length > 0) writeFileSync(join(world.output, files[below(files.length)]!), `damage ${below(100)}`);
    writeFileSync(join(world.folder, 'site-note.txt'), 'beside it');
  },
  'a stranger’s file in the published site': (world, below) => {
    if (existsSync(world.output)) writeFileSync(join(world.output, `CNAME-${below(3)}`), 'example.org');
  },
  'the published site deleted': (world) => rmSync(world.output, { recursive: true, force: true }),
  'a kept file damaged': (world, below) => {
    const files = world.kept();
    if (files.length === 0) return;
    const file = files[below(files.length)]!;
    const { size } = statSync(file);
    // Not into a file that the published site shares: as a disk does.
    const bytes = Buffer.from(readFileSync(file));
    if (size > 0) bytes[below(size)]! ^= 1 + below(255);
    rmSync(file);
    writeFileSync(file, bytes);
  },
  'a kept file cut short': (world, below) => {
    const files = world.kept().filter((file) => file.endsWith('.json'));
    if (files.length === 0) return;
    const file = files[below(files.length)]!;
    truncateSync(file, below(statSync(file).size + 1));
  },
  'kept files of nobody': (world, below) => {
    for (const file of world
      .kept()
      .filter((name) => name.endsWith('.json'))
      .slice(0, 3))
      writeFileSync(file, [`{}`, `null`, '', `${'x'.repeat(43)}\n{}`][below(4)]!);
  },
  'everything kept forgotten': (world) => rmSync(world.cache, { recursive: true, force: true }),
};

describe.each(IS_THOROUGH ? [1, 2, 3] : [1])('seed %i', (seed) => {
  test(
    'a build that goes on is a build that begins anew, byte for byte',
    async () => {
      const world = new World();
      const below = random(seed * 977);
      const names = Object.keys(CHANGES);
      const done: Record<string, number> = {};
      let reused = 0;
      await world.build(false);
      for (let round = 0; round < ROUNDS; round++) {
        const what: string[] = [];
        for (let count = CHANGES_A_ROUND - 1 + below(2); count >= 0; count--) {
          // The first rounds go through all there is.
          const at = round * CHANGES_A_ROUND;
          const name = at < names.length ? names[(at + count) % names.length]! : names[below(names.length)]!;
          CHANGES[name]!(world, below);
          what.push(name);
          done[name] = (done[name] ?? 0) + 1;
        }
        const said = `round ${round} of seed ${seed}: ${what.join(', ')}`;
        const warm = await world.build(false);
        const cold = await world.build(true);
        expect(warm.published, said).toBe(cold.published);
        expect(warm.diagnostics, said).toEqual(cold.diagnostics);
        if (!cold.published) continue;
        expect([warm.pages, warm.records], said).toEqual([cold.pages, cold.records]);
        expect([...warm.tree.keys()].sort(), said).toEqual([...cold.tree.keys()].sort());
        const other = [...cold.tree]
          .filter(([path, bytes]) => !warm.tree.get(path)!.equals(bytes))
          .map(([path]) => path);
        expect(other, said).toEqual([]);
        if (warm.written < cold.written / 2) reused++;
      }
      expect(Object.keys(done).sort()).toEqual([...names].sort());
      expect(reused).toBeGreaterThan(ROUNDS / 4);
      const changes = Object.values(done).reduce((sum, count) => sum + count, 0);
      recordFigure(
        'Publication',
        `builds that go on from the one before, seed ${seed}`,
        `${ROUNDS} after ${changes} changes of ${names.length} kinds, damage to what is kept among them: each the same, byte for byte, as one that begins anew`,
      );
    },
    IS_THOROUGH ? 1_800_000 : 240_000,
  );
});

test('when nothing has changed nothing is written, and the published files keep their times', async () => {
  const world = new World();
  await world.build(false);
  const times = () =>
    [...readTree(world.output).keys()].map((path) => [path, statSync(join(world.output, path)).mtimeMs]);
  const before = times();
  expect((await world.build(false)).written).toBe(0);
  expect(times()).toEqual(before);
});

test('one edit writes the pages that show it and leaves all others as they are', async () => {
  const world = new World();
  await world.build(false);
  const before = new Map(
    [...readTree(world.output)].map(([path]) => [path, statSync(join(world.output, path)).mtimeMs]),
  );
  world.write('reviews/harbour/meetings/1.md', `${world.read('reviews/harbour/meetings/1.md')}\nOne more line.\n`);
  await world.build(false);
  const changed = [...readTree(world.output).keys()].filter(
    (path) => statSync(join(world.output, path)).mtimeMs !== before.get(path),
  );
  expect(changed.filter((path) => !path.startsWith('pagefind/'))).toEqual([
    'reviews/harbour/areas/1/index.html',
    'reviews/harbour/meetings/1/index.html',
    'reviews/harbour/print/index.html',
  ]);
});

test('an edit of a text has its own review indexed again, and the lists are not made again', async () => {
  const world = new World();
  await world.build(false);
  const kept = () => {
    const tree = readTree(world.cache);
    return new Map([...tree].map(([path, bytes]) => [path.replace(/^kept\/[^/]+\//, ''), bytes]));
  };
  const before = kept();
  world.write('reviews/harbour/meetings/1.md', `${world.read('reviews/harbour/meetings/1.md')}\nOne more line.\n`);
  await world.build(false);
  const after = kept();
  const changed = [...after].filter(([path, bytes]) => before.get(path)?.equals(bytes) !== true).map(([path]) => path);
  const ofBatches = [...after.keys()].filter((path) => path.startsWith('batches/') && path.endsWith('.json'));
  expect(ofBatches.length).toBeGreaterThan(2);
  expect(changed.filter((path) => path.startsWith('batches/'))).toEqual([
    'batches/reviews/harbour.json',
    'batches/reviews/harbour.postings',
  ]);
  expect(changed).toContain('index/0.json');
  expect(changed).not.toContain('lists.json');

  // What a document says of itself stands on lists.
  world.write(
    'reviews/harbour/meetings/1.md',
    world.read('reviews/harbour/meetings/1.md').replace(/^title: .*$/m, 'title: Another name'),
  );
  await world.build(false);
  expect(kept().get('lists.json')!.equals(after.get('lists.json')!)).toBe(false);
});
