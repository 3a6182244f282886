import { loadContent } from '../src/adapters/load-content.ts';
import { parseFile } from '../src/parse/document.ts';

/** Reading and parsing as a process of its own: `tsx bench/one-stage.ts CONTENT`. */
for (const file of (await loadContent(process.argv[2]!)).files) {
  const { reading } = parseFile(file);
  // A body is read when it is asked for.
  void reading?.value;
}
