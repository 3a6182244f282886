import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const SOURCES = fileURLToPath(new URL('./browser/', import.meta.url));

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
  const typescript = join(SOURCES, `${name}.ts`);
  return existsSync(typescript) ? typescript : join(SOURCES, `${name}.js`);
}
