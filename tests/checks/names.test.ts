import { describe, expect, test } from 'vitest';
import { findingsOf, INDEX, meeting1, wordsFound } from '../support/findings.ts';
import { BASE } from '../support/content.ts';

/** The rules on how bodies and abbreviations are written. */

describe('body-spelt-differently', () => {
  const found = (notes: string) => wordsFound('body-spelt-differently', meeting1(notes));

  test.each([
    ['The Harbour Safety Board met. The Harbour Safety Board sat. A Harbours Safety Board?', ['Harbours Safety Board']],
    [
      'The Safeguarding Children Board met twice; the Safeguarding Children’s Board sat.',
      ['Safeguarding Children’s Board'],
    ],
    ["The Safeguarding Children Board met. The Safeguarding Children's Board sat.", ["Safeguarding Children's Board"]],
    ['We asked the Quay & Harbour Trust. The Quay and Harbour Trust agreed.', ['Quay and Harbour Trust']],
    ['Help came from Barnardos. Later Barnados paid, and Barnardos agreed.', ['Barnados']],
    ['Reported by Ofsted and by Estuaryside; then by Estuarside.', ['Estuarside']],
  ])('%s', (notes, words) => {
    expect(found(notes)).toEqual(words);
  });

  test('one finding for a body, with and without its place', () => {
    const notes =
      'The Anytown Safety Board and the Anytown Safety Boards Office.\n\nThe Anytown Harbour Safety Board met, the Anytown Harbours Safety Board sat, the Harbour Safety Board met, the Harbours Safety Board sat.';
    expect(found(notes)).toHaveLength(1);
  });

  test.each([
    'The Harbour Safety Board met. The Safety Board agreed.',
    'The Harbour Board met. The Harbour Trust agreed.',
    "Anytown Housing Service replied. Anytown's Housing Service is large.",
    'The Scrutiny Committee met; two Scrutiny Committees agreed.',
    'The Primary Care Trust replied, as the Primary Care Trusts of the region did.',
    'The North Quay Board met. The South Quay Board agreed.',
    "The Harbour Board's report was read. The Harbour Board agreed.",
    'In “the Harbour Safety Board” and the Harbour Safety Board.',
    'We asked Johnson and Johnston of the firm; Mr Johnston and Mrs Johnson replied.',
    'The Minister replied in the Minster, where the minister stood.',
    'The service (Chapter 3) and the service (Charter 3) differ.',
    'It was read by Councillors; a Councillor replied.',
  ])('silent: %s', (notes) => {
    expect(found(notes)).toEqual([]);
  });
});

describe('abbreviation-unexplained', () => {
  const found = (notes: string, keys = '') => wordsFound('abbreviation-unexplained', meeting1(notes, keys));

  test('one finding for each abbreviation, where it first stands', () => {
    expect(found('The HSAF met. The HSAF agreed with the TQB, and with A&E.')).toEqual(['HSAF', 'TQB', 'A&E']);
    expect(found("The HSAF's plan, and plans of HSAFs.")).toEqual(['HSAF']);
  });

  test.each([
    'The Harbour Safety Action Forum (HSAF) met. The HSAF agreed.',
    'The HSAF (Harbour Safety Action Forum) met.',
    'The forum for harbours (“HSAF”) met; the HSAF agreed.',
    'The forum (the HSAF) met; the HSAF agreed.',
    'GPs, the NHS, the UK, MPs, HR, VAT and QR codes are known.',
    'Cllr Example MBE spoke in Part II and Part XIV.',
    'ABC is the council.',
    'Form B2 and route A41 were closed, and class 4B too.',
    'See H&S-12/AB.',
    '> The HSAF met.',
  ])('silent: %s', (notes) => {
    expect(found(notes)).toEqual([]);
  });

  test('what the front matter explains, and headings in capitals', () => {
    const index = BASE[INDEX]!.replace(
      'organisations:',
      'abbreviations: {HSAF: Harbour Safety Action Forum}\norganisations:',
    );
    expect(wordsFound('abbreviation-unexplained', { [INDEX]: index, ...meeting1('The HSAF met.') })).toEqual([]);
    expect(found('Text.\n\n### LIST OF LAMPS OF THE QUAY')).toEqual([]);
  });
});

describe('abbreviation-differs', () => {
  const found = (notes: string) => findingsOf('abbreviation-differs', meeting1(notes)).map(({ message }) => message);

  test('two meanings, told once', () => {
    const notes =
      'The Harbour Safety Forum (HSF) met. The Home Security Fund (HSF) paid, and the Home Security Fund (HSF) again.';
    expect(found(notes)).toEqual(['“HSF” is “Home Security Fund” here and “Harbour Safety Forum” elsewhere.']);
  });

  test('the front matter counts', () => {
    expect(found('The Anytown Boat Club (ABC) met.')).toEqual([
      '“ABC” is “Anytown Boat Club” here and “Anytown Borough Council” elsewhere.',
    ]);
  });

  test.each([
    'The Harbour Safety Forum (HSF) met. The harbour safety forum (HSF) agreed.',
    'The Harbour-Safety Forum (HSF) met. The Harbour Safety Forums (HSFs) agreed.',
    'Anytown Borough Council (ABC) replied.',
    'The forum (HSF) met. The Harbour Safety Forum (HSF) agreed.',
    'The Home Security Fund (HSG) paid. The Harbour Safety Group (HSG2) met.',
  ])('silent: %s', (notes) => {
    expect(found(notes)).toEqual([]);
  });
});

describe('abbreviation-late', () => {
  const found = (notes: string) => wordsFound('abbreviation-late', meeting1(notes));

  test('used, then explained', () => {
    expect(found('The HSF met. The HSF sat.\n\nThe Harbour Safety Forum (HSF) agreed.')).toEqual(['HSF']);
  });

  test.each([
    'The Harbour Safety Forum (HSF) met.\n\nThe HSF agreed.',
    'The HSF, which is the Harbour Safety Forum (HSF), met.',
    'The ABC met.\n\nAnytown Borough Council (ABC) agreed.',
    '### The HSF\n\nThe Harbour Safety Forum (HSF) met.',
    'The HSF met and was never explained.',
  ])('silent: %s', (notes) => {
    expect(found(notes)).toEqual([]);
  });
});
