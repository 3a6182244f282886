import type { Segment, TextBlock } from '../model/body.ts';
import type { FieldText } from '../model/document.ts';
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
  const texts: FieldText[] = [];
  for (const pattern of PROSE[kind]) {
    for (const [path, value] of valuesAt(data, pattern.split('.'), '')) {
      const span = spans.get(path)?.value;
      if (!span || value.trim() === '') continue;
      const text = value.replace(/\s+/g, ' ').trim();
      const block: TextBlock = {
        kind: 'paragraph',
        text,
        segments: segmentsOf(text, span.start, source.text.slice(span.start, span.end)),
        span,
        anchor: '',
        inQuote: false,
        heading: -1,
      };
      texts.push({ path, block, references: findReferences(text) });
    }
  }
  return texts;
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
