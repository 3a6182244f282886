import { describe, expect, test } from 'vitest';
import { APPENDIX_A, findingsOf, report, wordsFound } from '../support/findings.ts';

const CODE = 'date-no-meeting';
const found = (narrative: string) => wordsFound(CODE, report(narrative));

describe('finds', () => {
  test.each([
    ['We met on 7 April 2020 to agree the report.', ['7 April 2020']],
    ['On 7 April the Group met to agree the report.', ['7 April']],
    ['A meeting of the Task and Finish Group was held on 7 April 2020.', ['7 April 2020']],
    ['Members asked for a report to be presented at their meeting on 7 April 2020.', ['7 April 2020']],
    ['- 4 February: scoping\n- 3 March: evidence\n- 7 April: agreement of the interim report', ['7 April']],
  ])('%s', (narrative, words) => {
    expect(found(narrative)).toEqual(words);
  });

  test('one day once; a plan in the scoping paper only when the report repeats it', () => {
    const plan = {
      [APPENDIX_A]:
        '---\nletter: A\ntitle: Scoping document\n---\n\n- 4 February – Light\n- 3 March – Ladders\n- 7 April – Agree findings\n',
    };
    expect(findingsOf(CODE, plan)).toEqual([]);
    const [finding, ...others] = findingsOf(CODE, { ...plan, ...report('We met on 7 April 2020.') });
    expect(others).toEqual([]);
    expect(finding?.related?.[0]?.file).toBe(APPENDIX_A);
  });
});

describe('near misses', () => {
  test.each([
    'We met on 3 March 2020.',
    'It was presented to the Harbour Board on 2 March 2020.',
    'Copies were given to members of the Environment Scrutiny Committee at its meeting on 7 April 2020.',
    'We met on 7 April 2017 for another review.',
    'The Group will meet on 7 September 2020.',
    '- 4 February: scoping\n- 3 March: evidence\n- 7 April: report to Cabinet',
    '- 4 May: dawn at five\n- 5 May: dawn at five\n- 6 May: dawn at four',
    'We met residents on 7 April 2020.',
    'On 7 April 2020 we received a letter.',
    'His e-mail is dated 8 April 2020.',
    'On 30 June 2020 we met to publish the report.',
  ])('%s', (narrative) => {
    expect(found(narrative)).toEqual([]);
  });
});
