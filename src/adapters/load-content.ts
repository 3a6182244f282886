import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Content } from '../compile.ts';
import { sourceFile, withoutUnseen, type Attachment, type SourceFile } from '../model/source.ts';
import { ExplainedError } from './explained-error.ts';

const TEXT = /\.(md|markdown|ya?ml)$/i;
const NOISE = /^(\..*|Thumbs\.db|desktop\.ini|.*~|~\$.*|node_modules)$/i;

/**
 * Reads every file of a content folder: Markdown and YAML as text, the others by name and size. Files that systems and
 * editors leave behind (`.DS_Store`, `Thumbs.db`, `x~`) don't count.
 * Throws ExplainedError when the folder does not exist or can't be read.
 */
export async function loadContent(folder: string): Promise<Content> {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new ExplainedError(`There is no content folder at ${folder}. Name the right one with --content.`);
  const { found, notRead } = listFiles(folder);
  const files: SourceFile[] = [];
  const attachments: Attachment[] = [];
  // One after the other: of many small files that is three times as fast as all at once.
  for (const { path, onDisk } of found) {
    if (TEXT.test(path)) files.push(sourceFile(path, readFileSync(onDisk)));
    else attachments.push({ path, bytes: statSync(onDisk).size });
  }
  return { files, attachments, notRead };
}

interface FoundFile {
  /** Relative to the content folder, with composed letters. */
  readonly path: string;
  /** As the disk spells it. */
  readonly onDisk: string;
}

function listFiles(folder: string): { found: FoundFile[]; notRead: string[] } {
  const found: FoundFile[] = [];
  const notRead: string[] = [];
  const visit = (directory: string, below: string): void => {
    for (const entry of readdirSync(directory, { withFileTypes: true })) {
      if (NOISE.test(entry.name)) continue;
      const onDisk = join(directory, entry.name);
      const path = below + entry.name.normalize('NFC');
      // Nobody sees all of such a name, and a terminal would obey it.
      if (withoutUnseen(path) !== path || path.includes('\n')) {
        notRead.push(withoutUnseen(path).replaceAll('\n', ' '));
        continue;
      }
      // Links could lead out of the folder, and pipes and devices have no end: they are reported and not followed.
      if (entry.isDirectory()) visit(onDisk, `${path}/`);
      else if (entry.isFile()) found.push({ path, onDisk });
      else notRead.push(path);
    }
  };
  visit(folder, '');
  found.sort((a, b) => (a.path < b.path ? -1 : 1));
  return { found, notRead: notRead.sort() };
}
