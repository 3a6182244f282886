import { describe, expect, test } from 'vitest';
import { BASE } from '../support/content.ts';
import { findingsOf, INDEX, MEETING_1, meeting1, wordsFound } from '../support/findings.ts';

const CODE = 'first-name-unclear';

/** The base with more people on its list, all of them present at meeting 1, whose notes are these. */
function notes(text: string, people: Readonly<Record<string, string>>, present = Object.keys(people)) {
  const list = Object.entries(people).map(([key, person]) => `  ${key}: {${person}}\n`);
  return {
    [INDEX]: BASE[INDEX]!.replace('---\n\n## 1', `${list.join('')}---\n\n## 1`),
    [MEETING_1]: meeting1(text)[MEETING_1]!.replace('ben-sample]', `${['ben-sample', ...present].join(', ')}]`),
  };
}

const TWO_BENS = { 'ben-madeup': 'name: Ben Madeup, group: officer' };
const TWO_SAMPLES = { 'cat-sample': 'name: Cat Sample, group: partner' };
const messages = (texts: Record<string, string>) => findingsOf(CODE, texts).map(({ message }) => message);

describe('finds', () => {
  test('a first name that two of those present have', () => {
    const texts = notes('Members thanked Ben for the lamps.', TWO_BENS);
    expect(messages(texts)).toEqual(['“Ben” alone can be Ben Sample or Ben Madeup.']);
    expect(findingsOf(CODE, texts)[0]).toMatchObject({ severity: 'advice', file: MEETING_1 });
    expect(wordsFound(CODE, texts)).toEqual(['Ben']);
  });

  test.each(['As Ben explained, the lamps are new.', 'When asked, Ben’s answer was short.', 'Ben said that he knew.'])(
    '%s',
    (text) => {
      expect(wordsFound(CODE, notes(text, TWO_BENS))).toEqual(['Ben']);
    },
  );

  test('it once for each document', () => {
    const found = findingsOf(CODE, notes('Ben counted the lamps. Then Ben lit them.', TWO_BENS));
    expect(found).toHaveLength(1);
    expect(found[0]!.related!.map(({ message }) => message)).toEqual(['Ben Sample.', 'Ben Madeup.', 'Here too.']);
  });

  test('a surname after a title that suits two people', () => {
    const texts = notes('Members thanked Ms Sample for the lamps.', {
      ...TWO_SAMPLES,
      'eve-sample': 'name: Eve Sample, group: officer',
    });
    expect(wordsFound(CODE, texts)).toEqual(['Ms Sample']);
    const two = { 'dan-example': 'name: Cllr Dan Example, group: member' };
    expect(messages(notes('Cllr Example asked who lit it.', two))).toEqual([
      '“Cllr Example” alone can be Cllr Ann Example or Cllr Dan Example.',
    ]);
  });
});

describe('near misses', () => {
  test.each([
    'Ben Sample counted the lamps, and Ben Madeup lit them.',
    'Mr Ben Sample and B. Madeup counted the lamps.',
    'St Ben is a church, Ben Nevis a mountain and Big Ben a bell.',
    'The reply of Mr Madeup was short.',
    'Ben Sample came. Ben had counted the lamps.',
    'Ben-Hur was shown.',
  ])('%s', (text) => {
    expect(messages(notes(text, TWO_BENS))).toEqual([]);
  });

  test('a first name that one of those present has', () => {
    expect(messages(notes('Members thanked Ben for the lamps.', TWO_BENS, []))).toEqual([]);
  });

  test.each([
    'In May members met, and from May to June they wrote. On 4 May they agreed.',
    'Members met again in early May.',
    'The Bill was read, and a Bill like it.',
    'Will the lamps last? Will they be seen?',
  ])('a word that is a name too: %s', (text) => {
    const people = {
      'may-one': 'name: May Madeup, group: officer',
      'may-two': 'name: May Instance, group: officer',
      'bill-one': 'name: Bill Madeup, group: officer',
      'bill-two': 'name: Bill Instance, group: officer',
      'will-one': 'name: Will Madeup, group: officer',
      'will-two': 'name: Will Instance, group: officer',
    };
    expect(messages(notes(text, people))).toEqual([]);
  });

  test.each([
    'Cllr Example asked who lit it.',
    'Cllr Ann Example asked. Cllr Example was content, and so was Mr Example.',
    'Mr Example told members who lit it.',
  ])('a surname that the title or the full name settles: %s', (text) => {
    const officer = { 'dan-example': 'name: Mr Dan Example, group: officer' };
    expect(messages(notes(text, officer))).toEqual([]);
  });

  test('a surname of two people in titles that tell them apart, and one name listed twice', () => {
    const two = {
      'jo-madeup': 'name: Mr Jo Madeup, group: witness',
      'di-madeup': 'name: Mrs Di Madeup, group: witness',
    };
    expect(messages(notes('Mr Madeup asked, Mrs Madeup answered.', two))).toEqual([]);
    expect(messages(notes('Ben counted the lamps.', { 'ben-two': 'name: Mr Ben Sample, group: officer' }))).toEqual([]);
  });
});
