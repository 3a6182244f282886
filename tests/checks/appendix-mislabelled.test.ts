import { BASE } from '../support/content.ts';
import { describe, expect, test } from 'vitest';
import { MEETING_1, report, wordsFound } from '../support/findings.ts';

const CODE = 'appendix-mislabelled';
const notesAtB = (path: string, text: string) => ({ [path]: text.replace('number: 1\n', 'number: 1\nappendix: B\n') });
const found = (narrative: string) =>
  wordsFound(CODE, { ...report(narrative), ...notesAtB(MEETING_1, BASE[MEETING_1]!) });

describe('finds', () => {
  test.each([
    ['The notes of meeting 1 are at appendix A, which is not appendix B.', ['appendix A']],
    ['Detailed notes of meeting 1 are available at appendix A.', ['appendix A']],
    ['The figures stand in the appendix.', ['appendix']],
  ])('%s', (narrative, words) => {
    expect(found(narrative)).toEqual(words);
  });

  test('a document by its title', () => {
    const scoping = { 'reviews/harbour/appendices/a.md': '---\nletter: A\ntitle: Scoping document\n---\n\nLight.\n' };
    const texts = { ...notesAtB(MEETING_1, BASE[MEETING_1]!), ...scoping };
    expect(wordsFound(CODE, { ...texts, ...report('We used the Council’s Scoping Document (appendix B).') })).toEqual([
      'appendix B',
    ]);
    expect(wordsFound(CODE, { ...texts, ...report('We used the Scoping Document (appendix A).') })).toEqual([]);
  });
});

describe('near misses', () => {
  test.each([
    'Detailed notes of meeting 1 are available at appendix B.',
    'It is described in an appendix to the inspection report.',
    'Meeting 1 dealt with lighting (appendix A).',
    'See the appendices.',
    'The notes of meeting 2 are not printed; see appendix A for the scope.',
  ])('%s', (narrative) => {
    expect(found(narrative)).toEqual([]);
  });
});
