import { describe, expect, test } from 'vitest';
import type { Code } from '../../src/diagnostics/codes.ts';
import { findingsOf, INDEX, meeting1, wordsFound } from '../support/findings.ts';
import { BASE } from '../support/content.ts';

/** The rules that keep what is private out of the record. All people and numbers are invented. */

const inNotes = (code: Code, notes: string) => wordsFound(code, meeting1(notes));

/** The base with one more person in its list, and one more sentence in its narrative. */
function withPerson(entry: string, sentence: string): Record<string, string> {
  const text = BASE[INDEX]!.replace('people:\n', `people:\n  cat-instance: ${entry}\n`);
  return { [INDEX]: `${text}\n${sentence}\n` };
}

describe('name-not-to-publish', () => {
  const severityOf = (entry: string, sentence: string) =>
    findingsOf('name-not-to-publish', withPerson(entry, sentence)).map(({ severity }) => severity);

  test.each([
    ['{name: Cat Instance, group: public, role: Boat owner}', 'warning'],
    ['{name: Cat Instance, group: contributor, role: Boat owner}', 'warning'],
    ['{name: Cat Instance, group: officer, role: Boat keeper, publish: role-only}', 'warning'],
    ['{name: Cat Instance, group: witness, publish: withheld}', 'error'],
    ['{name: Ms Cat Instance, group: witness, publish: withheld}', 'error'],
  ])('%s: %s', (entry, severity) => {
    expect(severityOf(entry, 'Cat Instance wrote to us.')).toEqual([severity]);
  });

  test('one finding for each person, with every place and the reason', () => {
    const texts = {
      ...withPerson('{name: Cat Instance, group: public}', 'Cat Instance wrote to us.'),
      ...meeting1('Ben Sample showed how the quay is lit. Cat Instance agreed. Members were satisfied.'),
    };
    const [found, ...others] = findingsOf('name-not-to-publish', texts);
    expect(others).toEqual([]);
    expect(found!.message).toBe('Cat Instance is named here, though only the role is to be published.');
    expect(found!.related!.map(({ message }) => message)).toEqual([
      'People of the group public are published by role unless `publish` says otherwise.',
      'Named here too.',
    ]);
  });

  test.each([
    ['{name: Cat Instance, group: public, publish: name}', 'Cat Instance wrote to us.'],
    ['{name: Cat Instance, group: member}', 'Cat Instance wrote to us.'],
    ['{name: Cat Instance, group: public}', 'A boat owner wrote to us.'],
    ['{name: Cat Instance, group: public}', 'Concat Instances of it were counted.'],
    ['{name: Cat Instance, group: public}', '::: restricted 2\nCat Instance wrote to us.\n:::'],
    ['{name: Cat, group: public}', 'A cat was seen.'],
  ])('silent: %s, “%s”', (entry, sentence) => {
    expect(severityOf(entry, sentence)).toEqual([]);
  });
});

describe('contact-personal', () => {
  test.each([
    ['Write to ben.sample@anytown.example.org.', 'ben.sample@anytown.example.org'],
    ['Ben Sample (01632 960001) answers.', '01632 960001'],
    ['Ben Sample answers on +44 7700 900123.', '+44 7700 900123'],
    ['Ben Sample answers on (01632) 960 001.', '(01632) 960 001'],
  ])('%s', (notes, words) => {
    expect(inNotes('contact-personal', notes)).toEqual([words]);
  });

  test('a number that stands twice is one finding', () => {
    expect(inNotes('contact-personal', 'Ring 01632 960001.\n\nAgain: 01632-960-001.')).toHaveLength(1);
  });

  test.each([
    'Write to democraticservices@anytown.example.org.',
    'Write to planning-team@anytown.example.org.',
    'For general enquiries ring 020 7946 0000.',
    'The help line is 01632 960999.',
    'Ring 0800 1111 free of charge, or 0300 123 4567.',
    'ISBN 0 10 123456 7 is out of print.',
    'It cost £01632960001.',
    'In 2010-2011 there were 10,000 lamps; 020 of 1,200 failed.',
    'Case 17/0123456789 was closed.',
  ])('silent: %s', (notes) => {
    expect(inNotes('contact-personal', notes)).toEqual([]);
  });

  test('what front matter publishes on purpose may stand in the text', () => {
    const contact = 'contact: {name: Ben Sample, email: ben.sample@anytown.example.org, telephone: 01632 960001}\n';
    const [front, body] = BASE[INDEX]!.split('\n---\n');
    const texts = {
      [INDEX]: `${front}\n${contact}---\n${body}\nBen Sample: ben.sample@anytown.example.org, +44 1632 960001\n`,
    };
    expect(findingsOf('contact-personal', texts)).toEqual([]);
  });
});

describe('identity-number', () => {
  const severities = (notes: string) => findingsOf('identity-number', meeting1(notes)).map(({ severity }) => severity);

  test.each([
    ['The claim of AB 12 34 56 C was settled.', 'error'],
    ['The claim of AB123456C was settled.', 'error'],
    ['NHS number 943 476 5919 was on the file.', 'error'],
    ['The file 943 476 5919 was lost.', 'error'],
    ['The file 9434765919 was lost.', 'warning'],
  ])('%s: %s', (notes, severity) => {
    expect(severities(notes)).toEqual([severity]);
  });

  test('the number is not repeated in the message', () => {
    const [found] = findingsOf('identity-number', meeting1('NHS number 943 476 5919.'));
    expect(`${found!.message} ${found!.hint}`).not.toMatch(/476|5919/);
  });

  test.each([
    ['a wrong check digit', 'NHS number 943 476 5918.'],
    ['letters never given', 'Form GB 12 34 56 C and form QQ 12 34 56 C.'],
    ['a book', 'ISBN 0215543203 and ISBN 9434765919.'],
    ['a telephone number', 'Tel 943 476 5919 is in another country.'],
    ['a charity', 'registered charity 9434765919'],
    ['a sum', '£9434765919 was spent, or 9,434,765,919.'],
    ['a longer number', 'Serial 9434765919221 was lost.'],
    ['a form', 'Form SN 12 of 34 was lost.'],
  ])('silent: %s', (_name, notes) => {
    expect(severities(notes)).toEqual([]);
  });
});

describe('home-details', () => {
  test.each([
    ['Her date of birth is 3 May 1996.', 'date of birth is 3 May 1996'],
    ['The child, born on 3rd May 2006, was moved.', 'born on 3rd May 2006'],
    ['DOB: 03/05/1996', 'DOB: 03/05/1996'],
    ['A resident lives at 12 Harbour Road.', 'lives at 12 Harbour Road'],
    ['Her home address is 4 Quay Lane, AN1 2BD.', 'home address is 4 Quay Lane'],
    ['The family home (AN1 2BD) was visited.', 'AN1 2BD'],
  ])('%s', (notes, words) => {
    expect(inNotes('home-details', notes)).toEqual([words]);
  });

  test.each([
    'We met at Anytown Town Hall, High Street, AN1 1AA.',
    'The hospital at 12 Harbour Road, AN1 1AA, was visited.',
    'Children born in 2006 were counted.',
    'The service was born on the quay.',
    'Many residents live in AN1. The office is at AN1 1AA.',
    'The home closed. Letters go to AN1 1AA.',
    'The date of the birth of the council is 1 April 1974.',
    'Home visits take place in 30 days.',
  ])('silent: %s', (notes) => {
    expect(inNotes('home-details', notes)).toEqual([]);
  });
});

describe('count-small', () => {
  test.each([
    ['There are two LAC in apprenticeships.', 'two LAC'],
    ['We heard that 3 looked-after children went missing.', '3 looked-after children'],
    ['It was found that one of the care leavers was homeless.', 'one of the care leavers'],
    ['In the unit four young people in custody harmed themselves.', 'four young people in custody'],
    ['Three children subject to plans moved away.', 'Three children subject to'],
  ])('%s', (notes, words) => {
    expect(inNotes('count-small', notes)).toEqual([words]);
  });

  test.each([
    'There are 42 LAC in apprenticeships.',
    'One in four looked after children moved.',
    'There is one social worker for every four looked after children.',
    'Homes take up to four looked after children.',
    'Three schools were visited, and two young people spoke at the event.',
    'Area 4 looked after children meeting.',
    'Four children played on the quay.',
    'Fewer than four care leavers answered.',
    'Two reports on looked after children were read.',
    '1.3 looked after children in each class.',
  ])('silent: %s', (notes) => {
    expect(inNotes('count-small', notes)).toEqual([]);
  });

  test('a heading counts nobody', () => {
    expect(inNotes('count-small', 'Text.\n\n### 4 Looked after children')).toEqual([]);
  });
});

describe('support-restricted', () => {
  const MEETING = 'reviews/harbour/meetings/1.md';
  const RECOMMENDATION = 'reviews/harbour/recommendations/1.md';
  const restricted = (more = '') => ({
    [MEETING]: BASE[MEETING]!.replace('considered:', `restricted: {paragraph: 3${more}}\nconsidered:`),
  });
  const found = (texts: Record<string, string>) =>
    findingsOf('support-restricted', texts).map(({ message }) => message);

  test('a conclusion and a recommendation', () => {
    expect(found(restricted())).toEqual([
      'The conclusion on Area 1 rests on the restricted notes of meeting 1 only.',
      'Recommendation 1 rests on restricted documents only.',
    ]);
  });

  test('an explicit link is a reference too', () => {
    const linked = BASE[RECOMMENDATION]!.replace('The evidence of meeting 1', 'What [[meeting 1]] heard');
    expect(found({ ...restricted(), [RECOMMENDATION]: linked })).toHaveLength(2);
  });

  test.each([
    ['the meeting is public', {}],
    [
      'another meeting reached the same conclusion, and the recommendation has other evidence',
      {
        ...restricted(),
        'reviews/harbour/meetings/2.md': BASE['reviews/harbour/meetings/2.md']!.replace(
          'considered:',
          'considered:\n  - {area: 1, assurance: further, outcome: satisfied}',
        ),
        [RECOMMENDATION]: BASE[RECOMMENDATION]!.replace('meeting 1 shows', 'meetings 1 and 2 shows'),
      },
    ],
    [
      'a summary says what may be said, and the recommendation cites nothing',
      {
        ...restricted(', summary: Lamps were costed.'),
        [RECOMMENDATION]: BASE[RECOMMENDATION]!.replace('The evidence of meeting 1 shows why.', 'It is dark.'),
      },
    ],
    [
      'no conclusion was reached behind closed doors',
      {
        [MEETING]: restricted()[MEETING].replace(', outcome: satisfied', ''),
        [RECOMMENDATION]: BASE[RECOMMENDATION]!.replace('meeting 1', 'meetings 1 and 2'),
      },
    ],
  ])('silent: %s', (_name, texts) => {
    expect(found(texts as Record<string, string>)).toEqual([]);
  });
});
