import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SOURCES } from '../home.ts';
import { familyOf, severityOf, type Code } from '../../diagnostics/codes.ts';

/** The help page of a code, made readable in a terminal. */
export async function explainCode(code: Code): Promise<string> {
  const page = await readFile(join(SOURCES, 'diagnostics', 'help', `${code}.md`), 'utf8');
  return `${code} (${severityOf(code)}, ${familyOf(code)})\n\n${readable(page)}`;
}

/**
 * Headings underlined or in capitals, examples indented with their file's path above and the marked places underlined,
 * Markdown's signs taken out of the prose.
 */
export function readable(page: string): string {
  const lines: string[] = [];
  let fence: string | undefined;
  let isOpen = false;
  for (const line of page.trim().split('\n')) {
    const [, marks, info = ''] = /^(`{3,})(.*)$/.exec(line) ?? [];
    if (marks !== undefined && (fence === undefined || marks === fence)) {
      fence = fence === undefined ? marks : undefined;
      if (fence !== undefined) lines.push(`  ${info.replace(/^\S+\s*/, '')}`);
      continue;
    }
    if (fence !== undefined) {
      const example = exampleLine(line, isOpen);
      isOpen = example.isOpen;
      lines.push(...example.lines);
    } else lines.push(...proseLine(line));
  }
  return `${lines.join('\n')}\n`;
}

/** A line of an example, and ^^ under what is marked in it; a mark may run on over several lines. */
function exampleLine(line: string, wasOpen: boolean): { lines: string[]; isOpen: boolean } {
  let isOpen = wasOpen;
  let text = '';
  let under = '';
  for (const sign of line) {
    if (sign === '⟦') isOpen = true;
    else if (sign === '⟧') {
      // A mark around nothing shows where something is missing.
      if (under.length <= text.length && !under.endsWith('^')) under = `${under.padEnd(text.length)}^`;
      isOpen = false;
    } else {
      if (isOpen) under = `${under.padEnd(text.length)}^`;
      text += sign;
    }
  }
  return { lines: [`    | ${text}`.trimEnd(), ...(under.trim() === '' ? [] : [`    | ${under}`])], isOpen };
}

function proseLine(line: string): string[] {
  const title = /^# (.+)$/.exec(line)?.[1];
  if (title !== undefined) return [title, '='.repeat(title.length)];
  const heading = /^## (.+)$/.exec(line)?.[1];
  if (heading !== undefined) return [heading, '-'.repeat(heading.length)];
  const absent = /^`(absent|attached) ⟦?([^`⟧]+)⟧?`$/.exec(line);
  if (absent)
    return [absent[1] === 'absent' ? `  ${absent[2]} (there is no such file)` : `  ${absent[2]} (an attachment)`];
  return [line.replace(/\*\*([^*]+)\*\*(?!`)/g, '$1').replace(/(?<!`)`([^`]+)`(?!`)/g, '“$1”')];
}
