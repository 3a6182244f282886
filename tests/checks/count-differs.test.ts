import { describe, expect, test } from 'vitest';
import { findingsOf, report, wordsFound } from '../support/findings.ts';

const CODE = 'count-differs';
const found = (narrative: string) => wordsFound(CODE, report(narrative));

describe('finds', () => {
  test.each([
    ['Specifically, 20 areas for improvement were identified.', ['20 areas for improvement']],
    ['We asked which of the three areas for improvement mattered.', ['three areas for improvement']],
    ['We held five meetings.', ['five meetings']],
    ['The Group met on four occasions.', ['four occasions']],
    ['The review was completed over six meetings.', ['six meetings']],
    ['We heard oral evidence on three occasions.', ['three occasions']],
    ['This report makes three recommendations.', ['three recommendations']],
    ['We make 12 recommendations.', ['12 recommendations']],
    ['Cabinet accepted all four of these. It noted that we made two recommendations.', ['two recommendations']],
    ['We held five meetings. The Task and Finish Group held five meetings in all.', ['five meetings']],
  ])('%s', (narrative, words) => {
    expect(found(narrative)).toEqual(words);
  });

  test('the same number in several places once, with the places', () => {
    const [finding, ...others] = findingsOf(CODE, report('We held five meetings.\n\nThe Group held five meetings.'));
    expect(others).toEqual([]);
    expect(finding?.related).toHaveLength(1);
  });

  test('evidence sessions are those with evidence', () => {
    const meeting3 = {
      'reviews/harbour/meetings/3.md': '---\nnumber: 3\ntitle: Draft\ndate: 2020-04-07\ntype: deliberation\n---\n',
    };
    expect(findingsOf(CODE, { ...report('We heard evidence on two occasions.'), ...meeting3 })).toEqual([]);
    expect(findingsOf(CODE, { ...report('We held two evidence sessions and three meetings.'), ...meeting3 })).toEqual(
      [],
    );
    expect(findingsOf(CODE, { ...report('We heard evidence on three occasions.'), ...meeting3 })).toHaveLength(1);
  });
});

describe('near misses', () => {
  test.each([
    'Two areas for improvement were identified.',
    'The first three meetings were on lighting.',
    'Three of the five witnesses agreed.',
    'The review was to be completed over four further weekly meetings.',
    'A minimum of 4 meetings was foreseen.',
    'At the time of writing, it has held five meetings.',
    'The Harbour Board has held five meetings.',
    'We held three meetings with the insurers.',
    'Some 15 areas for improvement relating to schools were left aside.',
    'The inspection report made 12 recommendations.',
    'Our predecessor made five recommendations.',
    'The Francis Report made 290 recommendations; all 290 recommendations were accepted.',
    'We make two recommendations on noise.',
    'In our first report we made six recommendations.',
    'We identified four areas of concern.',
    'Members identified three areas for improvement in the leaflet.',
    'The residents told us: “the three recommendations we make are plain”.',
    'The survey identified three areas for improvement: paint, light and rope.',
    'Officers attend three meetings a year.',
    'We will hold five meetings.',
    'We held both meetings in one day.',
  ])('%s', (narrative) => {
    expect(found(narrative)).toEqual([]);
  });
});
