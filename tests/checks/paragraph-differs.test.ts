import { describe, expect, test } from 'vitest';
import { BASE } from '../support/content.ts';
import { findingsOf, report } from '../support/findings.ts';

const CODE = 'paragraph-differs';
const RECOMMENDATION = 'reviews/harbour/recommendations/1.md';
const narrative = (text: string) => report(text, 'paragraphs: numbered\n');
const from = (paragraph: number) => ({
  [RECOMMENDATION]: BASE[RECOMMENDATION]!.replace('to:', `paragraph: ${paragraph}\nto:`),
});
const TEXT =
  '1. We looked at the quay.\n\n2. **We recommend to keep the quay lit as Area 1 asks.**\n\n3. We thank Ben Sample.';
const messages = (texts: Record<string, string>) => findingsOf(CODE, texts).map(({ message }) => message);

describe('finds', () => {
  test('another paragraph than the one given', () => {
    expect(messages({ ...narrative(TEXT), ...from(1) })).toEqual(['Recommendation 1 stands in paragraph 2, not 1.']);
    expect(messages({ ...narrative(TEXT), ...from(3) })).toHaveLength(1);
  });

  test('a number at the end of the wording', () => {
    const wording = BASE[RECOMMENDATION]!.replace('asks.', 'asks. (Paragraph 3)');
    expect(messages({ ...narrative(TEXT), [RECOMMENDATION]: wording })).toHaveLength(1);
  });
});

describe('near misses', () => {
  test.each([
    ['the right one', TEXT, 2],
    ['other words', TEXT.replace('keep the quay lit', 'light the quay'), 1],
    ['in several', `${TEXT}\n\n4. To keep the quay lit as Area 1 asks.`, 1],
    ['no numbers', TEXT.replace(/\d\. /g, ''), 1],
    [
      'below a heading after the last paragraph',
      '1. Words.\n\n## Recommendations\n\nTo keep the quay lit as Area 1 asks.',
      2,
    ],
  ])('%s', (_name, text, paragraph) => {
    expect(messages({ ...narrative(text), ...from(paragraph) })).toEqual([]);
  });
});
