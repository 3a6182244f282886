import { spanInBlock, type Heading } from '../model/body.ts';
import { diagnostic } from '../model/diagnostic.ts';
import { groupBy } from '../model/group-by.ts';
import { fold } from '../model/suggest.ts';
import type { Check } from './check.ts';

/**
 * Finds headings of the report that have the same words as the heading of a main section, so that a reader can not
 * tell them apart: two main sections, or three headings of any rank. A summary that has the name of a later section once
 * more, and subsections that share a name (“Conclusions” in each chapter) are usual and left alone, and so are headings
 * that share their number too (that is a finding of its own).
 */
export const headingRepeated: Check = {
  code: 'heading-repeated',
  find: ({ review }) => {
    const { body, path } = review.index;
    const top = Math.min(...body.headings.map(({ level }) => level));
    const titled = groupBy(body.headings, ({ text }) => titleOf(text));
    return [...titled].flatMap(([title, all]) => {
      const same = distinctNumbers(all);
      const main = same.filter(({ level }) => level === top);
      if (title.length < 4 || main.length === 0 || (same.length < 3 && main.length < 2)) return [];
      const [first, ...others] = same.map((heading) => ({
        file: path,
        span: spanInBlock(body.blocks[heading.block]!, 0, heading.text.length),
      }));
      return [
        diagnostic(
          'heading-repeated',
          first!,
          `${same.length === 2 ? 'Two' : same.length} headings of the report read “${same[0]!.text.replace(/^[\d.]+\s+/, '')}”.`,
          {
            hint: 'Say in each heading what sets it apart.',
            related: others.map((place) => ({ ...place, message: 'The same words stand here.' })),
          },
        ),
      ];
    });
  },
};

function titleOf(text: string): string {
  return fold(text)
    .replace(/^(?:section\s+)?[\d.]+:?\s+/, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** One heading for each number: those that share it are reported as sections used twice. */
function distinctNumbers(headings: readonly Heading[]): Heading[] {
  return headings.filter(
    (heading, index) =>
      heading.number === undefined || headings.findIndex((other) => other.number === heading.number) === index,
  );
}
