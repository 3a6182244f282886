import type { z } from 'zod';
import type { FieldMeta } from '../model/scalars.ts';

/** What to write instead of a wrong value. */

export function exampleHint(path: readonly PropertyKey[], expected: FieldMeta | undefined): string | undefined {
  const key = path.map(String).findLast((step) => !/^\d+$/.test(step));
  return expected ? `Write for example ${key}: ${expected.example}` : undefined;
}

/** What a value that is no text should be, by zod's name for it. */
export const SHAPES: Readonly<Record<string, string>> = {
  array: 'a list',
  object: 'a group of keys',
  record: 'a group of keys',
};

export function shapeHint(path: readonly PropertyKey[], issue: z.core.$ZodIssue): string {
  const key = path.map(String).findLast((step) => !/^\d+$/.test(step)) ?? '';
  return issue.code === 'invalid_type' && issue.expected === 'array'
    ? `Write the entries on lines of their own below “${key}:”, each with a dash and a space before it.`
    : `Write the keys in braces, or on lines of their own below “${key}:”.`;
}

export function dateHint(value: string): string {
  const british = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(value.trim());
  if (british && Number(british[2]) <= 12) {
    return `Write year-month-day: ${british[3]}-${british[2]!.padStart(2, '0')}-${british[1]!.padStart(2, '0')}`;
  }
  return /^\d{4}-\d{2}-\d{2}$/.test(value.trim())
    ? 'There is no such day in the calendar.'
    : 'Write year-month-day, such as 2012-05-08; or 2012-05 or 2012 when no more is known.';
}

export function shorten(value: string): string {
  return value.length > 60 ? `${value.slice(0, 57)}…` : value;
}
