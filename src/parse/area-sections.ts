import type { Token } from 'markdown-it';
import type { AreaSection, Heading, TextBlock } from '../model/body.ts';
import { labelsOf, type PlacedReference } from '../model/reference.ts';

/** The sections of a body that a heading naming an area opens; each runs to the next heading of its level or higher. */
export function findAreaSections(
  tokens: readonly Token[],
  headings: readonly Heading[],
  blocks: readonly TextBlock[],
  references: readonly PlacedReference[],
): AreaSection[] {
  return headings.flatMap((heading, index) => {
    const areas = areasNamed(references, heading.block);
    if (areas.length === 0) return [];
    const next = headings.slice(index + 1).find((later) => later.level <= heading.level);
    const footnotes = tokens.findIndex((token) => token.type === 'footnote_block_open');
    const end = next?.token ?? (footnotes === -1 ? tokens.length : footnotes);
    return [
      {
        areas,
        heading: index,
        anchor: heading.anchor,
        from: heading.token,
        to: end,
        firstBlock: heading.block,
        endBlock: next?.block ?? blocks.length,
      },
    ];
  });
}

/** The numbers of the areas that a block's references name, explicit ones included. */
function areasNamed(references: readonly PlacedReference[], block: number): number[] {
  const numbers = references
    .filter((reference) => reference.block === block && reference.target.kind === 'area')
    .flatMap(({ target }) => labelsOf(target));
  return [...new Set(numbers.map(Number))];
}
