/** Exact references in a query: “area 8”, “AFI8”, “appendix f”, “the second meeting”, “section 2.6”, “areas 3 to 6”. */

export type ReferenceKind = 'area' | 'meeting' | 'recommendation' | 'appendix' | 'section' | 'paragraph';

export interface ReadReference {
  readonly kind: ReferenceKind;
  /** Numbers or letters in upper case; `last` for the last one there is. */
  readonly numbers: readonly string[];
  /** As it was written. */
  readonly words: string;
  /** The query without it. */
  readonly rest: string;
}

const KINDS: readonly [ReferenceKind, string][] = [
  ['area', 'areas? (?:of|for) improvements?|areas?|a\\.?f\\.?i\\.?s?'],
  ['meeting', 'meetings?|mtgs?|sessions?'],
  ['recommendation', 'recommendations?|recs?|recomm?endations?|conclusions?'],
  ['appendix', 'appendix|appendices|appendixes|apps?|annexe?s?'],
  ['section', 'sections?|sect?s?|chapters?|§'],
  ['paragraph', 'paragraphs?|paras?|¶'],
];
const NUMBER_WORDS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );
const ORDINALS = 'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ');
const DIGITS = '\\d{1,4}';
const LIST = (one: string) => `${one}(?:\\s*(?:,|and|&|to|-|–|or)\\s*${one})*`;

function patternFor(kind: ReferenceKind, names: string): RegExp {
  const one =
    kind === 'appendix'
      ? '[a-z]'
      : kind === 'section'
        ? '\\d{1,2}(?:\\.\\d{1,2})*'
        : `(?:${DIGITS}|${NUMBER_WORDS.join('|')})`;
  const space = kind === 'appendix' ? '[.:]?\\s+' : '[.:]?\\s*';
  return new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${names})${space}(?:(?:number|no\\.?|#)\\s*)?(${LIST(one)})(?![\\p{L}\\p{N}])`,
    'u',
  );
}

const PATTERNS = KINDS.map(([kind, names]) => [kind, patternFor(kind, names)] as const);
const ORDINAL = new RegExp(
  `\\b(?:(${ORDINALS.join('|')})|(\\d{1,2})(?:st|nd|rd|th)|(last|final)) (meeting|recommendation|area|appendix)\\b`,
);

/** Reads the first reference out of a folded query. */
export function readReference(query: string): ReadReference | undefined {
  for (const [kind, pattern] of PATTERNS) {
    const match = pattern.exec(query);
    if (!match) continue;
    // “appendix a scoping document” names a letter, “an area a day” does not: only appendices have letters.
    return { kind, numbers: expand(match[1]!), ...without(query, match) };
  }
  const match = ORDINAL.exec(query);
  if (!match) return undefined;
  const [, word, digits, last, kind] = match;
  const number = last !== undefined ? 'last' : (digits ?? String(ORDINALS.indexOf(word!) + 1));
  return { kind: kind as ReferenceKind, numbers: [number], ...without(query, match) };
}

function without(query: string, match: RegExpExecArray): { words: string; rest: string } {
  return {
    words: match[0].trim(),
    rest: `${query.slice(0, match.index)} ${query.slice(match.index + match[0].length)}`,
  };
}

/** “3, 5 to 7” → 3, 5, 6, 7. */
function expand(list: string): string[] {
  const pieces = list.split(/\s*(,|and|&|to|-|–|or)\s*/);
  const numbers: string[] = [];
  for (let at = 0; at < pieces.length; at += 2) {
    const number = normalise(pieces[at]!);
    const previous = Number(numbers.at(-1));
    const joint = pieces[at - 1];
    if (joint !== undefined && /^(?:to|-|–)$/.test(joint) && Number(number) - previous < 100)
      for (let between = previous + 1; between < Number(number); between++) numbers.push(String(between));
    numbers.push(number);
  }
  return [...new Set(numbers)];
}

function normalise(text: string): string {
  const word = NUMBER_WORDS.indexOf(text);
  if (word >= 0) return String(word);
  if (/^\d+$/.test(text)) return String(Number(text));
  return text.replace(/(\.0+)+$/, '').toUpperCase();
}
