import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { manualFiles } from '../../src/manual/manual-files.ts';
import { SCHEMAS, type FileKind } from '../../src/model/kinds.ts';
import { BASE } from '../support/content.ts';
import { cleanUp, ROOT, temporaryFolder, writeContent } from '../support/site.ts';
import { startLanguageServer, type LanguageClient } from '../tools/language-client.ts';

/** What helps while typing: made files are up to date, and real language servers mark and complete. */

afterAll(cleanUp);

describe('made from the definitions and up to date (npm run manual)', () => {
  test.each([...manualFiles()])('%s', (path, text) => {
    expect(readFileSync(join(ROOT, path), 'utf8')).toBe(text);
  });
});

interface Schema {
  type?: unknown;
  description?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
  anyOf?: Schema[];
  additionalProperties?: Schema | boolean;
}

describe('every field, however deep, is described', () => {
  const visit = (schema: Schema, path: string): string[] => [
    ...Object.entries(schema.properties ?? {}).flatMap(([key, inner]) => [
      ...(inner.description ? [] : [`${path}.${key}`]),
      ...visit(inner, `${path}.${key}`),
    ]),
    ...(schema.items ? visit(schema.items, path) : []),
    ...(schema.anyOf ?? []).flatMap((inner) => visit(inner, path)),
    ...(typeof schema.additionalProperties === 'object' ? visit(schema.additionalProperties, path) : []),
  ];
  test.each(Object.keys(SCHEMAS) as FileKind[])('%s', (kind) => {
    const schema = JSON.parse(manualFiles().get(`schemas/${kind}.schema.json`)!) as Schema;
    expect(Object.keys(schema.properties!).sort()).toEqual(Object.keys(SCHEMAS[kind].shape).sort());
    expect(visit(schema, kind)).toEqual([]);
  });
});

describe('the YAML language server (redhat.vscode-yaml), on the keys of every kind', () => {
  const folder = temporaryFolder();
  const uriOf = (kind: string, name = 'a') => pathToFileURL(join(folder, `${kind}.${name}.yaml`)).href;
  let client: LanguageClient;

  beforeAll(async () => {
    const program = join(
      dirname(createRequire(import.meta.url).resolve('yaml-language-server/package.json')),
      'bin',
      'yaml-language-server',
    );
    const schemas = Object.fromEntries(
      Object.keys(SCHEMAS).map((kind) => [
        pathToFileURL(join(ROOT, 'schemas', `${kind}.schema.json`)).href,
        `${kind}.*.yaml`,
      ]),
    );
    const yaml = { schemas, validate: true, completion: true, hover: true, schemaStore: { enable: false } };
    client = await startLanguageServer([program, '--stdio'], pathToFileURL(folder).href, { yaml });
  });
  afterAll(() => client.close());

  const frontMatter = (path: string) => (path === 'site.yaml' ? BASE[path]! : BASE[path]!.split('---\n')[1]!);

  test.each([
    ['site', 'site.yaml'],
    ['review', 'reviews/harbour/index.md'],
    ['area', 'reviews/harbour/areas/1.md'],
    ['meeting', 'reviews/harbour/meetings/1.md'],
    ['recommendation', 'reviews/harbour/recommendations/1.md'],
    ['appendix', 'reviews/harbour/appendices/a.md'],
  ])('marks nothing in a right %s', async (kind, path) => {
    expect(await client.open(uriOf(kind), 'yaml', frontMatter(path))).toEqual([]);
  });

  test('marks a wrong value where it stands', async () => {
    const text = frontMatter('reviews/harbour/meetings/1.md').replace('assurance: reviewed', 'assurance: seen');
    const marks = await client.open(uriOf('meeting', 'wrong'), 'yaml', text);
    expect(marks).toHaveLength(1);
    expect(marks[0]!.message).toContain('"reviewed"');
    const { start, end } = marks[0]!.range;
    expect(text.split('\n')[start.line]!.slice(start.character, end.character)).toBe('seen');
  });

  test('marks a key that there is not, and one that is missing', async () => {
    const messages = (await client.open(uriOf('area', 'wrong'), 'yaml', 'number: 1\ntitel: Lighting\n')).map(
      ({ message }) => message,
    );
    expect(messages.join('\n')).toContain('titel');
    expect(messages.join('\n')).toContain('"title"');
  });

  test('completes keys and words, with their descriptions', async () => {
    const uri = uriOf('meeting', 'typing');
    await client.open(uri, 'yaml', 'number: 1\ntype: \n');
    const labels = async (line: number, character: number) => {
      const answer = (await client.request('textDocument/completion', {
        textDocument: { uri },
        position: { line, character },
      })) as { items: { label: string }[] };
      return answer.items.map(({ label }) => label);
    };
    expect(await labels(1, 6)).toContain('site-visit');
    expect(await labels(2, 0)).toContain('considered');
  });
});

describe('the language server of unifiedjs.vscode-remark, on Markdown as it is typed', () => {
  const root = temporaryFolder();
  const content = writeContent(join(root, 'content'), BASE);
  let client: LanguageClient;

  beforeAll(async () => {
    const plugin = pathToFileURL(join(ROOT, 'src/adapters/editor/remark-plugin.ts')).href;
    writeFileSync(
      join(root, '.remarkrc.mjs'),
      `import scrutineer from ${JSON.stringify(plugin)};\nexport default { plugins: [scrutineer] };\n`,
    );
    const program = ['--import', 'tsx', join(ROOT, 'tests/tools/remark-server.ts'), '--stdio'];
    client = await startLanguageServer(program, pathToFileURL(root).href, { remark: { requireConfig: true } });
  });
  afterAll(() => client.close());

  const open = (path: string, text: string) => client.open(pathToFileURL(join(content, path)).href, 'markdown', text);
  const meeting = BASE['reviews/harbour/meetings/1.md']!;
  const errorsIn = async (path: string, text: string) =>
    (await open(path, text))
      .filter(({ severity }) => severity === 1)
      .map(({ message, range: { start, end } }) => ({
        message,
        marked: text.split('\n')[start.line]!.slice(start.character, end.character),
      }));

  test('marks nothing wrong in a right file', async () => {
    expect(await errorsIn('reviews/harbour/meetings/1.md', meeting)).toEqual([]);
  });

  test('marks a wrong value in the keys, with the hint', async () => {
    const [error, ...others] = await errorsIn(
      'reviews/harbour/meetings/2.md',
      BASE['reviews/harbour/meetings/2.md']!.replace('assurance: verbal', 'assurance: verball'),
    );
    expect(others).toEqual([]);
    expect(error!.marked).toBe('verball');
    expect(error!.message).toContain('Did you mean “verbal”?');
  });

  test('marks a reference in the text that leads nowhere, also before the file is saved', async () => {
    const [error] = await errorsIn(
      'reviews/harbour/appendices/a.md',
      `${BASE['reviews/harbour/appendices/a.md']!}\nSee Area 7.\n`,
    );
    expect(error).toMatchObject({ marked: '7' });
  });

  test('leaves Markdown alone that is not content', async () => {
    expect(await client.open(pathToFileURL(join(root, 'README.md')).href, 'markdown', '---\nfoo: 1\n---\n')).toEqual(
      [],
    );
  });
});
