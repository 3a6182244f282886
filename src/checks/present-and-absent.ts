import { diagnostic } from '../model/diagnostic.ts';
import { fieldPlace } from '../model/document.ts';
import type { Check } from './check.ts';

/**
 * Finds somebody who is both among those present and among the apologies of one meeting, or twice in one of the two
 * lists. Being present at one meeting and sending apologies to another is as it should be.
 */
export const presentAndAbsent: Check = {
  code: 'present-and-absent',
  find: ({ review }) =>
    review.meetings.flatMap((meeting) => {
      const { present = [], apologies = [], number } = meeting.data;
      const nameOf = (key: string) => review.people.get(key)?.name ?? key;
      const both = apologies.flatMap((key, index) => {
        const at = present.indexOf(key);
        if (at === -1) return [];
        return [
          diagnostic(
            'present-and-absent',
            fieldPlace(meeting, 'apologies', index),
            `${nameOf(key)} is both among those present and among the apologies of meeting ${number}.`,
            {
              hint: 'Keep the name where it belongs; what the notes report of the person tells which.',
              related: [{ ...fieldPlace(meeting, 'present', at), message: 'Here the person is present.' }],
            },
          ),
        ];
      });
      const twice = (['present', 'apologies'] as const).flatMap((list) =>
        (meeting.data[list] ?? []).flatMap((key, index, keys) =>
          keys.indexOf(key) === index
            ? []
            : [
                diagnostic(
                  'present-and-absent',
                  fieldPlace(meeting, list, index),
                  `${nameOf(key)} is listed twice in \`${list}\` of meeting ${number}.`,
                  {
                    hint: 'Take one of the two out; perhaps somebody else is meant.',
                    related: [{ ...fieldPlace(meeting, list, keys.indexOf(key)), message: 'Listed first here.' }],
                  },
                ),
              ],
        ),
      );
      return [...both, ...twice];
    }),
};
