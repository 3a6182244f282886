import { stringify } from 'yaml';

/** Writes values as YAML in one line, with quotation marks only where they are needed. */

/** A value after a key of its own: `title: Bins: a review` needs quotation marks, `title: Bins` none. */
export function yamlText(value: string): string {
  return stringify(oneLine(value), { schema: 'failsafe', lineWidth: 0 }).trimEnd();
}

/** A value in braces or brackets, where commas and brackets mean something too. */
export function yamlInBraces(value: string): string {
  const text = yamlText(value);
  return /^["']/.test(text) || !/[,[\]{}]/.test(text) ? text : JSON.stringify(oneLine(value));
}

/** `[a, b]` */
export function yamlList(values: readonly string[]): string {
  return `[${values.map(yamlInBraces).join(', ')}]`;
}

/** `{name: Ann, group: member}`; keys without a value are left out. */
export function yamlGroup(entries: Readonly<Record<string, string | undefined>>): string {
  const parts = Object.entries(entries).flatMap(([key, value]) =>
    value === undefined || value === '' ? [] : [`${key}: ${yamlInBraces(value)}`],
  );
  return `{${parts.join(', ')}}`;
}

function oneLine(value: string): string {
  return value.replace(/\s+/g, ' ').trim();
}
