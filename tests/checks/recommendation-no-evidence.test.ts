import { describe, expect, test } from 'vitest';
import { BASE } from '../support/content.ts';
import { findingsOf, report } from '../support/findings.ts';

const R1 = 'reviews/harbour/recommendations/1.md';
const base = BASE[R1]!;
const CODE = 'recommendation-no-evidence';
const WORDING = 'To keep each lamp of the quay burning all night in winter.';
const bare = base.replace(/wording: .*/, `wording: ${WORDING}`).replace(/\n\nThe evidence.*/, '');
const found = (narrative: string, text = bare) => findingsOf(CODE, { [R1]: text, ...report(narrative) });

describe('finds', () => {
  test.each([
    ['named nowhere', 'We looked at the quay.'],
    ['only listed', `## Recommendations\n\n1. ${WORDING}`],
    ['only listed in the summary', `## Summary\n\n- ${WORDING}`],
    ['only its number', '## 1 Introduction\n\nWe make recommendation 1.'],
  ])('%s', (_name, narrative) => {
    expect(found(narrative)).toHaveLength(1);
  });

  test('reasons that refer to another law only', () => {
    expect(found('The quay.', `${bare}\nSee section 17 of the Harbours Act 1964.\n`)).toHaveLength(1);
  });
});

describe('near misses', () => {
  test.each([
    ['reasons with a meeting', 'The quay.', `${bare}\nMeeting 1 heard it.\n`],
    ['reasons with a link', 'The quay.', `${bare}\nIt was [[meeting 1|heard]].\n`],
    ['a wording with a section', '## 2 Quay\n\nDark.', bare.replace(WORDING, 'To act on section 2 of the report.')],
    ['a paragraph', '13. Dark.', bare.replace('to: [', 'paragraph: 13\nto: [')],
    [
      'printed after a reference',
      `## Recommendations\n\nBecause of what section 2 says:\n\n1. ${WORDING}\n\n## 2 Quay\n\nDark.`,
      bare,
    ],
    ['printed where the report reasons', `## The state of the quay\n\nMany lamps are dark.\n\n- ${WORDING}`, bare],
    ['named where the report reasons', '## The state of the quay\n\nMany lamps are dark (recommendation 1).', bare],
    ['a conclusion', 'The quay.', bare.replace('number: 1', 'number: 1\nkind: conclusion')],
  ])('%s', (_name, narrative, text) => {
    expect(found(narrative, text)).toEqual([]);
  });
});
