import { diagnostic } from '../model/diagnostic.ts';
import { fieldPlace } from '../model/document.ts';
import type { Check } from './check.ts';

/** “Ben Sample to send …”, “The Harbour Master will …”: the words name who does it. */
const NAMES_ITS_DOER = /^\p{Lu}[^.;:]{1,60}?\s(?:to|will|shall)\s\p{Ll}/u;

/**
 * Finds actions that nobody owns. Actions that are done need no owner any more, and those whose own words name who does
 * it are left alone.
 */
export const actionOwnerMissing: Check = {
  code: 'action-owner-missing',
  find: ({ review }) =>
    review.meetings.flatMap((meeting) =>
      (meeting.data.actions ?? []).flatMap(({ action, owner, done }, index) => {
        const isOwned = owner !== undefined && owner.some((name) => name.trim() !== '');
        if (isOwned || done !== undefined || meeting.dropped.has('actions') || NAMES_ITS_DOER.test(action)) return [];
        return [
          diagnostic(
            'action-owner-missing',
            fieldPlace(meeting, 'actions', index, 'action'),
            `Nobody is named who does this: “${action.replace(/\.$/, '')}”.`,
            { hint: 'Write `owner` beside it: a key of `people` or `organisations`, or a plain name.' },
          ),
        ];
      }),
    ),
};
