import { describe, expect, test } from 'vitest';
import {
  formatGithub,
  formatJson,
  formatSarif,
  formatText,
  summariseDiagnostics,
  summaryText,
  type FormatOptions,
} from '../../src/diagnostics/format.ts';
import { diagnostic, type Diagnostic } from '../../src/model/diagnostic.ts';
import { sourceFile } from '../../src/model/source.ts';
import { compileTexts } from '../support/content.ts';

/** Findings as a clerk, a program, GitHub and a code scanner read them. */

const PATH = 'reviews/safeguarding-improvement/meetings/2.md';
const TEXT = `---
number: 2
title: Safeguarding meeting
date: 2012-05-08



considered:
  - {area: 41, assurance: reviewed, outcome: satisfied}
---
`.replace(
  'date: 2012-05-08\n\n\n\nconsidered',
  'date: 2012-05-08\ntype: evidence\n# who came\n# what was said\nconsidered',
);

function sample(): { diagnostics: readonly Diagnostic[]; options: FormatOptions } {
  const areas = Object.fromEntries(
    Array.from({ length: 20 }, (_, index) => [
      `reviews/safeguarding-improvement/areas/${index + 1}.md`,
      `---\nnumber: ${index + 1}\ntitle: T\n---\n`,
    ]),
  );
  const compiled = compileTexts({
    'site.yaml': 'name: S\norganisation: O\n',
    'reviews/safeguarding-improvement/index.md': '---\ntitle: T\ntype: inquiry\ncommittee: C\nstatus: final\n---\n',
    ...areas,
    [PATH]: TEXT,
  });
  return {
    diagnostics: compiled.diagnostics.filter(({ code }) => code === 'reference-unknown'),
    options: { folder: 'content', sources: compiled.catalogue.sources },
  };
}

/** Findings made by hand, for the form alone. */
function made(text: string, start: number, end: number, details: Parameters<typeof diagnostic>[3] = {}) {
  const source = sourceFile('a.md', Buffer.from(text));
  return {
    diagnostics: [diagnostic('field-type', { file: 'a.md', span: { start, end } }, 'It is wrong.', details)],
    options: { folder: 'content', sources: new Map([['a.md', source]]) },
  };
}

test('text: the sample of the architecture, sign by sign', () => {
  const { diagnostics, options } = sample();
  expect(formatText(diagnostics, options)).toBe(
    `content/reviews/safeguarding-improvement/meetings/2.md:9:12 error reference-unknown
  No area has the number 41 in this review.
     9 |   - {area: 41, assurance: reviewed, outcome: satisfied}
       |            ^^
  hint: areas run from 1 to 20. Did you mean 4 or 14?
`,
  );
});

describe('text', () => {
  test('the marks stand under the place, also behind tabs and long lines', () => {
    expect(formatText(...arguments_(made('\tab cd\n', 4, 6)))).toContain('     1 | \tab cd\n       | \t   ^^\n');
    const long = `${'x'.repeat(300)} here ${'y'.repeat(300)}`;
    const [line, marks] = formatText(...arguments_(made(long, 301, 305)))
      .split('\n')
      .slice(2, 4) as [string, string];
    expect(line.length).toBeLessThan(130);
    expect(line.slice(marks.indexOf('^'), marks.lastIndexOf('^') + 1)).toBe('here');
  });

  test('an empty place has one mark; one over lines is marked to the end of the first', () => {
    expect(formatText(...arguments_(made('ab\n', 1, 1)))).toContain('       |  ^\n');
    expect(formatText(...arguments_(made('ab\ncd\n', 1, 5)))).toContain('     1 | ab\n       |  ^\n');
  });

  test('a second place is shown with its line, before the hint', () => {
    const { diagnostics, options } = made('ab\ncd\n', 3, 5, {
      hint: 'Do it.',
      related: [{ file: 'a.md', span: { start: 0, end: 2 }, message: 'First here.' }],
    });
    expect(formatText(diagnostics, options)).toBe(
      'content/a.md:2:1 error field-type\n  It is wrong.\n     2 | cd\n       | ^^\n  content/a.md:1:1 First here.\n     1 | ab\n       | ^^\n  hint: Do it.\n',
    );
  });

  test('a file that is missing has no line to show', () => {
    const finding = diagnostic('site-missing', { file: 'site.yaml', span: { start: 0, end: 0 } }, 'Missing.', {
      hint: 'Write it.',
    });
    expect(formatText([finding], { folder: 'content/', sources: new Map() })).toBe(
      'content/site.yaml:1:1 warning site-missing\n  Missing.\n  hint: Write it.\n',
    );
  });

  test('sorted by file, place and code, whatever the order in which they were found', () => {
    const at = (file: string, start: number, code: 'field-type' | 'date-invalid') =>
      diagnostic(code, { file, span: { start, end: start } }, 'M.');
    const sorted = [
      at('a.md', 0, 'date-invalid'),
      at('a.md', 0, 'field-type'),
      at('a.md', 5, 'date-invalid'),
      at('b.md', 0, 'field-type'),
    ];
    const options = { folder: '', sources: new Map() };
    expect(formatText([...sorted].reverse(), options)).toBe(formatText(sorted, options));
  });
});

describe('the summary', () => {
  const count = (errors: number, warnings: number, advice: number, files: number) =>
    summaryText({ errors, warnings, advice, files });

  test.each([
    [count(0, 0, 0, 0), 'no problems found'],
    [count(1, 0, 0, 1), '1 error in 1 file'],
    [count(2, 1, 0, 3), '2 errors, 1 warning in 3 files'],
    [count(0, 0, 2, 1), '2 pieces of advice in 1 file'],
    [count(1, 2, 1, 2), '1 error, 2 warnings, 1 piece of advice in 2 files'],
  ])('%s', (text, expected) => expect(text).toBe(expected));
});

test('JSON has the shape of the content format', () => {
  const { diagnostics, options } = sample();
  expect(JSON.parse(formatJson(diagnostics, options))).toEqual({
    diagnostics: [
      {
        code: 'reference-unknown',
        severity: 'error',
        message: 'No area has the number 41 in this review.',
        file: `content/${PATH}`,
        line: 9,
        column: 12,
        endLine: 9,
        endColumn: 14,
        hint: 'areas run from 1 to 20. Did you mean 4 or 14?',
        related: [],
      },
    ],
    summary: { errors: 1, warnings: 0, advice: 0, files: 1 },
  });
  expect(summariseDiagnostics([])).toEqual({ errors: 0, warnings: 0, advice: 0, files: 0 });
});

test('GitHub: one line for each, its signs escaped', () => {
  const { diagnostics, options } = sample();
  expect(formatGithub(diagnostics, options)).toBe(
    `::error file=content/${PATH},line=9,col=12,endLine=9,endColumn=14,title=reference-unknown::No area has the number 41 in this review.%0Aareas run from 1 to 20. Did you mean 4 or 14?`,
  );
  const odd = {
    ...made('ab', 0, 1).diagnostics[0]!,
    file: 'a,b:c.md',
    message: '100%\nsure.',
    severity: 'advice' as const,
  };
  expect(formatGithub([odd], { folder: '', sources: new Map() })).toBe(
    '::notice file=a%2Cb%3Ac.md,line=1,col=1,endLine=1,endColumn=1,title=field-type::100%25%0Asure.',
  );
});

test('SARIF 2.1.0: rules, places that are not empty, second places', () => {
  const { diagnostics, options } = made('ab\ncd\n', 3, 3, {
    hint: 'Do it.',
    related: [{ file: 'a.md', span: { start: 0, end: 2 }, message: 'First here.' }],
  });
  expect(JSON.parse(formatSarif(diagnostics, options))).toMatchObject({
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Scrutineer', rules: [{ id: 'field-type' }] } },
        results: [
          {
            ruleId: 'field-type',
            ruleIndex: 0,
            level: 'error',
            message: { text: 'It is wrong. Do it.' },
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: 'content/a.md' },
                  region: { startLine: 2, startColumn: 1, endLine: 2, endColumn: 2 },
                },
              },
            ],
            relatedLocations: [{ id: 0, message: { text: 'First here.' } }],
          },
        ],
      },
    ],
  });
});

function arguments_(of: {
  diagnostics: readonly Diagnostic[];
  options: FormatOptions;
}): [readonly Diagnostic[], FormatOptions] {
  return [of.diagnostics, of.options];
}
