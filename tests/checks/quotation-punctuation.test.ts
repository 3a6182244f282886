import { describe, expect, test } from 'vitest';
import { findingsOf, meeting1, report, wordsFound } from '../support/findings.ts';

const CODE = 'quotation-punctuation';
const WORDING =
  "Ensure that health agencies, including GPs are promptly told of the council's child-protection meetings.";
const RECORD = {
  'reviews/harbour/areas/1.md': `---\nnumber: 1\ntitle: Notices\nwording: "${WORDING}"\nlead: abc\n---\n`,
};
const notes = (text: string) => ({ ...RECORD, ...meeting1(text) });
const slip = (from: string, to: string) => WORDING.replace(from, to);

describe('finds', () => {
  test.each([
    ['a comma put in', slip('GPs are', 'GPs, are'), 'GPs, are'],
    ['a comma left out', slip('agencies, including', 'agencies including'), 'agencies including'],
    ['an apostrophe left out', slip("council's", 'councils'), 'councils'],
    ['a capital', slip("council's", "Council's"), "Council's"],
    ['a hyphen left out', slip('child-protection', 'child protection'), 'child protection'],
    ['two words as one', slip('child-protection', 'childprotection'), 'childprotection'],
  ])('%s', (_name, quoted, words) => {
    expect(wordsFound(CODE, notes(`> ${quoted}`))).toEqual([words]);
  });

  test('another kind of apostrophe, once for the review', () => {
    const curly = slip("council's", 'council’s');
    const [finding, ...others] = findingsOf(CODE, { ...notes(`> ${curly}`), ...report(`It says “${curly}”.`) });
    expect(others).toEqual([]);
    expect(finding?.message).toContain('1 more quotation differs only in this way');
  });
});

describe('near misses', () => {
  test.each([
    ['exact', `> ${WORDING}`],
    ['no full stop', `> ${WORDING.slice(0, -1)}`],
    ['the full stop outside the marks', `It says “${WORDING.slice(0, -1)}”.`],
    ['a small letter at the beginning', `He was to “${WORDING.replace('E', 'e').slice(0, -1)}”.`],
    ['emphasis', `> ${slip('promptly', '**promptly**')}`],
    ['other words, which is another rule’s', `> ${slip('promptly', 'quickly')}`],
    ['an omission with dots', `> ${slip(', including GPs', ' …')}`],
    ['a sentence that resembles', 'Ensure health agencies, GPs among them, are told of meetings.'],
  ])('%s', (_name, text) => {
    expect(findingsOf(CODE, notes(text))).toEqual([]);
  });
});
