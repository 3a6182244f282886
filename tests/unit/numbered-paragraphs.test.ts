import { expect, test } from 'vitest';
import { readBody } from '../../src/parse/body.ts';

const read = (text: string) => readBody(text, { file: 'index.md', bodyStart: 0, numberedParagraphs: true }).body;

test('points set in under a numbered paragraph are text, not code, and keep their places', () => {
  const text = '3. We asked:\n\n    a) whether Area 2 is lit;\n\n    - a point\n\n4. They answered.\n';
  const body = read(text);
  expect(body.tokens.some(({ type }) => type === 'code_block')).toBe(false);
  expect(body.blocks.map((block) => block.text)).toEqual([
    'We asked:',
    'a) whether Area 2 is lit;',
    'a point',
    'They answered.',
  ]);
  const { span } = body.references[0]!;
  expect(text.slice(span.start, span.end)).toBe('Area 2');
});

test('a list, a quotation or a heading right below a numbered paragraph ends it', () => {
  const body = read('1. Three things:\n- one\n> two\n## Three\n2. Next.\n');
  expect(body.blocks.map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
    'paragraph: Three things:',
    'item: one',
    'paragraph: two',
    'heading: Three',
    'paragraph: Next.',
  ]);
  expect(body.paragraphs.map(({ number }) => number)).toEqual([1, 2]);
});

test('elsewhere four spaces are code, as Markdown has it', () => {
  const { body } = readBody('Text.\n\n    Area 2\n', { file: 'x.md', bodyStart: 0, numberedParagraphs: false });
  expect(body.references).toEqual([]);
});
