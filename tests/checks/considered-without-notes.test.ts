import { describe, expect, test } from 'vitest';
import { INDEX, MEETING_1, findingsOf, meeting1, report, wordsFound } from '../support/findings.ts';

const CODE = 'considered-without-notes';
const both = (texts: Record<string, string>) => ({
  ...texts,
  [MEETING_1]: texts[MEETING_1]!.replace(
    'outcome: satisfied}\n',
    'outcome: satisfied}\n  - {area: 2, assurance: verbal}\n',
  ),
});
const bare = (texts: Record<string, string>) => ({
  ...texts,
  [MEETING_1]: texts[MEETING_1]!.replace(/\n## [\s\S]*$/, ''),
});

describe('finds', () => {
  test('an area that the notes do not mention', () => {
    expect(wordsFound(CODE, both(meeting1('The quay is lit.')))).toEqual(['2']);
  });

  test('an area whose title stands only in the section on another area', () => {
    expect(findingsOf(CODE, both(meeting1('The lamps and ladders were shown.')))).toHaveLength(1);
  });

  test('notes without numbers or titles, in one finding', () => {
    const texts = both(meeting1('Boats.'));
    const notes = { [MEETING_1]: texts[MEETING_1].replace('## Area for Improvement 1', '## Boats') };
    const [finding, ...others] = findingsOf(CODE, notes);
    expect(others).toEqual([]);
    expect(finding?.message).toContain('Areas 1 and 2');
  });

  test("a meeting without notes, of which the report's account names other areas", () => {
    const texts = { ...bare(both(meeting1(''))), ...report('## 2.1 First evidence (1)\n\nWe heard of Area 1.') };
    expect(findingsOf(CODE, texts).map(({ message }) => message)).toEqual([
      "Area 2 is listed as considered, but the report's account of meeting 1, which has no notes, does not mention it.",
    ]);
  });
});

describe('near misses', () => {
  test.each([
    ['a section of its own', 'The quay.\n\n## Ladders (Area for Improvement 2)\n\nThey hang.'],
    ['a section on several areas', 'The quay.\n\n## Areas 1 and 2\n\nThey hang.'],
    ['a range', 'This goes for Areas 1 to 2.'],
    ['a heading with its title', 'The quay.\n\n## Ladders\n\nThey hang.'],
    ['a remark outside the sections', 'The quay.\n\n## Conclusions\n\nMembers were satisfied with the ladders.'],
    ['an explicit reference in other words', 'See what was said on Area 2.'],
    ['exempt notes', 'The quay.\n\n::: restricted 3\nSecret.\n:::'],
  ])('%s', (_name, notes) => {
    expect(findingsOf(CODE, both(meeting1(notes)))).toEqual([]);
  });

  test('a meeting without notes, of which the report names no area', () => {
    expect(findingsOf(CODE, { ...bare(both(meeting1(''))), ...report('## First evidence\n\nWe met.') })).toEqual([]);
    expect(findingsOf(CODE, { ...bare(both(meeting1(''))), [INDEX]: report('We saw Area 1.')[INDEX]! })).toEqual([]);
  });
});
