import type { CompileOptions } from '../../src/compile.ts';
import type { Code } from '../../src/diagnostics/codes.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { BASE, compileTexts } from './content.ts';

/** What the tests of rules share: one file of the base with other prose in it, and the findings of one code. */

export const INDEX = 'reviews/harbour/index.md';
export const MEETING_1 = 'reviews/harbour/meetings/1.md';
export const APPENDIX_A = 'reviews/harbour/appendices/a.md';

type Texts = Readonly<Record<string, string | null>>;

/** The findings of one code in the base with some files replaced. */
export function findingsOf(
  code: Code,
  texts: Texts,
  options: Partial<CompileOptions> = {},
  attachments: readonly string[] = [],
): Diagnostic[] {
  const { diagnostics } = compileTexts({ ...BASE, ...texts }, options, attachments);
  return diagnostics.filter((finding) => finding.code === code);
}

/** The words that the findings of one code point at. */
export function wordsFound(code: Code, texts: Texts): string[] {
  const files: Texts = { ...BASE, ...texts };
  return findingsOf(code, texts).map(({ file, span }) => files[file]!.slice(span.start, span.end));
}

/** The base's first meeting with other notes on Area 1, and more keys in its front matter. */
export function meeting1(notes: string, keys = ''): Record<string, string> {
  const front = BASE[MEETING_1]!.split('---\n')[1]!;
  return { [MEETING_1]: `---\n${front}${keys}---\n\n## Area for Improvement 1\n\n${notes}\n` };
}

/** The base's report with another narrative, and more keys in its front matter. */
export function report(narrative: string, keys = ''): Record<string, string> {
  const front = BASE[INDEX]!.split('---\n')[1]!;
  return { [INDEX]: `---\n${front}${keys}---\n\n${narrative}\n` };
}
