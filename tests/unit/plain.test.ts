import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isPlain, quick } from '../../src/model/plain.ts';

const PATTERNS = [
  /(?<![\p{L}\p{N}'’-])\p{Lu}[\p{L}]*(?:['’-]\p{L}+)*\.?/gu,
  /[^\p{L}\p{N}]+/gu,
  /(?<!\p{L})\p{Ll}{2,}(?!\p{L})|\p{Lu}&\p{Lu}/gu,
  /\bof (?<number>\d+|one)\s+\p{Ll}[^.;,:]{1,20}/giu,
  /“([^“”]+)”|(?<![\p{L}\p{N}])"([^"]+)"/gu,
];
const words = fc.constantFrom(
  'The',
  'of',
  'one',
  '20',
  'Barnardo’s',
  'A&E',
  'LAC',
  '“said”',
  '"x"',
  '-',
  ' ',
  '. ',
  '£5',
);
const anything = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary-ascii' }), words);
const texts = fc.array(anything, { maxLength: 12 }).map((parts) => parts.join(' '));

function matches(text: string, pattern: RegExp): unknown[] {
  return [...text.matchAll(pattern)].map((match) => [match.index, ...match, { ...match.groups }]);
}

describe('quick patterns', () => {
  test.each(PATTERNS)('%s finds the same in every text', (pattern) => {
    const byText = quick(pattern);
    fc.assert(
      fc.property(texts, (text) => {
        expect(matches(text, byText(text))).toEqual(matches(text, pattern));
      }),
    );
  });

  test('plain texts get the twin, others the pattern itself', () => {
    const pattern = /\p{L}+/gu;
    const byText = quick(pattern);
    expect(byText('Members’ “views” – noted…').source).toBe('[A-Za-z]+');
    expect(byText('Tŷ Gwyn')).toBe(pattern);
    expect(byText('a½')).toBe(pattern);
  });

  test('a letter that folds to ASCII is not plain', () => {
    expect(['\u212A', 'ſ', 'é', '٣', '\u0301'].map(isPlain)).toEqual([false, false, false, false, false]);
  });

  test('a pattern without a plain form is refused', () => {
    expect(() => quick(new RegExp('\\p{Lu}'))).toThrow('needs the flag u');
    expect(() => quick(/\p{M}/u)).toThrow('no plain form');
    expect(() => quick(/\P{L}/u)).toThrow('no plain form');
    expect(() => quick(/\u{1F600}/u)).toThrow('no plain form');
  });
});
