import { compareDiagnostics, type Diagnostic } from '../model/diagnostic.ts';
import { lineText, positionOf, type SourceFile } from '../model/source.ts';
import type { Severity } from './codes.ts';

/** Diagnostics as text for people, and as data for programs. */

export type Sources = ReadonlyMap<string, SourceFile>;

export interface FormatOptions {
  /** Put before every path: the content folder as the reader named it. */
  readonly folder: string;
  readonly sources: Sources;
  /** Colours a stretch of text; leaves it alone unless given. */
  readonly paint?: (severity: Severity | 'place' | 'hint', text: string) => string;
}

/** Counts by severity. */
export interface DiagnosticSummary {
  readonly errors: number;
  readonly warnings: number;
  readonly advice: number;
  readonly files: number;
}

export function summariseDiagnostics(diagnostics: readonly Diagnostic[]): DiagnosticSummary {
  const count = (severity: Severity) => diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
  return {
    errors: count('error'),
    warnings: count('warning'),
    advice: count('advice'),
    files: new Set(diagnostics.map((diagnostic) => diagnostic.file)).size,
  };
}

/** “2 errors, 1 warning in 3 files” or “no problems found” */
export function summaryText(summary: DiagnosticSummary): string {
  const part = (count: number, one: string, many: string) =>
    count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
  const parts = [
    ...part(summary.errors, 'error', 'errors'),
    ...part(summary.warnings, 'warning', 'warnings'),
    ...part(summary.advice, 'piece of advice', 'pieces of advice'),
  ];
  return parts.length === 0
    ? 'no problems found'
    : `${parts.join(', ')} in ${summary.files === 1 ? '1 file' : `${summary.files} files`}`;
}

/** Each diagnostic with its place, the line it is about, what is wrong and what to write; most useful first by file. */
export function formatText(diagnostics: readonly Diagnostic[], options: FormatOptions): string {
  return [...diagnostics]
    .sort(compareDiagnostics)
    .map((diagnostic) => formatOne(diagnostic, options))
    .join('\n');
}

function formatOne(diagnostic: Diagnostic, options: FormatOptions): string {
  const paint = options.paint ?? ((_, text) => text);
  const lines = [
    `${paint('place', placeText(diagnostic, options))} ${paint(diagnostic.severity, diagnostic.severity)} ${diagnostic.code}`,
    `  ${diagnostic.message}`,
  ];
  lines.push(...excerptLines(diagnostic, options, paint));
  for (const related of diagnostic.related ?? []) {
    lines.push(`  ${placeText(related, options)} ${related.message}`, ...excerptLines(related, options, paint));
  }
  if (diagnostic.hint !== undefined) lines.push(`  ${paint('hint', 'hint:')} ${diagnostic.hint}`);
  return `${lines.join('\n')}\n`;
}

function excerptLines(
  place: { file: string; span: { start: number; end: number } },
  options: FormatOptions,
  paint: NonNullable<FormatOptions['paint']>,
): string[] {
  const source = options.sources.get(place.file);
  if (!source || source.text === '') return [];
  const position = positionOf(source.text, place.span);
  const text = lineText(source.text, position.line);
  const number = String(position.line).padStart(4);
  const window = cutWindow(text, position.column);
  const width =
    position.endLine === position.line
      ? Math.max(1, position.endColumn - position.column)
      : Math.max(1, text.length - position.column + 1);
  const marks = '^'.repeat(Math.min(width, Math.max(1, window.text.length - window.column + 1)));
  return [
    `  ${number} | ${window.text}`,
    `       | ${window.text.slice(0, window.column - 1).replace(/[^\t]/g, ' ')}${paint('hint', marks)}`,
  ];
}

/** Long lines are cut around the place, so that a terminal shows the marks under it. */
function cutWindow(text: string, column: number): { text: string; column: number } {
  const WIDTH = 110;
  if (text.length <= WIDTH) return { text, column };
  const start = Math.max(0, Math.min(column - 40, text.length - WIDTH));
  const cut = `${start > 0 ? '…' : ''}${text.slice(start, start + WIDTH)}${start + WIDTH < text.length ? '…' : ''}`;
  return { text: cut, column: column - start + (start > 0 ? 1 : 0) };
}

function placeText(place: { file: string; span: { start: number; end: number } }, options: FormatOptions): string {
  const position = positionOf(options.sources.get(place.file)?.text ?? '', place.span);
  return `${pathOf(place.file, options)}:${position.line}:${position.column}`;
}

/** The path as the reader can open it: with the content folder before it. */
export function pathOf(file: string, options: Pick<FormatOptions, 'folder'>): string {
  return options.folder === '' ? file : `${options.folder.replace(/\/$/, '')}/${file}`;
}

/** The JSON of the content format: `{"diagnostics": […], "summary": {…}}`. */
export function formatJson(diagnostics: readonly Diagnostic[], options: FormatOptions): string {
  const rows = [...diagnostics].sort(compareDiagnostics).map((diagnostic) => ({
    code: diagnostic.code,
    severity: diagnostic.severity,
    message: diagnostic.message,
    ...place(diagnostic, options),
    hint: diagnostic.hint ?? null,
    related: (diagnostic.related ?? []).map((related) => ({ ...place(related, options), message: related.message })),
  }));
  return JSON.stringify({ diagnostics: rows, summary: summariseDiagnostics(diagnostics) }, null, 2);
}

function place(at: { file: string; span: { start: number; end: number } }, options: FormatOptions) {
  const position = positionOf(options.sources.get(at.file)?.text ?? '', at.span);
  return {
    file: pathOf(at.file, options),
    line: position.line,
    column: position.column,
    endLine: position.endLine,
    endColumn: position.endColumn,
  };
}

/** Workflow commands that GitHub shows on the changed lines. */
export function formatGithub(diagnostics: readonly Diagnostic[], options: FormatOptions): string {
  const level: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', advice: 'notice' };
  return [...diagnostics]
    .sort(compareDiagnostics)
    .map((diagnostic) => {
      const at = place(diagnostic, options);
      const message = diagnostic.hint === undefined ? diagnostic.message : `${diagnostic.message}\n${diagnostic.hint}`;
      const properties = `file=${property(at.file)},line=${at.line},col=${at.column},endLine=${at.endLine},endColumn=${at.endColumn},title=${property(diagnostic.code)}`;
      return `::${level[diagnostic.severity]} ${properties}::${data(message)}`;
    })
    .join('\n');
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** SARIF 2.1.0 (OASIS), for code-scanning tools. */
export function formatSarif(diagnostics: readonly Diagnostic[], options: FormatOptions): string {
  const level: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', advice: 'note' };
  const sorted = [...diagnostics].sort(compareDiagnostics);
  const codes = [...new Set(sorted.map((diagnostic) => diagnostic.code))].sort();
  const location = (at: ReturnType<typeof place>, message?: string) => ({
    physicalLocation: {
      artifactLocation: { uri: at.file.split('/').map(encodeURIComponent).join('/') },
      region: {
        startLine: at.line,
        startColumn: at.column,
        endLine: at.endLine,
        endColumn: Math.max(at.endColumn, at.endLine === at.line ? at.column + 1 : 1),
      },
    },
    ...(message === undefined ? {} : { message: { text: message } }),
  });
  const results = sorted.map((diagnostic) => ({
    ruleId: diagnostic.code,
    ruleIndex: codes.indexOf(diagnostic.code),
    level: level[diagnostic.severity],
    message: { text: diagnostic.hint === undefined ? diagnostic.message : `${diagnostic.message} ${diagnostic.hint}` },
    locations: [location(place(diagnostic, options))],
    relatedLocations: (diagnostic.related ?? []).map((related, id) => ({
      id,
      ...location(place(related, options), related.message),
    })),
  }));
  const driver = { name: 'Scrutineer', rules: codes.map((id) => ({ id, name: id })) };
  return JSON.stringify(
    {
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
      runs: [{ tool: { driver }, columnKind: 'utf16CodeUnits', results }],
    },
    null,
    2,
  );
}
