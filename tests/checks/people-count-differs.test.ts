import { describe, expect, test } from 'vitest';
import { findingsOf, report, wordsFound } from '../support/findings.ts';

const CODE = 'people-count-differs';
const found = (narrative: string) => wordsFound(CODE, report(narrative));

describe('finds', () => {
  test.each([
    ['The group consisted of three members.', ['three']],
    ['The panel was made up of five cross-party councillors.', ['five']],
  ])('%s', (narrative, words) => {
    expect(found(narrative)).toEqual(words);
  });

  test('witnesses, fewer or more than can be', () => {
    const keys = 'topics: [light]\n';
    const people = (text: string) => {
      const [path, base] = Object.entries(report(text, keys))[0]!;
      return {
        [path]: base.replace(
          'people:\n',
          'people:\n  w: {name: Wendy Witness, group: witness}\n  v: {name: Val Witness, group: witness}\n',
        ),
      };
    };
    expect(findingsOf(CODE, people('We heard oral evidence from one witness and from five witnesses.'))).toHaveLength(
      1,
    );
    expect(findingsOf(CODE, people('We took evidence from two witnesses.'))).toEqual([]);
    expect(findingsOf(CODE, people('We took evidence from three witnesses.'))).toEqual([]);
    expect(findingsOf(CODE, people('Four witnesses told us so.'))).toEqual([]);
  });
});

describe('near misses', () => {
  test.each([
    'The group consisted of one member, the chair.',
    'The quorum of the committee is three members.',
    'Three members attended the first meeting.',
    'The Harbour Board has eleven trustees.',
    'The committee agreed that panels of three members should hear appeals.',
    'We heard from 47 people.',
  ])('%s', (narrative) => {
    expect(found(narrative)).toEqual([]);
  });
});
