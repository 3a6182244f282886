import type { Passage, ReviewText } from './passages.ts';

const known = new WeakMap<ReviewText, readonly (readonly (readonly Passage[])[])[]>();

/** The tables of a review as rows of cells; the first row is the head. Read once. Empty cells hold no text but count. */
export function tableRows(text: ReviewText): readonly (readonly (readonly Passage[])[])[] {
  const found = known.get(text) ?? readTables(text);
  known.set(text, found);
  return found;
}

function readTables(text: ReviewText): Passage[][][] {
  const tables: Passage[][][] = [];
  let last: Passage | undefined;
  for (const passage of text.passages) {
    if (passage.block.kind !== 'cell' || passage.index < 0) continue;
    const lines = last?.document === passage.document ? linesBetween(last, passage) : undefined;
    last = passage;
    if (lines === 0) tables.at(-1)!.at(-1)!.push(passage);
    // The line of dashes stands between the head and the first row.
    else if (lines === 1 || lines === 2) tables.at(-1)!.push([passage]);
    else tables.push([[passage]]);
  }
  return tables;
}

function linesBetween(first: Passage, second: Passage): number {
  return first.document.source.text.slice(first.block.span.start, second.block.span.start).split('\n').length - 1;
}
