import { describe, expect, test } from 'vitest';
import { BASE } from '../support/content.ts';
import { findingsOf } from '../support/findings.ts';

const CODE = 'number-skipped';
const appendix = (letter: string, front = '') => ({
  [`reviews/harbour/appendices/${letter.toLowerCase()}.md`]: `---\nletter: ${letter}\ntitle: More\n${front}---\n\nWords.\n`,
});
const area = (number: number, front = '') => ({
  [`reviews/harbour/areas/${number}.md`]: `---\nnumber: ${number}\ntitle: Number ${number}\n${front}---\n`,
});
const messages = (texts: Record<string, string | null>) => findingsOf(CODE, texts).map(({ message }) => message);

describe('finds', () => {
  test('a skipped area, letter, meeting', () => {
    expect(messages(area(4))).toEqual(['Area 3 is missing: the numbers run to 4.']);
    expect(messages(appendix('C'))).toEqual(['Appendix B is missing: the letters run to C.']);
    expect(messages({ ...appendix('B'), ...appendix('D') })).toEqual(['Appendix C is missing: the letters run to D.']);
    const meeting = BASE['reviews/harbour/meetings/2.md']!.replace('number: 2', 'number: 4');
    expect(messages({ 'reviews/harbour/meetings/4.md': meeting })).toEqual([
      'Meeting 3 is missing: the numbers run to 4.',
    ]);
  });

  test('several of one kind at once', () => {
    expect(messages({ ...area(3), ...area(4), ...area(7) })).toEqual([
      'Areas 5 and 6 are missing: the numbers run to 7.',
    ]);
  });
});

describe('near misses', () => {
  test('a draft is there', () => {
    expect(messages({ ...area(3, 'draft: true\n'), ...area(4) })).toEqual([]);
  });

  test('a file that can not be read may be the missing one', () => {
    expect(messages({ ...area(4), 'reviews/harbour/areas/x.md': '---\ntitle: No number\n---\n' })).toEqual([]);
  });

  test('areas taken from a longer list', () => {
    expect(messages({ ...area(9), ...area(14) })).toEqual([]);
  });

  test('letters of meetings count', () => {
    const meeting = BASE['reviews/harbour/meetings/1.md']!.replace('number: 1', 'number: 1\nappendix: B');
    expect(messages({ 'reviews/harbour/meetings/1.md': meeting, ...appendix('C') })).toEqual([]);
  });
});
