import { diagnostic } from '../model/diagnostic.ts';
import { fieldPlace } from '../model/document.ts';
import type { Check } from './check.ts';
import { attendeesIn } from './text/attendance.ts';
import { placeIn } from './text/passages.ts';

/**
 * Finds a meeting whose notes print another attendance than its front matter: somebody listed in the notes and not in
 * `present` (or `apologies`), or somebody `present` whom the notes' list leaves out. One finding for each meeting.
 * Notes without a list, people who are only spoken of, and people on no list of the review (another rule) are left alone.
 */
export const attendanceDiffers: Check = {
  code: 'attendance-differs',
  find: ({ review, text }) =>
    review.meetings.flatMap((meeting) => {
      if (meeting.dropped.has('present') || meeting.dropped.has('apologies')) return [];
      const listed = attendeesIn(review, text, meeting).flatMap(({ known, near, ...place }) =>
        known || near ? [{ ...place, person: (known ?? near)! }] : [],
      );
      const { present = [], apologies = [] } = meeting.data;
      const inNotes = listed.filter(({ kind }) => kind === 'present');
      const extra = inNotes.filter(({ person }) => !present.includes(person.key));
      const absent = listed.filter(({ kind, person }) => kind === 'absent' && !apologies.includes(person.key));
      // A list of members only says nothing of the officers who came.
      const groups = new Set(inNotes.map(({ person }) => person.person.group));
      const keys = new Set(listed.map(({ person }) => person.key));
      const left =
        inNotes.length < 2
          ? []
          : present.filter((key) => {
              const person = review.people.get(key);
              return person !== undefined && groups.has(person.group) && !keys.has(key);
            });
      const [first] = [...extra, ...absent];
      if (!first && left.length === 0) return [];
      const missing = left.map((key) => review.people.get(key)!.name);
      const place = first
        ? placeIn(first.passage, first.start, first.end)
        : fieldPlace(meeting, 'present', present.indexOf(left[0]!));
      const parts = [
        ...named(
          extra.map(({ person }) => person.person.name),
          'among those present in the notes only',
        ),
        ...named(
          absent.map(({ person }) => person.person.name),
          'among the apologies in the notes only',
        ),
        ...named(missing, 'in `present` only'),
      ];
      return [
        diagnostic(
          'attendance-differs',
          place,
          `The attendance of meeting ${meeting.data.number} is given twice and differs: ${parts.join('; ')}.`,
          {
            hint: 'Make `present` and `apologies` in the front matter say the same as the list in the notes.',
            related: [
              ...[...extra, ...absent].slice(1).map(({ passage, start, end }) => ({
                ...placeIn(passage, start, end),
                message: 'Listed here.',
              })),
              ...(first ? [{ ...fieldPlace(meeting, 'present'), message: 'The attendance in the front matter.' }] : []),
              ...(first || !inNotes[0]
                ? []
                : [
                    {
                      ...placeIn(inNotes[0].passage, inNotes[0].start, inNotes[0].end),
                      message: 'The list in the notes begins here.',
                    },
                  ]),
            ],
          },
        ),
      ];
    }),
};

function named(names: readonly string[], where: string): string[] {
  const unique = [...new Set(names)];
  return unique.length === 0 ? [] : [`${unique.join(', ')} ${unique.length === 1 ? 'is' : 'are'} ${where}`];
}
