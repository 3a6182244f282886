import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { digestBytes } from './digests.ts';

/** Files that can be made again: each begins with a digest of the rest, so that a damaged one is as good as none. */

/** What was kept in a file; undefined when there is none or it is damaged. */
export function readKept<T>(path: string): T | undefined {
  const bytes = tryToRead(path);
  const end = bytes?.indexOf('\n') ?? -1;
  if (!bytes || end < 0) return undefined;
  const json = bytes.subarray(end + 1);
  return bytes.toString('latin1', 0, end) === digestBytes(json) ? (JSON.parse(json.toString()) as T) : undefined;
}

/** Keeps something that is plain data: whole or not at all. */
export function writeKept(path: string, value: unknown): void {
  const json = Buffer.from(JSON.stringify(value));
  mkdirSync(dirname(path), { recursive: true });
  // Two builds may keep the same at once.
  const next = `${path}.next-${process.pid}`;
  writeFileSync(next, Buffer.concat([Buffer.from(`${digestBytes(json)}\n`), json]));
  renameSync(next, path);
}

function tryToRead(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
