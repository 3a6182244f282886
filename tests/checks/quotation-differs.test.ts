import { describe, expect, test } from 'vitest';
import { BASE } from '../support/content.ts';
import { findingsOf, meeting1, report, wordsFound } from '../support/findings.ts';

const CODE = 'quotation-differs';
const WORDING =
  "Ensure that notifications of attendance from care and accident units are of a good quality and give full information, so that the council's concerns can be followed up.";
const RECOMMENDATION =
  'To encourage both boards of the harbour to work towards a common approach to sharing information on lamps.';
const RECORD = {
  'reviews/harbour/areas/1.md': `---\nnumber: 1\ntitle: Notifications\nwording: "${WORDING}"\nlead: abc\n---\n`,
  'reviews/harbour/recommendations/1.md': BASE['reviews/harbour/recommendations/1.md']!.replace(
    /wording: .*/,
    `wording: ${RECOMMENDATION}`,
  ),
};
const notes = (text: string) => ({ ...RECORD, ...meeting1(text) });
const told = (text: string) => ({ ...RECORD, ...report(text) });
const slip = (from: string, to: string) => WORDING.replace(from, to);

describe('finds', () => {
  test.each([
    ['a word replaced', slip('care and', 'care at'), 'at'],
    ['a word put in', slip('good quality', 'good enough quality'), 'good enough quality'],
    ['a word left out', slip('a good quality', 'a quality'), 'a quality'],
    ['a singular', slip('concerns', 'concern'), 'concern'],
    ['the first word', slip('Ensure', 'Check'), 'Check'],
  ])('%s, set off as a quotation', (_name, quoted, words) => {
    expect(wordsFound(CODE, notes(`> ${quoted}\n\nMembers were satisfied.`))).toEqual([words]);
  });

  test('in quotation marks, in any section', () => {
    expect(wordsFound(CODE, notes(`The text is “${slip('care and', 'care at')}”, said Ben.`))).toEqual(['at']);
    expect(wordsFound(CODE, told(`The text is "${slip('care and', 'care at')}", said Ben.`))).toEqual(['at']);
  });

  test('a recommendation printed again in a list', () => {
    const copy = RECOMMENDATION.replace('common approach', 'joint approach');
    expect(wordsFound(CODE, told(`## Recommendations\n\n1. **${copy}**`))).toEqual(['joint']);
  });

  test('the same slip in two places is one finding, which shows both sides', () => {
    const copy = RECOMMENDATION.replace('common approach', 'joint approach');
    const [finding, ...others] = findingsOf(CODE, told(`1. ${copy}\n\n## Summary\n\n- ${copy}`));
    expect(others).toEqual([]);
    expect(finding?.message).toBe('This copy of recommendation 1 has “joint” where the record has “common”.');
    expect(finding?.related?.map(({ file }) => file.split('/').at(-2))).toEqual(['recommendations', 'harbour']);
  });

  test('all differences of one quotation in one finding', () => {
    const [finding, ...others] = findingsOf(CODE, notes(`> ${slip('care and', 'care at').replace('good', 'high')}`));
    expect(others).toEqual([]);
    expect(finding?.message).toContain('differs in 1 more place');
  });

  test('in the numbered paragraph that a recommendation comes from', () => {
    const index = report(
      `13. Boards differ. ${RECOMMENDATION.replace('common', 'joint')} They replied.`,
      'paragraphs: numbered\n',
    );
    const from = RECORD['reviews/harbour/recommendations/1.md'].replace('to: [', 'paragraph: 13\nto: [');
    expect(findingsOf(CODE, { ...RECORD, ...index, 'reviews/harbour/recommendations/1.md': from })).toHaveLength(1);
  });
});

describe('near misses', () => {
  test.each([
    ['exact', `> ${WORDING}`],
    ['exact, without the full stop', `> ${WORDING.slice(0, -1)}`],
    ['exact, over two lines', `> ${WORDING.replace(' care', '\n> care')}`],
    ['exact, in quotation marks', `“${WORDING}”`],
    ['other punctuation only', `> ${slip('information, so', 'information so')}`],
    ['a part', 'It asked for “notifications of attendance from care and accident units”.'],
    ['a part with a word or two', 'It asked for “full details” and “good quality”.'],
    ['an omission with dots', `> ${slip('from care and accident units ', '… ')}`],
    ['an addition in brackets', `> ${slip('accident units', 'accident [and emergency] units')}`],
    ['a paraphrase', 'Notifications of attendance are to be of better quality, with full information on each visit.'],
    ['a sentence that begins alike', 'We must ensure that notifications of attendance from all care homes are kept.'],
    [
      'another text quoted',
      '> The Act requires every ship to give notice of its arrival before it enters the harbour.',
    ],
    ['a short quotation that resembles', 'He wished to “ensure that notifications are of a good quality”.'],
  ])('%s', (_name, text) => {
    expect(findingsOf(CODE, notes(text))).toEqual([]);
  });

  test('a conclusion that uses half of a recommendation', () => {
    const text =
      'We conclude that a common approach to sharing information on lamps would help both boards of the harbour.';
    expect(findingsOf(CODE, told(text))).toEqual([]);
  });

  test('a longer paragraph that holds the recommendation exactly', () => {
    expect(
      findingsOf(CODE, told(`Boards differ. Our second recommendation is: ${RECOMMENDATION} They replied.`)),
    ).toEqual([]);
  });

  test('two wordings that resemble each other: the one that is quoted counts', () => {
    const twin = RECORD['reviews/harbour/areas/1.md']
      .replace('number: 1', 'number: 3')
      .replace('good quality', 'high quality');
    const texts = { ...notes(`> ${slip('good quality', 'high quality')}`), 'reviews/harbour/areas/3.md': twin };
    expect(findingsOf(CODE, texts)).toEqual([]);
  });
});
