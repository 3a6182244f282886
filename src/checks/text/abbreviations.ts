import { quick } from '../../model/plain.ts';
import type { Review } from '../../model/catalogue.ts';
import { fieldPlace } from '../../model/document.ts';
import type { Place } from '../../model/source.ts';
import { fold } from '../../model/suggest.ts';
import { placeIn, type Passage, type ReviewText } from './passages.ts';

/** An abbreviation where the text uses it. */
export interface Use {
  readonly short: string;
  readonly passage: Passage;
  readonly start: number;
  readonly end: number;
}

/** Where a long form is given: in prose with brackets, or in the front matter. */
export interface Explanation {
  readonly short: string;
  /** Undefined where brackets after words explain it, but not by their first letters. */
  readonly long: string | undefined;
  /** Place among the passages; −1 in the front matter, which the reader has from the beginning. */
  readonly order: number;
  readonly place: Place;
}

const SHORT = String.raw`(?:\p{Lu}{2,7}|\p{Lu}&\p{Lu}|\p{Lu}{1,3}\p{Ll}\p{Lu}{1,3})`;
const USE = quick(
  new RegExp(String.raw`(?<![\p{L}\p{N}&'’./-])(${SHORT})(?:['’]?s)?(?![\p{L}\p{N}&/-]|\.\p{L}|['’]\p{L}{2})`, 'gu'),
);
const IN_BRACKETS = new RegExp(String.raw`\((?:the\s+)?[“"‘']?(${SHORT})s?[”"’']?(?:[;,)]|\s+or\s)`, 'gu');
const BRACKETS_AFTER = quick(new RegExp(String.raw`(?<![\p{L}\p{N}])(${SHORT})s?\s+\(([^()]{5,90})\)`, 'gu'));
const SPELLED_OUT = quick(
  new RegExp(String.raw`(?<![\p{L}\p{N}])(${SHORT})s?\s+(?:stands? for|means?|is short for|=|:|–|—)\s`, 'gu'),
);
const SMALL = /^(?:of|and|the|for|in|on|to|at|with|by|a|an|&)$/i;

const found = new WeakMap<
  ReviewText,
  { readonly uses: readonly Use[]; readonly explanations: readonly Explanation[] }
>();

/** Every abbreviation in a review's prose, and everything that explains one. Read once. */
export function readAbbreviations(
  review: Review,
  text: ReviewText,
): { readonly uses: readonly Use[]; readonly explanations: readonly Explanation[] } {
  const before = found.get(text);
  if (before) return before;
  const uses = text.passages.flatMap((passage) => usesIn(passage));
  const explanations = [
    ...inFrontMatter(review),
    ...text.passages.flatMap((passage, order) => explanationsIn(passage, order)),
  ];
  const read = { uses, explanations };
  found.set(text, read);
  return read;
}

/** Two capitals that an abbreviation has beside each other, or around one other sign. */
const CAPITALS = quick(/\p{Lu}(?:\p{Lu}|&\p{Lu}|\p{Ll}\p{Lu})/u);

function usesIn(passage: Passage): Use[] {
  const { text } = passage;
  if (!CAPITALS(text).test(text)) return [];
  // A heading in capitals abbreviates nothing.
  if (!/\p{Ll}/u.test(text) && /\s/.test(text)) return [];
  return [...text.matchAll(USE(text))].map((match) => ({
    short: match[1]!,
    passage,
    start: match.index,
    end: match.index + match[1]!.length,
  }));
}

function inFrontMatter(review: Review): Explanation[] {
  const listed = Object.entries(review.index.data.abbreviations ?? {}).map(([short, long]) => ({
    short,
    long,
    order: -1,
    place: fieldPlace(review.index, 'abbreviations', short),
  }));
  const bodies = [...review.organisations].flatMap(([key, { name, abbreviation, also }]) =>
    [abbreviation, ...(also ?? []).filter((other) => /^[\p{Lu}&]{2,7}$/u.test(other))].flatMap((short) =>
      short === undefined
        ? []
        : [{ short, long: name, order: -1, place: fieldPlace(review.index, 'organisations', key, 'name') }],
    ),
  );
  return [...listed, ...bodies];
}

function explanationsIn(passage: Passage, order: number): Explanation[] {
  const { text } = passage;
  if (!CAPITALS(text).test(text)) return [];
  const explained: Explanation[] = [];
  const add = (short: string, long: string | undefined, start: number, end: number) =>
    explained.push({ short, long, order, place: placeIn(passage, start, end) });
  for (const match of text.matchAll(IN_BRACKETS)) {
    const before = text.slice(0, match.index).trimEnd();
    const long = longBefore(before, match[1]!);
    const start = long === undefined ? match.index : before.length - long.length;
    if (long !== undefined || /\p{L}{3}$/u.test(before.slice(-3)))
      add(match[1]!, long, start, match.index + match[0].length);
  }
  for (const match of text.matchAll(BRACKETS_AFTER(text))) {
    const inner = match[2]!;
    if (longBefore(inner, match[1]!) === inner || /^\p{L}+(?:[\s-]\p{L}+)+$/u.test(inner))
      add(match[1]!, longBefore(inner, match[1]!), match.index, match.index + match[0].length);
  }
  for (const match of text.matchAll(SPELLED_OUT(text)))
    add(match[1]!, undefined, match.index, match.index + match[1]!.length);
  return explained;
}

/** With its blank; what stands further back is not looked at. */
const LONGEST_WORD = 40;

/** The words at the end of a text whose first letters make the abbreviation; small words between them count or not. */
function longBefore(text: string, short: string): string | undefined {
  const letters = [...short.toLowerCase()].filter((letter) => /\p{L}/u.test(letter));
  const most = letters.length * 2 + 3;
  const tail = text.slice(-most * LONGEST_WORD);
  const words = [...tail.matchAll(/[\p{L}\p{N}'’]+|&/gu)].slice(-most);
  let left = letters.length - 1;
  for (let at = words.length - 1; at >= 0; at--) {
    const word = words[at]![0];
    if (fold(word)[0] === letters[left]) left--;
    else if (!SMALL.test(word)) return undefined;
    if (left < 0) return tail.slice(words[at]!.index);
  }
  return undefined;
}
