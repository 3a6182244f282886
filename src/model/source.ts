/** Text as a clerk wrote it, and places in it. Offsets count UTF-16 units of the normalised text. */

/** A half-open range of offsets in a source file's text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A span of one file: what every diagnostic points at. */
export interface Place {
  readonly file: string;
  readonly span: Span;
}

/** One text file of the content folder. `path` is relative to it and uses forward slashes. */
export interface SourceFile {
  readonly path: string;
  /** The text without byte-order mark and with `\n` line ends; the lines and columns are those of the file. */
  readonly text: string;
  /** Offset of the first character that is not valid UTF-8, when there is one. */
  readonly invalidAt?: number;
  /** Offset of the first character that nobody sees and that commands a machine; `text` has spaces for them. */
  readonly unseenAt?: number;
}

/** A file that is published as it is (PDF, image). */
export interface Attachment {
  readonly path: string;
  readonly bytes: number;
}

/** A human place: lines and columns count from 1; columns count characters as editors do. */
export interface Position {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export const START: Span = { start: 0, end: 0 };

/**
 * Makes a source file from a file's bytes: decodes UTF-8, drops a byte-order mark, unifies line ends.
 * Never throws: bytes that are not UTF-8 become U+FFFD, and `invalidAt` says where the first one stands.
 */
export function sourceFile(path: string, bytes: Uint8Array): SourceFile {
  const valid = decodeUtf8(bytes);
  const decoded = unifyLines(valid ?? new TextDecoder('utf-8').decode(bytes));
  const unseenAt = decoded.search(UNSEEN);
  const text = unseenAt < 0 ? decoded : withoutUnseen(decoded);
  if (valid !== undefined && !text.includes('\0')) return { path, text, ...(unseenAt < 0 ? {} : { unseenAt }) };
  const firstBad = text.search(/\uFFFD|\0/);
  return { path, text, invalidAt: Math.max(0, firstBad) };
}

/**
 * Control characters (Unicode's Cc, but for tab and line end) and the marks that turn the order of what follows: they
 * steer terminals, are not allowed in XML, and can make a text read otherwise than it is. NUL means another encoding.
 */
// eslint-disable-next-line no-control-regex -- it is control characters that are looked for
const UNSEEN = /[\x01-\x08\x0B-\x1F\x7F-\x9F\u202D\u202E]/;
const ALL_UNSEEN = new RegExp(UNSEEN, 'g');

/** The text with a space for each character that nobody sees and that commands a machine; offsets stay the same. */
export function withoutUnseen(text: string): string {
  return UNSEEN.test(text) ? text.replace(ALL_UNSEEN, ' ') : text;
}

/** A file's text as everything here knows it: one kind of line end, no byte-order mark, no unseen characters. */
export function normaliseText(text: string): string {
  return withoutUnseen(unifyLines(text));
}

/** Unifies line ends and drops a byte-order mark, so that every later offset means the same on every system. */
function unifyLines(text: string): string {
  const withoutMark = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  return withoutMark.includes('\r') ? withoutMark.replace(/\r\n?/g, '\n') : withoutMark;
}

/** Turns a span into lines and columns. Offsets past the end mean the end. */
export function positionOf(text: string, span: Span): Position {
  const start = lineAndColumn(text, span.start);
  const end = lineAndColumn(text, Math.max(span.start, span.end));
  return { line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
}

/** The text of one line (counted from 1), without its line end. */
export function lineText(text: string, line: number): string {
  return text.split('\n', line)[line - 1] ?? '';
}

function lineAndColumn(text: string, offset: number): { line: number; column: number } {
  const end = Math.min(offset, text.length);
  let line = 1;
  let lineStart = 0;
  for (let at = text.indexOf('\n'); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) {
    line++;
    lineStart = at + 1;
  }
  return { line, column: end - lineStart + 1 };
}

const VALID = new TextDecoder('utf-8', { fatal: true });

/** The text that bytes are; undefined where they are not UTF-8. */
function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return VALID.decode(bytes);
  } catch {
    return undefined;
  }
}
