import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { readKept, writeKept } from './kept/kept-files.ts';

const require = createRequire(import.meta.url);

/**
 * Compiles the site's styles (`styles/site.scss` of the first layouts folder that has it) into one compressed
 * stylesheet. The result is kept in `cacheFolder` under a digest of the sources and of govuk-frontend's version.
 */
export async function compileStyles(layoutsFolders: readonly string[], cacheFolder: string): Promise<string> {
  const folders = layoutsFolders.map((folder) => join(folder, 'styles')).filter((folder) => existsSync(folder));
  const entry = folders.map((folder) => join(folder, 'site.scss')).find((file) => existsSync(file));
  if (entry === undefined) return '';
  const govuk = require.resolve('govuk-frontend/package.json');
  const cached = join(cacheFolder, `styles-${await digest(folders, govuk)}.json`);
  const known = readKept<string>(cached);
  if (known !== undefined) return known;
  const packages = dirname(dirname(govuk));
  // Loaded only when there is something to compile: it is large.
  const { compileAsync } = await import('sass');
  const { css } = await compileAsync(entry, {
    style: 'compressed',
    quietDeps: true,
    loadPaths: [...folders, packages],
  });
  writeKept(cached, css);
  return css;
}

async function digest(folders: readonly string[], govukPackage: string): Promise<string> {
  const hash = createHash('sha256').update(
    (JSON.parse(await readFile(govukPackage, 'utf8')) as { version: string }).version,
  );
  for (const folder of folders) {
    const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.scss')).sort();
    for (const name of names) hash.update(name).update(await readFile(join(folder, name)));
  }
  return hash.digest('hex').slice(0, 16);
}
