import type { Review } from '../model/catalogue.ts';
import { diagnostic } from '../model/diagnostic.ts';
import { fieldPlace, type RecommendationDocument } from '../model/document.ts';
import { labelsOf } from '../model/reference.ts';
import type { Check } from './check.ts';
import { bodyPassages, listed } from './text/considerations.ts';
import type { Passage, ReviewText } from './text/passages.ts';
import { findQuotations } from './text/quotations.ts';
import { recommendationsProper } from './text/response-clock.ts';

/** Headings under which recommendations are listed rather than reasoned. */
const LIST = /\b(?:recommendations?|conclusions?|summary|contents|introduction|foreword|actions?)\b/i;

/**
 * Finds recommendations that rest on no evidence: neither wording nor reasons refer to an area, meeting, appendix,
 * section or paragraph, and the report neither prints nor names them where it reasons (a section that is more than a list
 * of recommendations, a passage with a reference). Those that come from a numbered paragraph rest on that.
 */
export const recommendationNoEvidence: Check = {
  code: 'recommendation-no-evidence',
  find: ({ review, text }) => {
    const report = bodyPassages(text, review.index);
    const missing = recommendationsProper(review).filter(
      (recommendation) =>
        recommendation.data.paragraph === undefined &&
        !recommendation.dropped.has('paragraph') &&
        !text
          .of(recommendation)
          .some((passage) => (passage.field === undefined || passage.field === 'wording' ? cites(passage) : false)) &&
        !recommendation.body.references.some(({ explicit }) => explicit) &&
        !isReasoned(review, recommendation, report, text),
    );
    const [first, ...others] = missing;
    if (!first) return [];
    const names = listed(
      'Recommendation',
      missing.map(({ data }) => data.number),
    );
    return [
      diagnostic(
        'recommendation-no-evidence',
        fieldPlace(first, 'wording'),
        `${names} ${missing.length > 1 ? 'refer' : 'refers'} to nothing in the record: no area, meeting, appendix, section or paragraph.`,
        {
          hint: 'Give the reasons below the front matter, with the meeting or section they rest on, or write `paragraph`.',
          related: others.map((other) => ({
            ...fieldPlace(other, 'wording'),
            message: `Nor does recommendation ${other.data.number}.`,
          })),
        },
      ),
    ];
  },
};

function cites(passage: Passage): boolean {
  return passage.references.some(({ kind, external }) => kind !== 'recommendation' && !external);
}

/** True when the report prints or names the recommendation beside a reference, or in a section that discusses something. */
function isReasoned(
  review: Review,
  recommendation: RecommendationDocument,
  report: readonly Passage[],
  text: ReviewText,
): boolean {
  const label = String(recommendation.data.number);
  const printed = new Set(
    findQuotations(review, text)
      .filter(({ wording }) => wording.document === recommendation)
      .map(({ passage }) => passage),
  );
  const first = recommendation.data.wording.toLowerCase().slice(0, 40);
  return report.some((passage, at) => {
    const isNamed = passage.references.some(
      (reference) => reference.kind === 'recommendation' && !reference.external && labelsOf(reference).includes(label),
    );
    if (!isNamed && !printed.has(passage) && !passage.text.toLowerCase().includes(first)) return false;
    const heading = text.headings(passage).at(-1);
    const isDiscussed = heading !== undefined && !LIST.test(heading);
    return isDiscussed || passagesBefore(report, at).some(cites);
  });
}

/** The passage and what leads to it: the paragraphs before it in the same section, up to the previous recommendation. */
function passagesBefore(report: readonly Passage[], at: number): Passage[] {
  const own = report[at]!;
  const before: Passage[] = [own];
  for (let index = at - 1; index >= 0 && before.length < 6; index--) {
    const passage = report[index]!;
    if (passage.block.heading !== own.block.heading || passage.block.kind === 'heading') break;
    before.push(passage);
  }
  return before;
}
