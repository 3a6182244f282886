import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { expect, test } from 'vitest';
import { markdown } from '../../src/parse/markdown.ts';

/** Our reader looks for addresses only where one can be: it must find all that linkify finds by itself. */

const plain = new MarkdownIt({ linkify: true }).linkify.set({ fuzzyLink: false, fuzzyIP: false, fuzzyEmail: true });
const PIECES =
  'http https HTTPS ftp mailto MAILTO : / // @ . ann example.org www.example.org localhost javascript: see including ( ) , – é 1'
    .split(' ')
    .concat(' ');

test.each([
  ['See https://example.org/x and more', true],
  ['HTTP://EXAMPLE.ORG', true],
  ['ftp://example.org/plan.pdf', true],
  ['//example.org/x', true],
  ['mailto:ann@example.org', true],
  ['Write to ann@example.org.', true],
  ['The group asked about: costs, and/or times', false],
  ['www.example.org', false],
])('%s', (text, isFound) => {
  expect(markdown.linkify.test(text)).toBe(isFound);
  expect(plain.test(text)).toBe(isFound);
});

test('the same is found in any text', () => {
  let found = 0;
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }), (pieces) => {
      const text = pieces.join('');
      const isFound = plain.test(text);
      if (isFound) found++;
      expect(markdown.linkify.test(text)).toBe(isFound);
    }),
    { numRuns: 3000, seed: 8 },
  );
  expect(found).toBeGreaterThan(50);
});
