import { describe, expect, test } from 'vitest';
import { BASE } from '../support/content.ts';
import { findingsOf, INDEX, MEETING_1, meeting1, wordsFound } from '../support/findings.ts';

const CODE = 'person-without-part';
const messages = (texts: Record<string, string | null>) => findingsOf(CODE, texts).map(({ message }) => message);

/** The base's report with one more person on its list. */
const listing = (person: string, narrative = '') => ({
  [INDEX]: `${BASE[INDEX]!.replace('---\n\n## 1', `  cat-instance: {name: Cat Instance, ${person}}\n---\n\n## 1`)}${narrative}`,
});
const COASTGUARD = 'group: partner, role: Coastguard';
const MESSAGE = 'Cat Instance is listed as a partner, but attended no meeting and is named nowhere in the notes.';

describe('finds', () => {
  test('a partner who was at no meeting and is named nowhere', () => {
    expect(messages(listing(COASTGUARD))).toEqual([MESSAGE]);
    expect(wordsFound(CODE, listing(COASTGUARD))).toEqual(['Cat Instance']);
    expect(findingsOf(CODE, listing(COASTGUARD))[0]).toMatchObject({ severity: 'advice', file: INDEX });
  });

  test('an officer, a witness', () => {
    expect(messages(listing('group: officer, role: Head of Bridges'))).toEqual([
      'Cat Instance is listed as an officer, but attended no meeting and is named nowhere in the notes.',
    ]);
    expect(messages(listing('group: witness'))).toEqual([
      'Cat Instance is listed as a witness, but attended no meeting and is named nowhere in the notes.',
    ]);
  });

  test('somebody who stands in the report’s list of contributors alone', () => {
    expect(messages(listing(COASTGUARD, '\nContributors:\n\n- Ben Sample\n- Cat Instance\n'))).toEqual([MESSAGE]);
  });

  test('somebody of whom only a namesake is mentioned', () => {
    expect(messages(listing(COASTGUARD, '\nCllr Dan Instance spoke.\n'))).toEqual([MESSAGE]);
  });
});

describe('near misses', () => {
  test.each([
    'Cat Instance sent a letter.',
    'We are grateful to Ms Instance for her advice.',
    'Ms C Instance’s letter was read.',
    'Cat Instence sent a letter.',
    'We also heard from Ben Sample and Cat Instance.',
  ])('%s', (narrative) => {
    expect(messages(listing(COASTGUARD, `\n${narrative}\n`))).toEqual([]);
  });

  test.each([
    'group: member',
    'group: public',
    'group: contributor, role: Foster carer',
    'group: witness, publish: withheld',
    'group: officer, role: Democratic Services Officer',
    'group: officer, role: Scrutiny Officer',
    'group: officer, role: Clerk of the Committee',
    'group: officer, role: "Author of the report"',
    'group: partner, role: Specialist Adviser',
  ])('those who write, support or take part as members, or are not named: %s', (person) => {
    expect(messages(listing(person))).toEqual([]);
  });

  test('somebody present, excused or with an action', () => {
    const add = (keys: string) => ({
      ...listing(COASTGUARD),
      [MEETING_1]: BASE[MEETING_1]!.replace('considered:', `${keys}\nconsidered:`),
    });
    expect(messages(add('apologies: [cat-instance]'))).toEqual([]);
    expect(messages(add('actions:\n  - {action: Send the tide tables, owner: cat-instance}'))).toEqual([]);
    expect(messages(add('actions:\n  - {action: Send the tide tables, owner: ben-sample}'))).toEqual([MESSAGE]);
    const present = BASE[MEETING_1]!.replace('[ann-example, ben-sample]', '[ann-example, ben-sample, cat-instance]');
    expect(messages({ ...listing(COASTGUARD), [MEETING_1]: present })).toEqual([]);
  });

  test('somebody in a list that a meeting’s notes print', () => {
    expect(messages({ ...listing(COASTGUARD), ...meeting1('Visitors:\n\n- Cat Instance') })).toEqual([]);
  });

  test('a first name that is one person’s, used alone in the notes', () => {
    expect(messages({ ...listing(COASTGUARD), ...meeting1('Ben and Cat explained the tides.') })).toEqual([]);
    expect(messages({ ...listing(COASTGUARD), ...meeting1('Cat Madeup explained the tides.') })).toEqual([MESSAGE]);
  });

  test('a review without attendance', () => {
    const bare = (path: string) => ({ [path]: BASE[path]!.replace(/present: .*\n/, '') });
    expect(messages({ ...listing(COASTGUARD), ...bare(MEETING_1), ...bare('reviews/harbour/meetings/2.md') })).toEqual(
      [],
    );
  });
});
