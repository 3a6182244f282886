import { relative, resolve } from 'node:path';
import { analyse } from '../../../compile.ts';
import { formatText, pathOf } from '../../../diagnostics/format.ts';
import { sourceFile } from '../../../model/source.ts';
import type { readYaml } from '../../../parse/yaml.ts';
import { readWhole } from '../../../write/everything.ts';
import { formatFile, type Formatted } from '../../../write/format-file.ts';
import { applyEdits } from '../../../write/text-edits.ts';
import { ExplainedError } from '../../explained-error.ts';
import { loadContent } from '../../load-content.ts';
import { paintForTerminal, today } from '../surroundings.ts';
import { applyChange } from './apply-change.ts';
import { isConfirmed, type ConfirmArguments } from './confirm.ts';

export interface FormatArguments extends ConfirmArguments {
  content: string;
  /** Say only whether something is out of order. */
  check?: boolean;
}

/** `format`: puts front matter into canonical order; exits 1 with `--check` when something is out of order. */
export async function runFormat(wanted: readonly string[], options: FormatArguments): Promise<void> {
  const folder = resolve(options.content);
  const content = await loadContent(folder);
  const names = wanted.map((path) => relative(folder, resolve(path.replaceAll('\\', '/'))).replaceAll('\\', '/'));
  const isWanted = (path: string) =>
    names.length === 0 || names.some((name) => name === path || path.startsWith(`${name}/`));
  const files = content.files.filter(({ path }) => isWanted(path));
  if (files.length === 0) throw new ExplainedError(`No file of the content is meant by ${wanted.join(', ')}.`, 2);
  const { diagnostics, catalogue } = analyse(content, { today: today(), preview: true });
  const unreadable = diagnostics.filter(
    ({ file, severity }) =>
      severity === 'error' && isWanted(file) && isUnreadable(content.files.find(({ path }) => path === file)),
  );
  if (unreadable.length > 0) {
    const text = formatText(unreadable, {
      folder: options.content,
      sources: catalogue.sources,
      paint: paintForTerminal,
    });
    throw new ExplainedError(`${text}\nNothing was written. Mend this first: these facts can’t be read.`);
  }
  const formatted = new Map(
    files
      .flatMap((file) => [[file, formatFile(file)] as const])
      .flatMap(([file, result]) => (result ? [[file, result] as const] : [])),
  );
  if (formatted.size === 0) return console.log(`All ${files.length} files are in order.`);
  for (const [file, result] of formatted) proveSame(file, result);
  console.log(
    `The keys of ${formatted.size === 1 ? 'this file' : `these ${formatted.size} files`} are put in order:\n${[...formatted].map(([{ path }, result]) => `  ${pathOf(path, { folder: options.content })}\n      ${result.before.join(', ')}\n    → ${result.after.join(', ')}`).join('\n')}\n`,
  );
  if (options.check) {
    process.exitCode = 1;
    return;
  }
  if (!(await isConfirmed(options))) return;
  const edits = new Map([...formatted].map(([{ path }, result]) => [path, result.edits]));
  await applyChange(folder, { edits, expected: new Map(files.map(({ path, text }) => [path, text])), moves: [] });
  console.log('Done. git diff shows the change.');
}

type File = Parameters<typeof formatFile>[0];

function isUnreadable(file: File | undefined): boolean {
  return file !== undefined && readWhole(file) === undefined;
}

/** The same facts, the same lines, the same text below: else nothing is written. */
function proveSame(file: File, { edits }: Formatted): void {
  const text = applyEdits(file.text, edits);
  const after = readWhole(sourceFile(file.path, new TextEncoder().encode(text)));
  const before = readWhole(file)!;
  const lines = (all: string) => all.replace(/\n$/, '').split('\n').sort().join('\n');
  const facts = (whole: { yaml: ReturnType<typeof readYaml> }) =>
    JSON.stringify(Object.entries(whole.yaml.data).sort(([a], [b]) => (a < b ? -1 : 1)));
  const isSame =
    after !== undefined &&
    facts(after) === facts(before) &&
    lines(text) === lines(file.text) &&
    text.slice(after.yamlEnd) === file.text.slice(before.yamlEnd);
  if (!isSame)
    throw new ExplainedError(`${file.path} can’t be put in order without changing what it says. Nothing was written.`);
}
