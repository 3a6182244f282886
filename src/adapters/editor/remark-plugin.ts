import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { analyse, type Content, type ParseCache } from '../../compile.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { positionOf, sourceFile } from '../../model/source.ts';
import { today } from '../commands/surroundings.ts';
import { loadContent } from '../load-content.ts';

/**
 * The check as a remark plugin: editors that run remark (VS Code with the extension unifiedjs.vscode-remark) mark what
 * `npm run check` would report, in keys and text, with the hint, while the clerk types. `.remarkrc.mjs` names it.
 */

/** The part of a VFile that is used here. */
interface File {
  readonly path?: string | undefined;
  readonly cwd: string;
  toString(): string;
  message(
    reason: string,
    options: { place: { start: Point; end: Point }; ruleId: string; source: string },
  ): { fatal?: boolean | null | undefined; note?: string | undefined };
}

interface Point {
  readonly line: number;
  readonly column: number;
}

/** Content as it was read last, kept for as long as somebody types. */
interface Known {
  readonly content: Content;
  readonly readAt: number;
  readonly parsed: ParseCache;
}

const KEEP_MILLISECONDS = 5000;
const known = new Map<string, Known>();

export default function scrutineer(): (tree: unknown, file: File) => Promise<void> {
  return async (_tree, file) => {
    const path = resolve(file.cwd, file.path ?? '');
    const folder = contentFolder(path);
    if (folder === undefined) return;
    const inside = relative(folder, path).split(sep).join('/').normalize('NFC');
    const { diagnostics, text } = await findings(folder, inside, file.toString());
    for (const finding of diagnostics) {
      const { line, column, endLine, endColumn } = positionOf(text, finding.span);
      const place = { start: { line, column }, end: { line: endLine, column: endColumn } };
      const message = file.message(finding.message, { place, ruleId: finding.code, source: 'scrutineer' });
      // remark's words for it: true is an error, false a warning, null information.
      message.fatal = finding.severity === 'error' ? true : finding.severity === 'warning' ? false : null;
      if (finding.hint !== undefined) message.note = finding.hint;
    }
  };
}

async function findings(
  folder: string,
  path: string,
  unsaved: string,
): Promise<{ diagnostics: readonly Diagnostic[]; text: string }> {
  const before = known.get(folder);
  const isFresh = before !== undefined && Date.now() - before.readAt < KEEP_MILLISECONDS;
  const current = isFresh
    ? before
    : { content: await loadContent(folder), readAt: Date.now(), parsed: before?.parsed ?? new Map() };
  known.set(folder, current);
  const edited = sourceFile(path, new TextEncoder().encode(unsaved));
  const files = [...current.content.files.filter((file) => file.path !== path), edited];
  const { diagnostics } = analyse({ ...current.content, files }, { today: today(), preview: true }, current.parsed);
  return { diagnostics: diagnostics.filter(({ file }) => file === path), text: edited.text };
}

/** The content folder that a file belongs to: the nearest one above with a site.yaml. */
function contentFolder(path: string): string | undefined {
  for (let folder = dirname(path); folder !== dirname(folder); folder = dirname(folder))
    if (existsSync(join(folder, 'site.yaml'))) return folder;
  return undefined;
}
