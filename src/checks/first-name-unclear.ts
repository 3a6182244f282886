import { quick } from '../model/plain.ts';
import type { Review } from '../model/catalogue.ts';
import { diagnostic, type Diagnostic } from '../model/diagnostic.ts';
import { fieldPlace } from '../model/document.ts';
import { groupBy } from '../model/group-by.ts';
import type { Check } from './check.ts';
import { canBear } from './text/namesakes.ts';
import { placeIn, type Passage, type ReviewText } from './text/passages.ts';
import { findMentions, knownPeople, type KnownPerson, type Mention } from './text/persons.ts';

const FIRST_WORD = quick(/(?<![\p{L}\p{N}'’-])\p{Lu}[\p{L}]+(?:-\p{L}+)*(?!['’-]\p{Ll}{2})/gu);
const MONTH = /^(?:April|May|June|August)$/;
const OF_TIME =
  /(?:\d(?:st|nd|rd|th)?|\b(?:in|of|by|since|until|till|from|during|to|and|or|early|late|mid|next|last|this|each|every|for|before|after|between))[\s-]+$/i;
/** “the Bill”, “a Grant”: a thing, not a person. */
const A_THING = /\b(?:the|a|an|this|that|each|any|every|draft|no|our|its|their)\s+$/i;
/** “Will the board …”, “Mark this”: a sentence that begins with another word. */
const NOT_ALONE = /^\s+(?:the|a|an|this|these|those|there|it|they|we|you|of|for)\b/;
/** Words that begin a sentence and are no part of the name after them. */
const OPENING =
  /(?:^|[^\p{L}])(?:When|While|As|After|Before|If|And|But|For|Since|Although|Though|Both|Then|Later|Because|Once|Yet|So|To|With|By|Did|Does|Had|Has|Was|Could|Would|However)\s+$/u;

interface Unclear {
  readonly passage: Passage;
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly people: readonly KnownPerson[];
}

/**
 * Finds a first name used alone (“Jenny explained …”), or a surname after a title (“Cllr Smith”), that two people of the
 * list have and that nothing near it settles: both were at the meeting, or neither is named in full in the same document.
 * A name that only one of them could mean there, a title that only one of them has, and words that are part of a longer
 * name are left alone. One finding for each document.
 */
export const firstNameUnclear: Check = {
  code: 'first-name-unclear',
  find: ({ review, text }) => {
    const people = knownPeople(review).filter(({ words }) => words.length > 1);
    const byFirst = shared(people, ({ words }) => words[0]!);
    const byLast = shared(people, ({ folded }) => folded.at(-1)!);
    if (byFirst.size === 0 && byLast.size === 0) return [];
    const mentions = groupBy(findMentions(review, text), ({ passage }) => passage.document.path);
    const inFull = new Map([...mentions].map(([path, own]) => [path, namedInFull(own, byLast)] as const));
    const unclear = [...firstNames(text, byFirst), ...surnames([...mentions.values()].flat(), byLast)].filter(
      ({ passage, people: possible }) =>
        possible.length > 1 && canMean(passage, possible, inFull.get(passage.document.path)).length !== 1,
    );
    return [...groupBy(unclear, ({ passage, name }) => `${passage.document.path} ${name}`).values()].map((places) =>
      finding(review, places),
    );
  },
};

function finding(review: Review, [first, ...others]: readonly Unclear[]): Diagnostic {
  const { passage, start, end, name, people } = first!;
  return diagnostic(
    'first-name-unclear',
    placeIn(passage, start, end),
    `“${name}” alone can be ${people.map(({ person }) => person.name).join(' or ')}.`,
    {
      hint: 'Write the whole name.',
      related: [
        ...people.map(({ key, person }) => ({
          ...fieldPlace(review.index, 'people', key, 'name'),
          message: `${person.name}.`,
        })),
        ...others.map((other) => ({ ...placeIn(other.passage, other.start, other.end), message: 'Here too.' })),
      ],
    },
  );
}

/** Names that two people have. One name listed twice is another rule's. */
function shared(
  people: readonly KnownPerson[],
  nameOf: (known: KnownPerson) => string,
): Map<string, readonly KnownPerson[]> {
  const groups = groupBy(people, nameOf);
  return new Map(
    [...groups].filter(
      ([name, own]) =>
        name.length > 1 && new Set(own.map(({ folded }) => folded.join(' '))).size === own.length && own.length > 1,
    ),
  );
}

function firstNames(text: ReviewText, byFirst: ReadonlyMap<string, readonly KnownPerson[]>): Unclear[] {
  if (byFirst.size === 0) return [];
  return text.passages.flatMap((passage) =>
    [...passage.text.matchAll(FIRST_WORD(passage.text))].flatMap(({ 0: name, index: start }) => {
      const people = byFirst.get(name);
      const end = start + name.length;
      return people && isAlone(passage, start, end) ? [{ passage, start, end, name, people }] : [];
    }),
  );
}

function isAlone({ text }: Passage, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 24), start);
  const after = text.slice(end, end + 30);
  if (/^(?:['’]s)?\s+(?:(?:ap|ferch|van|von|de|der)\s+)?\p{Lu}/u.test(after) || /^-\p{L}/u.test(after)) return false;
  if (/\p{Lu}[\p{L}.'’-]*\s+$/u.test(before) && !OPENING.test(before)) return false;
  if (A_THING.test(before) || (/(?:^|[.!?:;]\s+)$/.test(before) && NOT_ALONE.test(after))) return false;
  return !(MONTH.test(text.slice(start, end)) && (OF_TIME.test(before) || /^,?\s+(?:\d|and\b|to\b)/.test(after)));
}

/** A title and a surname that more than one of the list have: those whom the title suits. */
function surnames(mentions: readonly Mention[], byLast: ReadonlyMap<string, readonly KnownPerson[]>): Unclear[] {
  return mentions.flatMap(({ passage, start, end, title, name, known }) => {
    if (title === undefined || !known || name.includes(' ')) return [];
    const people = byLast.get(known.folded.at(-1)!)?.filter(({ person }) => canBear(title, person)) ?? [];
    const titled = people.filter(({ person }) => person.name.startsWith(`${title} `));
    const possible = titled.length === 1 && !/^(?:Cllr|Councillor)/.test(title) ? titled : people;
    return [{ passage, start, end, name: passage.text.slice(start, end), people: possible }];
  });
}

function namedInFull(
  mentions: readonly Mention[],
  byLast: ReadonlyMap<string, readonly KnownPerson[]>,
): ReadonlySet<KnownPerson> {
  const named = mentions.filter(
    ({ name, known }) => known && (name.includes(' ') || !byLast.has(known.folded.at(-1)!)),
  );
  return new Set(named.flatMap(({ known }) => (known ? [known] : [])));
}

/** Who of those with the name was at the meeting or is named in full in the document; all of them where that does not tell. */
function canMean(
  { document }: Passage,
  people: readonly KnownPerson[],
  named: ReadonlySet<KnownPerson> = new Set(),
): readonly KnownPerson[] {
  if (document.kind === 'meeting' && document.data.present) {
    const there = people.filter(({ key }) => document.data.present!.includes(key));
    if (there.length === 1) return there;
  }
  const inFull = people.filter((person) => named.has(person));
  return inFull.length === 1 ? inFull : people;
}
