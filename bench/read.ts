import { loadContent } from '../src/adapters/load-content.ts';
import { parseFile } from '../src/parse/document.ts';

/** Reading and parsing every document once, as a process of its own: `node read.js CONTENT`. */
for (const file of (await loadContent(process.argv[2]!)).files) {
  // A body is read when it is asked for.
  void parseFile(file).reading?.value;
}
