import type { z } from 'zod';
import { FIELD_EXAMPLES } from '../model/field-examples.ts';
import { SCHEMAS, type DocumentKind } from '../model/kinds.ts';
import { metaOf } from '../model/scalars.ts';
import { unwrap } from '../parse/field-schema.ts';
import { canonicalOrder } from './canonical-order.ts';

/** Keys that a new file need not speak of: they come with time, or are for few documents. */
const LATER = new Set([
  'draft',
  'restricted',
  'corrections',
  'formerly',
  'language',
  'translationOf',
  'checked',
  'answer',
  'response',
  'progress',
  'due',
  'group',
  'reference',
  'abbreviations',
  'paragraphs',
]);

export interface FrontMatterFacts {
  /** Key → YAML as it stands after the colon (a list on lines of its own begins with a line end). */
  readonly values: Readonly<Record<string, string | undefined>>;
  /** Key → comment lines that stand above it, in place of the field's own description. */
  readonly comments?: Readonly<Record<string, readonly string[]>>;
}

/**
 * The front matter of a new file: what is known as keys, what may follow as comments with an example, in canonical
 * order. Descriptions and examples are those of the schemas.
 */
export function writeFrontMatter(kind: DocumentKind, facts: FrontMatterFacts): string {
  const lines = canonicalOrder(kind).flatMap((key) => {
    const value = facts.values[key];
    const own = facts.comments?.[key]?.map((line) => `# ${line}`);
    if (value !== undefined) return [...(own ?? []), keyLine(key, value)];
    if (own !== undefined) return own;
    return LATER.has(key) ? [] : suggestion(kind, key);
  });
  return `---\n${lines.join('\n')}\n---\n`;
}

function keyLine(key: string, value: string): string {
  return value.startsWith('\n') ? `${key}:${value}` : `${key}: ${value}`;
}

/** “# When it met. For example:”, “# date: 2026-03-05” */
function suggestion(kind: DocumentKind, key: string): string[] {
  const schema = (SCHEMAS[kind].shape as Record<string, z.ZodType>)[key]!;
  const words = metaOf(unwrap(schema))?.expected.replace(/^one of /, '');
  const choice = words?.includes(', ') ? `: ${words}` : '';
  const example = keyLine(key, FIELD_EXAMPLES[kind][key] ?? '…');
  return [`${schema.description ?? key}${choice}. For example:`, ...example.split('\n')].map((line) => `# ${line}`);
}
