import { describe, expect, test } from 'vitest';
import { report, wordsFound } from '../support/findings.ts';

const CODE = 'heading-repeated';
const found = (narrative: string) => wordsFound(CODE, report(narrative));

describe('finds', () => {
  test.each([
    ['## Recommendations\n\n## 1 Evidence\n\n### 1.5 Recommendations\n\n## 3 Recommendations', ['Recommendations']],
    ['## Evidence\n\nOne.\n\n## EVIDENCE\n\nTwo.', ['Evidence']],
  ])('%s', (narrative, words) => {
    expect(found(narrative)).toEqual(words);
  });
});

describe('near misses', () => {
  test.each([
    '## 1 Summary\n\n### 1.1 Recommendations\n\n## 2 Recommendations',
    '## 1 Light\n\n### Conclusions\n\n## 2 Ladders\n\n### Conclusions\n\n## 3 Rope\n\n### Conclusions',
    '## 1.0 Introduction\n\n## 1.0 Introduction',
    '## Evidence in writing\n\n## Evidence in person',
  ])('%s', (narrative) => {
    expect(found(narrative)).toEqual([]);
  });
});
