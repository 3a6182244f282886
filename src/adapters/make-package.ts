import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { HOME } from './home.ts';

/** `npm pack` runs this first: TypeScript to JavaScript with types in `dist`, and the help pages beside it. */
const typescript = createRequire(import.meta.url).resolve('typescript/bin/tsc');
await rm(join(HOME, 'dist'), { recursive: true, force: true });
const compile = (...options: string[]) =>
  execFileSync(process.execPath, [typescript, '--project', ...options], { stdio: 'inherit' });
compile(join(HOME, 'tsconfig.build.json'));
// The search page's scripts run in a browser and are compiled for one; the build bundles them.
compile(
  join(HOME, 'src', 'adapters', 'browser'),
  ...['--noEmit', 'false', '--rewriteRelativeImportExtensions', '--rootDir', HOME, '--outDir', join(HOME, 'dist')],
);
const help = join('src', 'diagnostics', 'help');
await cp(join(HOME, help), join(HOME, 'dist', help), { recursive: true });
