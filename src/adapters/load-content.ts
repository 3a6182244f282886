import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { Content } from '../compile.ts';
import { sourceFile, withoutUnseen } from '../model/source.ts';
import { ExplainedError } from './explained-error.ts';
import { onDisk } from './on-disk.ts';

const TEXT = /\.(md|markdown|ya?ml)$/i;
const NOISE = /^(\..*|Thumbs\.db|desktop\.ini|.*~|~\$.*|node_modules)$/i;

/**
 * Reads every file of a content folder: Markdown and YAML as text, the others by name and size. Files that systems and
 * editors leave behind (`.DS_Store`, `Thumbs.db`, `x~`) don't count.
 * Throws ExplainedError when the folder does not exist or can't be read.
 */
export async function loadContent(folder: string): Promise<Content> {
  const info = await stat(folder).catch(() => undefined);
  if (!info?.isDirectory())
    throw new ExplainedError(`There is no content folder at ${folder}. Name the right one with --content.`);
  const { paths, notRead } = await listFiles(folder);
  const files = paths.filter((path) => TEXT.test(path));
  const others = paths.filter((path) => !TEXT.test(path));
  return {
    files: await Promise.all(files.map(async (path) => sourceFile(path, await readFile(onDisk(folder, path))))),
    attachments: await Promise.all(
      others.map(async (path) => ({ path, bytes: (await stat(onDisk(folder, path))).size })),
    ),
    notRead,
  };
}

async function listFiles(folder: string): Promise<{ paths: string[]; notRead: string[] }> {
  const paths: string[] = [];
  const notRead: string[] = [];
  const visit = async (directory: string): Promise<void> => {
    const entries = await readdir(directory, { withFileTypes: true });
    for (const entry of entries) {
      if (NOISE.test(entry.name)) continue;
      const path = join(directory, entry.name);
      const name = relative(folder, path).split(sep).join('/').normalize('NFC');
      // Nobody sees all of such a name, and a terminal would obey it.
      if (withoutUnseen(name) !== name || name.includes('\n')) {
        notRead.push(withoutUnseen(name).replaceAll('\n', ' '));
        continue;
      }
      // Links could lead out of the folder, and pipes and devices have no end: they are reported and not followed.
      if (entry.isDirectory()) await visit(path);
      else (entry.isFile() ? paths : notRead).push(name);
    }
  };
  await visit(folder);
  return { paths: paths.sort(), notRead: notRead.sort() };
}
