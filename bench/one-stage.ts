import { compile } from '../src/compile.ts';
import { layoutFolders } from '../src/adapters/commands/surroundings.ts';
import { loadHelpPages } from '../src/adapters/help-pages.ts';
import { loadContent } from '../src/adapters/load-content.ts';
import { writeSite } from '../src/adapters/site-writer.ts';
import { verifyPages } from '../src/adapters/verify-site.ts';
import { parseFile } from '../src/parse/document.ts';

/** Parts of a build as processes of their own: `tsx bench/one-stage.ts read|site CONTENT OUTPUT`. */

const [stage, folder, output] = process.argv.slice(2) as [string, string, string];
const content = await loadContent(folder);
if (stage === 'read') content.files.forEach(parseFile);
else {
  // Everything but the search.
  const compilation = compile(content, { today: '2026-01-01', helpPages: await loadHelpPages() });
  await writeSite(compilation, { content: folder, output, layouts: layoutFolders(), cache: `${output}-cache` });
  await verifyPages(compilation, output);
}
