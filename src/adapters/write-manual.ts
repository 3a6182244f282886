import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { manualFiles } from '../manual/manual-files.ts';

/** `npm run manual`: writes the JSON Schemas, the reference page and the snippets anew. For developers. */
const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
for (const [path, text] of manualFiles()) {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
}
