import { diagnostic } from '../model/diagnostic.ts';
import type { Check } from './check.ts';
import { readAbbreviations } from './text/abbreviations.ts';
import { placeIn } from './text/passages.ts';

/**
 * Finds abbreviations that the text explains only after it has used them. Those in the front matter are explained from
 * the beginning; uses in the same paragraph as the explanation, headings, and documents read on their own (each meeting's
 * notes) before the one that explains are told once, at the first use.
 */
export const abbreviationLate: Check = {
  code: 'abbreviation-late',
  find: ({ review, text }) => {
    const { uses, explanations } = readAbbreviations(review, text);
    const order = new Map(text.passages.map((passage, index) => [passage, index]));
    const first = new Map<string, (typeof explanations)[number]>();
    for (const explanation of explanations) {
      const known = first.get(explanation.short);
      if (!known || explanation.order < known.order) first.set(explanation.short, explanation);
    }
    const told = new Set<string>();
    return uses.flatMap(({ short, passage, start, end }) => {
      const explanation = first.get(short);
      if (!explanation || explanation.long === undefined || told.has(short) || passage.block.kind === 'heading')
        return [];
      if (order.get(passage)! >= explanation.order || passage.block.inQuote) return [];
      told.add(short);
      return [
        diagnostic(
          'abbreviation-late',
          placeIn(passage, start, end),
          `“${short}” is used here, but explained only later.`,
          {
            hint: `Write “${explanation.long} (${short})” here, or add it under \`abbreviations\` in index.md.`,
            related: [{ ...explanation.place, message: 'Here it is explained.' }],
          },
        ),
      ];
    });
  },
};
