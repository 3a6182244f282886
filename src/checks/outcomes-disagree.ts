import { diagnostic } from '../model/diagnostic.ts';
import { fieldPlace } from '../model/document.ts';
import type { Outcome } from '../model/kinds.ts';
import type { Check } from './check.ts';
import { considerationsByArea } from './text/considerations.ts';

/** How far an outcome has come: evidence that arrives takes an area up, never down. */
const RANK: Readonly<Record<Outcome, number>> = {
  'awaiting-evidence': 0,
  'not-satisfied': 0,
  'partly-satisfied': 1,
  satisfied: 2,
};
const WORDS: Readonly<Record<Outcome, string>> = {
  'awaiting-evidence': 'awaiting evidence',
  'not-satisfied': 'not satisfied',
  'partly-satisfied': 'partly satisfied',
  satisfied: 'satisfied',
};

/**
 * Finds areas whose last outcome takes back an earlier, better one, in a review that is over: which of the two holds?
 * So does a pair of meetings on one day that disagree. Progress from “awaiting” to “satisfied” is what meetings are for.
 */
export const outcomesDisagree: Check = {
  code: 'outcomes-disagree',
  find: ({ review }) => {
    if (review.index.data.status !== 'final') return [];
    return [...considerationsByArea(review)].flatMap(([area, all]) => {
      const concluded = all.filter(({ entry }) => entry.outcome !== undefined);
      const last = concluded.at(-1);
      if (!last) return [];
      const better = concluded.findLast(
        ({ entry, meeting }) =>
          RANK[entry.outcome!] > RANK[last.entry.outcome!] ||
          (meeting !== last.meeting &&
            meeting.data.date === last.meeting.data.date &&
            entry.outcome !== last.entry.outcome),
      );
      if (!better) return [];
      const [was, is] = [WORDS[better.entry.outcome!], WORDS[last.entry.outcome!]];
      return [
        diagnostic(
          'outcomes-disagree',
          fieldPlace(last.meeting, 'considered', last.index, 'outcome'),
          `Meeting ${better.meeting.data.number} was ${was} on Area ${area}, meeting ${last.meeting.data.number} ${is}, and no later meeting says which holds.`,
          {
            hint: 'Put the outcome right that is wrong, or record the last word on the area at the meeting that spoke it.',
            related: [
              {
                ...fieldPlace(better.meeting, 'considered', better.index, 'outcome'),
                message: `The outcome of meeting ${better.meeting.data.number}.`,
              },
            ],
          },
        ),
      ];
    });
  },
};
