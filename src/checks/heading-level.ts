import { spanInBlock } from '../model/body.ts';
import { diagnostic } from '../model/diagnostic.ts';
import type { Check } from './check.ts';

/**
 * Finds headings that go down more than one level at once (## and then ####). Only the first of a document is shown:
 * the others mostly have the same cause. Going up several levels is how sections end.
 */
export const headingLevel: Check = {
  code: 'heading-level',
  find: ({ review }) =>
    [review.index, ...review.areas, ...review.meetings, ...review.recommendations, ...review.appendices].flatMap(
      ({ path, body }) => {
        const at = body.headings.findIndex(
          ({ level }, index) => index > 0 && level > body.headings[index - 1]!.level + 1,
        );
        const heading = body.headings[at];
        if (!heading) return [];
        const above = body.headings[at - 1]!;
        const place = (one: typeof heading) => ({
          file: path,
          span: spanInBlock(body.blocks[one.block]!, 0, one.text.length),
        });
        return [
          diagnostic(
            'heading-level',
            place(heading),
            `This heading has level ${heading.level}, the one above it level ${above.level}.`,
            {
              hint: `Write it with ${above.level + 1} number signs: ${'#'.repeat(above.level + 1)}.`,
              related: [{ ...place(above), message: 'Here is the heading above.' }],
            },
          ),
        ];
      },
    ),
};
