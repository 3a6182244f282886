import type { z } from 'zod';
import { FIELD_EXAMPLES } from '../model/field-examples.ts';
import { ASSURANCES, DOCUMENT_KINDS, OUTCOMES, PROGRESS_STATES, SCHEMAS, type DocumentKind } from '../model/kinds.ts';
import { metaOf } from '../model/scalars.ts';
import { unwrap } from '../parse/field-schema.ts';
import { canonicalOrder } from '../write/canonical-order.ts';

/** Snippets for VS Code: type the name of a document or of a list entry, choose, and move on with Tab. */

interface Snippet {
  readonly prefix: string;
  readonly scope: string;
  readonly description: string;
  readonly body: readonly string[];
}

/** `.vscode/scrutineer.code-snippets` */
export function snippets(): Record<string, Snippet> {
  const documents = DOCUMENT_KINDS.map((kind) => [`Keys of a document: ${kind}`, document(kind)] as const);
  return {
    ...Object.fromEntries(documents),
    'An area that a meeting considered': entry(
      'considered',
      `- {area: \${1:1}, assurance: ${choice(2, ASSURANCES)}, outcome: ${choice(3, OUTCOMES)}}`,
    ),
    'An action that a meeting agreed': entry(
      'action',
      '- {action: ${1:What is to be done}, owner: ${2:key}, due: ${3:2026-03-20}}',
    ),
    'A report on progress': entry(
      'progress',
      `- {date: \${1:2026-03-20}, status: ${choice(2, PROGRESS_STATES)}, note: \${3:A short remark}}`,
    ),
    'A person': entry(
      'person',
      `\${1:key}: {name: \${2:Name}, group: ${choice(3, ['member', 'officer', 'partner', 'witness', 'contributor', 'public'])}, role: \${4:Role}}`,
    ),
    'A block that is never published': {
      prefix: 'restricted',
      scope: 'markdown',
      description: 'Exempt information (Schedule 12A): choose the paragraph that exempts it',
      body: [`::: restricted ${choice(1, ['1', '2', '3', '4', '5', '6', '7'])}`, '$0', ':::'],
    },
    'A heading that opens an area’s part of the notes': {
      prefix: 'areaheading',
      scope: 'markdown',
      description: 'What stands below it appears on the area’s page',
      body: ['## Area for Improvement ${1:1}', '', '$0'],
    },
  };
}

function document(kind: DocumentKind): Snippet {
  const shape = SCHEMAS[kind].shape as Record<string, z.ZodType>;
  const required = canonicalOrder(kind).filter((key) => !shape[key]!.safeParse(undefined).success);
  const lines = required.map((key, index) => {
    const words = metaOf(unwrap(shape[key]!))?.expected;
    return `${key}: ${words?.startsWith('one of ') ? choice(index + 1, words.slice(7).split(', ')) : `\${${index + 1}:${FIELD_EXAMPLES[kind][key]}}`}`;
  });
  return {
    prefix: kind,
    scope: 'markdown',
    description: `The keys that ${kind === 'area' || kind === 'appendix' ? 'an' : 'a'} ${kind} needs`,
    body: ['---', ...lines, '---', '', '$0'],
  };
}

function entry(prefix: string, line: string): Snippet {
  return { prefix, scope: 'markdown', description: 'An entry of a list in the keys', body: [line] };
}

function choice(stop: number, words: readonly string[]): string {
  return `\${${stop}|${words.join(',')}|}`;
}
