import { diagnostic } from '../model/diagnostic.ts';
import { fieldPlace, keyPlace, type RecommendationDocument } from '../model/document.ts';
import type { Check } from './check.ts';
import { listed } from './text/considerations.ts';
import { recommendationsProper } from './text/response-clock.ts';

/** A wording that says itself who is asked: “We recommend that the Department …”, “The Council should …”. */
const NAMES_SOMEBODY =
  /(?:\b(?:that|asks?|urges?|calls? on|invites?|encourages?)\s+(?:the |all |both )?\p{Lu}[^.]{0,100}?\b(?:should|must|to|be|will|considers?|publish|ensures?|provides?|sets?|reviews?)\b|^(?:The |All )?\p{Lu}[\p{L}&’' -]{2,80}?\s(?:should|must|shall|needs? to)\b)/u;

/**
 * Finds recommendations that name nobody who is to answer. One finding for all of a review. Conclusions are left alone;
 * where the wording itself names somebody, only the entry is missing, and the finding is advice.
 */
export const recommendationNoAddressee: Check = {
  code: 'recommendation-no-addressee',
  find: ({ review }) => {
    const missing = recommendationsProper(review).filter(
      ({ data, dropped }) => (data.to ?? []).length === 0 && !dropped.has('to') && data.response?.by === undefined,
    );
    const [first, ...others] = missing;
    if (!first) return [];
    const isNamed = missing.every(({ data }) => NAMES_SOMEBODY.test(data.wording));
    const names = listed(
      'Recommendation',
      missing.map(({ data }) => data.number),
    );
    const verb = missing.length > 1 ? 'are' : 'is';
    return [
      diagnostic('recommendation-no-addressee', placeOf(first), `${names} ${verb} addressed to nobody.`, {
        hint: 'Write under `to` who must respond.',
        severity: isNamed ? 'advice' : undefined,
        related: others.map((other) => ({
          ...placeOf(other),
          message: `Recommendation ${other.data.number} has no addressee either.`,
        })),
      }),
    ];
  },
};

function placeOf(recommendation: RecommendationDocument) {
  return recommendation.spans.has('to') ? keyPlace(recommendation, 'to') : fieldPlace(recommendation, 'number');
}
