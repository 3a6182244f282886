import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { FIELD_EXAMPLES } from '../../src/model/field-examples.ts';
import { SCHEMAS, type FileKind } from '../../src/model/kinds.ts';
import { keysAt } from '../../src/parse/field-schema.ts';
import { readYaml } from '../../src/parse/yaml.ts';

/** Every key has an example, every key within a group stands in the group's example, and the schema takes them all. */

describe.each(Object.keys(SCHEMAS) as FileKind[])('the examples of %s', (kind) => {
  const shape = SCHEMAS[kind].shape as Record<string, z.ZodType>;

  test('are there for each key, and for no other', () => {
    expect(Object.keys(FIELD_EXAMPLES[kind]).sort()).toEqual(Object.keys(shape).sort());
  });

  test.each(Object.entries(FIELD_EXAMPLES[kind]))('%s', (key, example) => {
    const yaml = readYaml(`${key}: ${example}\n`, 0, 'example.md');
    expect(yaml.diagnostics).toEqual([]);
    expect(shape[key]!.safeParse(yaml.data[key])).toMatchObject({ success: true });
    const groups = new Set([...yaml.spans.keys()].map((path) => path.replace(/\.?[^.]+$/, '')));
    for (const group of groups) {
      const path = group.split('.').slice(1);
      if (group === '') continue;
      for (const inner of keysAt(shape[key]!, path))
        if (!/^\d+$/.test(inner)) expect([...yaml.spans.keys()]).toContain(`${group}.${inner}`);
    }
  });
});
