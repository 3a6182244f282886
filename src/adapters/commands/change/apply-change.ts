import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { normaliseText } from '../../../model/source.ts';
import { applyEditsToFile, type TextEdit } from '../../../write/text-edits.ts';
import { onDisk } from '../../on-disk.ts';
import { ExplainedError } from '../../explained-error.ts';

/** A change to the content folder: new texts for files, then moves of files or folders. */
export interface Change {
  readonly edits: ReadonlyMap<string, readonly TextEdit[]>;
  /** What each edited file held when the change was worked out. */
  readonly expected: ReadonlyMap<string, string>;
  readonly moves: readonly (readonly [from: string, to: string])[];
}

/** Writes all of it or nothing: when a step fails, the steps before it are taken back. */
export async function applyChange(folder: string, change: Change): Promise<void> {
  const texts = new Map<string, { before: string; after: string }>();
  for (const [path, edits] of change.edits) {
    const before = await readFile(onDisk(folder, path), 'utf8');
    // Saved in an editor while the plan was being read: the places are no longer those of the plan.
    if (normaliseText(before) !== change.expected.get(path))
      throw new ExplainedError(`${path} was changed in the meantime. Nothing was written; run the command again.`);
    texts.set(path, { before, after: applyEditsToFile(before, edits) });
  }
  for (const [from, to] of change.moves) {
    if (from.toLowerCase() !== to.toLowerCase() && existsSync(join(folder, to)))
      throw new ExplainedError(`${to} exists already, and nothing is ever overwritten. Nothing was written.`);
  }
  const undo: (() => Promise<void>)[] = [];
  try {
    for (const [path, { before, after }] of texts) {
      const file = onDisk(folder, path);
      undo.push(() => writeFile(file, before));
      await writeWhole(file, after);
    }
    for (const [from, to] of change.moves) {
      const [source, target] = [onDisk(folder, from), join(folder, to)];
      await mkdir(dirname(target), { recursive: true });
      await rename(source, target);
      undo.push(() => rename(target, source));
    }
  } catch (error) {
    for (const step of undo.reverse()) await step();
    throw error;
  }
}

/** A file is never seen half-written. */
async function writeWhole(file: string, text: string): Promise<void> {
  const temporary = `${file}.${process.pid}~`;
  try {
    await writeFile(temporary, text);
    await rename(temporary, file);
  } finally {
    await rm(temporary, { force: true });
  }
}
