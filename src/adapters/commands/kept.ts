import type { KeptFinding } from '../../model/diagnostic.ts';
import { compareDiagnostics } from '../../model/diagnostic.ts';
import { formatJson, formatText, type FormatOptions } from '../../diagnostics/format.ts';

/** The findings that were looked at and kept, for `check --all`. */

function sorted(kept: readonly KeptFinding[]): KeptFinding[] {
  return [...kept].sort((a, b) => compareDiagnostics(a.finding, b.finding));
}

/** Each finding as it would be reported, with the reason why it is right as it stands. */
export function keptText(kept: readonly KeptFinding[], options: FormatOptions): string {
  const paint = options.paint ?? ((_, text) => text);
  const entries = sorted(kept).map(({ finding: { hint: _hint, ...finding }, because }) =>
    formatText([finding], options).replace(/\n$/, `\n  ${paint('hint', 'kept because:')} ${because}\n`),
  );
  return `Looked at and kept: ${kept.length}\n\n${entries.join('\n')}`;
}

/** The JSON of all findings, with a list `kept` whose entries say `because`. */
export function withKeptJson(json: string, kept: readonly KeptFinding[], options: FormatOptions): string {
  const rows = sorted(kept).map(({ finding, because }) => {
    const { diagnostics } = JSON.parse(formatJson([finding], options)) as { diagnostics: Record<string, unknown>[] };
    return { ...diagnostics[0], because };
  });
  return JSON.stringify({ ...(JSON.parse(json) as object), kept: rows }, null, 2);
}
