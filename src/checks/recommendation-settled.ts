import { diagnostic, type Diagnostic } from '../model/diagnostic.ts';
import { fieldPlace, type RecommendationDocument } from '../model/document.ts';
import type { Check } from './check.ts';
import { bodyPassages } from './text/considerations.ts';
import { placeIn, type Passage } from './text/passages.ts';
import { recommendationsProper } from './text/response-clock.ts';
import { comparisonFor } from './text/significant-words.ts';

/** “no further action is needed”, “we do not think that there is any further action that needs to be taken” */
const NOTHING_MORE =
  /\b(?:(?:no|not|nor|n[’']t|nothing)\b[^.;]{0,50}?\b(?:further|additional|more|other)\s+(?:action|steps?|work|measures?|changes?)?[^.;]{0,40}?\b(?:need(?:s|ed)?|required?|requires|necessary|to be (?:taken|done)|warranted)\b|no (?:action|change) (?:is|was) (?:needed|required|necessary))/i;
/** Subject words that a text and a recommendation must share, and which part of the recommendation's words they must be. */
const LEAST_SHARED = 4;
const LEAST_RATIO = 0.35;

/**
 * Finds recommendations that stand although an appendix or a meeting's notes answer, on the same subject, that nothing
 * more is needed. Whether the answer contents the group is for a person's judgement. A response that rejects the
 * recommendation itself is its answer and is left alone, and so is a report that weighs the answer in citing it.
 */
export const recommendationSettled: Check = {
  code: 'recommendation-settled',
  find: ({ review, text }) => {
    const recommendations = recommendationsProper(review);
    if (recommendations.length === 0) return [];
    const comparison = comparisonFor(review);
    const answers = [...review.appendices, ...review.meetings].flatMap((document) =>
      bodyPassages(text, document).flatMap((passage) => {
        const sentence = text.sentences(passage).find((one) => NOTHING_MORE.test(one.text));
        if (!sentence || passage.block.kind === 'heading') return [];
        const subject = [...text.headings(passage), neighbours(bodyPassages(text, document), passage)].join(' ');
        return [{ passage, sentence, stems: comparison.stemsOf(subject) }];
      }),
    );
    return answers.flatMap(({ passage, sentence, stems }): Diagnostic[] => {
      const [best] = recommendations
        .map((recommendation) => {
          const own = comparison.stemsOf(recommendation.data.wording);
          const shared = [...own].filter((stem) => stems.has(stem)).length;
          return { recommendation, shared, ratio: shared / Math.max(own.size, 1) };
        })
        .filter(({ shared, ratio }) => shared >= LEAST_SHARED && ratio >= LEAST_RATIO)
        .sort((a, b) => b.ratio - a.ratio);
      return best ? [finding(best.recommendation, passage, sentence)] : [];
    });
  },
};

/** The text that the sentence speaks of: its passage and, where that is short, those around it in the same section. */
function neighbours(passages: readonly Passage[], passage: Passage): string {
  return passages
    .filter(({ block, index }) => block.heading === passage.block.heading && Math.abs(index - passage.index) <= 2)
    .map(({ text }) => text)
    .join(' ');
}

function finding(
  recommendation: RecommendationDocument,
  passage: Passage,
  sentence: { start: number; end: number },
): Diagnostic {
  return diagnostic(
    'recommendation-settled',
    fieldPlace(recommendation, 'wording'),
    `Recommendation ${recommendation.data.number} stands, though an answer on the same subject says that nothing more is needed.`,
    {
      hint: 'Say in the reasons why the recommendation is made all the same, or withdraw it.',
      related: [{ ...placeIn(passage, sentence.start, sentence.end), message: 'Here the answer says so.' }],
    },
  );
}
