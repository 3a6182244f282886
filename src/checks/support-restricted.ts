import type { Review } from '../model/catalogue.ts';
import { diagnostic, type Diagnostic } from '../model/diagnostic.ts';
import { fieldPlace, type Document, type RecommendationDocument } from '../model/document.ts';
import { labelsOf, targetKey, type ReferenceKind } from '../model/reference.ts';
import type { Check } from './check.ts';
import type { ReviewText } from './text/passages.ts';

/** Evidence, as against what it is about: an area states a task, it proves nothing. */
const EVIDENCE: ReadonlySet<string> = new Set<ReferenceKind>(['meeting', 'appendix', 'section', 'paragraph']);

/**
 * Finds a published statement whose only support is restricted, so that readers can't check it: a recommendation whose
 * every piece of evidence is a restricted document, or an outcome that only a restricted meeting reached. A
 * recommendation that cites nothing is another rule's; a summary of the restricted document answers for outcomes.
 */
export const supportRestricted: Check = {
  code: 'support-restricted',
  find: ({ review, text }) => [
    ...review.recommendations.flatMap((recommendation) => ofRecommendation(review, recommendation, text)),
    ...outcomes(review),
  ],
};

function ofRecommendation(review: Review, recommendation: RecommendationDocument, text: ReviewText): Diagnostic[] {
  if (recommendation.restricted || recommendation.data.paragraph !== undefined) return [];
  const keys = [
    ...text
      .of(recommendation)
      .flatMap(({ references }) =>
        references.flatMap((reference) =>
          reference.external || !EVIDENCE.has(reference.kind)
            ? []
            : labelsOf(reference).map((label) => targetKey(reference.kind, label)),
        ),
      ),
    ...recommendation.body.references.flatMap(({ target }) =>
      'written' in target && target.review === undefined && EVIDENCE.has(target.kind)
        ? [targetKey(target.kind as ReferenceKind, target.label)]
        : [],
    ),
  ];
  const supports = keys.flatMap((key): Document[] => {
    const document = review.targets.get(key)?.document;
    return document ? [document] : [];
  });
  const [first] = supports;
  if (!first || supports.some(({ restricted }) => !restricted)) return [];
  return [
    diagnostic(
      'support-restricted',
      fieldPlace(recommendation, 'wording'),
      `Recommendation ${recommendation.data.number} rests on restricted documents only.`,
      {
        hint: 'Name something that the public may read, or say in the reasons that the evidence is exempt.',
        related: [...new Set(supports)].map((document) => ({
          ...fieldPlace(document, 'restricted'),
          message: 'This is restricted.',
        })),
      },
    ),
  ];
}

/** One finding for each restricted meeting without a summary. */
function outcomes(review: Review): Diagnostic[] {
  const reached = new Set(
    review.meetings.flatMap(({ restricted, data }) =>
      restricted ? [] : (data.considered ?? []).flatMap(({ area, outcome }) => (outcome === undefined ? [] : [area])),
    ),
  );
  return review.meetings.flatMap((meeting) => {
    if (!meeting.restricted || meeting.data.restricted?.summary !== undefined) return [];
    const alone = (meeting.data.considered ?? []).flatMap(({ area, outcome }, index) =>
      outcome === undefined || reached.has(area) ? [] : [{ area, index }],
    );
    const [first, ...others] = alone;
    if (!first) return [];
    const areas = alone.map(({ area }) => area);
    const named =
      others.length === 0 ? `Area ${areas[0]}` : `Areas ${areas.slice(0, -1).join(', ')} and ${areas.at(-1)}`;
    return [
      diagnostic(
        'support-restricted',
        fieldPlace(meeting, 'considered', first.index, 'outcome'),
        `The conclusion on ${named} rests on the restricted notes of meeting ${meeting.data.number} only.`,
        {
          hint: 'Write a `summary` under `restricted` that says what may be said of the evidence.',
          related: [{ ...fieldPlace(meeting, 'restricted'), message: 'The meeting is restricted here.' }],
        },
      ),
    ];
  });
}
