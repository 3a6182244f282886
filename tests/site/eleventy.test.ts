import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { HOME } from '../../src/adapters/home.ts';
import { cleanUp, readTree, runCommand, temporaryFolder } from '../support/site.ts';

/** `.eleventy.ts`: the record within an Eleventy project. */

afterAll(cleanUp);

test('Eleventy prints every page as our own build does, byte for byte', async () => {
  const folder = temporaryFolder();
  const [theirs, ours] = [join(folder, 'eleventy'), join(folder, 'ours')];
  const eleventy = ['node_modules/@11ty/eleventy/cmd.cjs', '--config=.eleventy.ts', `--output=${theirs}`, '--quiet'];
  await promisify(execFile)(process.execPath, ['--import', 'tsx', ...eleventy], { cwd: HOME });
  const { code, stderr } = await runCommand('build', '--output', ours);
  expect(code, stderr).toBe(0);
  const pagesOf = (site: string) => [...readTree(site)].filter(([path]) => path.endsWith('.html'));
  const printed = new Map(pagesOf(theirs));
  expect([...printed.keys()].sort()).toEqual(
    pagesOf(ours)
      .map(([path]) => path)
      .sort(),
  );
  for (const [path, bytes] of pagesOf(ours)) expect(printed.get(path)!.equals(bytes), path).toBe(true);
}, 120_000);
