import { SYNONYMS } from './synonyms.ts';
import type { QueryWord } from './read-query.ts';
import type { KnownWord, Vocabulary } from './vocabulary.ts';
import { keyOf, wordsOf } from './words.ts';

/** One way to say what was asked for: a word in all its forms, or a phrase. */
export interface Variant {
  /** For each word of it the forms that count as that word. */
  readonly words: readonly KnownWord[];
  /** 1 for the word itself, less for what is only like it. */
  readonly factor: number;
}

/** One thing that was asked for, with all ways to say it. */
export interface Concept {
  /** As it was asked. */
  readonly text: string;
  readonly variants: readonly Variant[];
  /** True when a page without it may answer all the same. */
  readonly isSoft: boolean;
  /** The word that was looked for instead of what was typed. */
  readonly corrected?: string;
}

export interface ExpandOptions {
  readonly vocabulary: Vocabulary;
  /** Groups of names that mean the same, from the reviews' own lists. */
  readonly names: readonly (readonly string[])[];
  /** Look for synonyms too: asked for when the words themselves find little. */
  readonly isWide: boolean;
  /** The last word may be unfinished. */
  readonly isTyping: boolean;
}

const FACTORS = { name: 0.95, joined: 0.9, related: 0.6, corrected: 0.85, completed: 0.7, synonym: 0.55 };

type Group = readonly string[];

/** Turns words into things asked for: names and phrases of several words are one thing. */
export async function expandWords(words: readonly QueryWord[], options: ExpandOptions): Promise<Concept[]> {
  const names = indexGroups(options.names);
  const concepts: Concept[] = [];
  for (let at = 0; at < words.length;) {
    const phrase = findPhrase(words, at, names, FACTORS.name) ?? findPhrase(words, at, SYNONYM_INDEX, FACTORS.synonym);
    const { text, role } = words[at]!;
    const isLast = at + (phrase?.length ?? 1) === words.length;
    if (phrase) {
      concepts.push(await phraseConcept(words.slice(at, at + phrase.length), phrase, options));
      at += phrase.length;
    } else if (role === 'dropped') at++;
    else {
      const own = { ...options, isTyping: options.isTyping && isLast, groups: names };
      const { concept, taken } = await wordConcept(text, words[at + 1]?.text, role === 'soft', own);
      concepts.push(concept);
      at += 1 + taken;
    }
  }
  return concepts;
}

type GroupIndex = ReadonlyMap<string, readonly Group[]>;

/** Groups by the key of each of their names. */
function indexGroups(groups: readonly Group[]): GroupIndex {
  const index = new Map<string, Group[]>();
  for (const group of groups)
    for (const name of group) {
      const key = phraseKey(name);
      const known = index.get(key);
      if (known) known.push(group);
      else index.set(key, [group]);
    }
  return index;
}

interface Phrase {
  readonly length: number;
  readonly groups: readonly Group[];
  readonly factor: number;
}

/** The longest run of words from here on that is a name, or a phrase of the synonyms. */
function findPhrase(words: readonly QueryWord[], at: number, index: GroupIndex, factor: number): Phrase | undefined {
  if (LITTLE.test(words[at]!.text)) return undefined;
  for (let length = Math.min(7, words.length - at); length >= 2; length--) {
    const run = words.slice(at, at + length);
    if (LITTLE.test(run.at(-1)!.text)) continue;
    const groups = index.get(
      run
        .filter(({ text }) => !LITTLE.test(text))
        .map(({ text }) => keyOf(text))
        .join(' '),
    );
    if (groups) return { length, groups, factor };
  }
  return undefined;
}

/** Words that names are compared without. */
const LITTLE = /^(?:the|of|and|in|a|for)$/;

/** The keys of a phrase's words. */
function phraseKey(name: string): string {
  return strongWords(name).map(keyOf).join(' ');
}

function strongWords(name: string): string[] {
  return wordsOf(name).filter((word) => !LITTLE.test(word));
}

const SYNONYM_INDEX = indexGroups(SYNONYMS);

async function phraseConcept(run: readonly QueryWord[], phrase: Phrase, options: ExpandOptions): Promise<Concept> {
  const said = run.map(({ text }) => text).filter((word) => !LITTLE.test(word));
  const isSoft = run.every(({ role }) => role !== 'asked');
  const itself = await phraseVariant(said, 1, options.vocabulary);
  const joined = itself.length > 0 ? undefined : await options.vocabulary.find(said.join(''));
  if (joined) itself.push({ words: [joined], factor: FACTORS.joined });
  const others =
    phrase.factor < 0.9 && !options.isWide ? [] : await alternatives(phrase.groups, said, phrase.factor, options);
  return { text: said.join(' '), variants: [...itself, ...others], isSoft };
}

async function wordConcept(
  word: string,
  next: string | undefined,
  isSoft: boolean,
  options: ExpandOptions & { readonly groups: GroupIndex },
): Promise<{ concept: Concept; taken: number }> {
  const { vocabulary } = options;
  const variants: Variant[] = [];
  let corrected: string | undefined;
  let taken = 0;
  const known = await vocabulary.find(word);
  if (known) variants.push({ words: [known], factor: 1 });
  const joined = next === undefined ? undefined : await vocabulary.find(word + next);
  if (joined && !(known && (await vocabulary.find(next!)) && joined.documents < 2)) {
    // “sleep over” for “sleepover”
    variants.push({ words: [joined], factor: FACTORS.joined });
    if (!known || !(await vocabulary.find(next!))) taken = 1;
  }
  for (const related of await vocabulary.related(word))
    variants.push({ words: [related], factor: known ? FACTORS.related * 0.8 : FACTORS.related });
  if (options.isTyping || (!known && variants.length === 0 && word.length >= 5 && !(await vocabulary.isWord(word))))
    for (const longer of await vocabulary.completions(word))
      if (longer.key !== known?.key) variants.push({ words: [longer], factor: FACTORS.completed });
  if (!known && variants.length === 0) {
    for (const meant of await vocabulary.corrections(word)) {
      corrected ??= meant.forms[0]!;
      variants.push({ words: [meant], factor: FACTORS.corrected });
    }
    if (variants.length === 0) variants.push(...(await splitWord(word, vocabulary)));
  }
  const meant = corrected ?? word;
  const names = options.groups.get(keyOf(meant)) ?? [];
  variants.push(...(await alternatives(names, [meant], FACTORS.name, options)));
  if (options.isWide) {
    const groups = SYNONYM_INDEX.get(keyOf(meant)) ?? [];
    variants.push(...(await alternatives(groups, [meant], FACTORS.synonym, options)));
  }
  return { concept: { text: word, variants, isSoft, ...(corrected === undefined ? {} : { corrected }) }, taken };
}

/** “towncentre” → “town centre” */
async function splitWord(word: string, vocabulary: Vocabulary): Promise<Variant[]> {
  if (await vocabulary.isWord(word)) return [];
  for (let at = 3; at <= word.length - 3; at++) {
    const [first, second] = [await vocabulary.find(word.slice(0, at)), await vocabulary.find(word.slice(at))];
    if (first && second) return [{ words: [first, second], factor: FACTORS.joined }];
  }
  return [];
}

/** The other names of the groups, as far as the site uses their words. */
async function alternatives(
  groups: readonly Group[],
  said: readonly string[],
  factor: number,
  { vocabulary }: ExpandOptions,
): Promise<Variant[]> {
  const own = said.map(keyOf).join(' ');
  const names = new Map(groups.flat().map((name) => [phraseKey(name), name]));
  names.delete(own);
  const variants = await Promise.all(
    [...names.values()].map((name) => phraseVariant(strongWords(name), factor, vocabulary)),
  );
  return variants.flat();
}

async function phraseVariant(words: readonly string[], factor: number, vocabulary: Vocabulary): Promise<Variant[]> {
  const known = await Promise.all(words.map((word) => vocabulary.find(word)));
  return known.every((word) => word !== undefined) && known.length > 0 ? [{ words: known, factor }] : [];
}
