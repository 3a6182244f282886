import { expect, test } from 'vitest';
import { mergeWords, type WordsPart } from '../../src/adapters/search/merge-words.ts';
import * as cbor from '../../src/search/cbor.ts';

/** What Pagefind has made of several reviews becomes one index of all their pages. */

type Item = string | number | readonly Item[];

function write(writer: cbor.CborWriter, item: Item): void {
  if (typeof item === 'string') cbor.writeText(writer, item);
  else if (typeof item === 'number')
    cbor.writeHead(writer, item < 0 ? cbor.NEGATIVE : cbor.NUMBER, item < 0 ? -item - 1 : item);
  else {
    cbor.writeHead(writer, cbor.ARRAY, item.length);
    for (const inner of item) write(writer, inner);
  }
}

function read(cursor: cbor.CborCursor): Item {
  const type = cbor.readHead(cursor);
  const { value } = cursor;
  if (type === cbor.NUMBER) return value;
  if (type === cbor.NEGATIVE) return -value - 1;
  if (type === cbor.ARRAY) return Array.from({ length: value }, () => read(cursor));
  cursor.at += value;
  return new TextDecoder().decode(cursor.bytes.subarray(cursor.at - value, cursor.at));
}

function part(pages: readonly number[], fields: readonly number[], words: readonly Item[]): WordsPart {
  const writer = cbor.writerOf(16);
  for (const word of words) write(writer, word);
  return { postings: cbor.written(writer), pages: Uint32Array.from(pages), fields };
}

const wordsOf = (parts: readonly WordsPart[], groups = 1) =>
  mergeWords(parts, groups).flatMap(({ bytes }) => (read(cbor.cursorOf(bytes)) as readonly (readonly Item[])[])[0]!);

test('pages get their numbers among all, fields too, and a word of several reviews is one', () => {
  // Pages are written as differences to the page before; a negative number in the third list names a field.
  const quay = part(
    [4, 0, 2],
    [1, 0],
    [
      ['cafe', [[1, [-25, 7], []]], [['café', [[0, [-25, 3], [-2, 1, 300]]]]]],
      [
        'tide',
        [
          [0, [-25, 5], [-1, 2]],
          [2, [-121, 9, -25, 70_000], []],
        ],
        [],
      ],
    ],
  );
  const pier = part(
    [3, 1],
    [0],
    [
      [
        'cafe',
        [[0, [-25, 2], [-1, 6]]],
        [
          ['café', [[1, [-25, 8], []]]],
          ['cafè', [[0, [-25, 4], []]]],
        ],
      ],
      ['wall', [[0, [-25, 1], []]], []],
    ],
  );
  expect(wordsOf([quay, pier])).toEqual([
    [
      'cafe',
      [
        [0, [-25, 7], []],
        [3, [-25, 2], [-1, 6]],
      ],
      [
        ['cafè', [[3, [-25, 4], []]]],
        [
          'café',
          [
            [1, [-25, 8], []],
            [3, [-25, 3], [-1, 1, 300]],
          ],
        ],
      ],
    ],
    [
      'tide',
      [
        [2, [-121, 9, -25, 70_000], []],
        [2, [-25, 5], [-2, 2]],
      ],
      [],
    ],
    ['wall', [[3, [-25, 1], []]], []],
  ]);
});

test('words stand in the order of their bytes, and no chunk is larger than a search should load', () => {
  const page = (places: number): Item => [0, [-25, ...Array.from({ length: places }, () => 1000)], []];
  const names = ['a', 'b', '\uFB01', '\u{10400}', 'c'];
  const chunks = mergeWords(
    [
      part(
        [0],
        [],
        names.map((name) => [name, [page(200)], []]),
      ),
    ],
    10,
  );
  expect(chunks.map(({ from }) => from)).toEqual(['a', 'b', 'c', '\uFB01', '\u{10400}']);
  expect(
    mergeWords(
      [
        part(
          [0],
          [],
          names.map((name) => [name, [page(20)], []]),
        ),
      ],
      10,
    ),
  ).toHaveLength(1);
});

test('nothing is nothing', () => {
  expect(mergeWords([], 1)).toEqual([]);
  expect(mergeWords([part([0], [], [])], 1)).toEqual([]);
});
