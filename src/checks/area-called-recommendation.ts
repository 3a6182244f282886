import { diagnostic, type Diagnostic } from '../model/diagnostic.ts';
import { fieldPlace, type AreaDocument, type Document, type RecommendationDocument } from '../model/document.ts';
import type { Reference } from '../model/reference.ts';
import type { Check, CheckInput } from './check.ts';
import { comparisonFor, type Comparison } from './text/significant-words.ts';
import { placeIn, type Passage } from './text/passages.ts';

interface Use {
  readonly passage: Passage;
  readonly reference: Reference;
  readonly number: number;
}

/**
 * Finds “recommendation 3” where area 3 is meant: the words around it are the area's, or its neighbours in the same
 * list go beyond the recommendations and are all numbers of areas. The neighbours themselves lead nowhere and are
 * reported for that; recommendations of other reports are left alone.
 */
export const areaCalledRecommendation: Check = {
  code: 'area-called-recommendation',
  find: (input) => {
    const { review, text } = input;
    if (review.areas.length === 0 || review.recommendations.length === 0) return [];
    const comparison = comparisonFor(review);
    const documents: Document[] = [review.index, ...review.meetings, ...review.appendices];
    return documents.flatMap((document) => checkDocument(input, comparison, text.of(document)));
  },
};

function checkDocument(
  { review, text }: CheckInput,
  comparison: Comparison,
  passages: readonly Passage[],
): Diagnostic[] {
  const uses = passages.flatMap((passage) =>
    passage.references
      .filter(({ kind, external, parts }) => kind === 'recommendation' && !external && parts.length === 1)
      .map((reference) => ({ passage, reference, number: Number(reference.parts[0]!.label) })),
  );
  const areas = new Map(review.areas.map((area) => [area.data.number, area]));
  const known = new Map(review.recommendations.map((one) => [one.data.number, one]));
  const beyond = uses.filter(({ number }) => !known.has(number) && areas.has(number));
  const wrong = uses.flatMap((use) => {
    const [area, recommendation] = [areas.get(use.number), known.get(use.number)];
    if (!area || !recommendation) return [];
    const neighbours = beyond.filter((other) => other.passage.block.heading === use.passage.block.heading);
    const words = comparison.stemsOf(
      contextOf(
        use,
        text.sentences(use.passage).find(({ start, end }) => start <= use.reference.start && use.reference.start < end)
          ?.text,
      ),
    );
    const likeArea = comparison.shared(words, comparison.stemsOf(textOf(area)));
    const likeRecommendation = comparison.shared(words, comparison.stemsOf(textOf(recommendation)));
    const isMeant = neighbours.length >= 2 ? likeArea >= likeRecommendation : likeArea >= 3 && likeRecommendation < 1;
    return isMeant ? [{ use, area, neighbours }] : [];
  });
  const [first, ...others] = wrong;
  if (!first) return [];
  const { use, area, neighbours } = first;
  return [
    diagnostic(
      'area-called-recommendation',
      placeIn(use.passage, use.reference.start, use.reference.end),
      `“${use.passage.text.slice(use.reference.start, use.reference.end)}” leads to the review's own recommendation, but area ${use.number} seems to be meant.`,
      {
        hint: `Write Area ${use.number}, or \\Recommendation ${use.number} to leave the words without a link.`,
        related: [
          { ...fieldPlace(area, 'title'), message: `This is area ${use.number}.` },
          ...others.map((other) => ({
            ...placeIn(other.use.passage, other.use.reference.start, other.use.reference.end),
            message: 'So it is here.',
          })),
          ...neighbours.map((other) => ({
            ...placeIn(other.passage, other.reference.start, other.reference.end),
            message: 'Its neighbour is the number of an area only.',
          })),
        ],
      },
    ),
  ];
}

function contextOf({ passage, reference }: Use, sentence: string | undefined): string {
  const own = passage.text.slice(reference.start, reference.end);
  return (sentence ?? passage.text).replace(own, ' ');
}

function textOf({ data }: AreaDocument | RecommendationDocument): string {
  return `${data.title ?? ''} ${data.wording ?? ''}`;
}
