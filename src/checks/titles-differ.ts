import type { Review } from '../model/catalogue.ts';
import { diagnostic, type Diagnostic } from '../model/diagnostic.ts';
import { fieldPlace } from '../model/document.ts';
import { groupBy } from '../model/group-by.ts';
import type { Check } from './check.ts';
import { placeIn } from './text/passages.ts';
import { findMentions, knownPeople, type Mention } from './text/persons.ts';
import { isSameRole, isTitle, withoutBodies } from './text/roles.ts';

type Role = Mention & { readonly role: NonNullable<Mention['role']>; readonly plain: string };

const PAST_OR_NEW = /\b(?:former(?:ly)?|now|then|acting|interim|previous(?:ly)?|at the time|until|since|new)\b/i;
const CHAIR = /^(?:the\s+)?(?:vice[- ]?|deputy\s+)?chair/i;

/**
 * Finds one person under two titles: the role of the list against the one after the name in prose, two in prose, or the
 * same name under two keys. A shorter form of the same title, the body's name after it, a chair held beside a post, what
 * somebody does for the review or on another's behalf, the next name of a list, a surname that two people have, and titles
 * that say themselves that they changed (“former”, “now”, “interim”) are left alone.
 */
export const titlesDiffer: Check = {
  code: 'titles-differ',
  find: ({ review, text }) => {
    const bodies = bodyNames(review);
    const mentions = findMentions(review, text);
    const namesakes = groupBy(knownPeople(review), ({ folded }) => folded.at(-1)!);
    const roles = mentions.flatMap((mention, index): Role[] => {
      const { role, known } = mention;
      if (!role || !known || !isTitle(role.text)) return [];
      const next = mentions[index + 1];
      const isPerson = next !== undefined && (next.known ?? next.near ?? next.title) !== undefined;
      if (isPerson && next.passage === mention.passage && next.start < role.end) return [];
      if (!mention.name.includes(' ') && namesakes.get(known.folded.at(-1)!)!.length > 1) return [];
      const plain = withoutBodies(role.text, bodies);
      const before = mention.passage.text.slice(Math.max(0, mention.start - 40), mention.start);
      if (plain === '' || !isTitle(plain) || PAST_OR_NEW.test(plain) || /\b(?:former|then)\s+$/i.test(before))
        return [];
      return [{ ...mention, role, plain }];
    });
    const byPerson = groupBy(roles, ({ known }) => known!.key);
    return [...[...byPerson].flatMap(([key, own]) => differing(review, key, own)), ...underTwoKeys(review)];
  },
};

function differing(review: Review, key: string, roles: readonly Role[]): Diagnostic[] {
  const person = review.people.get(key)!;
  const listed = person.role !== undefined && !PAST_OR_NEW.test(person.role) ? person.role : undefined;
  const bodies = bodyNames(review);
  const base = listed !== undefined ? withoutBodies(listed, bodies) : roles[0]!.plain;
  const wrong = roles.filter(({ plain }) => !isSameRole(plain, base) && CHAIR.test(plain) === CHAIR.test(base));
  const [first, ...others] = wrong;
  if (!first) return [];
  const where =
    listed !== undefined
      ? { ...fieldPlace(review.index, 'people', key, 'role'), message: `The list says “${listed}”.` }
      : {
          ...placeIn(roles[0]!.passage, roles[0]!.role.start, roles[0]!.role.end),
          message: `Here it is “${roles[0]!.plain}”.`,
        };
  return [
    diagnostic(
      'titles-differ',
      placeIn(first.passage, first.role.start, first.role.end),
      `${person.name} is “${first.plain}” here and “${base}” elsewhere.`,
      {
        hint: 'Write one title in both places, or say when it changed (“then …”, “now …”).',
        related: [
          where,
          ...others.map((other) => ({
            ...placeIn(other.passage, other.role.start, other.role.end),
            message: `Here it is “${other.plain}”.`,
          })),
        ],
      },
    ),
  ];
}

/** The same name twice in the list is one person under two keys, or two persons whom nobody can tell apart. */
function underTwoKeys(review: Review): Diagnostic[] {
  const byName = groupBy(knownPeople(review), ({ folded }) => folded.join(' '));
  return [...byName.values()].flatMap(([first, ...others]) =>
    first!.words.length < 2
      ? []
      : others.map(({ key, person }) =>
          diagnostic(
            'titles-differ',
            fieldPlace(review.index, 'people', key, 'name'),
            `${person.name} is listed twice, as “${first!.key}” and as “${key}”.`,
            {
              hint: 'Keep one entry and use its key everywhere; if they are two people, tell them apart by name or role.',
              related: [{ ...fieldPlace(review.index, 'people', first!.key, 'name'), message: 'Listed first here.' }],
            },
          ),
        ),
  );
}

function bodyNames(review: Review): string[] {
  return [...review.organisations.values()]
    .flatMap(({ name, abbreviation, also }) => [name, abbreviation ?? '', ...(also ?? [])])
    .filter((name) => name !== '')
    .sort((a, b) => b.length - a.length);
}
