import { describe, expect, test } from 'vitest';
import { BASE } from '../support/content.ts';
import { findingsOf, INDEX, MEETING_1, meeting1, report, wordsFound } from '../support/findings.ts';

const CODE = 'person-unlisted';
const messages = (texts: Record<string, string>) => findingsOf(CODE, texts).map(({ message }) => message);

describe('finds', () => {
  test('a councillor whom the notes name and no list has', () => {
    const texts = meeting1('Members were satisfied. Cllr Dan Specimen thanked the officers.');
    expect(messages(texts)).toEqual(['Cllr Dan Specimen is named here, but not under `people` in index.md.']);
    expect(wordsFound(CODE, texts)).toEqual(['Cllr Dan Specimen']);
    expect(findingsOf(CODE, texts)[0]).toMatchObject({ severity: 'advice', file: MEETING_1 });
  });

  test('one person once, wherever named and however written', () => {
    const found = findingsOf(CODE, {
      ...report('Councillor Specimen’s ward has the quay.'),
      ...meeting1('Cllr Dan Specimen asked who lit it. Cllr D Specimen thanked him.'),
    });
    expect(found.map(({ message }) => message)).toEqual([
      'Councillor Specimen is named here, but not under `people` in index.md.',
    ]);
    expect(found[0]!.related).toHaveLength(2);
  });

  test('two people of one surname, and each of a list', () => {
    expect(wordsFound(CODE, meeting1('Cllr Dan Specimen asked, Cllr Eve Specimen answered.'))).toEqual([
      'Cllr Dan Specimen',
      'Cllr Eve Specimen',
    ]);
    expect(wordsFound(CODE, meeting1('Cllrs Example, Specimen and Placeholder went to see the quay.'))).toEqual([
      'Specimen',
      'Placeholder',
    ]);
  });

  test('a councillor with an officer’s surname, and one with the first name of nobody', () => {
    expect(wordsFound(CODE, meeting1('Cllr Sample asked who lit it.'))).toEqual(['Cllr Sample']);
    expect(wordsFound(CODE, meeting1('Cllr Tom Example asked who lit it.'))).toEqual(['Cllr Tom Example']);
  });

  test('another titled person who told the meeting something', () => {
    expect(wordsFound(CODE, meeting1('Mr Placeholder told members that the lamps were new.'))).toEqual([
      'Mr Placeholder',
    ]);
    expect(wordsFound(CODE, meeting1('Dr Jo Placeholder then outlined how ladders are tested.'))).toEqual([
      'Dr Jo Placeholder',
    ]);
  });

  test('names of a printed attendance', () => {
    const texts = meeting1('Members present:\n\n- Ann Example\n- Dan Specimen\n\nApologies:\n\n- Eve Placeholder');
    expect(messages(texts)).toEqual([
      'Dan Specimen is among those present, but not under `people` in index.md.',
      'Eve Placeholder is among the apologies, but not under `people` in index.md.',
    ]);
  });

  test('a councillor of the reviewing council, called so', () => {
    expect(wordsFound(CODE, meeting1('Cllr Specimen (Anytown Borough Council) asked who lit it.'))).toEqual([
      'Cllr Specimen',
    ]);
  });
});

describe('near misses', () => {
  test.each([
    'Cllr Ann Example, Councillor Example and Cllr A Example are one and the same.',
    'Councillors’ allowances were not looked at.',
    'Councillor Call for Action and Councillor Development were not looked at.',
    'The Councillor for the quay was sent the notes, as was the Lord Mayor.',
    'Cllr Specimen of Othertown District Council had written of a quay like it.',
    'Cllr Dan Specimen, Leader of Othertown Borough Council, was quoted in the press.',
    'The report of Dr Placeholder, and what Mr Justice Specimen held, were before members.',
    'Lord Placeholder’s review and Professor Specimen’s paper say the same.',
    'The complaint of Councillor A was not looked at.',
    'Alderman Road and Mrs Specimen House are lit.',
    '> Cllr Specimen told us that the quay was dark.',
    'Ms Samples wrote, Ben Sampel answered.',
  ])('%s', (notes) => {
    expect(messages(meeting1(notes))).toEqual([]);
  });

  test('a report that cites many people from elsewhere', () => {
    const names = ['Placeholder', 'Specimen', 'Madeup', 'Instance'];
    expect(messages(report(names.map((name) => `Mr ${name} told us so.`).join(' ')))).toEqual([]);
    expect(
      messages(
        report(
          names
            .slice(1)
            .map((name) => `Mr ${name} told us so.`)
            .join(' '),
        ),
      ),
    ).toHaveLength(3);
  });

  test.each([
    'Mr Placeholder told the House that courts were empty.',
    'In his book Professor Specimen explained how tides work.',
    'We are grateful to Dr Madeup, who explained the figures.',
    'Mr Specimen confirmed in a letter to The Anytown Times that he had sold the pier.',
  ])('people whom the report mentions: %s', (narrative) => {
    expect(messages(report(narrative))).toEqual([]);
  });

  test('a review that lists nobody', () => {
    const index = BASE[INDEX]!.replace(/people:\n(?: {2}.*\n)+/, '');
    const meeting = (path: string) => ({ [path]: BASE[path]!.replace(/present: .*\n/, '') });
    const texts = { [INDEX]: index, ...meeting(MEETING_1), ...meeting('reviews/harbour/meetings/2.md') };
    expect(index).not.toContain('ann-example');
    expect(messages({ ...texts, ...{ [INDEX]: `${index}\nCllr Specimen asked.\n` } })).toEqual([]);
  });
});
