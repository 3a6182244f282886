import { diagnostic } from '../model/diagnostic.ts';
import { fold } from '../model/suggest.ts';
import { groupBy } from '../model/group-by.ts';
import type { Check } from './check.ts';
import { attendeesIn } from './text/attendance.ts';
import { placeIn, type Passage } from './text/passages.ts';
import { findMentions } from './text/persons.ts';

const COUNCILLOR = /^(?:Cllrs?|Councillors?|Clr|Ald|Alderman)\b/;
/** What councillors have: “Councillor Development”, “Councillor Call for Action”. */
const NO_NAME =
  /^(?:Development|Training|Call|Conduct|Code|Induction|Briefings?|Workshops?|Working|Support|Champions?|Enquir(?:y|ies)|Calls?|Group|Panel|Task|Standards|Allowances|Representatives?|Members?)\b/;

/**
 * Finds somebody who took part and is on no list: a councillor whom the text names, or a name in the attendance that a
 * meeting's notes print. Other people whom a report mentions, names a letter apart (another rule's) and reviews that
 * list nobody are left alone. One finding for each person.
 */
export const personUnlisted: Check = {
  code: 'person-unlisted',
  find: ({ review, text }) => {
    if (review.people.size === 0 || review.index.dropped.has('people')) return [];
    const inProse = findMentions(review, text)
      .filter(
        ({ title, name, known, near }) =>
          title !== undefined && COUNCILLOR.test(title) && !NO_NAME.test(name) && !known && !near,
      )
      .map(({ passage, start, end }): Unlisted => ({ passage, start, end, what: 'is named here' }));
    const attending = review.meetings.flatMap((meeting) =>
      attendeesIn(review, text, meeting)
        .filter(({ known, near }) => !known && !near)
        .map(({ passage, start, end, kind }): Unlisted => ({
          passage,
          start,
          end,
          what: kind === 'present' ? 'is among those present' : 'is among the apologies',
        })),
    );
    const byName = groupBy([...attending, ...inProse], ({ passage, start, end }) =>
      fold(surname(passage.text.slice(start, end))),
    );
    return [...byName.values()].map(([first, ...others]) => {
      const { passage, start, end, what } = first!;
      return diagnostic(
        'person-unlisted',
        placeIn(passage, start, end),
        `${passage.text.slice(start, end)} ${what}, but not under \`people\` in index.md.`,
        {
          hint: 'Add the person with the part played, or see whether the name is right.',
          related: others.map((other) => ({
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

function surname(name: string): string {
  return name.trim().split(/\s+/).at(-1)!;
}
