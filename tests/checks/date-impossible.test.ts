import { describe, expect, test } from 'vitest';
import { report, wordsFound } from '../support/findings.ts';

const CODE = 'date-impossible';
const found = (narrative: string) => wordsFound(CODE, report(narrative));

describe('finds', () => {
  test.each([
    ['It is due on 31 June 2020.', ['31 June 2020']],
    ['It is due on 29 February 2019.', ['29 February 2019']],
    ['By the 31st of September it was dark.', ['31st of September']],
    ['It was on 31/11/2019.', ['31/11/2019']],
    ['It was on April 31, 2019.', ['April 31, 2019']],
  ])('%s', (narrative, words) => {
    expect(found(narrative)).toEqual(words);
  });
});

describe('near misses', () => {
  test.each([
    'It is due on 30 June 2020.',
    'It is due on 29 February 2020.',
    'On 29 February the quay was closed.',
    'The office is at 45 March Street.',
    'A score of 31/12 is none.',
    'Paragraph 2.31 June was dark.',
    'There were 31 May bank holidays.',
  ])('%s', (narrative) => {
    expect(found(narrative)).toEqual([]);
  });
});
