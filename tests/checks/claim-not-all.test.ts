import { describe, expect, test } from 'vitest';
import { findingsOf, report, wordsFound } from '../support/findings.ts';

const CODE = 'claim-not-all';
const MEETING_2 =
  '---\nnumber: 2\ntitle: Second evidence\ndate: 2020-03-03\npresent: [ann-example, ben-sample]\nconsidered:\n  - {area: 2, assurance: none-requested}\n---\n\n## Area for Improvement 2\n\nBen Sample told us how the ladders were mended.\n';
const found = (narrative: string) =>
  wordsFound(CODE, {
    ...report(narrative),
    'reviews/harbour/areas/2.md':
      '---\nnumber: 2\ntitle: Ladders\nwording: Mend every ladder of the basin.\nlead: abc\naction: in-progress\n---\n',
    'reviews/harbour/meetings/2.md': MEETING_2,
  });

describe('finds', () => {
  test.each([
    ['All actions have been completed.', ['All actions']],
    ['All elements of the plan are now complete.', ['All elements']],
    ['We were satisfied that all areas for improvement are being suitably addressed.', ['all areas for improvement']],
    ['Appendix A shows our conclusions against each action within the plan.', ['each action']],
    ['Every area is being addressed.', ['Every area']],
  ])('%s', (narrative, words) => {
    expect(found(narrative)).toEqual(words);
  });

  test('nothing where all areas bear it out', () => {
    expect(
      findingsOf(
        CODE,
        report('All actions have been completed. We were satisfied that all areas are being addressed.'),
      ),
    ).toEqual([]);
  });
});

describe('near misses', () => {
  test.each([
    'Not all actions have been completed.',
    'All actions should be completed by May.',
    'We asked whether all areas were addressed.',
    'All stakeholders were satisfied with progress.',
    'We were satisfied with Area 1.',
    '## 2 First evidence (meeting 1)\n\nWe were satisfied that all areas are being addressed.',
    'All areas for improvement identified by the inspectors are included in the scope.',
    'All staff have completed training on the system.',
    'We are satisfied with all areas of the harbour.',
  ])('%s', (narrative) => {
    expect(found(narrative)).toEqual([]);
  });
});
