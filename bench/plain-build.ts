import { join } from 'node:path';
import { buildSite } from '../src/adapters/build/build-site.ts';
import { layoutFolders } from '../src/adapters/commands/surroundings.ts';
import { HOME } from '../src/adapters/home.ts';

/** A build without its search, as a process of its own: `node plain-build.js CONTENT OUTPUT CACHE`. */
const [content, output, cache] = process.argv.slice(2) as [string, string, string];
const { published } = await buildSite({
  content,
  output,
  cache: join(cache),
  today: '2026-01-01',
  layouts: layoutFolders(),
  home: HOME,
  hasSearch: false,
});
if (!published) process.exitCode = 1;
