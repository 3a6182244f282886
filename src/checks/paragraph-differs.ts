import type { Review } from '../model/catalogue.ts';
import { diagnostic } from '../model/diagnostic.ts';
import { fieldPlace, type RecommendationDocument } from '../model/document.ts';
import { fold } from '../model/suggest.ts';
import type { Check } from './check.ts';

/** “(Paragraph 52)” at the end of a wording. */
const SOURCE = /\s*\(\s*para(?:graph)?s?\.?\s*(\d{1,4})\s*\)\s*\.?$/i;

/**
 * Finds recommendations that are said to come from one numbered paragraph of the report and stand word for word in
 * another. One that stands in several paragraphs, or nowhere as it is worded, is left alone.
 */
export const paragraphDiffers: Check = {
  code: 'paragraph-differs',
  find: ({ review }) => {
    if (review.paragraphs.length === 0 || review.recommendations.length === 0) return [];
    const paragraphs = paragraphTexts(review);
    return review.recommendations.flatMap((recommendation) => {
      const { said, field } = paragraphOf(recommendation);
      const words = plain(recommendation.data.wording.replace(SOURCE, ''));
      if (said === undefined || words.length < 30) return [];
      const holding = paragraphs.filter(({ text }) => text.includes(words));
      const [only] = holding;
      if (!only || holding.length > 1 || only.number === said) return [];
      return [
        diagnostic(
          'paragraph-differs',
          fieldPlace(recommendation, field),
          `Recommendation ${recommendation.data.number} stands in paragraph ${only.number}, not ${said}.`,
          {
            hint: `Write ${only.number}.`,
            related: [{ file: review.index.path, span: only.span, message: 'Here it stands.' }],
          },
        ),
      ];
    });
  },
};

function paragraphOf({ data }: RecommendationDocument): { said: number | undefined; field: string } {
  const inWording = SOURCE.exec(data.wording)?.[1];
  return data.paragraph === undefined && inWording !== undefined
    ? { said: Number(inWording), field: 'wording' }
    : { said: data.paragraph, field: 'paragraph' };
}

/** What each numbered paragraph says, to the next one or the next heading. */
function paragraphTexts({ index, paragraphs }: Review) {
  return paragraphs.map(({ number, block, span }, at) => {
    const { blocks } = index.body;
    const heading = blocks.findIndex(({ kind }, other) => other > block && kind === 'heading');
    const end = Math.min(paragraphs[at + 1]?.block ?? blocks.length, heading === -1 ? blocks.length : heading);
    const text = plain(
      blocks
        .slice(block, end)
        .map((one) => one.text)
        .join(' '),
    );
    return { number, span, text };
  });
}

function plain(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
