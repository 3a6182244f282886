import { describe, expect, test } from 'vitest';
import { BASE } from '../support/content.ts';
import { INDEX, findingsOf } from '../support/findings.ts';

const CODE = 'lead-not-in-wording';
const texts = (lead: string, wording: string) => ({
  [INDEX]: BASE[INDEX]!.replace(
    'organisations:\n',
    'organisations:\n  hb: {name: Harbour Board, abbreviation: HB, also: [the Board]}\n  nhs: {name: NHS Anytown}\n',
  ),
  'reviews/harbour/areas/1.md': `---\nnumber: 1\ntitle: Lighting\nwording: ${wording}\nlead: ${lead}\n---\n`,
});
const messages = (lead: string, wording: string) =>
  findingsOf(CODE, texts(lead, wording)).map(({ message }) => message);

describe('finds', () => {
  test('an agency that the lead leaves out', () => {
    expect(messages('abc', 'Anytown Borough Council and NHS Anytown should light the quay.')).toEqual([
      'Anytown Borough Council leads on Area 1, but its wording asks NHS Anytown as well.',
    ]);
  });

  test('a lead that the wording does not ask', () => {
    expect(messages('hb', 'NHS Anytown and ABC must ensure that the quay is lit.')).toEqual([
      'Harbour Board leads on Area 1, but its wording asks NHS Anytown and Anytown Borough Council.',
    ]);
    expect(messages('[abc, hb]', 'The Harbour Board should light the quay.')).toEqual([
      'Anytown Borough Council and Harbour Board lead on Area 1, but its wording does not ask Anytown Borough Council.',
    ]);
  });

  test('after an opening clause', () => {
    expect(messages('hb', 'Until the new quay is built, NHS Anytown must light it.')).toHaveLength(1);
  });
});

describe('near misses', () => {
  test.each([
    ['the lead is asked', 'abc', 'Anytown Borough Council should light the quay.'],
    ['by its abbreviation', 'abc', 'ABC should light the quay.'],
    ['by another name', 'hb', 'The Board must light the quay.'],
    ['nobody is asked by name', 'abc', 'Ensure that the quay is lit.'],
    ['spoken of, not asked', 'abc', 'Members should know the priorities of the Harbour Board.'],
    ['spoken of in an order', 'abc', 'Ensure that NHS Anytown should be told.'],
    ['an owner', 'abc', "The Harbour Board's tenants should light the quay."],
    ['part of another name', 'abc', 'NHS Anytown wards should be lit.'],
    ['a condition', 'abc', 'Where the Harbour Board agrees, lamps should burn.'],
    ['both lead', '[abc, nhs]', 'Anytown Borough Council and NHS Anytown should light the quay.'],
  ])('%s', (_name, lead, wording) => {
    expect(messages(lead, wording)).toEqual([]);
  });
});
