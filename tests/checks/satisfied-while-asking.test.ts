import { describe, expect, test } from 'vitest';
import { BASE } from '../support/content.ts';
import { MEETING_1, findingsOf, meeting1, wordsFound } from '../support/findings.ts';

const CODE = 'satisfied-while-asking';

describe('finds', () => {
  test.each([
    'Members asked for a briefing note on the lamps.',
    'Members requested further evidence that the lamps burn.',
    'Members requested the figures for dark lamps.',
    'The Group asked for written confirmation of the cost.',
  ])('%s', (request) => {
    expect(wordsFound(CODE, meeting1(`The quay is lit. ${request}`))).toEqual(['satisfied']);
  });

  test('advice where a later meeting concluded', () => {
    const later = BASE['reviews/harbour/meetings/2.md']!.replace(
      'considered:\n',
      'considered:\n  - {area: 1, outcome: satisfied}\n',
    );
    const texts = {
      ...meeting1('Members requested the figures for dark lamps.'),
      'reviews/harbour/meetings/2.md': later,
    };
    expect(findingsOf(CODE, texts).map(({ severity }) => severity)).toEqual(['advice']);
  });
});

describe('near misses', () => {
  test.each([
    ['no request', 'The quay is lit. Members were satisfied.'],
    ['a question', 'Members asked how the lamps are tested. They are tested twice a year.'],
    ['handed over at once', 'Members requested a copy of the log, which was circulated after the meeting.'],
    ['for another body', 'Members requested that this report should also go to the Cabinet in November.'],
    ['in the section on another area', 'The quay is lit.\n\n## Area 2\n\nMembers requested the figures for ladders.'],
    ['by another body', 'Ofsted requested further evidence that the lamps burn.'],
  ])('%s', (_name, notes) => {
    expect(findingsOf(CODE, meeting1(notes))).toEqual([]);
  });

  test('the outcome says that evidence is awaited', () => {
    const notes = meeting1('Members requested the figures for dark lamps.')[MEETING_1]!;
    expect(
      findingsOf(CODE, { [MEETING_1]: notes.replace('outcome: satisfied', 'outcome: awaiting-evidence') }),
    ).toEqual([]);
  });
});
