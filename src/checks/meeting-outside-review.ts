import { diagnostic } from '../model/diagnostic.ts';
import { isCertainlyBefore } from '../model/dates.ts';
import { fieldPlace } from '../model/document.ts';
import type { Check } from './check.ts';
import { dayText } from './text/response-clock.ts';

/**
 * Finds meetings before the review was commissioned or after its report was published. A standing review goes on after
 * its reports, and dates that overlap (a month and a day in it) are no contradiction.
 */
export const meetingOutsideReview: Check = {
  code: 'meeting-outside-review',
  find: ({ review }) => {
    const { commissioned, published, status, type } = review.index.data;
    const begun = commissioned?.date;
    const ended = status === 'final' && type !== 'standing' ? published : undefined;
    return review.meetings.flatMap((meeting) => {
      const { number, date } = meeting.data;
      const early = begun !== undefined && isCertainlyBefore(date, begun);
      const late = ended !== undefined && isCertainlyBefore(ended, date);
      if (!early && !late) return [];
      const field = early ? (['commissioned', 'date'] as const) : (['published'] as const);
      return [
        diagnostic(
          'meeting-outside-review',
          fieldPlace(meeting, 'date'),
          early
            ? `Meeting ${number} was on ${dayText(date)}, before the review was commissioned (${dayText(begun)}).`
            : `Meeting ${number} was on ${dayText(date)}, after the report was published (${dayText(ended!)}).`,
          {
            hint: 'See which of the two dates is wrong.',
            related: [{ ...fieldPlace(review.index, ...field), message: 'The other date.' }],
          },
        ),
      ];
    });
  },
};
