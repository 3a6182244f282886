import type { z } from 'zod';
import { diagnostic, type Diagnostic } from '../model/diagnostic.ts';
import { SCHEMAS, type DataOf, type FileKind } from '../model/kinds.ts';
import { metaOf, type FieldMeta } from '../model/scalars.ts';
import { nearest } from '../model/suggest.ts';
import type { Span } from '../model/source.ts';
import { dateHint, exampleHint, SHAPES, shapeHint, shorten } from './field-hints.ts';
import { keysAt, schemaAt, unwrap } from './field-schema.ts';
import type { Plain, ReadYaml } from './yaml.ts';

export interface ReadFields<K extends FileKind> {
  /** What could be read. Keys named in `dropped` are missing or incomplete; the others are as the schema says. */
  readonly data: DataOf[K];
  /** Keys whose value, or a part of it, was wrong. Other findings must not be built on them. */
  readonly dropped: ReadonlySet<string>;
  /** True when every required key is there. */
  readonly usable: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

type Issue = z.core.$ZodIssue;

/** Checks front matter against the schema of its kind, key by key, so that one wrong key costs no other. */
export function readFields<K extends FileKind>(kind: K, yaml: ReadYaml, file: string): ReadFields<K> {
  const shape = SCHEMAS[kind].shape as Record<string, z.ZodType>;
  const diagnostics: Diagnostic[] = [];
  const dropped = new Set<string>();
  const data: Record<string, unknown> = {};
  let usable = true;
  const place = (path: readonly PropertyKey[]) => ({ file, span: spanOf(yaml, path) });

  for (const key of Object.keys(yaml.data)) {
    if (!Object.hasOwn(shape, key)) diagnostics.push(unknownKey(key, [], Object.keys(shape), yaml, file));
  }
  for (const [key, schema] of Object.entries(shape)) {
    if (yaml.unread.has(key)) {
      dropped.add(key);
      if (!schema.safeParse(undefined).success) usable = false;
      continue;
    }
    const value = yaml.data[key];
    const result = schema.safeParse(value);
    if (result.success) {
      if (result.data !== undefined) data[key] = result.data;
      continue;
    }
    dropped.add(key);
    for (const issue of result.error.issues) {
      const path = [key, ...issue.path];
      diagnostics.push(...describeIssue(issue, path, schema, value, yaml, place(path)));
    }
    const rest = withoutWrongParts(value, result.error.issues);
    const salvaged = rest === undefined ? undefined : schema.safeParse(rest);
    if (salvaged?.success) data[key] = salvaged.data;
    else if (!schema.safeParse(undefined).success) usable = false;
  }
  if (!yaml.sound) for (const key of Object.keys(shape)) dropped.add(key);
  return { data: data as DataOf[K], dropped, usable: usable && yaml.sound, diagnostics };
}

function describeIssue(
  issue: Issue,
  path: readonly PropertyKey[],
  schema: z.ZodType,
  root: Plain | undefined,
  yaml: ReadYaml,
  place: { file: string; span: Span },
): Diagnostic[] {
  const name = path
    .map(String)
    .filter((step) => !/^\d+$/.test(step))
    .join(' → ');
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, issue.path);
    return issue.keys.map((key) => unknownKey(key, path, known, yaml, place.file));
  }
  const value = valueAt(root, issue.path);
  const expected = expectation(issue, schema);
  if (value === undefined) {
    const line = `${String(path.at(-1))}: ${expected?.example ?? '…'}`;
    const isEmpty = yaml.spans.has(path.map(String).join('.'));
    return [
      isEmpty
        ? diagnostic('field-missing', place, `“${name}” has no value.`, {
            hint: `Write one after the colon: ${line} (a value that begins with # needs quotation marks)`,
          })
        : diagnostic('field-missing', place, `The key “${name}” is missing.`, { hint: `Add it: ${line}` }),
    ];
  }
  const shape = issue.code === 'invalid_type' ? SHAPES[issue.expected] : undefined;
  if (typeof value !== 'string') {
    const shown = Array.isArray(value) ? 'a list' : 'a group of keys';
    return [
      diagnostic(
        'field-type',
        place,
        `“${name}” should be ${shape ?? expected?.expected ?? 'text'}, but it is ${shown}.`,
        {
          hint: shape ? shapeHint(path, issue) : exampleHint(path, expected),
        },
      ),
    ];
  }
  if (issue.code === 'invalid_value') {
    const words = issue.values.map(String);
    const meant = nearest(value, words);
    return [
      diagnostic('field-value', place, `“${value}” is not a word that “${name}” can have.`, {
        hint: `Write one of: ${words.join(', ')}.${meant ? ` Did you mean “${meant}”?` : ''}`,
      }),
    ];
  }
  if (shape !== undefined) {
    return [
      diagnostic('field-type', place, `“${name}” should be ${shape}, but it is the text “${shorten(value)}”.`, {
        hint: shapeHint(path, issue),
      }),
    ];
  }
  const isDate = expected?.expected.startsWith('a date') ?? false;
  return [
    diagnostic(
      isDate ? 'date-invalid' : 'field-type',
      place,
      `“${name}” should be ${expected?.expected ?? 'something else'}, but it is “${shorten(value)}”.`,
      {
        hint: isDate ? dateHint(value) : exampleHint(path, expected),
      },
    ),
  ];
}

function unknownKey(
  key: string,
  path: readonly PropertyKey[],
  known: readonly string[],
  yaml: ReadYaml,
  file: string,
): Diagnostic {
  const spans = yaml.spans.get([...path, key].map(String).join('.'));
  const meant = nearest(key, known);
  const isCutOff = spans?.key !== undefined && spans.value === spans.key && /\s/.test(key);
  return diagnostic(
    'field-unknown',
    { file, span: spans?.key ?? spans?.value ?? spanOf(yaml, path) },
    `“${key}” is not a key that can stand here.`,
    {
      hint: meant
        ? `Did you mean “${meant}”?`
        : isCutOff
          ? 'A comma ends a value in braces: if these words belong to the value before them, put it all in quotation marks.'
          : `The keys are: ${known.join(', ')}.`,
    },
  );
}

/** The place a clerk would point to: the value; for a missing key, the mapping or the file's first key. */
function spanOf(yaml: ReadYaml, path: readonly PropertyKey[]): Span {
  for (let length = path.length; length > 0; length--) {
    const found = yaml.spans.get(path.slice(0, length).map(String).join('.'));
    if (found) return length === path.length ? found.value : (found.key ?? firstLine(found.value));
  }
  const root = yaml.spans.get('')?.value;
  return root ? { start: root.start, end: root.start } : { start: 0, end: 0 };
}

function firstLine(span: Span): Span {
  return { start: span.start, end: Math.min(span.end, span.start + 1) };
}

/** Takes the wrong members out of a list or mapping, so that the right ones still count. */
function withoutWrongParts(value: Plain | undefined, issues: readonly Issue[]): Plain | undefined {
  if (typeof value !== 'object') return undefined;
  const wrong = new Set<string>();
  for (const issue of issues) {
    if (issue.path.length > 0) wrong.add(String(issue.path[0]));
    else if (issue.code === 'unrecognized_keys') for (const key of issue.keys) wrong.add(key);
    else return undefined;
  }
  if (Array.isArray(value)) return value.filter((_, index) => !wrong.has(String(index)));
  return Object.fromEntries(Object.entries(value).filter(([key]) => !wrong.has(key)));
}

function valueAt(root: Plain | undefined, path: readonly PropertyKey[]): Plain | undefined {
  let value = root;
  for (const step of path) {
    if (Array.isArray(value)) value = value[Number(step)];
    else if (typeof value === 'object') value = value[String(step)];
    else return value;
  }
  return value;
}

function expectation(issue: Issue, schema: z.ZodType): FieldMeta | undefined {
  const params = issue.code === 'custom' ? (issue.params as { expected?: FieldMeta } | undefined) : undefined;
  return params?.expected ?? metaOf(unwrap(schemaAt(schema, issue.path)));
}
