import { severityOf, type Code, type Severity } from '../diagnostics/codes.ts';
import type { Place } from './source.ts';

/** A second place that a reader needs to see to understand a finding. */
export interface Related extends Place {
  readonly message: string;
}

/** One mistake or doubt, at one place, in words for the clerk. */
export interface Diagnostic extends Place {
  readonly code: Code;
  readonly severity: Severity;
  /** One sentence that names the value. */
  readonly message: string;
  /** What to write instead. */
  readonly hint?: string;
  readonly related?: readonly Related[];
}

/** A finding that somebody looked at and found right as it stands, with the reason. */
export interface KeptFinding {
  readonly finding: Diagnostic;
  readonly because: string;
}

export interface DiagnosticDetails {
  hint?: string | undefined;
  related?: readonly Related[] | undefined;
  /** Softens the code's severity where the place gives room for doubt; never raises it. */
  severity?: Severity | undefined;
}

/** Makes a diagnostic; the severity comes from the registry of codes unless the details soften it. */
export function diagnostic(code: Code, place: Place, message: string, details: DiagnosticDetails = {}): Diagnostic {
  return {
    code,
    severity: details.severity ?? severityOf(code),
    message,
    file: place.file,
    span: place.span,
    ...(details.hint === undefined ? {} : { hint: details.hint }),
    ...(details.related === undefined || details.related.length === 0 ? {} : { related: details.related }),
  };
}

/** One total order: by file, then place, then code, then message. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return (
    compareText(a.file, b.file) ||
    a.span.start - b.span.start ||
    a.span.end - b.span.end ||
    compareText(a.code, b.code) ||
    compareText(a.message, b.message)
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
