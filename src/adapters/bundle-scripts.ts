import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const SOURCES = fileURLToPath(new URL('./browser/', import.meta.url));

/** Each becomes one script of the same name among the site's assets. */
const SCRIPTS = ['search-page', 'search-worker', 'marks'];

/** Bundles the search page's scripts out of the same TypeScript that the command runs. */
export async function bundleScripts(target: string): Promise<void> {
  await build({
    entryPoints: SCRIPTS.map((name) => join(SOURCES, `${name}.ts`)),
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
