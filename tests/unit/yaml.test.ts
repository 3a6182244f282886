import { describe, expect, test } from 'vitest';
import { readYaml } from '../../src/parse/yaml.ts';

/** Facts as a clerk means them, and one finding for each slip, where it was made. */

const plain = (yaml: string) => JSON.parse(JSON.stringify(readYaml(yaml, 0, 'x.md').data)) as unknown;

describe('every value is text first', () => {
  test.each([
    ['10:30', '10:30'],
    ['18:30:00', '18:30:00'],
    ['010', '010'],
    ['0x1F', '0x1F'],
    ['no', 'no'],
    ['Off', 'Off'],
    ['true', 'true'],
    ['null', 'null'],
    ['1_000', '1_000'],
    ['.5', '.5'],
    ['2013-01-30', '2013-01-30'],
    ['https://example.org/a', 'https://example.org/a'],
    ['12:30 # lunch', '12:30'],
    ['C# and F#', 'C# and F#'],
    ['"~"', '~'],
    ["'#1'", '#1'],
    ['"a \\"quoted\\" word"', 'a "quoted" word'],
    ['Llŷn', 'Llŷn'],
  ])('%s', (written, value) => {
    expect(readYaml(`a: ${written}\n`, 0, 'x.md').diagnostics).toEqual([]);
    expect(plain(`a: ${written}\n`)).toEqual({ a: value });
  });

  test.each(['', ' ', '~', '# remark'])('nothing: %j', (written) => {
    expect(plain(`a: ${written}\n`)).toEqual({});
  });

  test.each([
    ['a: [x, y]', { a: ['x', 'y'] }],
    ['a:\n  - x\n  - y', { a: ['x', 'y'] }],
    ['a:\n- x\n- y', { a: ['x', 'y'] }],
    ['a: {b: x, c: [y]}', { a: { b: 'x', c: ['y'] } }],
    ['a: >\n  one\n  two\n', { a: 'one two\n' }],
    ['a: |\n  one\n  two\n', { a: 'one\ntwo\n' }],
    ['a: one\n  two', { a: 'one two' }],
    ['', {}],
    ['# only a remark', {}],
  ])('%j', (yaml, value) => {
    expect(readYaml(yaml, 0, 'x.md').diagnostics).toEqual([]);
    expect(plain(yaml)).toEqual(value);
  });

  test('places are those of the file', () => {
    const { spans } = readYaml('a: {b: xy}\n', 100, 'x.md');
    expect(spans.get('a.b')).toEqual({ key: { start: 104, end: 105 }, value: { start: 107, end: 109 } });
  });
});

describe('one finding for each slip, where it was made', () => {
  test.each([
    // The code, the text with the place marked, and what the hint must say.
    ['yaml-tab', 'a:\n⟦\t⟧- x\n', 'Use spaces'],
    ['yaml-tab', 'a: 1\n⟦\t⟧b: 2\n', 'Use spaces'],
    ['yaml-tab', 'a:\n  b: 1\n  ⟦\t⟧c: 2\n', 'Use spaces'],
    ['yaml-colon', 'a: Scope⟦:⟧ what\nb: 2\n', 'a: "Scope: what"'],
    ['yaml-colon', 'a: one⟦:⟧ two: three\n', 'a: "one: two: three"'],
    ['yaml-colon', 'b: 1\na: He said "no"⟦:⟧ so\n', `a: 'He said "no": so'`],
    ['yaml-colon', 'a:\n  - b: Report⟦:⟧ by May\n    c: 1\n', 'b: "Report: by May"'],
    ['yaml-colon', 'a:\n  - {b: 1, note: Said⟦:⟧ all well}\n', 'note: "Said: all well"'],
    ['yaml-colon', 'a:\n  - {b: 1 c⟦:⟧ 2}\n', 'need a comma between'],
    ['yaml-duplicate-key', 'a: 1\n⟦a⟧: 2\n', 'Keep one of the two'],
    ['yaml-duplicate-key', 'a: {b: 1, ⟦b⟧: 2}\n', 'Keep one of the two'],
    ['yaml-alias', 'a: ⟦*x*⟧\n', '"*x*"'],
    ['yaml-alias', 'a: ⟦*x*⟧ of work\n', '"*x* of work"'],
    ['yaml-alias', 'a: ⟦&x of work⟧\n', '"&x of work"'],
    ['yaml-alias', 'a: ⟦!x of work⟧\n', '"!x of work"'],
    ['yaml-syntax', 'a: ⟦&⟧ x\n', '"& x"'],
    ['yaml-syntax', 'a: ⟦@⟧x\n', '"@x"'],
    ['yaml-syntax', 'a: ⟦%⟧x\n', '"%x"'],
    ['yaml-syntax', 'a: ⟦`⟧x`\n', '"`x`"'],
    ['yaml-syntax', 'a: ⟦>⟧ x\n', '"> x"'],
    ['yaml-syntax', 'a: ⟦"⟧x\nb: 1\n', 'Put " after'],
    ['yaml-syntax', 'a: ⟦"⟧x\nb: "1"\n', 'Put " after'],
    ['yaml-syntax', 'b: "1"\na: [x, ⟦"⟧y]\n', 'Put " after'],
    ['yaml-syntax', 'a: "x" ⟦of work⟧\nb: 1\n', `'"x" of work'`],
    ['yaml-syntax', "a: 'Tandy'⟦s notes'⟧\n", `"Tandy's notes"`],
    ['yaml-syntax', 'a: ⟦[⟧x, y\nb: 1\n', 'Put ] after'],
    ['yaml-syntax', 'a:\n  - ⟦{⟧b: 1, c: 2\n  - {b: 3}\nd: 1\n', 'Put } after'],
    ['yaml-syntax', 'a: [x]⟦]⟧\nb: 1\n', 'Remove it'],
    ['yaml-syntax', 'a: 1\n ⟦b: 2⟧\n', 'same distance'],
    ['yaml-syntax', ' a: 1\n⟦b: 2⟧\n', 'same distance'],
    ['yaml-syntax', 'a:\n  - b: 1\n   ⟦c: 2⟧\n', 'same distance'],
    ['yaml-syntax', 'a: 1\n⟦b 2⟧\n', 'a key, a colon, a space'],
    ['yaml-syntax', '⟦b 2⟧\na: 1\n', 'a key, a colon, a space'],
    ['yaml-syntax', 'a⟦:⟧1\nb: 2\n', 'Write a: 1'],
    ['yaml-syntax', '⟦a b c⟧\n', 'a key, a colon, a space'],
    ['yaml-syntax', '⟦- a\n- b⟧\n', 'a key, a colon, a space'],
    ['yaml-syntax', 'a: 1\n...\n⟦b: 2⟧\n', 'Remove the line'],
  ])('%s: %j', (code, marked, hint) => {
    const yaml = marked.replace(/[⟦⟧]/g, '');
    const { diagnostics } = readYaml(yaml, 0, 'x.md');
    expect(diagnostics.map((found) => found.code)).toEqual([code]);
    const { span } = diagnostics[0]!;
    expect(`${yaml.slice(0, span.start)}⟦${yaml.slice(span.start, span.end)}⟧${yaml.slice(span.end)}`).toBe(marked);
    expect(diagnostics[0]!.hint).toContain(hint);
  });

  test('no place lies behind the end', () => {
    const yaml = '%url: https://example.org/\n';
    expect(readYaml(yaml, 0, 'x.md').diagnostics.map(({ code, span }) => [code, span.end <= yaml.length])).toEqual([
      ['yaml-syntax', true],
    ]);
  });

  test('the facts before a slip are kept, so that the preview can go on', () => {
    expect(readYaml('a: 1\nb: x: y\n', 0, 'x.md')).toMatchObject({ sound: false, data: { a: '1' } });
  });

  test('keys that JavaScript knows are plain keys', () => {
    expect(Object.keys(readYaml('__proto__: 1\nconstructor: 2\n', 0, 'x.md').data)).toEqual([
      '__proto__',
      'constructor',
    ]);
  });
});
