import { stem } from './stem.ts';

/** How the search reads words: without case, accents and punctuation, and by what they have in common. */

/** Lower case, without accents; all apostrophes alike. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[’‘ʼ`]/g, "'")
    .toLowerCase();
}

const WORD = /[\p{L}\p{N}]+(?:'[\p{L}]+|[.,]\d+)*/gu;

/** The words of a text, folded, possessives without their ending: “Jenny Butlin-Moran’s” → jenny, butlin, moran. */
export function wordsOf(text: string): string[] {
  // “A&E” is one word to a reader.
  const folded = fold(text).replace(/\b([a-z])\s?&\s?([a-z])\b/g, '$1$2');
  return (folded.match(WORD) ?? []).map((word) => word.replace(/'s?$/, '').replaceAll(/[',]/g, ''));
}

/** Spellings that no rule covers: American (or older) → British. */
const SPELLINGS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    gray: 'grey',
    curb: 'kerb',
    tire: 'tyre',
    tires: 'tyres',
    check: 'cheque',
    jail: 'gaol',
    plow: 'plough',
    draft: 'draught',
    program: 'programme',
    programs: 'programmes',
    aging: 'ageing',
    judgment: 'judgement',
    maneuver: 'manoeuvre',
    skeptic: 'sceptic',
    aluminum: 'aluminium',
    pajamas: 'pyjamas',
    artifact: 'artefact',
    mold: 'mould',
    mom: 'mum',
    airplane: 'aeroplane',
    sidewalk: 'pavement',
    enquiry: 'inquiry',
    enquiries: 'inquiries',
    practise: 'practice',
    practised: 'practiced',
    practising: 'practicing',
  }),
);

/** One spelling for what British and American spell differently; not always a spelling that anybody uses. */
export function oneSpelling(word: string): string {
  const listed = SPELLINGS.get(word) ?? word;
  return listed
    .replace(/is(?=(?:e|ed|es|er|ers|ing|ation|ations|ational)$)/, 'iz')
    .replace(/ys(?=(?:e|ed|es|er|ing)$)/, 'yz')
    .replace(/(?<=\w{3})our(?=$|s$|ed$|ing$|al$|able$|hood|ite|ful|less)/, 'or')
    .replace(/(?<=\w{2}[tb])re(?=s?$)/, 'er')
    .replace(/ogue(?=s?$)/, 'og')
    .replace(/(?<=\w)ens(?=e|ed|es|ing$)/, 'enc')
    .replace(/^licens/, 'licenc')
    .replace(/(?<=p)ae(?=d)|(?<=an)ae(?=s)|^ae(?=s)|(?<=h)ae(?=m)|(?<=f)oe(?=t)|^oe(?=s)/, 'e')
    .replace(/(?<=[aeiouy]\w*[aeiou])ll(?=ed$|ing$|er$|ers$|or$|ors$|ment)/, 'l')
    .replace(/ll$/, (ending, at: number) => (/[aeiouy].*[aeiou]$/.test(word.slice(0, at)) ? 'l' : ending));
}

/** Plurals that no rule covers. */
const IRREGULAR: ReadonlyMap<string, string> = new Map(
  Object.entries({
    children: 'child',
    people: 'person',
    men: 'man',
    women: 'woman',
    feet: 'foot',
    mice: 'mouse',
    lives: 'life',
    wives: 'wife',
    knives: 'knife',
    halves: 'half',
    shelves: 'shelf',
    analyses: 'analysis',
    crises: 'crisis',
    criteria: 'criterion',
    indices: 'index',
    taught: 'teach',
    bought: 'buy',
    sought: 'seek',
    built: 'build',
    spent: 'spend',
    paid: 'pay',
    heard: 'hear',
    met: 'meet',
    left: 'leave',
    gave: 'give',
    given: 'give',
    chosen: 'choose',
    chose: 'choose',
    ran: 'run',
    grew: 'grow',
    buses: 'bus',
    gases: 'gas',
  }),
);

/** What all forms and spellings of a word have in common. */
export function keyOf(word: string): string {
  // “GPs”, “CVs”: abbreviations without a vowel, which the stemmer leaves alone.
  const single = word.replace(/^([^aeiouy\d]{2,4})s$/, '$1');
  return stem(oneSpelling(IRREGULAR.get(single) ?? single));
}

/** The shard of the vocabulary in which a key stands: its first two letters. */
export function shardOf(key: string): string {
  const letters = key.slice(0, 2);
  return /^[a-z]{1,2}$/.test(letters) ? letters : /^\d/.test(letters) ? '0' : '_';
}
