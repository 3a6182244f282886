import type { Review } from '../model/catalogue.ts';
import { diagnostic } from '../model/diagnostic.ts';
import { keyPlace } from '../model/document.ts';
import type { Check } from './check.ts';
import { isQuoted } from './text/counted.ts';
import { NUMBER, readNumber } from './text/numbers.ts';
import { placeIn } from './text/passages.ts';

const MEMBERS = new RegExp(
  `\\b(?:group|panel|committee|commission)\\b[^.;]{0,30}?\\b(?:of|compris(?:es|ed|ing)|consist(?:s|ed|ing) of|made up of|had|has)\\s+(?<number>${NUMBER})\\s+(?:(?:cross-party|elected|county|borough|district|city|non-executive)\\s+)?(?:members|councillors)\\b`,
  'iu',
);
const WITNESSES = new RegExp(
  `\\b(?:heard|took|received|gathered)\\b[^.;]{0,60}?\\bfrom\\s+(?:a total of\\s+)?(?<number>${NUMBER})\\s+witnesses\\b(?!\\s+(?:on|from|at|in))|\\b(?<all>${NUMBER})\\s+witnesses\\s+(?:gave|appeared)\\b`,
  'iu',
);
const QUICK = /\b(?:members|councillors|witnesses)\b/i;
/** Roles of people who are members of the council and not of the group. */
const NOT_OF_GROUP =
  /\b(?:portfolio|cabinet|leader|executive|mayor|withdr\p{Ll}+|resign\p{Ll}*|former|until|substitute|observer|ward|invited|attend\p{Ll}*)\b/iu;
const IN_PART = /\b(?:quorum|at least|minimum|up to|session|meeting|day|each|panels|groups)\b/i;

/**
 * Finds numbers of the group's members or of the witnesses in the report that can not be right whoever is counted:
 * fewer than the people listed who are one for certain, or more than all who may be. Numbers of those at one meeting
 * are left alone.
 */
export const peopleCountDiffers: Check = {
  code: 'people-count-differs',
  find: ({ review, text }) => {
    if (review.people.size === 0) return [];
    return text.of(review.index).flatMap((passage) => {
      if (passage.index < 0 || passage.block.inQuote || !QUICK.test(passage.text)) return [];
      return text.sentences(passage).flatMap((sentence) => {
        if (IN_PART.test(sentence.text)) return [];
        return [
          { match: MEMBERS.exec(sentence.text), noun: 'members', bounds: membersOf(review) },
          { match: WITNESSES.exec(sentence.text), noun: 'witnesses', bounds: witnessesOf(review) },
        ].flatMap(({ match, noun, bounds: [fewest, most] }) => {
          const number = match?.groups!['number'] ?? match?.groups!['all'];
          if (!match || number === undefined || fewest === 0 || isQuoted(passage.text, sentence.start + match.index))
            return [];
          const said = readNumber(number);
          if (said >= fewest && said <= most) return [];
          const start =
            sentence.start + match.index + match[0].search(new RegExp(`(?<!\\p{L})${number}(?!\\p{L})`, 'u'));
          return [
            diagnostic(
              'people-count-differs',
              placeIn(passage, start, start + number.length),
              `The text counts ${number} ${noun}, but \`people\` lists ${fewest === most ? fewest : `${fewest} to ${most}`}.`,
              {
                hint: `Put the number right, or \`people\` and their groups.`,
                related: [{ ...keyPlace(review.index, 'people'), message: 'The people of the review.' }],
              },
            ),
          ];
        });
      });
    });
  },
};

/** Members who belong to the group for certain, and all who may. */
function membersOf({ people }: Review): [fewest: number, most: number] {
  const members = [...people.values()].filter(({ group }) => group === 'member');
  return [members.filter(({ role = '' }) => !NOT_OF_GROUP.test(role)).length, members.length];
}

/** Those listed as witnesses, and all who may have given evidence. */
function witnessesOf({ people }: Review): [fewest: number, most: number] {
  const others = [...people.values()].filter(({ group }) => group !== 'member');
  return [others.filter(({ group }) => group === 'witness').length, others.length];
}
