import type { Review } from '../../model/catalogue.ts';
import { headingPath, spanInBlock, type TextBlock } from '../../model/body.ts';
import type { Document } from '../../model/document.ts';
import type { Reference } from '../../model/reference.ts';
import type { Place } from '../../model/source.ts';
import { splitSentences, type Sentence } from './sentences.ts';

/** One piece of a review's prose: a block of a body, or a text of the front matter. */
export interface Passage {
  readonly document: Document;
  readonly block: TextBlock;
  /** The plain text; offsets of everything found in it count from its beginning. */
  readonly text: string;
  /** Path of the front matter's text (`wording`, `considered.0.note`); undefined in bodies. */
  readonly field: string | undefined;
  /** References that plain words make in it, in order; `[[…]]` links are not among them. */
  readonly references: readonly Reference[];
  /** Numbers of the areas whose section of the notes holds it. */
  readonly areas: readonly number[];
  /** Index of the passage among those of its document's body; −1 in the front matter. */
  readonly index: number;
}

/** The prose of one review in reading order: report, areas, meetings, recommendations, appendices. */
export interface ReviewText {
  readonly passages: readonly Passage[];
  /** Passages of one document, bodies and front matter. */
  of(document: Document): readonly Passage[];
  /** The sentences of a passage; split once. */
  sentences(passage: Passage): readonly Sentence[];
  /** The words of the headings above a passage, outermost first. */
  headings(passage: Passage): readonly string[];
}

/** Makes a review's prose ready for the rules. Sentences are split when first asked for. */
export function readReviewText(review: Review): ReviewText {
  const documents: Document[] = [
    review.index,
    ...review.areas,
    ...review.meetings,
    ...review.recommendations,
    ...review.appendices,
  ];
  const byDocument = new Map<string, Passage[]>(documents.map((document) => [document.path, passagesOf(document)]));
  const sentences = new WeakMap<Passage, readonly Sentence[]>();
  return {
    passages: [...byDocument.values()].flat(),
    of: (document) => byDocument.get(document.path) ?? [],
    sentences: (passage) => {
      const known = sentences.get(passage) ?? splitSentences(passage.text);
      sentences.set(passage, known);
      return known;
    },
    headings: (passage) => headingPath(passage.document.body, passage.block).map((heading) => heading.text),
  };
}

function passagesOf(document: Document): Passage[] {
  const fields = document.texts.map(({ path, block, references }) => ({
    document,
    block,
    text: block.text,
    field: path,
    references,
    areas: [],
    index: -1,
  }));
  if (document.restricted) return [];
  const references = new Map<number, Reference[]>();
  for (const { target, block } of document.body.references) {
    if (!('parts' in target)) continue;
    const known = references.get(block);
    if (known) known.push(target);
    else references.set(block, [target]);
  }
  const bodies = document.body.blocks.map((block, index) => ({
    document,
    block,
    text: block.text,
    field: undefined,
    references: references.get(index) ?? [],
    areas: document.body.areaSections
      .filter(({ firstBlock, endBlock }) => firstBlock <= index && index < endBlock)
      .flatMap((section) => section.areas),
    index,
  }));
  return [...fields, ...bodies];
}

/** The place in the file of a stretch of a passage's text. */
export function placeIn(passage: Passage, start: number, end: number): Place {
  return { file: passage.document.path, span: spanInBlock(passage.block, start, end) };
}
