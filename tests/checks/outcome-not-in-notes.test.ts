import { describe, expect, test } from 'vitest';
import { MEETING_1, findingsOf, meeting1, report, wordsFound } from '../support/findings.ts';

const CODE = 'outcome-not-in-notes';
const QUIET = meeting1('Ben Sample showed how the quay is lit.');

describe('finds', () => {
  test('a section that tells only what was said', () => {
    expect(wordsFound(CODE, QUIET)).toEqual(['satisfied']);
  });

  test('the words of a quoted wording are not the members’', () => {
    expect(findingsOf(CODE, meeting1('> Members should be satisfied.\n\nThe quay is lit.'))).toHaveLength(1);
  });

  test('two areas of one meeting in one finding', () => {
    const texts = meeting1('The quay is lit.\n\n## Area 2\n\nThe ladders hang.');
    const notes = texts[MEETING_1]!.replace('satisfied}\n', 'satisfied}\n  - {area: 2, outcome: satisfied}\n');
    const [finding, ...others] = findingsOf(CODE, { [MEETING_1]: notes });
    expect(others).toEqual([]);
    expect(finding?.message).toContain('Areas 1 and 2');
  });
});

describe('near misses', () => {
  test.each([
    ['satisfied', 'The quay is lit. Members were satisfied.'],
    ['welcomed', 'The quay is lit, which members welcomed.'],
    ['in a sub-section', 'The quay is lit.\n\n### Conclusion\n\nMembers were assured.'],
    [
      'for the meeting as a whole',
      'The quay is lit.\n\n## Conclusions\n\nMembers were satisfied with overall progress.',
    ],
    ['a request, which is another rule’s', 'The quay is lit. Members requested the log of lamps.'],
    ['exempt notes', 'The quay is lit.\n\n::: restricted 3\nSecret.\n:::'],
  ])('%s', (_name, notes) => {
    expect(findingsOf(CODE, meeting1(notes))).toEqual([]);
  });

  test.each([
    ['of the meeting', '## 2.1 First evidence (1)\n\nAs members, we concluded that progress is suitable.'],
    ['of the area', 'For Area 1, we were satisfied that the quay is lit.'],
    ['of the meeting by number', 'Members were satisfied at meeting 1.'],
  ])("the report's account %s", (_name, narrative) => {
    expect(findingsOf(CODE, { ...QUIET, ...report(narrative) })).toEqual([]);
  });

  test('evidence is awaited: there is no conclusion to record', () => {
    const notes = QUIET[MEETING_1]!.replace('outcome: satisfied', 'outcome: awaiting-evidence');
    expect(findingsOf(CODE, { [MEETING_1]: notes })).toEqual([]);
  });
});
