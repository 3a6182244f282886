/** Lines of YAML, and what one shows of quotation marks and brackets. */

export interface Line {
  /** Offset in the YAML. */
  readonly start: number;
  readonly text: string;
  /** The offset of its first letter. */
  readonly begins: number;
}

/** The line that holds an offset; a line end belongs to the line before it. */
export function lineAt(yaml: string, at: number): Line {
  const start = at === 0 ? 0 : yaml.lastIndexOf('\n', at - 1) + 1;
  const text = /^[^\n]*/.exec(yaml.slice(start))![0];
  return { start, text, begins: start + text.length - text.trimStart().length };
}

export function lineBefore(yaml: string, line: Line): Line | undefined {
  return line.start === 0 ? undefined : lineAt(yaml, line.start - 1);
}

export function lineAfter(yaml: string, line: Line): Line | undefined {
  const next = line.start + line.text.length + 1;
  return next >= yaml.length ? undefined : lineAt(yaml, next);
}

export interface QuoteSlip {
  /** `open`: never closed on the line. `after`: more text stands after the closing mark. */
  readonly kind: 'open' | 'after';
  readonly sign: string;
  /** Of the opening mark, or of the text that stands after the closing one. */
  readonly offset: number;
  /** Where the value begins. */
  readonly value: number;
}

interface Quoted {
  readonly from: number;
  /** After the closing mark; undefined when there is none. */
  readonly to: number | undefined;
}

/** The first quotation mark of a line that opens a value and doesn't close it as it should. */
export function quoteSlip(line: string): QuoteSlip | undefined {
  for (const { from, to } of quotedValues(line)) {
    const sign = line.charAt(from);
    if (to === undefined) return { kind: 'open', sign, offset: from, value: from };
    const rest = /^\s*([^\s,\]}:#])/.exec(line.slice(to));
    if (rest) return { kind: 'after', sign, offset: to + rest[0].length - 1, value: from };
  }
  return undefined;
}

/** The offset of the first bracket that a line opens and doesn't close. */
export function bracketLeftOpen(line: string): number | undefined {
  const hidden = quotedValues(line);
  const open: number[] = [];
  for (let at = 0; at < line.length; at++) {
    if (hidden.some(({ from, to }) => at >= from && at < (to ?? line.length))) continue;
    if (/[[{]/.test(line.charAt(at)) && /(^|[\s:[{,-])$/.test(line.slice(0, at))) open.push(at);
    else if (/[\]}]/.test(line.charAt(at))) open.pop();
  }
  return open[0];
}

/** The values of a line that begin with a quotation mark. */
function quotedValues(line: string): Quoted[] {
  const found: Quoted[] = [];
  const opening = /(?:^\s*|[:-]\s+|[[{,]\s*)(["'])/g;
  for (let match = opening.exec(line); match; match = opening.exec(line)) {
    const from = opening.lastIndex - 1;
    const closing = match[1] === '"' ? /^"(?:[^"\\]|\\.)*"/ : /^'(?:[^']|'')*'/;
    const length = closing.exec(line.slice(from))?.[0].length;
    found.push({ from, to: length === undefined ? undefined : from + length });
    if (length === undefined) break;
    opening.lastIndex = from + length;
  }
  return found;
}

/** A value in the quotation marks that it can stand in. */
export function quoted(value: string): string {
  if (!value.includes('"') && !value.includes('\\')) return `"${value}"`;
  return `'${value.replaceAll("'", "''")}'`;
}

/** `'Scope's end'` without the marks around it. */
export function withoutMarks(text: string): string {
  return text.length > 2 && /^(["']).*\1$/.test(text) ? text.slice(1, -1) : text;
}

/** The first line with a quotation mark that is not closed. */
export function firstOpenQuote(yaml: string, upTo: number): QuoteSlip | undefined {
  for (let start = 0; start <= upTo;) {
    const line = lineAt(yaml, start);
    const slip = quoteSlip(line.text);
    if (slip?.kind === 'open') return { ...slip, offset: line.start + slip.offset };
    start = line.start + line.text.length + 1;
  }
  return undefined;
}
