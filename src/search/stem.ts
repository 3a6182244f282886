/**
 * The English (Porter 2) stemmer of the Snowball project, by Martin Porter: the one by which Pagefind's index compares
 * words, so that what the page thinks is one word is one word in the index.
 */

const EXCEPTIONS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    skis: 'ski',
    skies: 'sky',
    dying: 'die',
    lying: 'lie',
    tying: 'tie',
    idly: 'idl',
    gently: 'gentl',
    ugly: 'ugli',
    early: 'earli',
    only: 'onli',
    singly: 'singl',
    sky: 'sky',
    news: 'news',
    howe: 'howe',
    atlas: 'atlas',
    cosmos: 'cosmos',
    bias: 'bias',
    andes: 'andes',
  }),
);
const KEPT = new Set('inning outing canning herring earring evening proceed exceed succeed'.split(' '));
const VOWEL = /[aeiouy]/;
const DOUBLE = /(?:bb|dd|ff|gg|mm|nn|pp|rr|tt)$/;
const SHORT_SYLLABLE = /(?:^|[^aeiouy])[aeiouy][^aeiouywxY]$|^[aeiouy][^aeiouy]$|past$/;

const STEP_2: readonly (readonly [string, string])[] = [
  ['ational', 'ate'],
  ['tional', 'tion'],
  ['enci', 'ence'],
  ['anci', 'ance'],
  ['abli', 'able'],
  ['entli', 'ent'],
  ['ization', 'ize'],
  ['izer', 'ize'],
  ['ogist', 'og'],
  ['ation', 'ate'],
  ['ator', 'ate'],
  ['alism', 'al'],
  ['aliti', 'al'],
  ['alli', 'al'],
  ['fulness', 'ful'],
  ['ousness', 'ous'],
  ['ousli', 'ous'],
  ['iveness', 'ive'],
  ['iviti', 'ive'],
  ['biliti', 'ble'],
  ['bli', 'ble'],
  ['fulli', 'ful'],
  ['lessli', 'less'],
];
const STEP_3: readonly (readonly [string, string])[] = [
  ['ational', 'ate'],
  ['tional', 'tion'],
  ['alize', 'al'],
  ['icate', 'ic'],
  ['iciti', 'ic'],
  ['ical', 'ic'],
  ['ful', ''],
  ['ness', ''],
];
const STEP_4 = 'ement ance ence able ible ment ant ent ism ate iti ous ive ize al er ic'.split(' ');

/** The stem of a lower-case word without accents: “recruitment” and “recruiting” → “recruit”. */
export function stem(word: string): string {
  if (word.length < 3) return word;
  const exception = EXCEPTIONS.get(word);
  if (exception !== undefined) return exception;
  let text = word.replace(/^'/, '').replace(/'s?'?$/, '');
  text = text.replace(/^y|(?<=[aeiouy])y/g, 'Y');
  const [first, second] = regions(text);
  text = plural(text);
  if (KEPT.has(text)) return text;
  text = pastAndGerund(text, first);
  if (text.length > 2) text = text.replace(/(?<=[^aeiouy])[yY]$/, 'i');
  text = derived(text, first, second);
  text = last(text, first, second);
  return text.toLowerCase();
}

/** Where the regions R1 and R2 of Snowball begin. */
function regions(text: string): [number, number] {
  const special = /^(?:gener|commun|arsen|univers|later|emerg|organ|inter)/.exec(text);
  const after = (from: number) => {
    const match = /[aeiouy][^aeiouy]/.exec(text.slice(from));
    return match ? from + match.index + 2 : text.length;
  };
  const first = special ? special[0].length : after(0);
  return [first, after(first)];
}

function plural(text: string): string {
  if (text.endsWith('sses')) return text.slice(0, -2);
  if (/ie[sd]$/.test(text)) return text.length > 4 ? text.slice(0, -2) : text.slice(0, -1);
  if (/(?:us|ss)$/.test(text)) return text;
  if (text.endsWith('s') && VOWEL.test(text.slice(0, -2))) return text.slice(0, -1);
  return text;
}

function pastAndGerund(text: string, first: number): string {
  const eed = /eed(?:ly)?$/.exec(text);
  if (eed) return eed.index >= first ? text.slice(0, eed.index + 2) : text;
  const match = /(?:ed|ing)(?:ly)?$/.exec(text);
  if (!match || !VOWEL.test(text.slice(0, match.index))) return text;
  const rest = text.slice(0, match.index);
  // “vying” and “hying” are of “vie” and “hie”.
  if (match[0] === 'ing' && /^[^aeiouy][yY]$/.test(rest)) return `${rest[0]}ie`;
  if (/(?:at|bl|iz)$/.test(rest)) return `${rest}e`;
  // “add”, “egg” and “off” keep both letters.
  if (DOUBLE.test(rest)) return /^[aeo]..$/.test(rest) ? rest : rest.slice(0, -1);
  return rest === 'past' || (rest.length <= first && SHORT_SYLLABLE.test(rest)) ? `${rest}e` : rest;
}

function derived(text: string, first: number, second: number): string {
  const two = STEP_2.find(([ending]) => text.endsWith(ending));
  let result = text;
  if (two) {
    const at = text.length - two[0].length;
    if (at >= first) result = text.slice(0, at) + two[1];
  } else if (/ogi$/.test(text) && text.length - 3 >= first && /logi$/.test(text)) result = text.slice(0, -1);
  else if (/[cdeghkmnrt]li$/.test(text) && text.length - 2 >= first) result = text.slice(0, -2);
  const three = STEP_3.find(([ending]) => result.endsWith(ending));
  if (three) {
    const at = result.length - three[0].length;
    return at >= first ? result.slice(0, at) + three[1] : result;
  }
  if (result.endsWith('ative') && result.length - 5 >= second) return result.slice(0, -5);
  return result;
}

function last(text: string, first: number, second: number): string {
  let result = text;
  const four = STEP_4.find((ending) => text.endsWith(ending));
  if (four !== undefined) {
    if (text.length - four.length >= second) result = text.slice(0, text.length - four.length);
  } else if (/[st]ion$/.test(text) && text.length - 3 >= second) result = text.slice(0, -3);
  if (result.endsWith('e')) {
    const at = result.length - 1;
    if (at >= second || (at >= first && !SHORT_SYLLABLE.test(result.slice(0, -1)))) return result.slice(0, -1);
  }
  if (result.endsWith('ll') && result.length - 1 >= second) return result.slice(0, -1);
  return result;
}
