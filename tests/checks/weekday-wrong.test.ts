import { describe, expect, test } from 'vitest';
import { report, wordsFound } from '../support/findings.ts';

const CODE = 'weekday-wrong';
const found = (narrative: string) => wordsFound(CODE, report(narrative));

describe('finds', () => {
  test.each([
    ['We met on Monday 4 February 2020.', ['Monday']],
    ['It was on Wednesday, 11th February 2016.', ['Wednesday']],
    ['We met on Mon 4 February.', ['Mon']],
    ['It began on Friday the 3rd of March 2020.', ['Friday']],
    ['It began on Sunday 01/04/2020.', ['Sunday']],
  ])('%s', (narrative, words) => {
    expect(found(narrative)).toEqual(words);
  });
});

describe('near misses', () => {
  test.each([
    'We met on Tuesday 4 February 2020.',
    'On Thursday 16 July 2015 it began; the following Tuesday it ended.',
    'Tuesday 4 February',
    'It closes on Sunday 5 January.',
    'The first Monday of 3 March 2020',
    'Meetings are on Tuesdays, 4 February 2020 was one.',
    'Wednesday 29 February 2012 was a leap day.',
    'Monday 31 June 2020 is another mistake.',
  ])('%s', (narrative) => {
    expect(found(narrative)).toEqual([]);
  });
});
