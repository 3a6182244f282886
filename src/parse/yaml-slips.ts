import type { YAMLError } from 'yaml';
import type { Code } from '../diagnostics/codes.ts';
import {
  bracketLeftOpen,
  firstOpenQuote,
  lineAfter,
  lineAt,
  lineBefore,
  quoted,
  quoteSlip,
  withoutMarks,
  type Line,
} from './yaml-line.ts';

/** What a mistake in YAML's form most likely is, in words for a clerk. Offsets are those of the YAML. */
export interface Slip {
  readonly code: Extract<Code, `yaml-${string}`>;
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly hint: string;
}

/** Says what the reader's first complaint comes from: the commonest slips first, each at its own place. */
export function explainSlip(error: YAMLError, yaml: string): Slip {
  const [at, end] = error.pos;
  const line = lineAt(yaml, at);
  return (
    tab(error, yaml) ??
    quote(error, yaml, line) ??
    nestedColon(error, yaml, line) ??
    bracket(error, yaml, line) ??
    signAtStart(error, yaml, line) ??
    lineWithoutKey(error, line) ??
    indentation(error, yaml, line) ?? {
      code: 'yaml-syntax',
      start: at,
      end: Math.max(at + 1, Math.min(end, at + 40)),
      message: "The front matter can't be read from here on.",
      hint: 'Put the whole value in quotation marks, or see that brackets, quotation marks and spaces at the beginning of lines match.',
    }
  );
}

function tab(error: YAMLError, yaml: string): Slip | undefined {
  const found = /^([ ]*)\t/m.exec(yaml);
  if (error.code !== 'TAB_AS_INDENT' && !(found && found.index <= error.pos[0])) return undefined;
  const at = found ? found.index + found[1]!.length : error.pos[0];
  return {
    code: 'yaml-tab',
    start: at,
    end: at + 1,
    message: 'A tab stands at the beginning of this line.',
    hint: 'Use spaces (two for each step) instead of the tab key.',
  };
}

function quote(error: YAMLError, yaml: string, line: Line): Slip | undefined {
  const isOpen = /closing .quote/.test(error.message);
  const found = isOpen ? firstOpenQuote(yaml, error.pos[0]) : quoteSlip(line.text);
  if (found === undefined) return undefined;
  const start = isOpen ? found.offset : line.start + found.offset;
  if (found.kind === 'open')
    return isOpen
      ? syntax(
          start,
          start + 1,
          'This quotation mark is opened and not closed.',
          `Put ${found.sign} after the last word of the value.`,
        )
      : undefined;
  return syntax(
    start,
    line.start + line.text.trimEnd().length,
    'More text stands after the closing quotation mark.',
    `Put the whole value in quotation marks: ${quoted(withoutMarks(line.text.slice(found.value).trim()))}`,
  );
}

/** `title: Review: part one`, the commonest slip of all, on the line of the error or the one before it; or in braces. */
function nestedColon(error: YAMLError, yaml: string, line: Line): Slip | undefined {
  if (error.code === 'BLOCK_IN_FLOW') {
    const inBraces = /^[^,{}[\]\n]*/.exec(yaml.slice(error.pos[0]))![0].trimEnd();
    const colon = inBraces.search(/:(\s|$)/);
    if (colon === -1) return undefined;
    const key = /([^\s:,{[]+):\s*$/.exec(yaml.slice(0, error.pos[0]))?.[1] ?? '…';
    return colonSlip(error.pos[0] + colon, key, inBraces, ' Two entries in braces need a comma between them.');
  }
  for (const candidate of [line, lineBefore(yaml, line)]) {
    const match = candidate && /^(\s*(?:- )?)([^\s:'"[{#-][^:{[]*):\s+([^'"[{|>&*!#\s].*)$/.exec(candidate.text);
    const value = match?.[3]?.trimEnd();
    const colon = value === undefined ? -1 : value.search(/:(\s|$)/);
    if (candidate && value !== undefined && colon !== -1)
      return colonSlip(candidate.start + candidate.text.length - match![3]!.length + colon, match![2]!.trim(), value);
  }
  return undefined;
}

function colonSlip(at: number, key: string, value: string, more = ''): Slip {
  return {
    code: 'yaml-colon',
    start: at,
    end: at + 1,
    message: `The value “${value}” has a colon in it, so it can't be read.`,
    hint: `Put it in quotation marks: ${key}: ${quoted(value)}${more === '' ? '' : `.${more}`}`,
  };
}

function bracket(error: YAMLError, yaml: string, line: Line): Slip | undefined {
  const sign = yaml.charAt(error.pos[0]);
  if (error.code === 'UNEXPECTED_TOKEN' && /[\]}]/.test(sign))
    return syntax(
      error.pos[0],
      error.pos[0] + 1,
      `This ${sign} closes nothing.`,
      `Remove it, or put the bracket that it closes before the list.`,
    );
  if (error.code !== 'BAD_INDENT' && error.code !== 'MISSING_CHAR') return undefined;
  for (let above: Line | undefined = line; above; above = lineBefore(yaml, above)) {
    const open = bracketLeftOpen(above.text);
    if (open === undefined) continue;
    const start = above.start + open;
    const closing = yaml.charAt(start) === '{' ? '}' : ']';
    return syntax(
      start,
      start + 1,
      `This ${yaml.charAt(start)} is opened and not closed.`,
      `Put ${closing} after the last entry.`,
    );
  }
  return undefined;
}

function signAtStart(error: YAMLError, yaml: string, line: Line): Slip | undefined {
  const value = /^(\s*(?:- )?(?:[^\s:]+:\s+)?)([&*!|>%@`])/.exec(line.text);
  if (!value || !['BAD_SCALAR_START', 'BAD_ALIAS', 'UNEXPECTED_TOKEN'].includes(error.code)) return undefined;
  const start = line.start + value[1]!.length;
  const text = yaml.slice(start, line.start + line.text.trimEnd().length);
  return syntax(
    start,
    start + 1,
    `A value can't begin with ${value[2]} unless it is in quotation marks.`,
    `Put the whole value in quotation marks: ${quoted(text)}`,
  );
}

function lineWithoutKey(error: YAMLError, line: Line): Slip | undefined {
  if (error.code === 'MULTIPLE_DOCS') {
    return syntax(
      line.begins,
      line.start + line.text.trimEnd().length,
      'A line of three dots above ends the keys, so this is not read.',
      'Remove the line ...',
    );
  }
  const text = line.text.trim();
  const unspaced = /^(?:- )?([\w-]+):(\S.*)$/.exec(text);
  if (unspaced && (error.code === 'MULTILINE_IMPLICIT_KEY' || error.code === 'MISSING_CHAR')) {
    const at = line.text.indexOf(':') + line.start;
    return syntax(
      at,
      at + 1,
      `A space is missing after the colon of “${unspaced[1]}”.`,
      `Write ${unspaced[1]}: ${unspaced[2]}`,
    );
  }
  if (text === '' || text.includes(':') || text.startsWith('-')) return undefined;
  return syntax(
    line.begins,
    line.begins + text.length,
    `“${text}” is not a key with a value.`,
    'Write a key, a colon, a space and the value: title: Safeguarding meeting',
  );
}

/** A line that begins at the wrong distance from the margin. */
function indentation(error: YAMLError, yaml: string, line: Line): Slip | undefined {
  const after = lineAfter(yaml, line);
  const isNext =
    error.code === 'BLOCK_AS_IMPLICIT_KEY' &&
    after !== undefined &&
    /^\s+\S/.test(after.text) &&
    error.pos[0] !== line.begins;
  const wrong = isNext ? after : line;
  if (!isNext && error.pos[0] > line.begins) return undefined;
  return syntax(
    wrong.begins,
    Math.max(wrong.begins + 1, wrong.start + wrong.text.trimEnd().length),
    'This line begins too far left or right for the lines around it.',
    'Begin it at the same distance from the margin as the other keys or dashes of its list.',
  );
}

function syntax(start: number, end: number, message: string, hint: string): Slip {
  return { code: 'yaml-syntax', start, end, message, hint };
}
