import type { Review } from '../model/catalogue.ts';
import { diagnostic, type Diagnostic } from '../model/diagnostic.ts';

/** Reports gaps and repeats in the numbers of the narrative's paragraphs. */
export function checkParagraphNumbers(review: Review): Diagnostic[] {
  const seen = new Map<number, { start: number; end: number }>();
  const diagnostics: Diagnostic[] = [];
  let last = 0;
  for (const { number, span } of review.paragraphs) {
    const place = { file: review.index.path, span };
    const first = seen.get(number);
    if (first) {
      diagnostics.push(
        diagnostic('paragraph-sequence', place, `Paragraph ${number} stands here a second time.`, {
          hint: 'Give each paragraph its own number; “paragraph N” leads to the first.',
          related: [{ file: review.index.path, span: first, message: 'Here it stands first.' }],
        }),
      );
    } else if (number !== last + 1 && seen.size > 0) {
      diagnostics.push(
        diagnostic('paragraph-sequence', place, `Paragraph ${number} follows paragraph ${last}.`, {
          hint: `See whether paragraph ${last + 1} is missing or the number is wrong.`,
        }),
      );
    }
    if (!first) seen.set(number, span);
    last = number;
  }
  return diagnostics;
}
