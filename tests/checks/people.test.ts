import { describe, expect, test } from 'vitest';
import type { Code } from '../../src/diagnostics/codes.ts';
import { BASE } from '../support/content.ts';
import { findingsOf, INDEX, MEETING_1, meeting1, wordsFound } from '../support/findings.ts';

/** The rules on people: who is listed, who was there, and what they are called. */

const MEETING_2 = 'reviews/harbour/meetings/2.md';

/** The base's report with more people in its list and more text at its end. */
function index(people: string, text = ''): Record<string, string> {
  const lines =
    people === ''
      ? ''
      : `${people
          .trim()
          .split('\n')
          .map((line) => `  ${line.trim()}`)
          .join('\n')}\n`;
  return { [INDEX]: `${BASE[INDEX]!.replace('people:\n', `people:\n${lines}`)}${text === '' ? '' : `\n${text}\n`}` };
}

/** A meeting of the base with other lists of attendance. */
function attendance(path: string, present: string, apologies = ''): Record<string, string> {
  const lists = `present: [${present}]${apologies === '' ? '' : `\napologies: [${apologies}]`}`;
  return { [path]: BASE[path]!.replace('present: [ann-example, ben-sample]', lists) };
}

const messages = (code: Code, texts: Record<string, string>) => findingsOf(code, texts).map(({ message }) => message);
const CAT = 'cat-instance: {name: Cllr Cat Instance, group: member}';

describe('person-unlisted', () => {
  const found = (text: string) => wordsFound('person-unlisted', meeting1(text));

  test('councillors in prose, each once', () => {
    expect(found('Cllr Dan Specimen asked. Cllr Specimen and Councillor Eve Muster agreed.')).toEqual([
      'Cllr Dan Specimen',
      'Councillor Eve Muster',
    ]);
    expect(found('Cllrs Example, Specimen and Muster asked.')).toEqual(['Specimen', 'Muster']);
  });

  test('names in the attendance of the notes', () => {
    const text = 'Text.\n\n## Officers present\n\n- Ben Sample\n- Dan Specimen (Diver)\n\n## Apologies\n\n- Eve Muster';
    expect(messages('person-unlisted', meeting1(text))).toEqual([
      'Dan Specimen is among those present, but not under `people` in index.md.',
      'Eve Muster is among the apologies, but not under `people` in index.md.',
    ]);
  });

  test.each([
    'Cllr Example asked. Councillor Ann Example agreed, and Cllr A Example too.',
    "Cllr Example's question was answered.",
    'Mr Dan Specimen of the ferry company wrote; Professor Muster’s book was read.',
    'The Councillors asked. A Cllr asked.',
    'Cllr Exampel asked.',
    'Councillor training is held each year; Councillor Development is a team.',
  ])('silent: %s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('person-without-part', () => {
  const DAN = 'dan-specimen: {name: Dan Specimen, group: partner, role: Coastguard}';
  const found = (texts: Record<string, string>) => messages('person-without-part', texts);

  test('somebody who was nowhere', () => {
    expect(found(index(DAN))).toEqual([
      'Dan Specimen is listed as a partner, but attended no meeting and is named nowhere in the notes.',
    ]);
    expect(found(index(DAN.replace('partner', 'officer')))[0]).toContain('listed as an officer');
  });

  test.each([
    ['named in the report', index(DAN, 'Dan Specimen wrote to us.')],
    ['present', { ...index(DAN), ...attendance(MEETING_1, 'ann-example, ben-sample, dan-specimen') }],
    ['excused', { ...index(DAN), ...attendance(MEETING_1, 'ann-example, ben-sample', 'dan-specimen') }],
    [
      'owner of an action',
      { ...index(DAN), ...meeting1('Text.', 'actions:\n  - {action: Count the lamps, owner: dan-specimen}\n') },
    ],
    [
      'named in the notes by surname',
      { ...index(DAN), ...meeting1('Mr Specimen asked for lamps. Members were satisfied.') },
    ],
    ['supports the committee', index(DAN.replace('Coastguard', 'Democratic Services Officer'))],
    ['a member', index(DAN.replace('partner', 'member'))],
    ['one of the public', index(DAN.replace('partner', 'public'))],
  ])('silent: %s', (_name, texts) => {
    expect(found(texts)).toEqual([]);
  });

  test('a review whose meetings list nobody proves nothing', () => {
    const bare = (path: string) => BASE[path]!.replace('present: [ann-example, ben-sample]\n', '');
    expect(found({ ...index(DAN), [MEETING_1]: bare(MEETING_1), [MEETING_2]: bare(MEETING_2) })).toEqual([]);
  });
});

describe('person-name-differs', () => {
  const SIAN = 'sian-obiora: {name: Dr Siân Obiora, group: witness, role: Surveyor}';
  const found = (text: string) => wordsFound('person-name-differs', { ...index(SIAN), ...meeting1(text) });

  test.each([
    ['Ben Sampel showed it.', ['Ben Sampel']],
    ['Dr Obiera spoke.', ['Obiera']],
    ['Sian Obiora spoke.', ['Sian Obiora']],
    ['Ben Sampel showed it, and Ben Sampel explained it.', ['Ben Sampel']],
  ])('%s', (text, words) => {
    expect(found(text)).toEqual(words);
  });

  test.each([
    'Ben Sample showed it. Mr Sample explained. B. Sample agreed.',
    'Dr Siân Obiora spoke; Dr Obiora’s plan was read.',
    'Benjamin Sampson of another firm wrote.',
    'Ben Samplers Ltd delivered.',
    'The sample of Ben was small.',
    'Ann Sample wrote.',
  ])('silent: %s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('first-name-unclear', () => {
  const BEN = 'ben-madeup: {name: Ben Madeup, group: officer, role: Diver}';
  const found = (text: string, present = 'ann-example, ben-sample, ben-madeup') =>
    wordsFound('first-name-unclear', {
      ...index(BEN),
      [MEETING_1]: meeting1(text)[MEETING_1]!.replace('ann-example, ben-sample', present),
    });

  test('a name that two of those present have, once for a document', () => {
    expect(found('Ben showed how the quay is lit. Ben explained it.')).toEqual(['Ben']);
    expect(found('Ben Sample and Ben Madeup came. Ben’s lamps were counted.')).toEqual(['Ben']);
  });

  test.each([
    ['Ben showed how the quay is lit.', 'ann-example, ben-sample'],
    ['Ben Sample and Ben Madeup showed how the quay is lit.', 'ann-example, ben-sample, ben-madeup'],
    ['Ben Nevis is high, and St Ben is a church.', 'ann-example, ben-sample, ben-madeup'],
    ['Mr Sample showed how the quay is lit.', 'ann-example, ben-sample, ben-madeup'],
    ['Ann asked.', 'ann-example, ben-sample, ben-madeup'],
  ])('silent: %s (present: %s)', (text, present) => {
    expect(found(text, present)).toEqual([]);
  });
});

describe('titles-differ', () => {
  const found = (text: string) => wordsFound('titles-differ', meeting1(text));

  test.each([
    ['Ben Sample (Head of Bridges) spoke.', ['Head of Bridges']],
    ['Ben Sample, Head of Bridges, ABC, spoke.', ['Head of Bridges, ABC']],
  ])('%s', (text, words) => {
    expect(found(text).map((word) => word.replace(/, ABC$/, ''))).toEqual(
      words.map((word) => word.replace(/, ABC$/, '')),
    );
  });

  test('one name under two keys', () => {
    const twice = index('ben-sample-2: {name: Mr Ben Sample, group: officer, role: Diver}', 'Ben Sample spoke.');
    expect(messages('titles-differ', twice)[0]).toMatch(/is listed twice, as “ben-sample-2” and as “ben-sample”/);
  });

  test.each([
    'Ben Sample (Harbour Master) spoke.',
    'Ben Sample, Harbour Master, Anytown Borough Council, spoke.',
    'Ben Sample (Harbour Master, ABC) spoke.',
    'Ben Sample (now Head of Bridges) spoke.',
    'Ben Sample, formerly Head of Bridges, spoke.',
    'Cllr Ann Example (Chair) spoke.',
    'Ben Sample (Questions 1 to 10) spoke.',
    'Ben Sample, who keeps the quay, spoke.',
    'The Head of Bridges spoke after Ben Sample.',
  ])('silent: %s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('member-withdrawn', () => {
  const found = (text: string, person = CAT, present = 'ann-example, ben-sample') =>
    messages('member-withdrawn', { ...index(person, text), ...attendance(MEETING_2, present) });

  test('still listed', () => {
    expect(found('Cllr Instance had withdrawn from the group.')).toEqual([
      'Cllr Cat Instance left the group, but is still listed as a member.',
    ]);
    expect(found('Cllr Cat Instance stood down from the Panel in May.')).toHaveLength(1);
  });

  test('present at a later meeting', () => {
    const texts = {
      ...index(CAT.replace('group: member', 'group: member, role: Member until February 2020')),
      ...meeting1('Cllr Instance has resigned from the group. Members were satisfied.'),
      ...attendance(MEETING_2, 'ann-example, ben-sample, cat-instance'),
    };
    expect(messages('member-withdrawn', texts)).toEqual([
      'Cllr Cat Instance left the group, but is present at meeting 2 all the same.',
    ]);
  });

  test.each([
    [
      'Cllr Instance had withdrawn from the group.',
      CAT.replace('group: member', 'group: member, role: Member until May 2020'),
    ],
    ['Cllr Instance left the meeting at 4 pm.', CAT],
    ['Cllr Instance left the question open for the group.', CAT.replace('Cllr Cat Instance', 'Cllr Cat Muster')],
    ['The invitation to the group was withdrawn.', CAT],
    ['Cllr Instance withdrew the motion.', CAT],
  ])('silent: %s', (text, person) => {
    expect(found(text, person)).toEqual([]);
  });
});

describe('member-unaccounted', () => {
  const found = (more: Record<string, string>) => messages('member-unaccounted', { ...index(CAT), ...more });
  const both = attendance(MEETING_2, 'ann-example, ben-sample', 'cat-instance');

  test('neither present nor excused', () => {
    expect(found(both)).toEqual([
      'Cllr Cat Instance is neither present nor among the apologies at meeting 1 (4 February 2020).',
    ]);
  });

  test.each([
    ['present', { ...both, ...attendance(MEETING_1, 'ann-example, ben-sample, cat-instance') }],
    ['excused', { ...both, ...attendance(MEETING_1, 'ann-example, ben-sample', 'cat-instance') }],
    ['a site visit', { ...both, [MEETING_1]: BASE[MEETING_1]!.replace('number: 1', 'number: 1\ntype: site-visit') }],
    [
      'no attendance at all',
      { ...both, [MEETING_1]: BASE[MEETING_1]!.replace('present: [ann-example, ben-sample]\n', '') },
    ],
    [
      'a portfolio holder',
      { ...both, ...index(CAT.replace('group: member', 'group: member, role: Portfolio Holder')) },
    ],
    ['who joined later', { ...both, ...index(CAT, 'Cllr Instance joined the group in March.') }],
  ])('silent: %s', (_name, more) => {
    expect(found(more as Record<string, string>)).toEqual([]);
  });
});

describe('present-and-absent', () => {
  const found = (present: string, apologies: string) =>
    messages('present-and-absent', { ...index(CAT), ...attendance(MEETING_1, present, apologies) });

  test.each([
    [
      'ann-example, ben-sample',
      'ben-sample',
      'Ben Sample is both among those present and among the apologies of meeting 1.',
    ],
    ['ann-example, ben-sample, ben-sample', '', 'Ben Sample is listed twice in `present` of meeting 1.'],
    ['ann-example', 'ben-sample, ben-sample', 'Ben Sample is listed twice in `apologies` of meeting 1.'],
  ])('present %s, apologies %s', (present, apologies, message) => {
    expect(found(present, apologies)).toEqual([message]);
  });

  test.each([
    ['ann-example, ben-sample', 'cat-instance'],
    ['ann-example', 'ben-sample, cat-instance'],
    ['ann-example, cat-instance, ben-sample', ''],
    ['ben-sample', ''],
  ])('silent: present %s, apologies %s', (present, apologies) => {
    expect(found(present, apologies)).toEqual([]);
  });
});

describe('attendance-differs', () => {
  const notes = (text: string) => messages('attendance-differs', { ...index(CAT), ...meeting1(`Text.\n\n${text}`) });

  test.each([
    [
      '## Members present\n\n- Cllr Ann Example\n- Cllr Cat Instance\n- Ben Sample',
      'Cllr Cat Instance is among those present in the notes only',
    ],
    [
      '## Present\n\n- Cllr Ann Example\n- Ben Sample\n\n## Apologies\n\n- Cllr Cat Instance',
      'Cllr Cat Instance is among the apologies in the notes only',
    ],
  ])('%s', (text, said) => {
    expect(notes(text)).toEqual([`The attendance of meeting 1 is given twice and differs: ${said}.`]);
  });

  test.each([
    '## Present\n\n- Cllr Ann Example\n- Ben Sample',
    '## Members\n\n- Cllr Example',
    '## Officers\n\n- Mr Sample',
    'Cllr Cat Instance was thanked for her letter.',
    'Present: Cllr Ann Example and Ben Sample',
    '## Actions\n\n- Cllr Cat Instance to write',
  ])('silent: %s', (text) => {
    expect(notes(text)).toEqual([]);
  });
});

describe('chair-not-member', () => {
  const found = (texts: Record<string, string>) => messages('chair-not-member', texts);

  test('in the list, and in the text', () => {
    expect(found(index('dan-specimen: {name: Dan Specimen, group: officer, role: Chair}'))).toEqual([
      'Dan Specimen is Chair, but is listed as an officer and not as a member.',
    ]);
    const dan = index('dan-specimen: {name: Dan Specimen, group: officer, role: Diver}');
    expect(found({ ...dan, ...meeting1('Dan Specimen (Chair) opened the meeting.') })).toEqual([
      'Dan Specimen is called Chair here, but is listed as an officer and not as a member.',
    ]);
    expect(found(meeting1('Cllr Dan Specimen (Chair) opened the meeting.'))).toEqual([
      'Cllr Dan Specimen is called Chair here, but is not among the people of the review.',
    ]);
  });

  test.each([
    ['the Chair of the list', meeting1('Cllr Ann Example (Chair) opened the meeting.')],
    [
      'another body',
      index('dan-specimen: {name: Dan Specimen, group: partner, role: Chair, organisation: Quay Trust}'),
    ],
    [
      'another body, in its title',
      index('dan-specimen: {name: Dan Specimen, group: witness, role: Chair of the Quay Trust}'),
    ],
    ['a chair of something else', meeting1('Ben Sample (Chair of the Boat Club) opened the regatta.')],
    ['the vice-chair', meeting1('Ben Sample (Vice-Chair) spoke.')],
  ])('silent: %s', (_name, texts) => {
    expect(found(texts)).toEqual([]);
  });
});

describe('chairs-differ', () => {
  const present = attendance(MEETING_1, 'ann-example, ben-sample, cat-instance');
  const found = (people: string, more: Record<string, string> = {}) =>
    messages('chairs-differ', { ...index(people), ...more });

  test('two in the list; one in the list and another in the text', () => {
    expect(found(CAT.replace('group: member', 'group: member, role: Chair'))).toEqual([
      'Cllr Ann Example and Cllr Cat Instance are both listed as Chair.',
    ]);
    const text = { [MEETING_1]: `${present[MEETING_1]}\nCllr Cat Instance (Chair) opened the meeting.\n` };
    expect(found(CAT, text)).toEqual([
      'Cllr Cat Instance is called Chair here, but the list says that Cllr Ann Example is.',
    ]);
  });

  test.each([
    ['vice-chair', CAT.replace('group: member', 'group: member, role: Vice-Chair'), {}],
    ['chair of another body', CAT.replace('group: member', 'group: member, role: Chair of the Quay Trust'), {}],
    ['until a day', CAT.replace('group: member', 'group: member, role: "Chair until May 2020"'), {}],
    [
      'in the chair while the Chair was away',
      CAT,
      {
        [MEETING_1]: `${attendance(MEETING_1, 'ben-sample, cat-instance', 'ann-example')[MEETING_1]}\nCllr Cat Instance (Chair) opened the meeting.\n`,
      },
    ],
  ])('silent: %s', (_name, people, more) => {
    expect(found(people, more as Record<string, string>)).toEqual([]);
  });
});
