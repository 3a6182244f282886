import { describe, expect, test } from 'vitest';
import { lineText, normaliseText, positionOf, sourceFile } from '../../src/model/source.ts';
import { appendix, find } from './find.ts';

/** From bytes to text, and from offsets to lines and columns. */

const bytes = (...parts: (string | number)[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from([part]))));

describe('line ends and byte-order marks', () => {
  test.each([
    ['Windows', 'a\r\nb\r\n', 'a\nb\n'],
    ['old Macintosh', 'a\rb\r', 'a\nb\n'],
    ['Unix', 'a\nb\n', 'a\nb\n'],
    ['mixed', 'a\r\nb\rc\nd', 'a\nb\nc\nd'],
    ['a mark at the beginning', '\uFEFFa\r\nb', 'a\nb'],
    ['a blank line of Windows', 'a\r\n\r\nb', 'a\n\nb'],
    ['nothing', '', ''],
  ])('%s', (_name, written, text) => {
    expect(normaliseText(written)).toBe(text);
    expect(sourceFile('x.md', Buffer.from(written))).toEqual({ path: 'x.md', text });
  });

  test('a mark in the middle stays', () => {
    expect(normaliseText('a\uFEFFb')).toBe('a\uFEFFb');
  });
});

describe('bytes that are not UTF-8', () => {
  test.each([
    ['Latin-1', bytes('caf', 0xe9, '\n'), 3],
    ['after accents that are right', bytes('Siân caf', 0xe9), 8],
    ['after a byte-order mark and Windows line ends', bytes(0xef, 0xbb, 0xbf, 'a\r\nb\r\ncaf', 0xe9), 7],
    ['a letter cut short', bytes('ab', 0xc3), 2],
    ['a zero byte', bytes('ab', 0, 'c'), 2],
    ['UTF-16', bytes(0xff, 0xfe, 'a', 0, 'b', 0), 0],
  ])('%s', (_name, written, invalidAt) => {
    expect(sourceFile('x.md', written).invalidAt).toBe(invalidAt);
  });

  test('a replacement sign that the clerk wrote is text', () => {
    expect(sourceFile('x.md', Buffer.from('a\uFFFDb')).invalidAt).toBeUndefined();
  });

  test('it is the only finding of the file, at the letter', () => {
    expect(find(appendix('See Area 9 and [[nothing]].\n\nThe caf\\xE9.'))).toEqual([
      'file-not-utf8 appendices/a.md:8:8 “\uFFFD”',
    ]);
  });
});

describe('positions', () => {
  const text = 'one\n\nthree é 😀 x\n';

  test.each([
    [0, 3, [1, 1, 1, 4]],
    [4, 4, [2, 1, 2, 1]],
    [5, 10, [3, 1, 3, 6]],
    [3, 5, [1, 4, 3, 1]],
    [text.length, text.length + 9, [4, 1, 4, 1]],
    [999, 999, [4, 1, 4, 1]],
  ])('%i to %i', (start, end, expected) => {
    const { line, column, endLine, endColumn } = positionOf(text, { start, end });
    expect([line, column, endLine, endColumn]).toEqual(expected);
  });

  test('a line without its line end', () => {
    expect([1, 2, 3, 4, 5].map((line) => lineText(text, line))).toEqual(['one', '', 'three é 😀 x', '', '']);
  });

  test.each([
    ['\n', 'plain'],
    ['\r\n', 'Windows'],
  ])('a finding has the line and column of the file (%j, %s)', (lineEnd) => {
    const file = Object.entries(appendix('Lighting.\n\nSee Area 9.'))[0]!;
    for (const mark of ['', '\uFEFF'])
      expect(find({ [file[0]]: mark + file[1].replaceAll('\n', lineEnd) })).toEqual([
        'reference-unknown appendices/a.md:8:10 “9”',
      ]);
  });
});
