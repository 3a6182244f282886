import { z } from 'zod';
import { metaOf } from '../model/scalars.ts';

/** Follows a path through lists, mappings and wrappers to the schema that judges the value there. */
export function schemaAt(schema: z.ZodType, path: readonly PropertyKey[]): z.ZodType {
  let current = unwrap(schema);
  for (const step of path) {
    if (current instanceof z.ZodArray) current = unwrap(current.element as z.ZodType);
    else if (current instanceof z.ZodRecord) current = unwrap(current.valueType as z.ZodType);
    else if (current instanceof z.ZodObject)
      current = unwrap((current.shape as Record<string, z.ZodType>)[String(step)] ?? current);
  }
  return current;
}

/** The schema below `.optional()` and the reading of single values as lists. */
export function unwrap(schema: z.ZodType): z.ZodType {
  let current = schema;
  while (!metaOf(current)) {
    if (current instanceof z.ZodOptional) current = current.unwrap() as z.ZodType;
    else if (
      current instanceof z.ZodPipe &&
      current.out instanceof z.ZodType &&
      !(current.out instanceof z.ZodTransform)
    )
      current = current.out;
    else break;
  }
  return current;
}

/** The keys that can stand at a path. */
export function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  const found = schemaAt(schema, path);
  return found instanceof z.ZodObject ? Object.keys(found.shape) : [];
}
