import { diagnostic, type Diagnostic } from '../model/diagnostic.ts';
import { groupBy } from '../model/group-by.ts';
import type { Check } from './check.ts';
import { readAbbreviations, type Explanation } from './text/abbreviations.ts';
import { significantStems } from './text/significant-words.ts';

/**
 * Finds abbreviations that are explained in two ways (“LA” as local authority and as learning assistant). Other letters'
 * case, plurals, hyphens, and a body's place or a title before the same words are left alone. One finding for each
 * abbreviation.
 */
export const abbreviationDiffers: Check = {
  code: 'abbreviation-differs',
  find: ({ review, text }) => {
    const { explanations } = readAbbreviations(review, text);
    const told = explanations.flatMap((one) => (one.long === undefined ? [] : [{ ...one, long: one.long }]));
    return [...groupBy(told, ({ short }) => short)].flatMap(([short, [first, ...others]]): Diagnostic[] => {
      const other = others.find(({ long }) => !isSame(first!.long, long));
      if (!first || !other) return [];
      return [
        diagnostic(
          'abbreviation-differs',
          other.place,
          `“${short}” is “${plain(other)}” here and “${plain(first)}” elsewhere.`,
          {
            hint: 'Use the abbreviation for one of the two, and write the other in full.',
            related: [{ ...first.place, message: `Here it is “${plain(first)}”.` }],
          },
        ),
      ];
    });
  },
};

function plain({ long }: Pick<Explanation, 'long'>): string {
  return (long ?? '').replace(/^the\s+/i, '');
}

function isSame(a: string, b: string): boolean {
  const [one, two] = [stems(a), stems(b)];
  const [fewer, more] = one.size <= two.size ? [one, two] : [two, one];
  return [...fewer].every((stem) => more.has(stem));
}

function stems(long: string): Set<string> {
  const kept = significantStems(long);
  return kept.size > 0 ? kept : new Set(long.toLowerCase().split(/\W+/));
}
