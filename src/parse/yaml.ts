import { isAlias, isMap, isPair, isScalar, isSeq, parseDocument, type ParsedNode, type YAMLError } from 'yaml';
import { diagnostic, type Diagnostic } from '../model/diagnostic.ts';
import { withoutUnseen, type Span } from '../model/source.ts';
import { quoted } from './yaml-line.ts';
import { explainSlip } from './yaml-slips.ts';

/** Front matter as a clerk means it: text, lists, mappings; nothing is a number or a date yet. */
export type Plain = string | Plain[] | { [key: string]: Plain | undefined };

/** Where each key and value stands, by its path: `considered.0.area`. */
export type FieldSpans = ReadonlyMap<string, { readonly key?: Span; readonly value: Span }>;

export interface ReadYaml {
  readonly data: { [key: string]: Plain | undefined };
  readonly spans: FieldSpans;
  readonly diagnostics: readonly Diagnostic[];
  /** False when the text could not be understood as a whole: what is in `data` is then only a guess. */
  readonly sound: boolean;
  /** Keys whose value is reported already and was not read. */
  readonly unread: ReadonlySet<string>;
}

/** Reads YAML into text, lists and mappings with their places. Reports one mistake in the syntax, not what follows from it. */
export function readYaml(yaml: string, offset: number, file: string): ReadYaml {
  const document = parseDocument(yaml, { schema: 'failsafe', uniqueKeys: true, logLevel: 'error' });
  const diagnostics: Diagnostic[] = [];
  const spans = new Map<string, { key?: Span; value: Span }>();
  const unread = new Set<string>();
  const shorthands: number[] = [];
  const at = (start: number, end: number): Span => ({
    start: offset + Math.min(start, yaml.length),
    end: offset + Math.min(end, yaml.length),
  });

  const syntax = document.errors.find((error) => error.code !== 'DUPLICATE_KEY');
  for (const error of document.errors) {
    if (error.code === 'DUPLICATE_KEY') diagnostics.push(duplicateKey(error, yaml, at, file));
  }

  const read = (node: unknown, path: string): Plain | undefined => {
    const sign = shorthandStart(node, yaml);
    if (sign !== undefined) {
      const end = Math.max(sign + 1, (node as ParsedNode).range[1]);
      const written = yaml.slice(sign, end).trim();
      shorthands.push(sign);
      unread.add(path.split('.')[0]!);
      diagnostics.push(
        diagnostic(
          'yaml-alias',
          { file, span: at(sign, sign + written.length) },
          `“${written}” begins with ${written.charAt(0)}, which has a meaning of its own in front matter.`,
          { hint: `Put the value in quotation marks: ${quoted(restOfLine(yaml, sign))}` },
        ),
      );
      return undefined;
    }
    if (isScalar(node)) {
      const [start, end] = node.range ?? [0, 0];
      if (!spans.has(path)) spans.set(path, { value: at(start, end) });
      // An escape in quotation marks (“\\e”) can make what the file itself may not hold.
      const value = typeof node.value === 'string' ? withoutUnseen(node.value).replaceAll('\0', ' ') : '';
      const isEmpty = value === '' && node.type === 'PLAIN';
      return isEmpty || (node.type === 'PLAIN' && value === '~') ? undefined : value;
    }
    if (isSeq(node)) {
      rememberValue(path, node.range);
      return node.items.map((item, index) => read(item, join(path, String(index))) ?? '');
    }
    if (isMap(node)) {
      rememberValue(path, node.range);
      const mapping: { [key: string]: Plain | undefined } = Object.create(null) as { [key: string]: Plain | undefined };
      for (const pair of node.items) {
        if (!isPair(pair) || !isScalar(pair.key)) continue;
        const name = typeof pair.key.value === 'string' ? withoutUnseen(pair.key.value).replaceAll('\0', ' ') : '';
        const keyRange = pair.key.range ?? [0, 0];
        const key = at(keyRange[0], keyRange[1]);
        const childPath = join(path, name);
        if (spans.has(childPath)) continue;
        const valueRange = (pair.value as ParsedNode | null)?.range;
        spans.set(childPath, {
          key,
          value: valueRange && valueRange[1] > valueRange[0] ? at(valueRange[0], valueRange[1]) : key,
        });
        const value = read(pair.value, childPath);
        mapping[name] = value;
      }
      return mapping;
    }
    return undefined;
  };
  const rememberValue = (path: string, range: readonly number[] | null | undefined) => {
    const value = at(range?.[0] ?? 0, trimmedEnd(yaml, range?.[0] ?? 0, range?.[1] ?? 0));
    spans.set(path, { ...spans.get(path), value });
  };

  const root = document.contents === null ? {} : read(document.contents, '');
  if (
    syntax &&
    !shorthands.some((sign) => restOfLine(yaml, sign).length >= syntax.pos[0] - sign && sign <= syntax.pos[0])
  ) {
    const slip = explainSlip(syntax, yaml);
    diagnostics.push(
      diagnostic(slip.code, { file, span: at(slip.start, slip.end) }, slip.message, { hint: slip.hint }),
    );
  }
  const isMapping = typeof root === 'object' && !Array.isArray(root);
  if (!isMapping && !syntax && diagnostics.length === 0) {
    diagnostics.push(
      diagnostic(
        'yaml-syntax',
        { file, span: at(0, trimmedEnd(yaml, 0, yaml.length)) },
        'These lines are not keys with values.',
        {
          hint: 'Write each fact as a key, a colon, a space and the value: title: Safeguarding meeting',
        },
      ),
    );
  }
  return { data: isMapping ? root : {}, spans, diagnostics, sound: !syntax && isMapping, unread };
}

function duplicateKey(
  error: YAMLError,
  yaml: string,
  at: (start: number, end: number) => Span,
  file: string,
): Diagnostic {
  const [start] = error.pos;
  const key = /^[^:\n]+/.exec(yaml.slice(start))?.[0].trim() ?? '';
  return diagnostic(
    'yaml-duplicate-key',
    { file, span: at(start, start + key.length) },
    `The key “${key}” stands here a second time.`,
    {
      hint: 'Keep one of the two; only one value can be meant.',
    },
  );
}

/** Where `&name`, `*name` or `!name` stands, YAML's shorthands for repeating and typing; undefined for plain values. */
function shorthandStart(node: unknown, yaml: string): number | undefined {
  if (isAlias(node)) return node.range![0];
  const properties = isScalar(node) || isMap(node) || isSeq(node) ? node : undefined;
  if (!properties?.range || !(properties.anchor || properties.tag)) return undefined;
  const start = properties.range[0];
  const before = yaml.slice(yaml.lastIndexOf('\n', start - 1) + 1, start);
  const sign = /[&!]\S*\s+$/.exec(before);
  return sign ? start - before.length + sign.index : undefined;
}

function restOfLine(yaml: string, from: number): string {
  return /^[^\n]*/.exec(yaml.slice(from))![0].trimEnd();
}

function trimmedEnd(text: string, start: number, end: number): number {
  return start + text.slice(start, end).trimEnd().length;
}

function join(path: string, step: string): string {
  return path === '' ? step : `${path}.${step}`;
}
