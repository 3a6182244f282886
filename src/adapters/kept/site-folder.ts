import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { digestBytes, filesBelow } from './digests.ts';

/** A file of the site as it was written. */
export interface FileState {
  /** Relative to the site, with forward slashes. */
  readonly file: string;
  /** SHA-256 of its bytes, in base64url. */
  readonly digest: string;
  readonly size: number;
  /** When it was written, in milliseconds. */
  readonly time: number;
}

/**
 * A folder of files that are made again only when they have to be. A file that is there with the same bytes is left
 * alone, and no file is ever written into: the published site may share it (hard links).
 */
export interface SiteFolder {
  readonly folder: string;
  write(file: string, content: string | Uint8Array): FileState;
  /** True while a file is as it was written. One that is gone or changed here is taken from `donor`, if it has it. */
  isRight(state: FileState): boolean;
  /** Removes every file that is not planned, in the whole folder or in some of it; gives what was removed. */
  removeOthers(planned: Planned, where?: { readonly below?: string; readonly notBelow?: string }): string[];
  /** How many files were written. */
  readonly written: number;
}

/** Files by their names. */
interface Planned {
  has(file: string): boolean;
}

/** Opens a folder; `donor` is another with the same files, as the published site. */
export function openSiteFolder(folder: string, donor?: string): SiteFolder {
  let written = 0;
  mkdirSync(folder, { recursive: true });
  return {
    folder,
    write(file, content) {
      const path = join(folder, file);
      const bytes = typeof content === 'string' ? Buffer.from(content) : content;
      if (writeNew(path, bytes)) written++;
      else if (!hasBytes(path, bytes)) {
        rmSync(path, { recursive: true });
        writeNew(path, bytes);
        written++;
      }
      return { file, digest: digestBytes(bytes), size: bytes.length, time: statSync(path).mtimeMs };
    },
    isRight(state) {
      if (isAsWritten(folder, state)) return true;
      if (donor === undefined || !isAsWritten(donor, state)) return false;
      const path = join(folder, state.file);
      rmSync(path, { recursive: true, force: true });
      mkdirSync(dirname(path), { recursive: true });
      linkOrCopy(join(donor, state.file), path);
      return true;
    },
    removeOthers(planned, where = {}) {
      const others = filesBelow(folder, where).filter((file) => !planned.has(file));
      for (const file of others) rmSync(join(folder, file), { force: true });
      for (const below of new Set(others.map((file) => dirname(file)))) removeEmptyFolders(folder, below);
      return others;
    },
    get written() {
      return written;
    },
  };
}

/** Writes a file, and its folder before it; false when something of that name is there. */
function writeNew(path: string, bytes: Uint8Array): boolean {
  mkdirSync(dirname(path), { recursive: true });
  try {
    writeFileSync(path, bytes, { flag: 'wx' });
    return true;
  } catch (error) {
    if (!ALREADY_THERE.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
    return false;
  }
}

const ALREADY_THERE: ReadonlySet<string> = new Set(['EEXIST', 'EISDIR']);

function hasBytes(path: string, bytes: Uint8Array): boolean {
  const info = statSync(path, { throwIfNoEntry: false });
  return info?.isFile() === true && info.size === bytes.length && readFileSync(path).equals(bytes);
}

export function isAsWritten(folder: string, { file, size, time, digest }: FileState): boolean {
  const path = join(folder, file);
  const info = statSync(path, { throwIfNoEntry: false });
  if (!info?.isFile() || info.size !== size) return false;
  // Unpacked from an archive, it has another time: then the bytes tell.
  return info.mtimeMs === time || digestBytes(readFileSync(path)) === digest;
}

/** Makes a file stand in another folder too: the same file where the disk can do that. */
export function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
    const { atime, mtime } = statSync(from);
    utimesSync(to, atime, mtime);
  }
}

function removeEmptyFolders(root: string, folder: string): void {
  for (let at = folder; at !== '.'; at = dirname(at)) {
    const path = join(root, at);
    // Another's removal may have taken it along.
    if (!existsSync(path)) continue;
    if (readdirSync(path).length > 0) return;
    rmdirSync(path);
  }
}
