import { describe, expect, test } from 'vitest';
import { report, wordsFound } from '../support/findings.ts';

const CODE = 'section-sequence';
const found = (narrative: string) => wordsFound(CODE, report(narrative));

describe('finds', () => {
  test.each([
    ['## 1 One\n\n## 2 Two\n\n## 2 Again', ['2']],
    ['## 1.0 Note\n\n## 1.0 Introduction\n\n### 1.1 Summary\n\n## 2.0 History', ['1.0']],
    ['## 1 One\n\n## 3 Three', ['3']],
    ['## 1 One\n\n## 2 Two\n\n### 2.1 A\n\n### 2.3 C', ['2.3']],
    ['## 1 One\n\n## 3 Three\n\n## 2 Two\n\n## 4 Four', ['2']],
    ['## 1 One\n\n## 2 Two\n\n## 2 Three\n\n## 4 Four', ['2']],
  ])('%s', (narrative, words) => {
    expect(found(narrative)).toEqual(words);
  });
});

describe('near misses', () => {
  test.each([
    '## 1.0 One\n\n### 1.1 A\n\n### 1.2 B\n\n## 2.0 Two\n\n### 2.1 A',
    '## 3.0 Recommendations\n\n### 1. To light\n\n### 2. To mend\n\n## 4.0 Thanks',
    '## One\n\n## Two\n\n## Two',
    '## Dates\n\n### 4 February 2020\n\n### 3 March 2020',
    '## 5 Five\n\n## 6 Six',
    '## 20 areas\n\n## 3 meetings',
  ])('%s', (narrative) => {
    expect(found(narrative)).toEqual([]);
  });
});
