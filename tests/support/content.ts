import { readFileSync } from 'node:fs';
import { compile, type CompileOptions, type Compilation } from '../../src/compile.ts';
import { sourceFile } from '../../src/model/source.ts';

/** Small contents for tests, plainly invented. */

/** A whole, clean site: one review with two areas, two meetings, one recommendation and one appendix. */
export const BASE: Readonly<Record<string, string>> = {
  'site.yaml': 'name: Scrutiny reviews\norganisation: Anytown Borough Council\nurl: https://scrutiny.example.org/\n',
  'reviews/harbour/index.md': `---
title: Harbour safety
type: task-and-finish
committee: Environment Scrutiny Committee
commissioned: {by: Environment Scrutiny Committee, date: 2020-01}
published: 2020-06-30
status: final
organisations:
  abc: {name: Anytown Borough Council, abbreviation: ABC}
people:
  ann-example: {name: Cllr Ann Example, group: member, role: Chair}
  ben-sample: {name: Ben Sample, group: officer, role: Harbour Master, organisation: abc}
---

## 1 Introduction

We looked at Area 1 and Area 2 and make recommendation 1. The scope stands in appendix A.

## 2 Evidence

Meetings 1 and 2 heard Ben Sample.
`,
  'reviews/harbour/areas/1.md':
    '---\nnumber: 1\ntitle: Lighting\nwording: Light the quay from dusk to dawn.\nlead: abc\naction: complete\n---\n',
  'reviews/harbour/areas/2.md':
    '---\nnumber: 2\ntitle: Ladders\nwording: Mend every ladder of the basin.\nlead: abc\naction: complete\n---\n',
  'reviews/harbour/meetings/1.md': `---
number: 1
title: First evidence
date: 2020-02-04
present: [ann-example, ben-sample]
considered:
  - {area: 1, assurance: reviewed, outcome: satisfied}
---

## Area for Improvement 1

Ben Sample showed how the quay is lit. Members were satisfied.
`,
  'reviews/harbour/meetings/2.md': `---
number: 2
title: Second evidence
date: 2020-03-03
present: [ann-example, ben-sample]
considered:
  - {area: 2, assurance: verbal, outcome: satisfied}
---

## Area for Improvement 2

Ben Sample told us how the ladders were mended. Members were satisfied.
`,
  'reviews/harbour/recommendations/1.md':
    '---\nnumber: 1\nwording: To keep the quay lit as Area 1 asks.\nto: [Harbour Board]\nsent: 2020-06-30\nresponse: {date: 2020-07-20, decision: accepted, by: Harbour Board, text: Agreed in full.}\n---\n\nThe evidence of meeting 1 shows why.\n',
  'reviews/harbour/appendices/a.md': '---\nletter: A\ntitle: Scope\n---\n\nLighting and ladders of the harbour.\n',
};

export const OPTIONS: CompileOptions = { today: '2020-07-31' };

/** Compiles contents given as path → text; null takes a file away. */
export function compileTexts(
  texts: Readonly<Record<string, string | null>>,
  options: Partial<CompileOptions> = {},
  attachments: readonly string[] = [],
): Compilation {
  const files = Object.entries(texts).flatMap(([path, text]) =>
    text === null ? [] : [sourceFile(path, toBytes(text))],
  );
  return compile({ files, attachments: attachments.map((path) => ({ path, bytes: 1 })) }, { ...OPTIONS, ...options });
}

/** The base with some files replaced, added or (null) taken away. */
export function compileWith(
  texts: Readonly<Record<string, string | null>>,
  options: Partial<CompileOptions> = {},
  attachments: readonly string[] = [],
): Compilation {
  return compileTexts({ ...BASE, ...texts }, options, attachments);
}

/** `\xE9` in a text stands for that byte: how a help page shows a file that is not UTF-8. */
export function toBytes(text: string): Uint8Array {
  const parts = text.split(/\\x([0-9A-F]{2})/);
  return Buffer.concat(
    parts.map((part, index) => (index % 2 === 0 ? Buffer.from(part) : Buffer.from([Number.parseInt(part, 16)]))),
  );
}

/** One file of an example on a help page, with the places that are marked in it. */
export interface ExampleFile {
  readonly path: string;
  /** Null: the example is that this file is missing. */
  readonly text: string | null;
  readonly marks: readonly { readonly start: number; readonly end: number }[];
  /** True for an attachment, of which only the path matters. */
  readonly attached?: boolean;
}

export interface HelpPage {
  readonly title: string;
  readonly wrong: readonly ExampleFile[];
  readonly right: readonly ExampleFile[];
  readonly headings: readonly string[];
}

/**
 * Reads a help page. Each example is one or more fenced blocks whose info string is `md <path>` (or `yaml <path>`);
 * ⟦…⟧ marks where the finding is shown; \`absent <path>\` says that the file is missing, \`attached <path>\`
 * that an attachment stands there, and \`attached ⟦<path>⟧\` that the finding is about it.
 */
export function readHelpPage(path: string | URL): HelpPage {
  const text = readFileSync(path, 'utf8');
  const sections = splitSections(text);
  const section = (name: string) => sections.find((part) => part.startsWith(`${name}\n`)) ?? '';
  return {
    title: /^# (.+)$/m.exec(text)?.[1] ?? '',
    headings: sections.slice(1).map((part) => part.split('\n')[0]!.trim()),
    wrong: readExamples(section('Wrong')),
    right: readExamples(section('Right')),
  };
}

/** The page's sections; `## ` inside an example is the example's. */
function splitSections(text: string): string[] {
  const sections = [''];
  let fence: string | undefined;
  for (const line of text.split(/(?<=\n)/)) {
    const marks = /^`{3,}/.exec(line)?.[0];
    if (marks !== undefined && (fence === undefined || marks === fence))
      fence = fence === undefined ? marks : undefined;
    if (fence === undefined && line.startsWith('## ')) sections.push(line.slice(3));
    else sections[sections.length - 1] += line;
  }
  return sections;
}

function readExamples(section: string): ExampleFile[] {
  const files = [...section.matchAll(/^(`{3,})(?:md|yaml) (\S.*)\n([\s\S]*?)^\1$/gm)].map(([, , path, body]) => ({
    path: path!.trim(),
    ...readMarks(body!),
  }));
  const absent = [...section.matchAll(/^`absent ([^`]+)`$/gm)].map(([, path]) => ({
    path: path!,
    text: null,
    marks: [{ start: 0, end: 0 }],
  }));
  const attached = [...section.matchAll(/^`attached (⟦?)([^`⟧]+)⟧?`$/gm)].map(([, mark, path]) => ({
    path: path!,
    text: null,
    marks: mark === '' ? [] : [{ start: 0, end: 0 }],
    attached: true,
  }));
  return [...files, ...absent, ...attached];
}

function readMarks(marked: string): { text: string; marks: { start: number; end: number }[] } {
  const marks: { start: number; end: number }[] = [];
  let text = '';
  for (const piece of marked.split(/([⟦⟧])/)) {
    if (piece === '⟦') marks.push({ start: text.length, end: text.length });
    else if (piece === '⟧') marks.at(-1)!.end = text.length;
    else text += piece;
  }
  return { text, marks };
}
