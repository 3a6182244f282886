import { describe, expect, test } from 'vitest';
import { findingsOf, meeting1, MEETING_1, report, wordsFound } from '../support/findings.ts';

const CODE = 'date-differs';
const found = (narrative: string) => wordsFound(CODE, report(narrative));

describe('finds', () => {
  test.each([
    ['At meeting 1, on 5 February 2020, we heard him.', ['5 February 2020']],
    ['Meeting 2 was held on 4 March.', ['4 March']],
    ['## 2 First evidence (meeting 1)\n\nOn 5 February 2020, we heard Ben Sample.', ['5 February 2020']],
    ['- 4 February: meeting 1\n- 4 March: meeting 2\n- 3 March: tea', ['4 March']],
    ['In March 2020, the Board commissioned a Task and Finish Group.', ['March 2020']],
  ])('%s', (narrative, words) => {
    expect(found(narrative)).toEqual(words);
  });

  test('the head of the notes', () => {
    const notes = (head: string) => ({
      [MEETING_1]: meeting1('He showed it.')[MEETING_1]!.replace('\n## ', `\n${head}\n\n## `),
    });
    expect(wordsFound(CODE, notes('Meeting notes, Tuesday 11 February 2020'))).toEqual(['Tuesday 11 February 2020']);
    expect(findingsOf(CODE, notes('Meeting notes, Tuesday 4 February 2020'))).toEqual([]);
    expect(findingsOf(CODE, notes('The minutes of the meeting on 7 January 2020 were agreed.'))).toEqual([]);
  });
});

describe('near misses', () => {
  test.each([
    'At meeting 1, on 4 February 2020, we heard him.',
    'Meeting 2 was held on 3 March.',
    '## 2 First evidence (meeting 1)\n\nOn 4 February 2020, we heard Ben Sample.',
    '## 2 First evidence (meeting 1)\n\nBen Sample came. The plan went to the Board on 3 February 2020.',
    '## 2 First evidence (meeting 1)\n\nBen Sample came.\n\nOn 5 February 2020 we received a letter.',
    'In January 2020 the Board commissioned a Task and Finish Group.',
    'In March 2019, the Board commissioned a survey.',
    'Meeting 1 heard that it closed on 7 January 2019.',
  ])('%s', (narrative) => {
    expect(found(narrative)).toEqual([]);
  });
});
