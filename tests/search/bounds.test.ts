import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nameBounds } from '../../src/adapters/search/merge-words.ts';

/** The list of chunks, by which a search knows where a word stands. */

const inOrder = (words: Iterable<string>) => [...new Set(words)].filter((word) => word !== '').sort(byBytes);
const byBytes = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));

/** Cuts words into chunks of some lengths. */
function cut(words: readonly string[], lengths: readonly number[]): string[][] {
  const chunks: string[][] = [];
  for (let at = 0, turn = 0; at < words.length; turn++) {
    const length = lengths[turn % lengths.length]!;
    chunks.push(words.slice(at, at + length));
    at += length;
  }
  return chunks;
}

const boundsOf = (chunks: readonly string[][]) =>
  nameBounds(chunks.map((words) => ({ from: words[0]!, to: words.at(-1)! })));

test('bounds are as short as tells the chunks apart', () => {
  const chunks = [['aft', 'harbour', 'harbourmaster'], ['harness', 'lamp'], ['lampé', 'quay'], ['quays']];
  expect(boundsOf(chunks)).toEqual([
    { from: 'aft', to: 'harb~' },
    { from: 'harn', to: 'lamp' },
    { from: 'lampé', to: 'quay' },
    { from: 'quays', to: 'quays' },
  ]);
});

test('every word is looked for in its own chunk and in no other', () => {
  const word = fc.oneof(
    fc.stringMatching(/^[a-z]{1,6}$/),
    fc.stringMatching(/^[ab~éŷ]{1,5}$/),
    fc
      .string({ unit: 'grapheme', maxLength: 4 })
      .filter((text) => !/[\u{d800}-\u{ffff}\u{10000}-\u{10ffff}]/u.test(text)),
  );
  fc.assert(
    fc.property(
      fc.array(word, { minLength: 1, maxLength: 60 }).map(inOrder),
      fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 5 }),
      (words, lengths) => {
        const chunks = cut(words, lengths);
        const bounds = boundsOf(chunks);
        for (const [at, own] of chunks.entries())
          for (const one of own)
            expect(bounds.flatMap(({ from, to }, index) => (from <= one && one <= to ? [index] : []))).toEqual([at]);
      },
    ),
  );
});
