import { isPlain, quick } from '../model/plain.ts';
import { remembering } from '../model/remember.ts';
import { stem } from './stem.ts';

/** How the search reads words: without case, accents and punctuation, and by what they have in common. */

/** Lower case, without accents; all apostrophes alike. */
export function fold(text: string): string {
  const lower = text.replace(/[’‘ʼ`]/g, "'").toLowerCase();
  return isPlain(lower) ? lower : lower.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

const WORD = quick(/[\p{L}\p{N}]+(?:'[\p{L}]+|[.,]\d+)*/gu);
const MARKED = /[',]/;

/** The words of a text, folded, possessives without their ending: “Jenny Butlin-Moran’s” → jenny, butlin, moran. */
export function wordsOf(text: string): string[] {
  return wordsOfFolded(fold(text));
}

/** The same of a text that is folded. */
export function wordsOfFolded(text: string): string[] {
  // “A&E” is one word to a reader.
  const joined = text.includes('&') ? text.replace(/\b([a-z])\s?&\s?([a-z])\b/g, '$1$2') : text;
  return (joined.match(WORD(joined)) ?? []).map((word) =>
    MARKED.test(word) ? word.replace(/'s?$/, '').replaceAll(/[',]/g, '') : word,
  );
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

/** Plurals and past forms that no rule covers: “base: forms”. */
const IRREGULAR: ReadonlyMap<string, string> = new Map(
  `child: children, person: people, man: men, woman: women, foot: feet, tooth: teeth, mouse: mice, life: lives, wife: wives,
  knife: knives, half: halves, shelf: shelves, leaf: leaves, analysis: analyses, crisis: crises, criterion: criteria, index: indices,
  bus: buses, gas: gases, teach: taught, buy: bought, bring: brought, think: thought, seek: sought, fight: fought, catch: caught,
  build: built, spend: spent, send: sent, lend: lent, lose: lost, keep: kept, sleep: slept, sweep: swept, feel: felt, deal: dealt,
  mean: meant, leave: left, pay: paid, lay: laid, say: said, hear: heard, hold: held, sell: sold, tell: told, stand: stood,
  understand: understood, meet: met, feed: fed, read: reads, light: lit, win: won, dig: dug, stick: stuck, strike: struck,
  give: gave given, take: took taken, drive: drove driven, rise: rose risen, write: wrote written, ride: rode ridden, hide: hid hidden,
  break: broke broken, speak: spoke spoken, steal: stole stolen, freeze: froze frozen, choose: chose chosen, fall: fell fallen,
  grow: grew grown, know: knew known, throw: threw thrown, blow: blew blown, draw: drew drawn, show: shown, begin: began begun,
  run: ran, drink: drank drunk, swim: swam swum, wear: wore worn, bear: bore born`
    .split(/,\s*/)
    .flatMap((entry) => {
      const [base = '', forms = ''] = entry.trim().split(': ');
      return forms.split(' ').map((form) => [form, base] as const);
    }),
);

/** What all forms and spellings of a word have in common. */
export const keyOf = remembering((word: string): string => {
  // “GPs”, “CVs”: abbreviations without a vowel, which the stemmer leaves alone.
  const single = word.replace(/^([^aeiouy\d]{2,4})s$/, '$1');
  return stem(oneSpelling(IRREGULAR.get(single) ?? single));
});

/** The shard of the vocabulary in which a key stands: its first two letters. */
export function shardOf(key: string): string {
  const letters = key.slice(0, 2);
  return /^[a-z]{1,2}$/.test(letters) ? letters : /^\d/.test(letters) ? '0' : '_';
}
