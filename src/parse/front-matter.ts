import { diagnostic, type Diagnostic } from '../model/diagnostic.ts';
import type { SourceFile, Span } from '../model/source.ts';

/** A file split in two: YAML between the `---` lines, Markdown below. Offsets are those of the file. */
export interface SplitFile {
  readonly yaml: string;
  readonly yamlStart: number;
  readonly body: string;
  readonly bodyStart: number;
}

/** Splits a file at its front matter, or says what is wrong with the lines that mark it. */
export function splitFrontMatter(file: SourceFile): SplitFile | Diagnostic {
  const { text, path } = file;
  const report = (
    code: 'front-matter-missing' | 'front-matter-language' | 'front-matter-unclosed',
    span: Span,
    message: string,
    hint: string,
  ) => diagnostic(code, { file: path, span }, message, { hint });

  const firstLineEnd = lineEnd(text, 0);
  const firstLine = text.slice(0, firstLineEnd);
  if (!firstLine.startsWith('---')) {
    const later = /^\s*---[ \t]*$/m.exec(text.slice(0, 500));
    return report(
      'front-matter-missing',
      { start: 0, end: Math.min(firstLineEnd, 80) },
      'The file does not begin with its facts, between two lines ---.',
      later && text.slice(0, later.index).trim() === ''
        ? 'Remove what stands before the first --- line: it must be the very first line.'
        : 'Begin the file with a line ---, then the keys (title: …), then another line ---.',
    );
  }
  const language = firstLine.slice(3).trim();
  if (language !== '' && language.toLowerCase() !== 'yaml') {
    return report(
      'front-matter-language',
      { start: 0, end: firstLineEnd },
      `The facts at the top of a file are keys and values between two lines ---; “${firstLine.trim()}” asks for something else.`,
      'Write --- alone on the first line.',
    );
  }
  const closing = /^---[ \t]*$/m.exec(text.slice(firstLineEnd + 1));
  if (!closing) {
    const span = whereItShouldClose(text, firstLineEnd + 1);
    return report(
      'front-matter-unclosed',
      span,
      'The facts at the top of the file are never closed with a line ---.',
      'Put a line --- after the last key, before the text.',
    );
  }
  const yamlStart = Math.min(firstLineEnd + 1, text.length);
  const yamlEnd = yamlStart + closing.index;
  const bodyStart = Math.min(yamlEnd + closing[0].length + 1, text.length);
  return { yaml: text.slice(yamlStart, yamlEnd), yamlStart, body: text.slice(bodyStart), bodyStart };
}

/** The first line that can't belong to the keys: prose, a heading, a wrong dash, or the blank line above it. */
function whereItShouldClose(text: string, from: number): Span {
  let blank: Span | undefined;
  for (let at = from; at < text.length;) {
    const end = lineEnd(text, at);
    const line = text.slice(at, end);
    const belongs = blank
      ? /^(\s+\S.*|- .*|[a-zA-Z][\w-]*:(\s.*)?)$/.test(line)
      : /^(\s+\S.*|#.*|- .*|[^\s:][^:]*:(\s.*)?)$/.test(line) && !/^#{1,6} /.test(line) && !/^[-–—\s]{2,}$/.test(line);
    if (line.trim() === '') blank ??= { start: at, end };
    else if (!belongs) return blank ?? { start: at, end };
    else blank = undefined;
    at = end + 1;
  }
  return blank ?? { start: text.length, end: text.length };
}

function lineEnd(text: string, from: number): number {
  const at = text.indexOf('\n', from);
  return at === -1 ? text.length : at;
}
