import { fold } from '../../model/suggest.ts';
import type { Review } from '../../model/catalogue.ts';

/** Words that say nothing about what a sentence is about. */
const EMPTY = new Set(
  `a about after again all also although always am an and any are as at be because been before being between both but by
  can cannot could did do does doing done down during each either else ever every few for from further get give given go
  had has have having he her here him his how however i if in into is it its itself just like made make many may me might
  more most much must my no nor not now of off on once one only onto or other our out over own per rather same say see
  several shall she should since so some such take than that the their them themselves then there these they this those
  through thus to too two under until up upon us very via was we well were what when where whether which while who whom
  whose why will with within without would yet you your ensure ensuring`.split(/\s+/),
);

const ENDING_IES = /[^s]ies$/;
const ENDING_S = /(?<=\p{L}{2}[^su])s$/u;
const POSSESSIVE = /['’]s?$/;
const PLAIN = /^[a-z0-9]+$/;

/** The word as it is compared: no accents, no ending: “approaches” and “approach”, “policies” and “policy” are one. */
export function stem(word: string): string {
  const lower = word.toLowerCase();
  const plain = PLAIN.test(lower) ? lower : fold(lower).replace(POSSESSIVE, '');
  if (!plain.endsWith('s')) return plain.slice(0, 6);
  const single = plain.length > 4 && ENDING_IES.test(plain) ? `${plain.slice(0, -3)}y` : plain;
  return single.replace(ENDING_S, '').slice(0, 6);
}

const BETWEEN_WORDS = /[^\p{L}\p{N}'’]+/u;
const QUOTES = /^['’]+|['’]+$/g;

/** The stems of the words that carry meaning, each once, in order. A cache saves work where many texts are read. */
export function significantStems(text: string, cache?: Map<string, string>): Set<string> {
  const stems = new Set<string>();
  for (const word of text.split(BETWEEN_WORDS)) {
    let known = cache?.get(word);
    if (known === undefined) {
      known = significantStem(word);
      cache?.set(word, known);
    }
    if (known !== '') stems.add(known);
  }
  return stems;
}

/** The stem of a word that carries meaning; nothing for one that does not. */
function significantStem(written: string): string {
  const word = written.replace(QUOTES, '');
  if (word.length < 2 && !/\d/.test(word)) return '';
  return EMPTY.has(word.toLowerCase()) ? '' : stem(word);
}

/** Words that notes and lists of actions use of anything at all. */
const COMMON = significantStems(
  `members member group committee panel board council councillor officer officers meeting report note notes paper
  briefing copy update written writing provide provided provision supply supplied confirm confirmation request requested
  ask asked prepare present presented circulate circulated send sent share information detail details next agree agreed
  undertook show shown later also future possible back plan action area improvement recommendation review service work
  receive received bring findings final new current existing outcome`,
);

/** How much two stretches of a review's text have in common; words that stand everywhere in the review count little. */
export interface Comparison {
  stemsOf(text: string): ReadonlySet<string>;
  weigh(stems: Iterable<string>): number;
  shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number;
}

const WEAK = 0.4;

/** Makes the comparison of one review: its own names are weak words, its abbreviations stand for their words too. */
export function comparisonFor(review: Review): Comparison {
  const { data } = review.index;
  const weak = new Set(COMMON);
  const names = [data.title, data.committee, data.group ?? ''];
  for (const { name, abbreviation } of review.organisations.values()) names.push(name, abbreviation ?? '');
  for (const { name } of review.people.values()) names.push(name);
  for (const name of names) for (const one of significantStems(name)) weak.add(one);
  const expansions = new Map<string, Set<string>>();
  const explain = (short: string, long: string) => expansions.set(stem(short), significantStems(long));
  for (const [short, long] of Object.entries(data.abbreviations ?? {})) explain(short, long);
  for (const { name, abbreviation } of review.organisations.values()) if (abbreviation) explain(abbreviation, name);
  const cache = new Map<string, string>();
  const weightOf = (one: string) => (weak.has(one) ? WEAK : 1);
  return {
    stemsOf: (text) => {
      const stems = significantStems(text, cache);
      if (expansions.size === 0) return stems;
      const whole = new Set<string>();
      for (const one of stems) for (const part of expansions.get(one) ?? [one]) whole.add(part);
      return whole;
    },
    weigh: (stems) => {
      let sum = 0;
      for (const one of stems) sum += weightOf(one);
      return sum;
    },
    shared: (a, b) => {
      let sum = 0;
      for (const one of a) if (b.has(one)) sum += weightOf(one);
      return sum;
    },
  };
}
