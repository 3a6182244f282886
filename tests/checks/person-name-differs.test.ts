import { describe, expect, test } from 'vitest';
import { BASE } from '../support/content.ts';
import { findingsOf, INDEX, MEETING_1, meeting1, report, wordsFound } from '../support/findings.ts';

const CODE = 'person-name-differs';
const messages = (texts: Record<string, string>) => findingsOf(CODE, texts).map(({ message }) => message);

/** The base's report with more people on its list, one a line. */
const listing = (...people: readonly string[]) => ({
  [INDEX]: BASE[INDEX]!.replace('---\n\n## 1', `${people.map((one) => `  ${one}\n`).join('')}---\n\n## 1`),
});
const SIAN = listing(
  'sian-made: {name: Cllr Siân Made-Up, group: member}',
  "una-ohare: {name: Una O'Hare, group: partner}",
);

describe('finds', () => {
  test('a letter too few, too many or another, in the full name', () => {
    expect(messages(meeting1('Ben Sampel showed how the quay is lit.'))).toEqual([
      'The text has “Ben Sampel”, the list has “Ben Sample”.',
    ]);
    expect(wordsFound(CODE, meeting1('Benn Sample showed it. Members thanked Ben Samplle.'))).toEqual([
      'Benn Sample',
      'Ben Samplle',
    ]);
  });

  test('a letter apart in the surname after a title', () => {
    expect(messages(meeting1('Cllr Exemple asked who lit it.'))).toEqual([
      'The text has “Exemple”, the list has “Ann Example”.',
    ]);
    expect(wordsFound(CODE, report('We thank Mr Sampel for his help.'))).toEqual(['Sampel']);
  });

  test('an accent left out, a hyphen left out', () => {
    expect(messages({ ...SIAN, ...meeting1('Cllr Sian Made-Up asked who lit it.') })).toEqual([
      'The text has “Sian Made-Up”, the list has “Siân Made-Up”.',
    ]);
  });

  test('one wrong name in many places is one finding', () => {
    const found = findingsOf(CODE, { ...report('Ben Sampel was heard.'), ...meeting1('Ben Sampel showed it.') });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ severity: 'warning', file: INDEX });
    expect(found[0]!.related!.map(({ file }) => file)).toEqual([INDEX, MEETING_1]);
  });
});

describe('near misses', () => {
  test.each([
    'Ben Sample, Mr Sample, Mr B Sample and B. Sample are one and the same.',
    'Cllr Example’s question was answered, and Ann Example’s too.',
    'Cllr Sampel asked who lit it.',
    'Sample Street and the Sampler are lit.',
    'We took samples. Samples of the water were clean.',
    'Mr John Sampson showed how it is lit.',
    'BEN SAMPLE showed how it is lit.',
    'Ben Simpleton and Glen Sample came to see it.',
    'Ben Sampel House is lit.',
  ])('%s', (notes) => {
    expect(messages(meeting1(notes))).toEqual([]);
  });

  test.each(['Una O’Hare sent a letter.', "Ms O’Hare and Ms O'Hare sent letters.", 'Cllr Made-Up asked.'])(
    'apostrophes, surnames alone: %s',
    (notes) => {
      expect(messages({ ...SIAN, ...meeting1(notes) })).toEqual([]);
    },
  );

  test('two people of the list whose names are a letter apart', () => {
    const two = listing('jo-brown: {name: Jo Brown, group: officer}', 'jo-browne: {name: Jo Browne, group: partner}');
    expect(
      messages({ ...two, ...meeting1('Jo Brown and Jo Browne came. Ms Brown asked, Ms Browne answered.') }),
    ).toEqual([]);
  });

  test('a title that shows somebody else', () => {
    const davies = listing('di-davies: {name: Mrs Di Davies, group: partner}');
    expect(messages({ ...davies, ...meeting1('Mr Davis sent a letter.') })).toEqual([]);
    expect(messages({ ...davies, ...meeting1('Mrs Davis sent a letter.') })).toHaveLength(1);
  });
});
