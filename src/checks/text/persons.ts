/** This file is long because reading a name out of prose and telling whose it is are one task with one vocabulary. */
import { quick } from '../../model/plain.ts';
import { rememberingFor } from '../../model/remember.ts';
import type { Review } from '../../model/catalogue.ts';
import type { Person } from '../../model/kinds.ts';
import { editDistance, fold } from '../../model/suggest.ts';
import { canBear } from './namesakes.ts';
import type { Passage, ReviewText } from './passages.ts';
import { ROLE_NOUN } from './roles.ts';

/** A person of the review's list, the name taken apart. */
export interface KnownPerson {
  readonly key: string;
  readonly person: Person;
  /** Words of the name without titles and letters after it, as written. */
  readonly words: readonly string[];
  readonly folded: readonly string[];
}

/** A name in prose. */
export interface Mention {
  readonly passage: Passage;
  /** Of the whole, title included; without a possessive ending. */
  readonly start: number;
  readonly end: number;
  /** The name without its title. */
  readonly name: string;
  readonly nameStart: number;
  readonly title: string | undefined;
  /** Whose name it is. */
  readonly known: KnownPerson | undefined;
  /** Whose name it nearly is: a letter or an accent apart. */
  readonly near: KnownPerson | undefined;
  /** What brackets or commas after the name call the person. */
  readonly role: { readonly text: string; readonly start: number; readonly end: number } | undefined;
}

const TITLE =
  /^(?:Cllrs?|Cllr|Councillors?|Clr|Mr|Mrs|Ms|Miss|Mx|Messrs|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Baroness|Baron|Rev|Reverend|Alderman|Ald|Inspector|Superintendent|Sergeant|PC|DCI|DI)$/;
/** “Lord Chancellor” is an office, “Lord Mayor” too. */
const OFFICE =
  /^(?:Chancellor|Mayor|Lieutenant|Advocate|Justice|Chief|President|Privy|Speaker|Commissioner|Chair|Chairman|Provost|Bishop|Warden|General|Madam)$/;
const AFTER = /^(?:MP|MPs|MEP|MS|MSP|AM|OBE|CBE|MBE|DBE|KBE|QC|KC|JP|DL|PhD|FRS|BEM|CB|MA|BA)$/;
const NOT_PERSON =
  /^(?:School|College|Hospital|Academy|Trust|Way|Road|Street|Lane|Avenue|House|Centre|Award|Foundation|Report|Review|Inquiry|Act|Council|Board|Committee|Panel|Group|Team|Service|Services|Infirmary|Surgery|Wing|Close|Drive)$/;
const PARTICLE = 'ap|ab|ferch|verch|van|von|der|den|de|da|di|du|la|le|bin|al|el|of';
const CAPITALISED = "\\p{Lu}[\\p{L}]*(?:['’-]\\p{L}+)*\\.?";
/** A name needs a second word, or a title before it. */
const RUN = quick(
  new RegExp(`(?<![\\p{L}\\p{N}'’-])${CAPITALISED}(?:\\s+(?:(?:${PARTICLE})\\s+)*${CAPITALISED})+`, 'gu'),
);
const WORD = /[^\s]+/g;
const PLURAL = /^(?:Cllrs|Councillors|Messrs)$/;
const NEXT_IN_LIST = new RegExp(`^(?:,\\s+(?:and\\s+)?|\\s+(?:and|&)\\s+)(${CAPITALISED}(?:\\s+${CAPITALISED})*)`, 'u');
const BRACKETED = /^\s*\(([^()]{3,90})\)/;
const AFTER_COMMA = quick(
  /^,\s+(?:the\s+)?(\p{Lu}[^.;:()[\]]{2,120}?)(?=,\s+\p{Ll}|,?\s+\p{Ll}{3,}ed\b|[.;:()[\]]|$)/u,
);

const found = new WeakMap<ReviewText, readonly Mention[]>();

/** The people of the review's list. */
export const knownPeople = rememberingFor((review: Review): readonly KnownPerson[] =>
  [...review.people].map(([key, person]): KnownPerson => {
    const words = nameWords(person.name);
    return { key, person, words, folded: words.map(foldWord) };
  }),
);

/** The words of a name without titles, letters after it and what brackets add. */
export function nameWords(name: string): string[] {
  const words = name
    .replace(/\([^)]*\)|,.*$/g, ' ')
    .split(/\s+/)
    .filter((word) => word !== '');
  while (
    words.length > 1 &&
    (TITLE.test(words[0]!.replace(/\.$/, '')) || /^(?:The|Rt|Right|Hon\.?|Honourable)$/.test(words[0]!))
  )
    words.shift();
  while (words.length > 1 && AFTER.test(words.at(-1)!)) words.pop();
  return words;
}

/** Every name of a person in a review's prose, in reading order: those of the list, those nearly so, and titled ones. Found once. */
export function findMentions(review: Review, text: ReviewText): readonly Mention[] {
  const before = found.get(text);
  if (before) return before;
  const people = indexPeople(review);
  const mentions = text.passages.flatMap((passage) => mentionsIn(passage, people));
  found.set(text, mentions);
  return mentions;
}

interface People {
  readonly all: readonly KnownPerson[];
  readonly byWord: ReadonlyMap<string, readonly KnownPerson[]>;
}

function indexPeople(review: Review): People {
  const all = knownPeople(review);
  const byWord = new Map<string, KnownPerson[]>();
  for (const known of all)
    for (const word of new Set(known.folded)) byWord.set(word, [...(byWord.get(word) ?? []), known]);
  return { all, byWord };
}

function mentionsIn(passage: Passage, people: People): Mention[] {
  const mentions: Mention[] = [];
  for (const run of passage.text.matchAll(RUN(passage.text))) {
    const words = [...run[0].matchAll(WORD)].map((word) => ({
      text: word[0].replace(/['’]s$/, '').replace(/(?<=\p{L}{2})\.$/u, ''),
      start: run.index + word.index,
      ended: /\p{L}{2}\.$/u.test(word[0]) && !TITLE.test(word[0].slice(0, -1)),
    }));
    // A full stop after a word that is no title ends the sentence and the name.
    for (let from = 0; from < words.length;) {
      const stop = words.findIndex(({ ended }, index) => index >= from && ended);
      const to = stop === -1 ? words.length : stop + 1;
      mentions.push(...readRun(passage, words.slice(from, to), people));
      from = to;
    }
  }
  return mentions;
}

interface Word {
  readonly text: string;
  readonly start: number;
}

function readRun(passage: Passage, words: readonly Word[], people: People): Mention[] {
  const titleAt = words.findLastIndex(({ text }, index) => TITLE.test(text) && index < words.length - 1);
  if (titleAt === -1) return untitled(passage, words, people);
  const first = words.slice(0, titleAt).findLastIndex(({ text }) => !TITLE.test(text)) + 1;
  const name = words.slice(titleAt + 1);
  const before = untitled(passage, words.slice(0, first), people);
  const titled = makeMention(passage, name, people, words[first]!, words.slice(first, titleAt + 1));
  if (!titled) return before;
  return [...before, titled, ...(PLURAL.test(words[titleAt]!.text) ? listAfter(passage, titled, people) : [])];
}

/** “Cllrs Balaam, Hicks and Tandy”: the names after the first. */
function listAfter(passage: Passage, first: Mention, people: People): Mention[] {
  const names: Mention[] = [];
  let at = first.end;
  for (let next = NEXT_IN_LIST.exec(passage.text.slice(at)); next; next = NEXT_IN_LIST.exec(passage.text.slice(at))) {
    const start = at + next[0].length - next[1]!.length;
    const words = next[1]!.split(/\s+/).map((text, index, all) => ({
      text: text.replace(/['’]s$|\.$/g, ''),
      start: start + all.slice(0, index).join(' ').length + (index > 0 ? 1 : 0),
    }));
    if (TITLE.test(words[0]!.text)) break;
    const mention = makeMention(passage, words, people, words[0]!, [{ text: 'Cllr', start }]);
    if (!mention) break;
    names.push(mention);
    at += next[0].length;
  }
  return names;
}

function makeMention(
  passage: Passage,
  words: readonly Word[],
  people: People,
  first: Word,
  titles: readonly Word[],
): Mention | undefined {
  const cut = words.findIndex(({ text }) => AFTER.test(text) || NOT_PERSON.test(text) || TITLE.test(text));
  const name = (cut === -1 ? words : words.slice(0, cut)).slice(0, 4);
  if (name.length === 0 || OFFICE.test(name[0]!.text) || (cut !== -1 && NOT_PERSON.test(words[cut]!.text)))
    return undefined;
  const title = titles.map(({ text }) => text).join(' ');
  for (let length = name.length; length > 0; length--) {
    const some = name.slice(0, length);
    const known = whose(
      some.map(({ text }) => text),
      people,
      title,
    );
    if (known)
      return mentionOf(passage, some, first, title, { known, near: spelledOtherwise(some, known) ? known : undefined });
  }
  const near = whoseNearly(
    name.map(({ text }) => text),
    people,
    title,
  );
  return mentionOf(passage, name, first, title, { known: undefined, near });
}

const NOBODY: readonly KnownPerson[] = [];

/** Full names without a title, exact or nearly so; a run of capitals may hold other words before and after. */
function untitled(passage: Passage, words: readonly Word[], people: People): Mention[] {
  const mentions: Mention[] = [];
  const named = words.map(({ text }) => people.byWord.get(foldWord(text)) ?? NOBODY);
  for (let at = 0; at < words.length; at++) {
    const candidates = new Set([...named[at]!, ...(named[at + 1] ?? NOBODY)]);
    const match: { known: KnownPerson | undefined; near: KnownPerson | undefined; some: readonly Word[] }[] = [];
    for (const candidate of candidates) {
      const some = words.slice(at, at + candidate.words.length);
      if (candidate.words.length < 2 || some.length < candidate.words.length) continue;
      const folded = some.map(({ text }) => foldWord(text));
      const next = words[at + candidate.words.length];
      if (folded.every((word, index) => word === candidate.folded[index]))
        match.push({ known: candidate, near: undefined, some });
      else if (isNear(folded, candidate) && !(next && NOT_PERSON.test(next.text)))
        match.push({ known: undefined, near: candidate, some });
    }
    const best = match.find(({ known }) => known) ?? match[0];
    if (best) {
      const { some, known } = best;
      const near = known && spelledOtherwise(some, known) ? known : best.near;
      mentions.push(mentionOf(passage, some, some[0]!, undefined, { known, near }));
      at += some.length - 1;
    }
  }
  if (mentions.length > 0 || words.length < 2 || words.length > 4) return mentions;
  const stranger = mentionOf(passage, words, words[0]!, undefined, { known: undefined, near: undefined });
  return stranger.role && !words.some(({ text }) => NOT_PERSON.test(text) || ROLE_NOUN.test(text)) ? [stranger] : [];
}

function mentionOf(
  passage: Passage,
  words: readonly Word[],
  first: Word,
  title: string | undefined,
  whose: Pick<Mention, 'known' | 'near'>,
): Mention {
  const last = words.at(-1)!;
  const end = last.start + last.text.length;
  return {
    passage,
    start: first.start,
    end,
    name: passage.text.slice(words[0]!.start, end),
    nameStart: words[0]!.start,
    title,
    ...whose,
    role: roleAfter(passage.text, end),
  };
}

/** “Jenny Smith (Service Manager)”, “Jenny Smith, Service Manager, Safeguarding, WCC”, “Jenny Smith MP, Chair of the Panel, said”. */
function roleAfter(text: string, end: number): Mention['role'] {
  const rest = text.slice(end, end + 220);
  const letters = /^(?:\s+(?:MPs?|MEP|OBE|CBE|MBE|QC|KC|JP))*/.exec(rest)![0].length;
  const after = rest.slice(letters);
  const match = BRACKETED.exec(after) ?? AFTER_COMMA(after).exec(after);
  if (!match || !ROLE_NOUN.test(match[1]!) || /^(?:formerly|now|then|who|which|until)\b/i.test(match[1]!))
    return undefined;
  const start = end + letters + match[0].indexOf(match[1]!);
  return { text: match[1]!.trim(), start, end: start + match[1]!.trim().length };
}

function whose(words: readonly string[], { all, byWord }: People, title: string): KnownPerson | undefined {
  const folded = words.map(foldWord);
  const namesakes =
    byWord.get(folded.at(-1)!) ??
    (folded.length === 1 ? all.filter((known) => known.folded.join(' ').endsWith(` ${folded[0]}`)) : []);
  const candidates = folded.length === 1 ? namesakes.filter(({ person }) => canBear(title, person)) : namesakes;
  const tail = folded.join(' ');
  const exact = candidates.find((known) => known.folded.join(' ') === tail);
  if (exact) return exact;
  return candidates.find((known) => {
    const full = known.folded.join(' ');
    if (folded.length === 1)
      return known.folded.at(-1) === folded[0] || (/\b(?:Sir|Dame)$/.test(title) && known.folded[0] === folded[0]);
    if (full.endsWith(` ${tail}`)) return true;
    if (known.folded.at(-1) !== folded.at(-1)) return false;
    if (known.folded.length === 1) return true;
    const [first = '', own = ''] = [known.folded[0], folded[0]];
    return (
      first === own || (own.length === 1 && first.startsWith(own)) || (first.length === 1 && own.startsWith(first))
    );
  });
}

function whoseNearly(words: readonly string[], { all }: People, title: string): KnownPerson | undefined {
  const folded = words.map(foldWord);
  if (folded.length > 1) return all.find((known) => isNear(folded, known));
  const [word = ''] = folded;
  if (word.length < 5) return undefined;
  return all.find(({ person, folded: own }) => canBear(title, person) && editDistance(word, own.at(-1)!, 2) === 1);
}

/** A letter apart in one of two names whose others agree. */
function isNear(folded: readonly string[], { folded: own }: KnownPerson): boolean {
  if (folded.length !== own.length || own.length < 2) return false;
  const differing = own.flatMap((word, index) => (word === folded[index] ? [] : [index]));
  if (differing.length !== 1) return false;
  const [a, b] = [own[differing[0]!]!, folded[differing[0]!]!];
  const atMost = Math.min(a.length, b.length) >= 7 ? 2 : 1;
  return Math.min(a.length, b.length) >= 3 && editDistance(a, b, atMost + 1) <= atMost;
}

/** The same letters, but an accent, a hyphen or a capital is missing or too many. */
function spelledOtherwise(words: readonly Word[], known: KnownPerson): boolean {
  const plain = (word: string) => word.normalize('NFC').replaceAll('’', "'");
  return words.some(({ text }) => {
    const index = known.folded.indexOf(foldWord(text));
    return index !== -1 && /\p{Ll}/u.test(text) && plain(known.words[index]!) !== plain(text);
  });
}

function foldWord(word: string): string {
  return fold(word).replaceAll('’', "'").replace(/\.$/, '');
}
