import { relative, resolve } from 'node:path';
import type { Compilation, Content } from '../../../compile.ts';
import { compile } from '../../../compile.ts';
import { formatText, pathOf, summariseDiagnostics, summaryText } from '../../../diagnostics/format.ts';
import { lineText, positionOf, sourceFile } from '../../../model/source.ts';
import { planRename, type RenamePlan } from '../../../write/rename.ts';
import { readRenameWish, type RenameWish } from '../../../write/rename-wish.ts';
import { applyEdits } from '../../../write/text-edits.ts';
import { ExplainedError } from '../../explained-error.ts';
import { loadContent } from '../../load-content.ts';
import { compareContents, type ContentChange } from '../content-change.ts';
import { paintForTerminal, today } from '../surroundings.ts';
import { applyChange } from './apply-change.ts';
import { isConfirmed, type ConfirmArguments } from './confirm.ts';

export interface RenameArguments extends ConfirmArguments {
  content: string;
}

/** `rename`: shows what it will do, makes sure that it leaves nothing wrong, then does it. */
export async function runRename(from: string, to: string, options: RenameArguments): Promise<void> {
  const folder = resolve(options.content);
  const content = await loadContent(folder);
  const paths = [...content.files, ...content.attachments].map(({ path }) => path);
  const wish = readRenameWish(inContent(from, folder), inContent(to, folder), paths);
  if (typeof wish === 'string') throw new ExplainedError(`${wish} Nothing was written.`);
  const before = compile(content, { today: today(), preview: true });
  refuseErrors(before, options.content);
  const plan = planRename(wish, { ...content, catalogue: before.catalogue });
  if (typeof plan === 'string') throw new ExplainedError(`${plan} Nothing was written.`);
  if (plan.unmendable.length > 0) throw new ExplainedError(unmendableText(plan, content, options.content));
  const change = compareContents(content, renamed(content, plan), today(), (path) => plan.moves.get(path) ?? path);
  refuseLosses(change, plan, options.content);
  console.log(planText(wish, plan, content, options.content));
  const doubts = change.added.filter(({ severity }) => severity === 'warning');
  if (doubts.length > 0)
    console.log(
      `Look at this afterwards:\n\n${formatText(doubts, { folder: options.content, sources: change.after.catalogue.sources, paint: paintForTerminal })}`,
    );
  if (!(await isConfirmed(options))) return;
  const moves = wish.kind === 'review' ? [[`reviews/${wish.review}`, `reviews/${wish.to}`] as const] : [...plan.moves];
  const expected = new Map(content.files.map(({ path, text }) => [path, text]));
  await applyChange(folder, { edits: plan.edits, expected, moves });
  console.log('Done. git diff shows the change; as long as it is not committed, git can undo it.');
}

/** A path as it was typed, from the content folder: `content/reviews/x` and `reviews/x` are the same. */
function inContent(typed: string, folder: string): string {
  const slashed = typed.replaceAll('\\', '/');
  const inside = relative(folder, resolve(slashed)).replaceAll('\\', '/');
  const isBelow = /\//.test(slashed) && !inside.startsWith('..') && inside !== '';
  return isBelow ? inside : slashed;
}

function refuseErrors({ diagnostics, catalogue }: Compilation, folder: string): void {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return;
  throw new ExplainedError(
    `${formatText(errors, { folder, sources: catalogue.sources, paint: paintForTerminal })}\nNothing was written. Mend this first (${summaryText(summariseDiagnostics(errors))}): in a file that can’t be read, references can’t be mended.`,
  );
}

/** The content as it will be. */
function renamed(content: Content, { moves, edits }: RenamePlan): Content {
  const encoder = new TextEncoder();
  return {
    files: content.files.map((file) =>
      sourceFile(moves.get(file.path) ?? file.path, encoder.encode(applyEdits(file.text, edits.get(file.path) ?? []))),
    ),
    attachments: content.attachments.map((file) => ({ ...file, path: moves.get(file.path) ?? file.path })),
  };
}

/** Nothing may be wrong afterwards that is right now, and every reference must lead where it led. */
function refuseLosses(change: ContentChange, plan: RenamePlan, folder: string): void {
  const errors = change.added.filter(({ severity }) => severity === 'error');
  if (errors.length > 0)
    throw new ExplainedError(
      `${formatText(errors, { folder, sources: change.after.catalogue.sources, paint: paintForTerminal })}\nNothing was written: this would be wrong afterwards.`,
    );
  const moved = (path: string) => plan.moves.get(path) ?? path;
  const before = referenceCounts(change.before, moved);
  const after = referenceCounts(change.after, (path) => path);
  for (const [pair, count] of before) {
    if (after.get(pair) === count) continue;
    const [from, to] = pair.split('\n');
    throw new ExplainedError(
      `Nothing was written: a reference in ${from} to ${to} could not be mended by itself. Write it as [[…]] and try again.`,
    );
  }
}

function referenceCounts({ catalogue }: Compilation, moved: (path: string) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [to, links] of catalogue.backlinks) {
    for (const { from } of links) {
      const pair = `${moved(from.path)}\n${moved(to)}`;
      counts.set(pair, (counts.get(pair) ?? 0) + 1);
    }
  }
  return counts;
}

function planText(wish: RenameWish, plan: RenamePlan, content: Content, folder: string): string {
  const moves =
    wish.kind === 'review'
      ? [`  ${folder}/reviews/${wish.review}/ → ${folder}/reviews/${wish.to}/  (${plan.moves.size} files)`]
      : [...plan.moves].map(([from, to]) => `  ${folder}/${from} → ${folder}/${to}`);
  const lines = [...plan.edits].flatMap(([path, edits]) => {
    const file = content.files.find((candidate) => candidate.path === path)!;
    return [...edits]
      .sort((a, b) => a.start - b.start)
      .map((edit) => {
        const { line } = positionOf(file.text, edit);
        const isAdded = edit.start === edit.end && edit.text.endsWith('\n');
        const shown = isAdded
          ? `+ ${edit.text.trim()}`
          : `${lineText(file.text, line).trim()}\n      “${file.text.slice(edit.start, edit.end).trim()}” becomes “${edit.text.trim()}”`;
        return `  ${pathOf(path, { folder })}:${line}\n      ${shown}`;
      });
  });
  const parts = [
    ...(moves.length > 0 ? ['This is moved:', ...moves, ''] : []),
    ...(lines.length > 0
      ? [`This is changed (${lines.length} places in ${plan.edits.size} files):`, ...lines, '']
      : []),
  ];
  return parts.join('\n');
}

function unmendableText({ unmendable }: RenamePlan, content: Content, folder: string): string {
  const rows = unmendable.map(({ file, offset, message }) => {
    const { line, column } = positionOf(content.files.find(({ path }) => path === file)!.text, {
      start: offset,
      end: offset,
    });
    return `${pathOf(file, { folder })}:${line}:${column}\n  ${message}`;
  });
  return `${rows.join('\n')}\nNothing was written. Rewrite these places by hand, then run the command again.`;
}
