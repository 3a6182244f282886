import { diagnostic } from '../model/diagnostic.ts';
import { fieldPlace } from '../model/document.ts';
import type { Check } from './check.ts';
import { bodyPassages, considerationsByArea } from './text/considerations.ts';
import { placeIn } from './text/passages.ts';
import { findRequests } from './text/requests.ts';

/** Material that evidence consists of, as opposed to a wish, a visit or a decision. */
const EVIDENCE =
  /\b(?:evidence|reports?|briefing|notes?|figures|data|statistics|confirm\w*|clarif\w*|written|copy|copies|update|findings|details?|information|analysis|breakdown|assurances?|examples?|plans?|results|audit|documents?|papers?)\b/i;
/** It goes to somebody else, or the meeting calls itself content all the same. */
const ELSEWHERE = /\b(?:should|to) (?:also )?(?:go|be (?:sent|reported|presented|circulated|submitted))(?: on)? to\b/i;

/**
 * Finds outcomes “satisfied” at a meeting whose own section on the area asks for more evidence. Where a later meeting
 * has concluded on the area, the evidence may have come, and it is for a person's judgement. Requests that another body
 * be told, and those answered on the spot, are left alone.
 */
export const satisfiedWhileAsking: Check = {
  code: 'satisfied-while-asking',
  find: ({ review, text }) => {
    const considered = considerationsByArea(review);
    return review.meetings.flatMap((meeting) => {
      if (meeting.dropped.has('considered')) return [];
      return (meeting.data.considered ?? []).flatMap(({ area, outcome }, index) => {
        if (outcome !== 'satisfied') return [];
        const section = bodyPassages(text, meeting).filter((passage) => passage.areas.includes(area));
        const request = findRequests(review, text, section).find(
          ({ kind, words }) => kind === 'request' && EVIDENCE.test(words) && !ELSEWHERE.test(words),
        );
        if (!request) return [];
        const all = considered.get(area) ?? [];
        const own = all.findIndex((one) => one.meeting === meeting);
        const later = all.slice(own + 1).find(({ entry }) => entry.outcome !== undefined);
        const { start, end } = request.sentence;
        return [
          diagnostic(
            'satisfied-while-asking',
            fieldPlace(meeting, 'considered', index, 'outcome'),
            `Meeting ${meeting.data.number} is recorded as satisfied on Area ${area}, but its own notes ask for more evidence.`,
            {
              hint: 'Write `outcome: awaiting-evidence` here, and the outcome at the meeting that had the evidence.',
              severity: later ? 'advice' : undefined,
              related: [
                { ...placeIn(request.passage, start, end), message: 'Here the notes ask for it.' },
                ...(later
                  ? [
                      {
                        ...fieldPlace(later.meeting, 'considered', later.index, 'outcome'),
                        message: `Meeting ${later.meeting.data.number} concluded on the area later.`,
                      },
                    ]
                  : []),
              ],
            },
          ),
        ];
      });
    });
  },
};
