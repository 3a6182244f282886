import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceFile } from '../../model/source.ts';

/** Short names for what something is made of: the same name, the same thing. */

/** SHA-256 of bytes, in base64url. */
export function digestBytes(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('base64url');
}

/** A digest of several things; no two lists of parts are the same text. */
export function digestOf(...parts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}\n${part}`);
  return hash.digest('base64url').slice(0, 24);
}

/** Of everything that decides what is made of a content: the program with its packages, Node, and the layouts. */
export function digestProgram(home: string, layouts: readonly string[]): string {
  const packages = readFileSync(join(home, 'package.json'), 'utf8');
  return digestOf(process.version, packages, digestFolders([join(home, 'src'), join(home, 'dist', 'src'), ...layouts]));
}

/** Of all files in some folders: their names within the folder, and what is in them. */
export function digestFolders(folders: readonly string[]): string {
  const hash = createHash('sha256');
  for (const folder of folders)
    for (const file of filesBelow(folder)) hash.update(`\n${file}\n`).update(readFileSync(join(folder, file)));
  return hash.digest('base64url').slice(0, 24);
}

/** Of the files of one part of the record as they are written. */
export function digestFiles(files: readonly SourceFile[], attachments: readonly string[]): string {
  return digestOf(
    ...files.flatMap(({ path, text, invalidAt, unseenAt }) => [path, text, `${invalidAt} ${unseenAt}`]),
    ...attachments,
  );
}

/**
 * All files of a folder, or of a folder in it (`below`), or but of one (`notBelow`): their paths from the folder on, sorted,
 * with forward slashes. None when there is no such folder.
 */
export function filesBelow(
  folder: string,
  { below = '', notBelow }: { readonly below?: string; readonly notBelow?: string } = {},
): string[] {
  const found: string[] = [];
  const visit = (inside: string) => {
    for (const entry of tryToRead(join(folder, inside))) {
      const path = inside === '' ? entry.name : `${inside}/${entry.name}`;
      if (!entry.isDirectory()) found.push(path);
      else if (path !== notBelow) visit(path);
    }
  };
  visit(below);
  return found.sort();
}

function tryToRead(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
