import { describe, expect, test } from 'vitest';
import { BASE } from '../support/content.ts';
import { findingsOf, INDEX, MEETING_1, meeting1, wordsFound } from '../support/findings.ts';

const CODE = 'member-withdrawn';
const MEETING_2 = 'reviews/harbour/meetings/2.md';
const messages = (texts: Record<string, string>) => findingsOf(CODE, texts).map(({ message }) => message);

/** The base with Cllr Cat Instance on its list, excused from every meeting, and a sentence in its report. */
function told(sentence: string, person = 'name: Cllr Cat Instance, group: member') {
  const excused = (path: string) => ({
    [path]: BASE[path]!.replace('considered:', 'apologies: [cat-instance]\nconsidered:'),
  });
  return {
    ...excused(MEETING_1),
    ...excused(MEETING_2),
    [INDEX]: `${BASE[INDEX]!.replace('---\n\n## 1', `  cat-instance: {${person}}\n---\n\n## 1`)}\n${sentence}\n`,
  };
}

const LISTED = 'Cllr Cat Instance left the group, but is still listed as a member.';

describe('finds', () => {
  test('who withdrew and is listed as a member', () => {
    const texts = told('Cllr Instance had withdrawn from the group as she was unavailable.');
    expect(messages(texts)).toEqual([LISTED]);
    expect(wordsFound(CODE, texts)).toEqual(['Cllr Instance had withdrawn from the group']);
    expect(findingsOf(CODE, texts)[0]).toMatchObject({
      severity: 'warning',
      file: INDEX,
      related: [{ message: 'Listed as a member here.' }],
    });
  });

  test.each([
    'Members noted that Cllr Cat Instance had since resigned from the Task and Finish Group.',
    'Councillor Instance stood down as a member of the panel in May.',
    'Cllr Instance (Independent) left the review in February.',
    'Cllr Instance, who stepped down from the Environment Scrutiny Committee, was thanked.',
    'Cllrs Instance and Specimen withdrew from the group.',
    'Cllr Instance, Cllr Dan Specimen and Cllr Madeup had withdrawn from the group.',
    'Cllr Instance withdrew from the group to take up a place in the Cabinet.',
    'Following Cllr Instance’s resignation from the group a place was vacant.',
    'The withdrawal of Cllr Instance from the review was noted.',
    'Cllr Instance is no longer a member of the group.',
    'Cllr Instance was replaced by Cllr Specimen on the panel.',
    'Cllr Specimen replaced Cllr Instance on the panel.',
    'Cllr Instance stood down as a councillor in May.',
  ])('%s', (sentence) => {
    expect(messages(told(sentence))).toEqual([LISTED]);
  });

  test('who is present after having left, whatever the list says', () => {
    const person = 'name: Cllr Cat Instance, group: member, role: Member until February 2020';
    const texts = {
      ...told('', person),
      ...meeting1('Cllr Instance had withdrawn from the group.'),
      [MEETING_2]: BASE[MEETING_2]!.replace('ben-sample]', 'ben-sample, cat-instance]'),
    };
    expect(messages(texts)).toEqual(['Cllr Cat Instance left the group, but is present at meeting 2 all the same.']);
  });

  test('it once, however often it is told', () => {
    expect(messages(told('Cllr Instance left the group. She said why Cllr Instance left the group.'))).toEqual([
      LISTED,
    ]);
  });
});

describe('near misses', () => {
  test.each([
    'Cllr Instance left the meeting at 4 pm.',
    'Cllr Instance left the committee room.',
    'Cllr Instance left the group to discuss it.',
    'Cllr Instance declared an interest and withdrew from the meeting while the group decided.',
    'Cllr Instance withdrew from the room.',
    'Cllr Instance withdrew her question to the group.',
    'Cllr Instance resigned from the Cabinet and from the Planning Committee.',
    'Cllr Instance left the Labour Group in March.',
    'Cllr Instance stepped down as Chair of the group.',
    'Cllr Instance left the panel in no doubt.',
    'If Cllr Instance withdrew from the group, a place would be vacant.',
    'Cllr Instance had not withdrawn from the group.',
    'Cllr Instance withdrew from the group and rejoined it in March.',
    'Cllr Instance withdrew from the group. Later Cllr Instance joined the group again.',
    'The offer to the group was withdrawn, Cllr Instance noted.',
    'Cllr Instance’s withdrawal from the meeting was noted.',
    'Cllr Instance replaced Cllr Specimen on the panel.',
    'Cllr Specimen had withdrawn from the group.',
    'In the absence of Cllr Instance, Cllr Specimen withdrew from the group.',
    'Cllr Instance asked who had left the group.',
  ])('%s', (sentence) => {
    expect(messages(told(sentence))).toEqual([]);
  });

  test.each(['Member until February 2020', 'Former member', 'Withdrew in February 2020', 'Ward councillor'])(
    'the list says so: %s',
    (role) => {
      const person = `name: Cllr Cat Instance, group: member, role: ${role}`;
      expect(messages(told('Cllr Instance had withdrawn from the group.', person))).toEqual([]);
    },
  );

  test('who was present before having left', () => {
    const person = 'name: Cllr Cat Instance, group: member, role: Member until March 2020';
    const texts = {
      ...told('', person),
      [MEETING_1]: BASE[MEETING_1]!.replace('ben-sample]', 'ben-sample, cat-instance]'),
      [MEETING_2]: `${BASE[MEETING_2]!}\nCllr Instance had withdrawn from the group.\n`,
    };
    expect(messages(texts)).toEqual([]);
  });
});
