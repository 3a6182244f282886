import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../support/site.ts';
import { recordFigure } from './figures.ts';

/** What is installed with the program: pinned, checked against its digest, free to use, and run by nobody on arrival. */

interface Installed {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly link?: boolean;
  readonly hasInstallScript?: boolean;
}

const read = (file: string) => JSON.parse(readFileSync(join(ROOT, file), 'utf8')) as unknown;
const manifest = read('package.json') as Record<'dependencies' | 'devDependencies', Record<string, string>>;
const lock = read('package-lock.json') as { packages: Record<string, Installed> };
const installed = Object.entries(lock.packages).filter(([path]) => path !== '');

/** Licences that ask for no more than their notice, and (MPL) for changes to their own files. */
const FREE =
  /^\(?(MIT|MIT-0|ISC|Apache-2\.0|BSD-2-Clause|BSD-3-Clause|0BSD|BlueOak-1\.0\.0|CC0-1\.0|Python-2\.0|Unlicense|MPL-2\.0|CC-BY-[34]\.0|PSF-2\.0)\b/;

test('versions are pinned', () => {
  const ranges = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }).filter(
    ([, version]) => !/^\d+\.\d+\.\d+$/.test(version),
  );
  expect(ranges).toEqual([]);
});

test('every package has a digest', () => {
  const open = installed.filter(([, { integrity, link }]) => !link && !/^sha512-/.test(integrity ?? ''));
  expect(open.map(([path]) => path)).toEqual([]);
});

test('licences are free, and listed', () => {
  const others = installed.filter(([, { license }]) => !FREE.test(license ?? ''));
  expect(others.map(([path, { license }]) => `${path}: ${license}`)).toEqual([]);
  const counts = new Map<string, number>();
  const needed = installed.filter(([, { dev }]) => !dev);
  for (const [, { license }] of needed) counts.set(license!, (counts.get(license!) ?? 0) + 1);
  const list = [...counts].sort((a, b) => b[1] - a[1]).map(([license, count]) => `${license} ${count}`);
  recordFigure(
    'Nothing gets in',
    'packages',
    `${Object.keys(manifest.dependencies).length} named and ${needed.length} with all that they need, each pinned with its digest (${installed.length} with the tools of development). Licences: ${list.join(', ')}`,
  );
});

test('nothing has to run when they are installed', () => {
  // esbuild and watchers of files have scripts that make a start faster or build what is there already; .ci/run installs without any.
  expect(readFileSync(join(ROOT, '.ci', 'run'), 'utf8')).toContain('npm ci --ignore-scripts');
  const scripted = installed.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path);
  expect(scripted.filter((path) => !/(esbuild|fsevents|watcher)$/.test(path))).toEqual([]);
});
