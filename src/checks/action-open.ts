import { diagnostic } from '../model/diagnostic.ts';
import { fieldPlace } from '../model/document.ts';
import type { Check } from './check.ts';

/**
 * Finds actions still open although the review is final: one finding for each meeting. Actions whose day has passed are
 * `action-overdue`, those whose day is yet to come run on beyond the report; both are left alone.
 */
export const actionOpen: Check = {
  code: 'action-open',
  find: ({ review, catalogue }) => {
    if (review.index.data.status !== 'final') return [];
    return review.meetings.flatMap((meeting) => {
      if (meeting.dropped.has('actions')) return [];
      const open = (meeting.data.actions ?? []).flatMap(({ action, due, done }, index) =>
        done === undefined && (due === undefined || due === catalogue.today.slice(0, due.length))
          ? [{ action, index }]
          : [],
      );
      const [first, ...others] = open;
      if (!first) return [];
      const words = (action: string) => `“${action.replace(/\.$/, '')}”`;
      return [
        diagnostic(
          'action-open',
          fieldPlace(meeting, 'actions', first.index, 'action'),
          others.length === 0
            ? `The review is final, but this action of meeting ${meeting.data.number} is not recorded as done: ${words(first.action)}.`
            : `The review is final, but ${open.length} actions of meeting ${meeting.data.number} are not recorded as done, the first being ${words(first.action)}.`,
          {
            hint: 'Write `done` with the day on which it was done, or say in the report that it is still open.',
            related: others.map(({ action, index }) => ({
              ...fieldPlace(meeting, 'actions', index, 'action'),
              message: `This one is open too: ${words(action)}.`,
            })),
          },
        ),
      ];
    });
  },
};
