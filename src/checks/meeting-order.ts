import { diagnostic } from '../model/diagnostic.ts';
import { isCertainlyBefore } from '../model/dates.ts';
import { fieldPlace } from '../model/document.ts';
import type { Check } from './check.ts';
import { dayText } from './text/response-clock.ts';

/** Finds meetings whose dates do not follow their numbers: meeting 3 before meeting 2. Each is compared with the one numbered before it. */
export const meetingOrder: Check = {
  code: 'meeting-order',
  find: ({ review }) =>
    review.meetings.flatMap((meeting, index) => {
      const before = review.meetings[index - 1];
      if (!before || !isCertainlyBefore(meeting.data.date, before.data.date)) return [];
      const [later, earlier] = [meeting.data, before.data];
      return [
        diagnostic(
          'meeting-order',
          fieldPlace(meeting, 'date'),
          `Meeting ${later.number} (${dayText(later.date)}) was before meeting ${earlier.number} (${dayText(earlier.date)}).`,
          {
            hint: 'See whether a date is wrong; else number the meetings in the order in which they were held.',
            related: [{ ...fieldPlace(before, 'date'), message: `The date of meeting ${earlier.number}.` }],
          },
        ),
      ];
    }),
};
