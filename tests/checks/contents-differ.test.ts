import { describe, expect, test } from 'vitest';
import { report, wordsFound } from '../support/findings.ts';

const CODE = 'contents-differ';
const found = (narrative: string) => wordsFound(CODE, report(narrative));

describe('finds', () => {
  test.each([
    [
      '## Contents\n\n- 1.0 Introduction\n  - 1.1 Evidence\n\n## 1.0 Introduction\n\n### 1.1 Evidence used',
      ['1.1 Evidence'],
    ],
    [
      '## CONTENTS\n\n1 Introduction ... 3\n2 Evidence ... 5\n3 Ladders ... 9\n\n## 1 Introduction\n\n## 2 Evidence',
      ['3 Ladders'],
    ],
    [
      '## Contents\n\n- 1 Introduction\n  - 1.1 Light\n- 2 Evidence\n\n## 1 Introduction\n\n### 1.1 Light\n\n## 2 Evidence\n\n### 2.1 Quay',
      ['Contents'],
    ],
    ['**Contents**\n\n- Introduction\n- Evidence\n\n## Introduction\n\n## Evidence used', ['Evidence']],
    [
      '## Contents\n\n| 1 | Introduction | 3 |\n|---|---|---|\n| 2 | Evidence | 4 |\n\n## 1 Introduction\n\n## 2 What we heard',
      ['2 | Evidence'],
    ],
  ])('%s', (narrative, words) => {
    expect(found(narrative)).toEqual(words);
  });
});

describe('near misses', () => {
  test.each([
    '## Contents\n\n- 1.0 Introduction\n- 2.0 Evidence\n\n## 1.0 Introduction\n\n### 1.1 Light\n\n## 2.0 Evidence',
    '## Contents\n\n- 1 Introduction 3\n- 2 Evidence & light .... 14\n\n## 1 Introduction\n\n## 2 Evidence and Light',
    '## Contents\n\n- Summary 3\n- 1 Introduction 5\n- 2 Stage 2 7\n- Formal minutes 40\n- Witnesses 41\n\n## 1 Introduction\n\n## 2 Stage 2',
    'The contents of the letter were read.\n\n- 1 Introduction\n- 2 Evidence\n\n## 1 Light',
    '## Contents\n\n- 1 Introduction\n- 2 Annex of the printed report\n- 3 Map of the printed report\n\n## 1 Introduction',
  ])('%s', (narrative) => {
    expect(found(narrative)).toEqual([]);
  });
});
