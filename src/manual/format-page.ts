import { z } from 'zod';
import { FIELD_EXAMPLES } from '../model/field-examples.ts';
import { DOCUMENT_KINDS, SCHEMAS, type FileKind } from '../model/kinds.ts';
import { metaOf } from '../model/scalars.ts';
import { unwrap } from '../parse/field-schema.ts';
import { canonicalOrder } from '../write/canonical-order.ts';

/** The reference page of the format, from the definitions that the checks use. */

const WORDS: Readonly<Record<FileKind, { title: string; file: string; body: string }>> = {
  site: { title: 'The site', file: 'site.yaml', body: 'Who publishes, where, and the house rules.' },
  review: { title: 'A review', file: 'reviews/<review>/index.md', body: 'The text below the keys is the report.' },
  area: {
    title: 'An area for improvement, or line of inquiry',
    file: 'reviews/<review>/areas/*.md',
    body: 'The text below the keys is background; most areas have none. The notes of the meetings appear on its page by themselves.',
  },
  meeting: {
    title: 'A meeting',
    file: 'reviews/<review>/meetings/*.md',
    body: 'The text below the keys is the notes. A heading that names an area, `## Area for Improvement 2`, opens that area’s part.',
  },
  recommendation: {
    title: 'A recommendation',
    file: 'reviews/<review>/recommendations/*.md',
    body: 'The text below the keys gives the reasons.',
  },
  appendix: {
    title: 'An appendix',
    file: 'reviews/<review>/appendices/*.md',
    body: 'The text below the keys is printed.',
  },
  page: { title: 'A page', file: 'pages/*.md', body: 'The file’s name is the page’s address.' },
};

/** Keys that every document can have: described once. */
const COMMON_KEYS = Object.keys(SCHEMAS.page.shape).filter((key) => key in SCHEMAS.area.shape && key !== 'title');

/** `docs/format.md` */
export function formatPage(): string {
  const kinds: FileKind[] = ['site', ...DOCUMENT_KINDS];
  const parts = kinds.map((kind) => {
    const { title, file, body } = WORDS[kind];
    const keys = canonicalOrder(kind).filter((key) => kind === 'site' || !COMMON_KEYS.includes(key));
    return `## ${title}\n\n\`${file}\`\n\n${body}\n\n${keys.map((key) => field(kind, key)).join('\n')}`;
  });
  const common = COMMON_KEYS.map((key) => field('page', key)).join('\n');
  return `<!-- Made by npm run manual from src/model/kinds.ts and src/model/field-examples.ts; edit those. -->

# The format: every key

Each file begins with its keys between two lines \`---\`; the text stands below. \`site.yaml\` has keys only. Dates are \`2026-03-05\`, \`2026-03\` or \`2026\`.
Where a list is asked for, a single value is a list of one. A value with a colon and a space, or with \`#\` at its beginning, goes into quotation marks. Everything in the examples is
invented. \`npm run new\` writes files with these keys, and \`npm run check\` says what is wrong with them.

${parts.join('\n')}
## Keys that every document can have

${common}`;
}

function field(kind: FileKind, key: string): string {
  const schema = (SCHEMAS[kind].shape as Record<string, z.ZodType>)[key]!;
  const example = FIELD_EXAMPLES[kind][key] ?? '';
  const line = example.startsWith('\n') ? `${key}:${example}` : `${key}: ${example}`;
  const inner = innerRows(schema);
  const table = inner.length === 0 ? '' : `| in it | | what to write |\n| --- | --- | --- |\n${inner.join('\n')}\n\n`;
  return `### ${key}\n\n${sentence(schema.description ?? '')} ${needed(schema)}: ${valueWords(schema)}.\n\n\`\`\`yaml\n${line}\n\`\`\`\n\n${table}`;
}

/** The keys of a group, or of the groups in a list. */
function innerRows(schema: z.ZodType): string[] {
  const inner = unwrap(schema);
  const group = unwrap(
    inner instanceof z.ZodArray
      ? (inner.element as z.ZodType)
      : inner instanceof z.ZodRecord
        ? (inner.valueType as z.ZodType)
        : inner,
  );
  if (!(group instanceof z.ZodObject)) return [];
  return Object.entries(group.shape as Record<string, z.ZodType>).map(
    ([key, value]) => `| \`${key}\` | ${needed(value)} | ${value.description ?? ''}: ${valueWords(value)} |`,
  );
}

function needed(schema: z.ZodType): string {
  return schema.safeParse(undefined).success ? 'May be left out' : 'Required';
}

function valueWords(schema: z.ZodType): string {
  const inner = unwrap(schema);
  const meta = metaOf(inner);
  if (meta)
    return meta.expected.startsWith('one of ')
      ? meta.expected
          .slice(7)
          .split(', ')
          .map((word) => `\`${word}\``)
          .join(', ')
      : meta.expected;
  if (inner instanceof z.ZodArray) {
    const words = valueWords(inner.element as z.ZodType);
    return words === 'a group of keys' ? 'a list of groups of keys' : `a list, each entry ${words}`;
  }
  return inner instanceof z.ZodRecord ? 'keys of your own choice, each with its value' : 'a group of keys';
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
