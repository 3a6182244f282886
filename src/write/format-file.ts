import type { SourceFile } from '../model/source.ts';
import { canonicalOrder } from './canonical-order.ts';
import { readWhole, type WholeFile } from './everything.ts';
import type { TextEdit } from './text-edits.ts';

/**
 * Puts the keys of a front matter into canonical order. A key moves with its value, and with the comment lines directly
 * above it; every line stays as it is, and so does the text below.
 */

export interface Formatted {
  readonly edits: readonly TextEdit[];
  /** Keys in their old and new order. */
  readonly before: readonly string[];
  readonly after: readonly string[];
}

interface Chunk {
  readonly key: string;
  readonly text: string;
}

/** The edit that a file needs; undefined when it is in order or can't be read. */
export function formatFile(source: SourceFile): Formatted | undefined {
  const file = readWhole(source);
  if (!file) return undefined;
  const { head, chunks, tail } = splitKeys(file);
  const order = canonicalOrder(file.place.kind);
  const rank = ({ key }: Chunk) => (order.includes(key) ? order.indexOf(key) : order.length);
  const sorted = [...chunks].sort((a, b) => rank(a) - rank(b));
  const before = chunks.map(({ key }) => key);
  const after = sorted.map(({ key }) => key);
  if (before.every((key, index) => key === after[index])) return undefined;
  const text =
    head + sorted.map((chunk) => (chunk.text.endsWith('\n') ? chunk.text : `${chunk.text}\n`)).join('') + tail;
  const isOpenEnded = !source.text.endsWith('\n') && file.yamlEnd === source.text.length;
  const edit = { start: file.yamlStart, end: file.yamlEnd, text: isOpenEnded ? text.replace(/\n$/, '') : text };
  return { edits: [edit], before, after };
}

/** Pieces of whole lines: comments that belong to no key, the keys with what belongs to them, comments at the end. */
function splitKeys({ source, yaml, yamlStart, yamlEnd }: WholeFile): { head: string; chunks: Chunk[]; tail: string } {
  const starts = new Map(
    [...yaml.spans].flatMap(([path, { key }]) => (key && !path.includes('.') ? [[key.start, path] as const] : [])),
  );
  const chunks: { key: string; text: string }[] = [];
  let head = '';
  let pending = '';
  let at = yamlStart;
  for (const line of source.text.slice(yamlStart, yamlEnd).split(/(?<=\n)/)) {
    const key = starts.get(at);
    at += line.length;
    if (key !== undefined) {
      chunks.push({ key, text: pending + line });
      pending = '';
    } else if (/^#/.test(line)) pending += line;
    else if (line.trim() === '' && pending !== '') {
      // A blank line parts comments from the key below: they belong to what is above, or to the file.
      if (chunks.length > 0) chunks.at(-1)!.text += pending + line;
      else head += pending + line;
      pending = '';
    } else if (chunks.length > 0) {
      chunks.at(-1)!.text += pending + line;
      pending = '';
    } else head += line;
  }
  return { head, chunks, tail: pending };
}
