import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { SOURCES } from './home.ts';

const FOLDER = join(SOURCES, 'adapters', 'browser');

/** Each becomes one script of the same name among the site's assets. */
const SCRIPTS = ['search-page', 'search-worker', 'marks'];

/** Bundles the search page's scripts out of the same TypeScript that the command runs. */
export async function bundleScripts(target: string): Promise<void> {
  await build({
    entryPoints: SCRIPTS.map(source),
    outdir: target,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'silent',
  });
}

/** TypeScript in a checkout, compiled in the package. */
function source(name: string): string {
  const typescript = join(FOLDER, `${name}.ts`);
  return existsSync(typescript) ? typescript : join(FOLDER, `${name}.js`);
}
