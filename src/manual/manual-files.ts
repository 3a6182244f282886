import { SCHEMAS, type FileKind } from '../model/kinds.ts';
import { formatPage } from './format-page.ts';
import { jsonSchema } from './json-schema.ts';
import { snippets } from './snippets.ts';

/** Files of the project that are made from the definitions, by path; a test holds them together. */
export function manualFiles(): Map<string, string> {
  const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
  const kinds = Object.keys(SCHEMAS) as FileKind[];
  return new Map([
    ...kinds.map((kind) => [`schemas/${kind}.schema.json`, json(jsonSchema(kind))] as const),
    ['docs/format.md', `${formatPage().trimEnd()}\n`],
    ['.vscode/scrutineer.code-snippets', json(snippets())],
  ]);
}
