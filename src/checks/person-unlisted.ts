import type { Review } from '../model/catalogue.ts';
import { diagnostic } from '../model/diagnostic.ts';
import { fold } from '../model/suggest.ts';
import type { Check } from './check.ts';
import { attendeesIn } from './text/attendance.ts';
import { placeIn, type Passage } from './text/passages.ts';
import { findMentions, nameWords, type Mention } from './text/persons.ts';

const COUNCILLOR = /^(?:Cllrs?|Councillors?|Clr|Ald|Alderman)\b/;
const CIVIL = /^(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Rev|Reverend)\b/;
/** What councillors have: “Councillor Development”, “Councillor Call for Action”. */
const NO_NAME =
  /^(?:Development|Training|Call|Conduct|Code|Induction|Briefings?|Workshops?|Working|Support|Champions?|Enquir(?:y|ies)|Calls?|Group|Panel|Task|Standards|Allowances|Representatives?|Members?|Questions?|Surger(?:y|ies)|Grants?|Portal|Ward|Elections?|Services?|Involvement|Engagement|Seminars?|Complaints?|Sponsors?|Leads?|Requests?|Contacts?|Details|Bulletins?|Information)$/;
/** Somebody who took part told those who review something: “Mr Roe told us”. */
const TOLD_US =
  /^\s+(?:(?:also|then|had|both|further)\s+)*(?:(?:told|informed|advised|briefed|updated|gave evidence to|assured|showed)\s+(?:us|members|the\s+(?:\p{L}+\s+){0,3}?(?:group|panel|committee|inquiry|members|meeting)|our)\b|attended (?:our|the) (?:\p{L}+ )?meeting)/iu;
/** In the notes of a meeting whoever explained something was there. */
const SPOKE =
  /^\s+(?:(?:also|then|had|both|further)\s+)*(?:explained|confirmed|reported|showed|presented|outlined|attended|introduced|summarised|described|clarified|joined the meeting|gave (?:a|an|the)\s+(?:\p{L}+\s+)?(?:presentation|overview|update|summary))\b/u;
/** A councillor of another council: “Cllr Roe of Othertown Borough Council”, “Cllr Roe, Leader of Othertown Council”. */
const OF_COUNCIL =
  /^(?:[,(]|\s+\(|\s+(?:of|from|at)\b)[^.;]{0,60}?((?:\p{Lu}[\p{L}'’-]+\s+(?:(?:and|of|upon|on)\s+)?){1,5}(?:Council|Association))\b/u;
/** More strangers than this, and a report quotes people from elsewhere. */
const MANY = 3;

/**
 * Finds somebody who took part and is on no list: a councillor whom the text names, another titled person who told the
 * meeting something, or a name in the attendance that a meeting's notes print. Quotations, councillors of other
 * councils, other people whom a report mentions, names a letter apart (another rule's) and reviews that list nobody are
 * left alone. One finding for each person.
 */
export const personUnlisted: Check = {
  code: 'person-unlisted',
  find: ({ review, text }) => {
    if (review.people.size === 0 || review.index.dropped.has('people')) return [];
    const strangers = findMentions(review, text).filter(
      ({ title, name, known, near, passage }) =>
        title !== undefined && !known && !near && !passage.block.inQuote && isName(name),
    );
    const own = ownCouncils(review);
    const councillors = strangers.filter((mention) => COUNCILLOR.test(mention.title!) && isOfOwn(mention, own));
    const others = byPerson(
      strangers
        .filter(({ title, passage, end }) => CIVIL.test(title!) && tookPart(passage, passage.text.slice(end, end + 90)))
        .map(asNamed),
    );
    const attending = review.meetings.flatMap((meeting) =>
      attendeesIn(review, text, meeting)
        .filter(({ known, near }) => !known && !near)
        .map(({ passage, start, end, kind }): Unlisted => {
          const what = kind === 'present' ? 'is among those present' : 'is among the apologies';
          return { passage, start, end, what };
        }),
    );
    const named = [...councillors.map(asNamed), ...(others.length > MANY ? [] : others.flat())];
    return byPerson([...attending, ...named]).map(([first, ...more]) => {
      const { passage, start, end, what } = first!;
      return diagnostic(
        'person-unlisted',
        placeIn(passage, start, end),
        `${passage.text.slice(start, end)} ${what}, but not under \`people\` in index.md.`,
        {
          hint: 'Add the person with the part played, or see whether the name is right.',
          related: more.map((other) => ({
            ...placeIn(other.passage, other.start, other.end),
            message: 'Named here too.',
          })),
        },
      );
    });
  },
};

interface Unlisted {
  readonly passage: Passage;
  readonly start: number;
  readonly end: number;
  readonly what: string;
}

function tookPart({ document }: Passage, rest: string): boolean {
  return TOLD_US.test(rest) || (document.kind === 'meeting' && SPOKE.test(rest));
}

/** “Councillor A” is nobody's name. */
function isName(name: string): boolean {
  return name.length > 1 && !NO_NAME.test(name.split(/\s/)[0]!);
}

function asNamed({ passage, start, end }: Mention): Unlisted {
  return { passage, start, end, what: 'is named here' };
}

/** Those with one surname are one person, unless their first names say otherwise. */
function byPerson(unlisted: readonly Unlisted[]): Unlisted[][] {
  const people = new Map<string, { first: string; places: Unlisted[] }[]>();
  for (const one of unlisted) {
    const words = nameWords(one.passage.text.slice(one.start, one.end)).map((word) => fold(word).replace(/\.$/, ''));
    const surname = words.at(-1) ?? '';
    const first = words.length > 1 ? words[0]! : '';
    const namesakes = people.get(surname) ?? [];
    people.set(surname, namesakes);
    const same = namesakes.find((other) => other.first.startsWith(first) || first.startsWith(other.first));
    if (same) same.places.push(one);
    else namesakes.push({ first, places: [one] });
  }
  return [...people.values()].flat().map(({ places }) => places);
}

function ownCouncils(review: Review): string[] {
  const { committee } = review.index.data;
  const names = [...review.organisations.values()].flatMap(({ name, also }) => [name, ...(also ?? [])]);
  return [committee, ...names].map((name) => fold(name).replace(/^the /, ''));
}

function isOfOwn({ passage, end }: Mention, own: readonly string[]): boolean {
  const council = OF_COUNCIL.exec(passage.text.slice(end, end + 140))?.[1];
  if (council === undefined) return true;
  const name = fold(council);
  return own.some((known) => known.includes(name) || name.includes(known));
}
