import { hash53 } from '../model/hash.ts';
import { compareDiagnostics, type Diagnostic } from '../model/diagnostic.ts';
import { positionOf } from '../model/source.ts';
import type { Severity } from './codes.ts';
import { pathOf, type FormatOptions } from './format.ts';

/** GitLab's code quality report: it shows the findings on the changed lines of a merge request. */
export function formatGitlab(diagnostics: readonly Diagnostic[], options: FormatOptions): string {
  const severities: Readonly<Record<Severity, string>> = { error: 'major', warning: 'minor', advice: 'info' };
  const seen = new Map<string, number>();
  const rows = [...diagnostics].sort(compareDiagnostics).map((diagnostic) => {
    const { code, file, message, hint, severity, span } = diagnostic;
    const { line } = positionOf(options.sources.get(file)?.text ?? '', span);
    // The same finding keeps its name when lines above it come and go, so that GitLab can tell old ones from new ones.
    const name = `${code}\n${file}\n${message}`;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return {
      description: hint === undefined ? message : `${message} ${hint}`,
      check_name: code,
      fingerprint: hash53(`${name}\n${count}`).toString(16),
      severity: severities[severity],
      location: { path: pathOf(file, options), lines: { begin: line } },
    };
  });
  return JSON.stringify(rows, null, 2);
}
