import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { SCHEMAS, type FileKind } from '../../src/model/kinds.ts';
import { metaOf } from '../../src/model/scalars.ts';
import { unwrap } from '../../src/parse/field-schema.ts';
import { parseFile } from '../../src/parse/document.ts';
import { compileWith } from '../support/content.ts';
import { AREA, codes, find, INDEX, MEETING } from './find.ts';

/** Every key of every kind of file: a wrong value gives one finding, at the value, and costs no other key. */

const FILES: Readonly<Record<FileKind, { path: string; required: string }>> = {
  site: { path: 'site.yaml', required: 'name: Site\norganisation: Council\n' },
  review: {
    path: 'reviews/r/index.md',
    required: 'title: T\ntype: inquiry\ncommittee: C\nstatus: final\n',
  },
  area: { path: 'reviews/r/areas/1.md', required: 'number: 1\ntitle: T\n' },
  meeting: { path: 'reviews/r/meetings/1.md', required: 'number: 1\ntitle: T\ndate: 2020-01-01\n' },
  recommendation: { path: 'reviews/r/recommendations/1.md', required: 'number: 1\nwording: T\n' },
  appendix: { path: 'reviews/r/appendices/a.md', required: 'letter: A\ntitle: T\n' },
  page: { path: 'pages/p.md', required: 'title: T\n' },
};

/** A key of a kind with a value that it can't have. */
interface Case {
  readonly kind: FileKind;
  readonly key: string;
  /** `{wrong}` stands for the value; without it the whole is wrong. */
  readonly line: string;
  readonly wrong: string;
}

const KINDS = Object.keys(FILES) as FileKind[];
const CASES: Case[] = KINDS.flatMap((kind) =>
  Object.entries(SCHEMAS[kind].shape).flatMap(([key, schema]) => wrongValues(kind, key, schema as z.ZodType)),
);

function wrongValues(kind: FileKind, key: string, schema: z.ZodType): Case[] {
  const inner = unwrap(schema);
  const isText = metaOf(inner)?.expected === 'text' || metaOf(inner)?.expected.startsWith('a key');
  const takesLists = inner instanceof z.ZodArray || isList(schema);
  const wholes = [
    ...(isText || inner instanceof z.ZodArray ? [] : ['¿?']),
    ...(takesLists ? [] : ['[a, b]']),
    ...(inner instanceof z.ZodObject || inner instanceof z.ZodRecord ? [] : ['{a: b}']),
  ];
  const cases = wholes.map((wrong) => ({ kind, key, line: `${key}: ${wrong}`, wrong }));
  if (!(inner instanceof z.ZodObject)) return cases;
  const members = Object.entries<z.ZodType>(inner.shape);
  const required = members.filter(([, member]) => !member.safeParse(undefined).success);
  return [
    ...cases,
    ...members.map(([name]) => {
      const others = required
        .filter(([other]) => other !== name)
        .map(([other, member]) => `${other}: ${example(member)}`);
      return { kind, key, line: `${key}: {${[...others, `${name}: {a: b}`].join(', ')}}`, wrong: '{a: b}' };
    }),
  ];
}

function example(schema: z.ZodType): string {
  return metaOf(unwrap(schema))?.example ?? 'x';
}

function isList(schema: z.ZodType): boolean {
  return schema.safeParse(['/a/', '/b/']).success || schema.safeParse(['a', 'b']).success;
}

function parse(kind: FileKind, lines: string) {
  const { path } = FILES[kind];
  const text = kind === 'site' ? lines : `---\n${lines}---\n`;
  return { text, ...parseFile({ path, text }) };
}

test.each(KINDS)('%s with its required keys alone is right', (kind) => {
  expect(parse(kind, FILES[kind].required).diagnostics).toEqual([]);
});

test.each(CASES)('$kind: $line', ({ kind, key, line, wrong }) => {
  const others = FILES[kind].required
    .split('\n')
    .filter((other) => other !== '' && !other.startsWith(`${key}:`))
    .map((other) => `${other}\n`);
  const { diagnostics, text } = parse(kind, `${others.join('')}${line}\n`);
  expect(diagnostics.map(({ message }) => message)).toHaveLength(1);
  const { span, code, hint } = diagnostics[0]!;
  expect(text.slice(span.start, span.end)).toBe(wrong);
  expect(['field-type', 'field-value', 'date-invalid', 'field-unknown']).toContain(code);
  expect(hint ?? '').not.toBe('');
});

describe('missing keys', () => {
  const missing = KINDS.flatMap((kind) =>
    FILES[kind].required.split('\n').flatMap((line) => (line === '' ? [] : [{ kind, key: line.split(':')[0]! }])),
  );

  test.each(missing)('$kind without $key', ({ kind, key }) => {
    const other = kind === 'site' ? 'language: cy\n' : 'draft: true\n';
    const rest = FILES[kind].required.replace(new RegExp(`^${key}:.*\n`, 'm'), other);
    const { diagnostics } = parse(kind, rest);
    expect(diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([
      `field-missing The key “${key}” is missing.`,
    ]);
  });

  test.each(missing)('$kind with an empty $key', ({ kind, key }) => {
    const rest = FILES[kind].required.replace(new RegExp(`^${key}:.*\n`, 'm'), `${key}: # to do\n`);
    const { diagnostics, text } = parse(kind, rest);
    expect(diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([
      `field-missing “${key}” has no value.`,
    ]);
    expect(text.slice(diagnostics[0]!.span.start, diagnostics[0]!.span.end)).toBe(key);
  });
});

describe('unknown keys', () => {
  test.each([
    ['titel: x', 'titel', 'Did you mean “title”?'],
    ['Title: x', 'Title', 'Did you mean “title”?'],
    ['zzzz: x', 'zzzz', 'The keys are: '],
    ['constructor: x', 'constructor', 'The keys are: '],
    ['wordng:', 'wordng', 'Did you mean “wording”?'],
  ])('%s', (line, key, hint) => {
    const { diagnostics, text } = parse('area', `${FILES.area.required}${line}\n`);
    expect(diagnostics.map(({ code }) => code)).toEqual(['field-unknown']);
    expect(text.slice(diagnostics[0]!.span.start, diagnostics[0]!.span.end)).toBe(key);
    expect(diagnostics[0]!.hint).toContain(hint);
  });

  test('in an entry of a list, at the key', () => {
    expect(find({ [MEETING]: meeting('considered:\n  - {area: 1, assurence: reviewed}') })).toEqual([
      'field-unknown meetings/1.md:6:15 “assurence”',
    ]);
  });

  test('a comma in braces cuts a value in two; the piece is reported', () => {
    expect(find({ [MEETING]: meeting('considered:\n  - {area: 1, note: Lit, but dimly}') })).toEqual([
      'field-unknown meetings/1.md:6:26 “but dimly”',
    ]);
  });
});

describe('several mistakes at once', () => {
  test('in one file and over files, all in one run', () => {
    expect(
      find({
        [MEETING]:
          '---\nnumber: one\ntitle: First\ndate: 2020-02-31\ntype: talk\nconsidered:\n  - {area: 9, assurance: reviewd}\n  - {area: 8, outcom: satisfied}\n---\n',
        [AREA]: '---\nnumber: 2\ntitle: Ladders\nlead: abd\naction: done\n---\n',
      }),
    ).toEqual([
      'reference-unknown areas/2.md:4:7 “abd”',
      'field-value areas/2.md:5:9 “done”',
      'field-type meetings/1.md:2:9 “one”',
      'date-invalid meetings/1.md:4:7 “2020-02-31”',
      'field-value meetings/1.md:5:7 “talk”',
      'reference-unknown meetings/1.md:7:12 “9”',
      'field-value meetings/1.md:7:26 “reviewd”',
      'reference-unknown meetings/1.md:8:12 “8”',
      'field-unknown meetings/1.md:8:15 “outcom”',
    ]);
  });

  test('a wrong person costs no other person', () => {
    const index = `---
title: Harbour safety
type: task-and-finish
committee: Environment Scrutiny Committee
status: final
organisations:
  abc: {name: Anytown Borough Council}
people:
  ann-example: {name: Cllr Ann Example, group: members}
  ben-sample: {name: Ben Sample, group: officer}
---

We looked at Area 1.
`;
    expect(find({ [INDEX]: index })).toEqual(['field-value index.md:9:48 “members”']);
    expect(
      find({ [INDEX]: index, [MEETING]: meeting('present: [ann-example, ben-sampel]\nconsidered:\n  - {area: 1}') }),
    ).toEqual(['field-value index.md:9:48 “members”', 'reference-unknown meetings/1.md:5:24 “ben-sampel”']);
  });
});

describe('values are read as the key says', () => {
  test.each([
    ['title', '10:30', '10:30'],
    ['title', '010', '010'],
    ['title', 'no', 'no'],
    ['title', '2013-01-30', '2013-01-30'],
    ['title', '1e3', '1e3'],
    ['title', 'null', 'null'],
    ['title', '"it\'s"', "it's"],
    ['title', "'it''s'", "it's"],
    ['number', '010', 10],
    ['number', '"7"', 7],
    ['draft', 'no', false],
    ['draft', 'Yes', true],
    ['draft', 'true', true],
    ['lead', 'wcc', ['wcc']],
    ['lead', '[wcc, nhs]', ['wcc', 'nhs']],
    ['action', 'Complete', 'complete'],
  ])('%s: %s', (key, written, value) => {
    const required = FILES.area.required.replace(new RegExp(`^${key}:.*\n`, 'm'), '');
    const { document, diagnostics } = parse('area', `${required}${key}: ${written}\n`);
    expect(diagnostics).toEqual([]);
    expect((document!.data as Record<string, unknown>)[key]).toEqual(value);
  });

  test.each(['', '~', '# a remark'])('an optional key without a value (%s) is as if it were not there', (written) => {
    const { document, diagnostics } = parse('area', `${FILES.area.required}wording: ${written}\n`);
    expect(diagnostics).toEqual([]);
    expect(document!.data).not.toHaveProperty('wording');
  });

  test.each(['2012', '2012-03', '2012-03-31', '2012-02-29'])('%s is a date', (written) => {
    expect(parse('meeting', `number: 1\ntitle: T\ndate: ${written}\n`).diagnostics).toEqual([]);
  });

  test.each([
    '12-03-2012',
    '2012-3-1',
    '2012-13',
    '2012-02-30',
    '2013-02-29',
    '1 May 2012',
    '2012-00',
    '20120301',
    '2012/03/01',
  ])('%s is none', (written) => {
    expect(parse('meeting', `number: 1\ntitle: T\ndate: ${written}\n`).diagnostics.map(({ code }) => code)).toEqual([
      'date-invalid',
    ]);
  });

  test('a British date is turned round in the hint', () => {
    expect(parse('meeting', 'number: 1\ntitle: T\ndate: 8/5/2012\n').diagnostics[0]!.hint).toBe(
      'Write year-month-day: 2012-05-08',
    );
  });

  test.each([
    ['-1', 1],
    ['8.5', 1],
    ['VIII', 1],
    ['0', 0],
    ['8', 0],
  ])('number: %s', (written, count) => {
    expect(parse('area', `number: ${written}\ntitle: T\n`).diagnostics).toHaveLength(count);
  });
});

describe('references in front matter', () => {
  test('an area that no file has, at the number', () => {
    expect(
      find({ [MEETING]: meeting('considered:\n  - {area: 41, assurance: reviewed, outcome: satisfied}') }),
    ).toEqual(['reference-unknown meetings/1.md:6:12 “41”']);
  });

  test('a name instead of a key is understood in the hint', () => {
    const { diagnostics } = compileWith({ [MEETING]: meeting('present: [Ben Sample]\nconsidered: [{area: 1}]') });
    expect(diagnostics.find(({ code }) => code === 'reference-unknown')?.hint).toBe('Did you mean ben-sample?');
  });

  test('an owner may be a key, a name or a plain body', () => {
    const actions = (owner: string) =>
      meeting(`considered:\n  - {area: 1}\nactions:\n  - {action: Mend it, owner: ${owner}, done: 2020-02-05}`);
    expect(codes({ [MEETING]: actions('ben-sample') })).toEqual([]);
    expect(codes({ [MEETING]: actions('[ben-sample, abc, Harbour Board]') })).toEqual([]);
    expect(find({ [MEETING]: actions('ben-sampel') })).toEqual(['reference-unknown meetings/1.md:8:30 “ben-sampel”']);
  });
});

function meeting(more: string): string {
  return `---\nnumber: 1\ntitle: First evidence\ndate: 2020-02-04\n${more}\n---\n`;
}
