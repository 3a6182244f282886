import type { Segment, TextBlock } from '../model/body.ts';
import type { FieldText, Prose } from '../model/document.ts';
import type { DocumentKind } from '../model/kinds.ts';
import type { SourceFile } from '../model/source.ts';
import { findReferences } from './references.ts';
import type { FieldSpans, Plain } from './yaml.ts';

/** The keys whose values are prose; `*` stands for each entry of a list. */
const PROSE: Readonly<Record<DocumentKind, readonly string[]>> = {
  review: [],
  area: ['wording'],
  meeting: ['considered.*.note', 'actions.*.action'],
  recommendation: ['wording', 'response.text', 'progress.*.note'],
  appendix: [],
  page: ['summary'],
};

/** Reads the prose in a document's front matter as text blocks with references. */
export function readFieldTexts(kind: DocumentKind, data: Plain, spans: FieldSpans, source: SourceFile): FieldText[] {
  return PROSE[kind].flatMap((pattern) =>
    valuesAt(data, pattern.split('.'), '').flatMap(([path, value]) => fieldText(path, value, spans, source)),
  );
}

/** The prose that lists show, by path. */
const LISTED: Readonly<Partial<Record<DocumentKind, string>>> = {
  meeting: 'actions.*.action',
  recommendation: 'wording',
};

/** Reads the prose in a document's front matter that lists of several documents show. */
export function readListedTexts(kind: DocumentKind, data: Plain): Record<string, Prose> {
  const values = LISTED[kind] === undefined ? [] : valuesAt(data, LISTED[kind].split('.'), '');
  return Object.fromEntries(
    values.map(([path, value]) => {
      const text = oneLine(value);
      return [path, { text, references: findReferences(text) }];
    }),
  );
}

/** Every text in a front matter, prose or not: where words may name a document that gets another number. */
export function readAllFieldTexts(data: Plain, spans: FieldSpans, source: SourceFile): FieldText[] {
  const visit = (value: Plain | undefined, path: string): FieldText[] => {
    if (typeof value === 'string') return fieldText(path, value, spans, source);
    if (typeof value !== 'object') return [];
    return Object.entries(value).flatMap(([step, inner]) => visit(inner, path === '' ? step : `${path}.${step}`));
  };
  return visit(data, '');
}

function fieldText(path: string, value: string, spans: FieldSpans, source: SourceFile): FieldText[] {
  const span = spans.get(path)?.value;
  if (!span || value.trim() === '') return [];
  const text = oneLine(value);
  const block: TextBlock = {
    kind: 'paragraph',
    text,
    segments: segmentsOf(text, span.start, source.text.slice(span.start, span.end)),
    span,
    anchor: '',
    inQuote: false,
    heading: -1,
  };
  return [{ path, block, references: findReferences(text) }];
}

function oneLine(value: string): string {
  return value.replace(/\s+/g, ' ').trim();
}

function valuesAt(data: Plain | undefined, steps: readonly string[], path: string): [path: string, value: string][] {
  if (data === undefined) return [];
  const [step, ...rest] = steps;
  if (step === undefined) return typeof data === 'string' ? [[path, data]] : [];
  const join = (name: string) => (path === '' ? name : `${path}.${name}`);
  if (Array.isArray(data))
    return step === '*' ? data.flatMap((item, index) => valuesAt(item, rest, join(String(index)))) : [];
  return typeof data === 'object' ? valuesAt(data[step], rest, join(step)) : [];
}

/** Finds the words of a value in the YAML as written: quoted, folded over lines or plain. */
function segmentsOf(text: string, start: number, written: string): Segment[] {
  const segments: Segment[] = [];
  let cursor = 0;
  for (const word of text.matchAll(/\S+/g)) {
    const at = written.indexOf(word[0], cursor);
    if (at === -1) continue;
    cursor = at + word[0].length;
    segments.push({
      textStart: word.index,
      length: word[0].length,
      sourceStart: start + at,
      sourceLength: word[0].length,
      linkable: true,
    });
  }
  return segments;
}
