import { describe, expect, test } from 'vitest';
import { BASE } from '../support/content.ts';
import { INDEX, meeting1, wordsFound } from '../support/findings.ts';

const CODE = 'word-doubled';

describe('finds', () => {
  test.each([
    ['Right information to the the right people.', 'the the'],
    ['The the quay is lit.', 'The the'],
    ['It was lit by by night.', 'by by'],
    ['The lamps lamps are new.', 'lamps lamps'],
    ['It is is lit.', 'is is'],
    ['Part of the of the quay is lit.', 'of the of the'],
    ['The lamps of of\nthe quay.', 'of of'],
    ['Members asked for for more.', 'for for'],
  ])('%s', (text, words) => {
    expect(wordsFound(CODE, meeting1(text))).toEqual([words]);
  });

  test('over the end of a line, and in a wording', () => {
    expect(wordsFound(CODE, meeting1('We saw the\nthe lamps.'))).toEqual(['the\nthe']);
    const area = BASE['reviews/harbour/areas/1.md']!.replace('Light the quay', 'Light the the quay');
    expect(wordsFound(CODE, { 'reviews/harbour/areas/1.md': area })).toEqual(['the the']);
  });
});

describe('near misses', () => {
  test.each([
    'The lamps had had a hard winter.',
    'He said that that lamp was new.',
    'It was very very dark, and long long ago.',
    'The year she moved in in spring was wet.',
    'The work goes on on Mondays.',
    'They met in Baden Baden and in Walla Walla.',
    'The notice says the the [sic] quay.',
    'What it is is unclear.',
    'We saw the lamps. Lamps cost money.',
    'Over and over and over they came in.',
    'Step by step by step it was mended.',
    'The in-depth depth gauge is new.',
    'They were 10 10 pence coins.',
    'The carers who gave her her tea were kind.',
  ])('%s', (text) => {
    expect(wordsFound(CODE, meeting1(text))).toEqual([]);
  });

  test('text in another language', () => {
    const texts = meeting1('Yn yn y harbwr.', 'language: cy\n');
    expect(wordsFound(CODE, texts)).toEqual([]);
    expect(wordsFound(CODE, { [INDEX]: BASE[INDEX]! })).toEqual([]);
  });
});
