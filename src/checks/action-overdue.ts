import { isCertainlyBefore } from '../model/dates.ts';
import { diagnostic } from '../model/diagnostic.ts';
import { fieldPlace } from '../model/document.ts';
import type { Check } from './check.ts';

/**
 * Finds actions whose day has passed on the day of the check and that are not recorded as done. A month or a year is
 * over when its last day has passed; an action due on the very day is not late yet.
 */
export const actionOverdue: Check = {
  code: 'action-overdue',
  find: ({ review, catalogue }) =>
    review.meetings.flatMap((meeting) =>
      (meeting.data.actions ?? []).flatMap(({ action, due, done }, index) => {
        if (due === undefined || done !== undefined || meeting.dropped.has('actions')) return [];
        if (!isCertainlyBefore(due, catalogue.today)) return [];
        return [
          diagnostic(
            'action-overdue',
            fieldPlace(meeting, 'actions', index, 'due'),
            `This action was due ${due.length === 10 ? 'on' : 'in'} ${due} and is not recorded as done: “${action.replace(/\.$/, '')}”.`,
            { hint: 'Write `done` with the day on which it was done, or agree a new day at a later meeting.' },
          ),
        ];
      }),
    ),
};
