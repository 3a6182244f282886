import { diagnostic, type Diagnostic } from '../model/diagnostic.ts';
import { fieldPlace } from '../model/document.ts';
import { groupBy } from '../model/group-by.ts';
import type { Check } from './check.ts';
import { placeIn, type Passage } from './text/passages.ts';
import { findMentions, knownPeople, type KnownPerson } from './text/persons.ts';

const FIRST_WORD = /(?<![\p{L}\p{N}'’-])\p{Lu}[\p{L}]+(?:-\p{L}+)*(?!['’-]\p{Ll}{2})/gu;

/**
 * Finds a first name used alone (“Jenny explained …”) that two people of the list have and that nothing near it settles:
 * both were at the meeting, or neither is named in full in the same document. A first name that only one of them could
 * mean there, and words that are part of a longer name, are left alone. One finding for each document.
 */
export const firstNameUnclear: Check = {
  code: 'first-name-unclear',
  find: ({ review, text }) => {
    const byFirst = groupBy(
      knownPeople(review).filter(({ words }) => words.length > 1 && words[0]!.length > 1),
      ({ words }) => words[0]!,
    );
    const shared = new Map([...byFirst].filter(([, people]) => people.length > 1));
    if (shared.size === 0) return [];
    const mentions = groupBy(findMentions(review, text), ({ passage }) => passage.document.path);
    const alone = text.passages.flatMap((passage) =>
      [...passage.text.matchAll(FIRST_WORD)].flatMap((word) => {
        const people = shared.get(word[0]);
        if (!people || isPartOfName(passage, word.index, word[0].length)) return [];
        const named = (mentions.get(passage.document.path) ?? []).flatMap(({ known }) => (known ? [known] : []));
        return canMean(passage, people, named).length === 1
          ? []
          : [{ passage, start: word.index, end: word.index + word[0].length, name: word[0], people }];
      }),
    );
    return [...groupBy(alone, ({ passage, name }) => `${passage.document.path} ${name}`).values()].map(
      ([first, ...others]): Diagnostic => {
        const { passage, start, end, name, people } = first!;
        return diagnostic(
          'first-name-unclear',
          placeIn(passage, start, end),
          `“${name}” alone can be ${people.map(({ person }) => person.name).join(' or ')}.`,
          {
            hint: 'Write the surname too.',
            related: [
              ...people.map(({ key, person }) => ({
                ...fieldPlace(review.index, 'people', key, 'name'),
                message: `${person.name}.`,
              })),
              ...others.map((other) => ({ ...placeIn(other.passage, other.start, other.end), message: 'Here too.' })),
            ],
          },
        );
      },
    );
  },
};

function isPartOfName({ text }: Passage, start: number, length: number): boolean {
  const before = text.slice(Math.max(0, start - 24), start);
  const after = text.slice(start + length, start + length + 30);
  return (
    /^(?:['’]s)?\s+(?:(?:ap|ferch|van|von|de|der)\s+)?\p{Lu}/u.test(after) ||
    /\p{Lu}[\p{L}.'’-]*\s+$/u.test(before) ||
    /^-\p{L}/u.test(after)
  );
}

/** Who of those with the name was at the meeting or is named in full in the document; all of them where that does not tell. */
function canMean(
  { document }: Passage,
  people: readonly KnownPerson[],
  named: readonly KnownPerson[],
): readonly KnownPerson[] {
  if (document.kind === 'meeting' && document.data.present) {
    const there = people.filter(({ key }) => document.data.present!.includes(key));
    if (there.length === 1) return there;
  }
  const inFull = people.filter((person) => named.includes(person));
  return inFull.length === 1 ? inFull : people;
}
