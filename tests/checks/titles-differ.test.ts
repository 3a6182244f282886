import { describe, expect, test } from 'vitest';
import { BASE } from '../support/content.ts';
import { findingsOf, INDEX, MEETING_1, meeting1, report, wordsFound } from '../support/findings.ts';

const CODE = 'titles-differ';
const messages = (texts: Record<string, string>) => findingsOf(CODE, texts).map(({ message }) => message);

/** The base with one more person on its list. */
const listing = (person: string) => ({
  [INDEX]: BASE[INDEX]!.replace('---\n\n## 1', `  cat-instance: {${person}}\n---\n\n## 1`),
});

describe('finds', () => {
  test('another title than the list has, in brackets and after a comma', () => {
    const texts = meeting1('Ben Sample (Head of Bridges) showed how the quay is lit.');
    expect(messages(texts)).toEqual(['Ben Sample is “Head of Bridges” here and “Harbour Master” elsewhere.']);
    expect(wordsFound(CODE, texts)).toEqual(['Head of Bridges']);
    expect(findingsOf(CODE, texts)[0]).toMatchObject({ severity: 'warning', file: MEETING_1 });
    expect(wordsFound(CODE, meeting1('Ben Sample, the Head of Bridges, showed how the quay is lit.'))).toEqual([
      'Head of Bridges',
    ]);
    expect(wordsFound(CODE, meeting1('- Mr Sample, Head of Bridges'))).toEqual(['Head of Bridges']);
  });

  test('a title with a note in brackets after it', () => {
    expect(
      wordsFound(CODE, meeting1('- Ben Sample, Head of Service, Bridges In Use (in the list, Head of Quays)')),
    ).toEqual(['Head of Service, Bridges In Use']);
  });

  test('one person once, with every other place', () => {
    const found = findingsOf(CODE, {
      ...report('We heard Ben Sample (Head of Bridges).'),
      ...meeting1('Ben Sample (Bridge Manager) showed it. Ben Sample (Harbour Master) left.'),
    });
    expect(found).toHaveLength(1);
    expect(found[0]!.related!.map(({ message }) => message)).toEqual([
      'The list says “Harbour Master”.',
      'Here it is “Bridge Manager”.',
    ]);
  });

  test('two titles in the text where the list has none', () => {
    const texts = {
      ...listing('name: Cat Instance, group: partner'),
      ...meeting1('Cat Instance (Chief Diver and Safety Officer) came. Cat Instance (Finance Director) left.'),
    };
    expect(messages(texts)).toEqual([
      'Cat Instance is “Finance Director” here and “Chief Diver and Safety Officer” elsewhere.',
    ]);
  });

  test('one name listed twice', () => {
    expect(messages(listing('name: Mr Ben Sample, group: officer, role: Diver'))).toEqual([
      'Mr Ben Sample is listed twice, as “ben-sample” and as “cat-instance”.',
    ]);
  });
});

describe('near misses', () => {
  test.each([
    'Ben Sample (Harbour Master) and Ben Sample, Harbour Master, ABC, showed it.',
    'Ben Sample (Harbour Master, Anytown Borough Council) showed it.',
    'Ben Sample (now Head of Bridges) and Ben Sample, formerly Head of Bridges, showed it.',
    'Ben Sample, then Interim Head of Bridges, showed it.',
    'Ben Sample (Lead Officer for the review) showed it.',
    'Ben Sample (Chair of the Quay Trust) showed it.',
    'Ben Sample (representing the Head of Bridges) showed it.',
    'Ben Sample (on behalf of the Chief Executive) showed it.',
    'Members thanked Ben Sample (Action: Head of Bridges).',
    'Ben Sample, the Head of Bridges and the Director of Finance came.',
    'Ben Sample, Cat Madeup, Head of Bridges, and others came.',
    'We heard Ben Sample, Cllr Dan Specimen (Portfolio Holder) and others.',
    'According to Ben Sample, Head Teachers are content with it.',
    'Ben Sample (Questions 1 to 10) and Ben Sample, who keeps the quay, showed it.',
    'Ben Sample told the Head of Bridges (Director of Roads) so.',
    'Cllr Ann Example (Chairman), Cllr Ann Example, Chair, and Cllr Example (in the chair) opened it.',
  ])('%s', (notes) => {
    expect(messages(meeting1(notes))).toEqual([]);
  });

  test.each([
    ['role: "Service Manager, Divers"', 'Cat Instance (Service Manager) and Cat Instance, Manager for Divers, came.'],
    ['role: Assistant Director of Quays', 'Cat Instance (Asst Director of Quays) came.'],
    ['role: "Head of Children’s Services"', "Cat Instance (Head of Children's Services, Anytown) came."],
    ['role: Parliamentary Under-Secretary of State', 'Cat Instance, the Minister, came.'],
    ['role: Harbour Master until 2019', 'Cat Instance (Head of Bridges) came.'],
    ['role: Chief Executive', 'Cat Instance (Chief Executive of the Quay Trust) came.'],
  ])('a shorter or longer form of one title: %s', (role, notes) => {
    const texts = { ...listing(`name: Cat Instance, group: partner, ${role}`), ...meeting1(notes) };
    expect(messages(texts)).toEqual([]);
  });

  test('a surname that two people have', () => {
    const texts = {
      ...listing('name: Cat Sample, group: partner, role: Head of Bridges'),
      ...meeting1('Ms Sample (Head of Bridges) came.'),
    };
    expect(messages(texts)).toEqual([]);
  });
});
