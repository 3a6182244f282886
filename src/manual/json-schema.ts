import { z } from 'zod';
import { FIELD_EXAMPLES } from '../model/field-examples.ts';
import { SCHEMAS, type FileKind } from '../model/kinds.ts';
import { metaOf } from '../model/scalars.ts';
import { readYaml } from '../parse/yaml.ts';

/** JSON Schemas for editors, from the definitions that the checks use. Draft 7, which every editor's engine reads. */

type Schema = Record<string, unknown>;

/** What a kind of file is called in the title of its schema. */
const TITLES: Readonly<Record<FileKind, string>> = {
  site: 'The site (site.yaml)',
  review: 'A review (reviews/…/index.md)',
  area: 'An area for improvement (reviews/…/areas/*.md)',
  meeting: 'A meeting (reviews/…/meetings/*.md)',
  recommendation: 'A recommendation (reviews/…/recommendations/*.md)',
  appendix: 'An appendix (reviews/…/appendices/*.md)',
  page: 'A page (pages/*.md)',
};

/** The JSON Schema of one kind's front matter, with every field described and an example for each key. */
export function jsonSchema(kind: FileKind): Schema {
  const schema = convert(SCHEMAS[kind]);
  const properties = schema['properties'] as Record<string, Schema>;
  for (const [key, property] of Object.entries(properties)) {
    const example = readYaml(`${key}: ${FIELD_EXAMPLES[kind][key] ?? ''}\n`, 0, '').data[key];
    const value = example === undefined ? undefined : typed(example, property);
    if (value !== undefined) property['examples'] = [value];
  }
  return { ...schema, $schema: 'http://json-schema.org/draft-07/schema#', title: TITLES[kind] };
}

function convert(schema: z.ZodType): Schema {
  return z.toJSONSchema(schema, {
    target: 'draft-7',
    io: 'input',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema: made }) => {
      const schemaHere = zodSchema as unknown as z.ZodType;
      const meta = metaOf(schemaHere);
      const list = listBehind(schemaHere);
      const { description } = made;
      if (!meta && !list) return;
      for (const key of Object.keys(made)) delete (made as Schema)[key];
      if (meta) Object.assign(made, meta.json);
      // A single value stands for a list of one.
      else if (list) {
        const { $schema: _, ...items } = convert(list);
        Object.assign(made, { anyOf: [{ type: 'array', items }, items] });
      }
      if (description !== undefined) made.description = description;
    },
  });
}

/** The entries' schema, where a list is read from a single value too. */
function listBehind(schema: z.ZodType): z.ZodType | undefined {
  return schema instanceof z.ZodPipe && schema.out instanceof z.ZodArray
    ? (schema.out.element as z.ZodType)
    : undefined;
}

/** An example as the YAML of editors reads it: numbers and yes or no are not text there. */
function typed(example: unknown, schema: Schema): unknown {
  if (schema['type'] === 'integer') return Number(example);
  if (Array.isArray(schema['enum']) && schema['enum'].includes(true)) return example === 'true';
  return typeof example === 'object' ? undefined : example;
}
