import { diagnostic } from '../model/diagnostic.ts';
import type { Review } from '../model/catalogue.ts';
import type { Check } from './check.ts';
import { NUMBER, readNumber } from './text/numbers.ts';
import { placeIn } from './text/passages.ts';

const LED = new RegExp(
  `(?<![\\p{L}\\d-])(${NUMBER})(?:\\s+of (?:them|these|the (?:${NUMBER}))?)?(?:\\s+areas?(?: for improvement)?)?\\s+(?:(?:which|that)\\s+)?(?:(?:are|were)\\s+)?(?:relat\\p{Ll}+\\s+to\\s+(?:work|actions?)\\s+(?:which\\s+)?)?(?:(?:are\\s+|is\\s+|being\\s+)?led\\s+by\\s+(?:the\\s+)?(?<after>\\p{Lu}[^.;,()]{1,60})|(?:the\\s+)?(?<before>\\p{Lu}[^.;,()]{1,60}?)\\s+(?:leads|led)\\b)`,
  'giu',
);
const QUICK = /\bled by\b|\bleads?\b|\bled\b/i;

/**
 * Finds numbers of areas that an agency is said to lead (“15 relating to work led by the County Council”) which the
 * areas' `lead` does not bear out. An area that several lead may be counted or not. Where no organisation of the
 * review is named, or areas have no lead, nothing is concluded.
 */
export const leadCountDiffers: Check = {
  code: 'lead-count-differs',
  find: ({ review, text }) => {
    if (review.areas.length === 0 || review.incomplete.has('area')) return [];
    if (review.areas.some(({ data }) => data.lead === undefined)) return [];
    return text.passages.flatMap((passage) => {
      if (!QUICK.test(passage.text)) return [];
      return [...passage.text.matchAll(LED)].flatMap((match) => {
        const { after, before } = match.groups!;
        const agency = agencyNamed(review, (after ?? before)!);
        if (!agency) return [];
        const said = readNumber(match[1]!);
        const leads = review.areas.filter(({ data }) => data.lead!.includes(agency.key));
        const alone = leads.filter(({ data }) => data.lead!.length === 1);
        if (said <= leads.length && said >= alone.length) return [];
        return [
          diagnostic(
            'lead-count-differs',
            placeIn(passage, match.index, match.index + match[0].length),
            `The text says that ${agency.name} leads ${said} ${said === 1 ? 'area' : 'areas'}, but it is the lead of ${leads.length}.`,
            {
              hint: `Write ${leads.length}, or put the \`lead\` of the areas right: ${leads.map(({ data }) => data.number).join(', ') || 'none has it'}.`,
            },
          ),
        ];
      });
    });
  },
};

/** The organisation whose name the words begin with. */
function agencyNamed(review: Review, words: string): { key: string; name: string } | undefined {
  const said = words.toLowerCase();
  const names = [...review.organisations].flatMap(([key, { name, abbreviation, also = [] }]) =>
    [name, abbreviation, ...also]
      .filter((one) => one !== undefined)
      .map((one) => ({ key, name, said: one.toLowerCase().replace(/^the /, '') })),
  );
  const found = names
    .filter((one) => said.startsWith(one.said) && !/^[\p{L}\p{N}]/u.test(said.slice(one.said.length)))
    .sort((a, b) => b.said.length - a.said.length)[0];
  return found && { key: found.key, name: found.name };
}
