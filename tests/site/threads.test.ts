import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { buildSite } from '../../src/adapters/build/build-site.ts';
import { layoutFolders } from '../../src/adapters/commands/surroundings.ts';
import { HOME } from '../../src/adapters/home.ts';
import { loadContent } from '../../src/adapters/load-content.ts';
import { handsFor } from '../../src/adapters/build/crew.ts';
import { compile } from '../../src/compile.ts';
import { formatJson } from '../../src/diagnostics/format.ts';
import { BASE } from '../support/content.ts';
import { cleanUp, readTree, runCommand, temporaryFolder, writeContent } from '../support/site.ts';

/**
 * Compiled, a large record is made in several threads; here in the tests the same is made in one. Both must find and
 * write the same. So many documents are needed, as small as may be, for threads to be started at all.
 */

const TODAY = '2026-01-01';
const REVIEWS = 64;
const AREAS = 15;

function manyReviews(): Record<string, string> {
  const files: Record<string, string> = { 'site.yaml': BASE['site.yaml']! };
  for (let review = 1; review <= REVIEWS; review++) {
    const folder = `reviews/quay-${review}`;
    files[`${folder}/index.md`] =
      `---\ntitle: Quay ${review}\ntype: one-day\ncommittee: Harbour Committee\nstatus: final\n---\n\nSee [[quay-${(review % REVIEWS) + 1}/area 2]] and the the quay.\n\n## 1.1 Why\n\nLamps.\n`;
    for (let area = 1; area <= AREAS; area++)
      files[`${folder}/areas/${area}.md`] =
        `---\nnumber: ${area}\ntitle: Lamp ${area} of quay ${review}\n---\n\nLamp ${area} stands beside Area ${(area % AREAS) + 1}.\n`;
  }
  return files;
}

afterAll(cleanUp);

describe('a record that is worth several threads', () => {
  const folder = temporaryFolder();
  const content = writeContent(join(folder, 'content'), manyReviews());

  test('here there is one thread', () => {
    expect(handsFor(1_000_000)).toBe(0);
  });

  test('is built to the same bytes', async () => {
    const [one, several] = [join(folder, 'one'), join(folder, 'several')];
    const options = { content, output: one, today: TODAY, layouts: layoutFolders(), home: HOME };
    await buildSite({ ...options, cache: join(folder, 'cache') });
    const { code, stderr } = await runCommand('build', '--content', content, '--output', several, '--today', TODAY);
    expect(code, stderr).toBe(0);
    const [ours, theirs] = [readTree(one), readTree(several)];
    expect([...theirs.keys()]).toEqual([...ours.keys()]);
    expect([...ours].filter(([path, bytes]) => !theirs.get(path)!.equals(bytes)).map(([path]) => path)).toEqual([]);
  }, 120_000);

  test('is checked with the same findings: in texts, between reviews, of addresses, in files of no review', async () => {
    writeContent(content, {
      'reviews/quay-7/areas/3.md':
        '---\nnumber: 3\ntitle: Lamp\n---\n\nSee Area 99 and [[quay-8/area 40]], [[quay-8/section 1.1]] and [[quay-60/section 9]].\n',
      'reviews/quay-9/areas/4.md': '---\nnumber: four\ntitle: Lamp\n---\n',
      'reviews/quay-11/areas/5.md': '---\nnumber: 5\ntitle: Lamp\nformerly: /reviews/quay-12/areas/6/\n---\n',
      'reviews/quay-13/areas/6.md': '---\nnumber: 6\ntitle: Lamp\n---\n\nSee [the lamps](/reviews/quay-14/lamps/).\n',
      'reviews/Quay-15/index.md': BASE['reviews/harbour/index.md']!,
      'reviews/quay-16/map.txt': 'Where the lamps are.',
      'pages/lamps.md': '---\ntitle: Lamps\n---\n\nSee [[quay-99/area 1]] and and more.\n',
    });
    const { diagnostics, catalogue } = compile(await loadContent(content), { today: TODAY });
    const { stdout } = await runCommand('check', '--content', content, '--today', TODAY, '--format', 'json');
    expect(JSON.parse(stdout)).toEqual(
      JSON.parse(formatJson(diagnostics, { folder: content, sources: catalogue.sources })),
    );
    expect(
      diagnostics.filter(({ code }) => code !== 'word-doubled').map(({ code, file }) => `${code} ${file}`),
    ).toEqual([
      'reference-unknown pages/lamps.md',
      'reference-unknown reviews/Quay-15/index.md',
      'reference-unknown reviews/Quay-15/index.md',
      'reference-unknown reviews/Quay-15/index.md',
      'reference-unknown reviews/Quay-15/index.md',
      'address-taken reviews/quay-11/areas/5.md',
      'link-broken reviews/quay-13/areas/6.md',
      'address-taken reviews/quay-15/index.md',
      'file-misplaced reviews/quay-16/map.txt',
      'reference-unknown reviews/quay-7/areas/3.md',
      'reference-unknown reviews/quay-7/areas/3.md',
      'reference-unknown reviews/quay-7/areas/3.md',
      'field-type reviews/quay-9/areas/4.md',
    ]);
  });
});
