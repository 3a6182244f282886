import { quick } from '../model/plain.ts';
import { diagnostic, type Diagnostic } from '../model/diagnostic.ts';
import type { Check } from './check.ts';
import { placeIn, type Passage } from './text/passages.ts';

const DOUBLED = quick(/(?<![\p{L}\p{N}’'-])(\p{L}+(?:['’]\p{L}+)?)\s+(\1)(?![\p{L}\p{N}’'-])/giu);
const DOUBLED_PAIR = quick(
  /(?<![\p{L}\p{N}’'-])((?:of|in|to|for|by|on|at|with|from|and|that|as|is|was|were|will|should|has|have|had|been) (?:the|a|an|be|to|of|in|for|on|this|that|their|our|its|been|not)) (\1)(?![\p{L}\p{N}’'-])/giu,
);

/** Pairs that grammar allows, and words doubled for weight. */
const ALLOWED = new Set(
  'had that very many much no so too far long really never now again quite more less well bye there do does who blah ha hear knock tut half step bit day'.split(
    ' ',
  ),
);
/** Particles that close one phrase and open the next: “the year she moved in in”, “went on on Monday”. */
const PARTICLE = new Set(['in', 'on', 'up', 'over', 'out', 'off', 'through', 'it', 'her', 'you', 'his']);
const TAKES_PARTICLE =
  /\b(?:c[ao]me[s]?|com(?:ing|es)|went|go(?:es|ing|ne)?|mov(?:e|es|ed|ing)|log(?:s|ged|ging)?|sign(?:s|ed|ing)?|turn(?:s|ed|ing)?|tak(?:e|es|en|ing)|took|hand(?:s|ed|ing)?|call(?:s|ed|ing)?|phon(?:e|ed)|check(?:s|ed)?|step(?:s|ped)?|set|put|br(?:ing|ought)|carr(?:y|ies|ied)|follow(?:s|ed)?|fed|feed|build|built|rel(?:y|ied)|mov(?:e|ed)|bas(?:e|ed)|opt(?:s|ed)?|join(?:s|ed)?|work(?:s|ed|ing)?|live[ds]?|dealt|look(?:s|ed|ing)?|listen(?:s|ed|ing)?|refer(?:s|red)?|stood|stand|sent|ask(?:s|ed)?|car(?:e|ed)|paid|tell|told|give|gave|given|drop(?:s|ped)?|ke[ep]+(?:s|pt|ping)?|hold|held|sp(?:eak|oken)|passed|spoken|cho(?:se|sen)|without|pull(?:ed)?|play(?:ed)?)\s+$/i;

/**
 * Finds words written twice by a slip (“the the”, “of the of the”). Leaves alone what grammar or weight allows (“had had”,
 * “that that”, “very very”, “moved in in 2012”), names (“Baden Baden”), what is marked [sic], and text that is not English.
 */
export const wordDoubled: Check = {
  code: 'word-doubled',
  find: ({ catalogue, text }) => {
    const siteLanguage = catalogue.site?.data.language ?? 'en';
    return text.passages.flatMap((passage) =>
      (passage.document.data.language ?? siteLanguage).startsWith('en') ? doubledIn(passage) : [],
    );
  },
};

function doubledIn(passage: Passage): Diagnostic[] {
  const found: Diagnostic[] = [];
  if (!mayBeDoubled(passage.text)) return found;
  for (const pattern of [DOUBLED, DOUBLED_PAIR])
    for (const match of passage.text.matchAll(pattern(passage.text))) {
      const [whole, first, second] = match as unknown as [string, string, string];
      if (pattern === DOUBLED && !isSlip(passage.text, match.index, first, second, whole.length)) continue;
      found.push(
        diagnostic(
          'word-doubled',
          placeIn(passage, match.index, match.index + whole.length),
          `“${whole}” is written twice.`,
          { hint: `Write “${first}” once; if the doubling is meant, put [sic] after it.` },
        ),
      );
    }
  return found;
}

/** A quick look, letter by letter: does a word begin like the one before it, or like the one before that? */
function mayBeDoubled(text: string): boolean {
  let [beforeLast, last] = [-1, 0];
  for (let space = text.indexOf(' '); space !== -1; space = text.indexOf(' ', space + 1)) {
    const start = space + 1;
    if (sameWords(text, last, start)) return true;
    if (beforeLast !== -1 && sameWords(text, beforeLast, start)) return true;
    [beforeLast, last] = [last, start];
  }
  return false;
}

/** True when what stands from `a` to `b` stands again at `b`, in letters of any case. */
function sameWords(text: string, a: number, b: number): boolean {
  if ((text.charCodeAt(a) | 32) !== (text.charCodeAt(b) | 32)) return false;
  const length = b - a - 1;
  for (let at = 1; at < length; at++)
    if ((text.charCodeAt(a + at) | 32) !== (text.charCodeAt(b + at) | 32)) return false;
  return length > 0;
}

function isSlip(text: string, at: number, first: string, second: string, length: number): boolean {
  const word = first.toLowerCase();
  if (ALLOWED.has(word) || (word.length < 2 && word !== 'a')) return false;
  if (/^\s*[[(]sic\b/i.test(text.slice(at + length, at + length + 8))) return false;
  // “Baden Baden”, “Duran Duran”; but “The the” and “THE THE” of a heading are slips.
  const isName = /^\p{Lu}/u.test(second) && word.length > 3;
  if (isName) return false;
  if (/^\p{Lu}/u.test(second) && /^\p{Ll}/u.test(first)) return false;
  // “What it is is unclear.”
  if (word === 'is' && /\b(?:what|how|who|where|all)\b/i.test(text.slice(Math.max(0, at - 40), at))) return false;
  return !(PARTICLE.has(word) && TAKES_PARTICLE.test(text.slice(Math.max(0, at - 16), at)));
}
