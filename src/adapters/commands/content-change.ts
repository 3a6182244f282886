import { compile, type Compilation, type Content, type ParseCache } from '../../compile.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';

/** Looks at a change before anything is written: what would be wrong afterwards that is not wrong now. */

export interface ContentChange {
  readonly before: Compilation;
  readonly after: Compilation;
  /** Findings, errors and others, that only the changed content has. */
  readonly added: readonly Diagnostic[];
}

/** Compiles both contents with drafts, so that nothing is left out, and compares the findings. */
export function compareContents(
  before: Content,
  after: Content,
  today: string,
  samePlace: (path: string) => string = (path) => path,
): ContentChange {
  const cache: ParseCache = new Map();
  const options = { today, preview: true };
  const [left, right] = [compile(before, options, cache), compile(after, options, cache)];
  const known = new Map<string, number>();
  const name = (finding: Diagnostic, file: string) => `${finding.code}\n${file}`;
  for (const finding of left.diagnostics) {
    const key = name(finding, samePlace(finding.file));
    known.set(key, (known.get(key) ?? 0) + 1);
  }
  const added = right.diagnostics.filter((finding) => {
    const key = name(finding, finding.file);
    const count = known.get(key) ?? 0;
    known.set(key, count - 1);
    return count <= 0;
  });
  return { before: left, after: right, added };
}
