import { diagnostic, type Diagnostic } from '../model/diagnostic.ts';
import type { Comment } from '../model/body.ts';
import type { Span } from '../model/source.ts';
import { COMMENT_MARK, RESTRICTED_MARK } from './markdown.ts';

export interface VisibleText {
  /** The body with restricted blocks and comments blanked out; every offset and line is as before. */
  readonly text: string;
  readonly comments: readonly Comment[];
  readonly restrictedBlocks: number;
  readonly diagnostics: readonly Diagnostic[];
}

const OPENING = /^[\s>*+-]*:{3,}\s*(\S.*)$/;
const CLOSING = /^[\s>]*:{3,}\s*$/;
const RESTRICTED = /^restricted\b/i;

/**
 * Takes out of a body what is never published, before anything reads it: `::: restricted` blocks and comments.
 * A block that is never closed is taken out to the end of the file, and reported.
 */
export function visibleText(body: string, bodyStart: number, file: string): VisibleText {
  const diagnostics: Diagnostic[] = [];
  const lines = body.replace(/[\uE000-\uF8FF]/g, ' ').split('\n');
  let restrictedBlocks = 0;
  let openedAt: Span | undefined;
  let offset = bodyStart;
  const visible = lines.map((line) => {
    const span = { start: offset, end: offset + line.length };
    offset += line.length + 1;
    if (openedAt) {
      if (CLOSING.test(line)) openedAt = undefined;
      return ' '.repeat(line.length);
    }
    const opening = OPENING.exec(line)?.[1];
    if (opening === undefined) return line;
    if (RESTRICTED.test(opening)) {
      openedAt = span;
      restrictedBlocks++;
      const paragraph = /^restricted\s+(\d)/i.exec(opening)?.[1] ?? '';
      return `${RESTRICTED_MARK}${paragraph}`.padEnd(line.length);
    }
    diagnostics.push(
      diagnostic(
        'container-unknown',
        { file, span },
        `“${line.trim()}” opens a block of a kind that does not exist, so its text would be published as it stands.`,
        {
          hint: 'The only block is ::: restricted, with the number of the paragraph of Schedule 12A.',
        },
      ),
    );
    return line;
  });
  if (openedAt) {
    diagnostics.push(
      diagnostic(
        'restricted-unclosed',
        { file, span: openedAt },
        'This restricted block is never closed, so everything below it is kept back.',
        {
          hint: 'Put a line ::: after its last line.',
        },
      ),
    );
  }
  const { text, comments } = withoutComments(visible.join('\n'), bodyStart);
  return { text, comments, restrictedBlocks, diagnostics };
}

function withoutComments(text: string, bodyStart: number): { text: string; comments: Comment[] } {
  const comments: Comment[] = [];
  const rest = text.replace(/<!--([\s\S]*?)(?:-->|$(?![\s\S]))/g, (whole, inner: string, at: number) => {
    comments.push({ text: inner.trim(), span: { start: bodyStart + at, end: bodyStart + at + whole.length } });
    const sign = beginsLine(text, at, whole) ? COMMENT_MARK : ' ';
    const lines = whole.split('\n').map((line) => ' '.repeat(line.length));
    lines.push(lines.pop()!.replaceAll(' ', sign));
    return lines.join('\n');
  });
  return { text: rest, comments };
}

/** True when only spaces stand before a comment's last line, and text after it: spaces in its place would make it code. */
function beginsLine(text: string, at: number, comment: string): boolean {
  const before = comment.includes('\n') ? '' : text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  const end = at + comment.length;
  return before.trim() === '' && /^[^\n]*\S/.test(text.slice(end));
}
