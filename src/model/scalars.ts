import { z } from 'zod';
import { isDate } from './dates.ts';

/**
 * The building blocks of the schemas. Front matter arrives as text (`10:30`, `010`, `no`), lists and mappings;
 * each block reads the text as what its key means. Every block says in plain English what it expects.
 */

/** What a reader is told about a value: shown in messages, in the JSON Schemas and on the format's reference page. */
export interface FieldMeta {
  /** "a whole number": completes the sentence "… should be …". */
  expected: string;
  example: string;
  /** The JSON Schema that editors use for the value as it stands in the file. */
  json: Record<string, unknown>;
}

const fieldMeta = z.registry<FieldMeta>();

/** What a schema expects, when it is one of the blocks below. */
export function metaOf(schema: z.ZodType): FieldMeta | undefined {
  return fieldMeta.get(schema);
}

function scalar<T>(meta: FieldMeta, read: (text: string) => T | undefined) {
  const schema = z.string().transform((text, context) => {
    const value = read(text.trim());
    if (value !== undefined) return value;
    context.issues.push({ code: 'custom', input: text, message: meta.expected, params: { expected: meta } });
    return z.NEVER;
  });
  fieldMeta.add(schema, meta);
  return schema;
}

export const text = () =>
  scalar(
    { expected: 'text', example: 'Safeguarding improvement', json: { type: ['string', 'number', 'boolean'] } },
    (value) => value,
  );

export const wholeNumber = () =>
  scalar({ expected: 'a whole number', example: '8', json: { type: 'integer', minimum: 0 } }, (value) =>
    /^\d{1,6}$/.test(value) ? Number(value) : undefined,
  );

export const date = () =>
  scalar(
    {
      expected: 'a date (year-month-day)',
      example: '2012-05-08',
      json: { type: ['string', 'integer'], pattern: '^\\d{4}(-\\d{2}(-\\d{2})?)?$' },
    },
    (value) => (isDate(value) ? value : undefined),
  );

export const yesNo = () =>
  scalar({ expected: 'yes or no', example: 'true', json: { enum: [true, false, 'yes', 'no'] } }, (value) =>
    /^(true|yes)$/i.test(value) ? true : /^(false|no)$/i.test(value) ? false : undefined,
  );

/** A name used to point at a person or an organisation: lower-case words joined by hyphens, in any alphabet. */
export const key = () =>
  scalar(
    { expected: 'a key (words joined by hyphens)', example: 'jenny-butlin-moran', json: { type: 'string' } },
    (value) => (value === '' ? undefined : value),
  );

export const letter = () =>
  scalar(
    {
      expected: 'one letter (or a short label)',
      example: 'A',
      json: { type: ['string', 'integer'], pattern: '^[A-Za-z0-9]{1,3}$' },
    },
    (value) => (/^[A-Za-z0-9]{1,3}$/.test(value) ? value.toUpperCase() : undefined),
  );

export const webAddress = () =>
  scalar({ expected: 'a web address', example: 'https://scrutiny.example.org/', json: { type: 'string' } }, (value) =>
    /^https?:\/\/[^\s/]+/i.test(value) && URL.canParse(value) ? value : undefined,
  );

/** A colour on which white text can be read: contrast 4.5 to 1 at least (WCAG 2.2, 1.4.3). */
export const hexColour = () =>
  scalar(
    {
      expected: 'a colour (# and six digits) dark enough for white text',
      example: '"#1d4f5c"',
      json: { type: 'string', pattern: '^#[0-9a-fA-F]{6}$' },
    },
    (value) =>
      /^#[0-9a-f]{6}$/i.test(value) && 1.05 / (luminance(value) + 0.05) >= 4.5 ? value.toLowerCase() : undefined,
  );

/** Relative luminance of an sRGB colour `#rrggbb`, 0 to 1 (WCAG 2.2, "relative luminance"). */
function luminance(colour: string): number {
  const channels = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
  const linear = channels.map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * linear[0]! + 0.7152 * linear[1]! + 0.0722 * linear[2]!;
}

export const sitePath = () =>
  scalar({ expected: 'an address on this site', example: '/old/place/', json: { type: 'string' } }, (value) =>
    /^\/(?!\/)[^\s?#]*$/.test(value) && !value.split('/').includes('..') ? value : undefined,
  );

/** A BCP 47 language tag. */
export const languageTag = () =>
  scalar({ expected: 'a language tag', example: 'cy', json: { type: 'string' } }, (value) =>
    /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(value) ? value : undefined,
  );

/** One of a few words. */
export const oneOf = <const T extends readonly [string, ...string[]]>(words: T) => {
  const meta = { expected: `one of ${words.join(', ')}`, example: words[0], json: { enum: [...words] } };
  const schema = z.preprocess(
    (value) => (typeof value === 'string' ? value.trim().toLowerCase() : value),
    z.enum(words),
  );
  fieldMeta.add(schema, meta);
  return schema;
};

/** A list; a single value is a list of one. */
export const list = <T extends z.ZodType>(item: T) =>
  z.preprocess((value) => (typeof value === 'string' ? [value] : value), z.array(item));
