import { diagnostic } from '../model/diagnostic.ts';
import { daysBetween, isFullDate } from '../model/dates.ts';
import { fieldPlace, type MeetingDocument } from '../model/document.ts';
import type { Check } from './check.ts';
import { meetingsByDate } from './text/considerations.ts';
import { NUMBER, readNumber } from './text/numbers.ts';
import { meetingFinder, ownNames } from './text/own-meetings.ts';
import { placeIn } from './text/passages.ts';

/** Words for an interval → the fewest and the most days that bear them out. */
const INTERVALS: readonly (readonly [RegExp, number, number])[] = [
  [/^(?:weekly|every week|each week|once a week)$/i, 5, 9],
  [/^(?:fortnightly|every (?:two|2) weeks|every fortnight)$/i, 10, 18],
  [/^(?:monthly|every month|each month|once a month)$/i, 20, 45],
  [/^(?:bi-?monthly|every (?:two|2) months)$/i, 10, 75],
  [/^(?:quarterly|every (?:three|3) months)$/i, 70, 120],
];
const WORDS =
  '(?:weekly|fortnightly|bi-?monthly|monthly|quarterly|every (?:week|month|fortnight|(?:two|2|three|3) (?:weeks|months))|each (?:week|month)|once a (?:week|month))';
const QUICK = new RegExp(`\\b${WORDS}\\b`, 'i');
const OTHER_BODY =
  /\b(?:board|cabinet|council|forum|panel|trust|governors|partnership|executive|commission|staff|team|managers?|officers|practitioners|residents|supervision|training|visits?)\b/i;

/**
 * Finds intervals at which the group is said to meet (“four further weekly meetings”, “we met monthly”) that the dates
 * of its meetings contradict. Meetings of other bodies are left alone. A plan (“was to be completed over …”) that was
 * not kept is advice.
 */
export const intervalDiffers: Check = {
  code: 'interval-differs',
  find: ({ review, text }) => {
    const meetings = meetingsByDate(review).filter(({ data }) => isFullDate(data.date));
    if (meetings.length < 3) return [];
    const own = ownNames(review);
    const meets = new RegExp(
      `(?:^|[^\\p{L}])${own}\\b[^.;]{0,80}?\\b(?:(?:met|meet|meets|meeting|held|convened|completed|conducted|over|through|series of)\\b[^.;]{0,40}?)(?:(?<count>${NUMBER})\\s+)?(?:(?<more>further|more|additional)\\s+)?\\b(?<interval>${WORDS})\\b(?<noun>\\s+(?:\\p{Ll}+\\s+)?(?:meetings|sessions))?`,
      'iu',
    );
    const meetingOf = meetingFinder(review);
    return text.passages.flatMap((passage) => {
      if (passage.index < 0 || passage.block.inQuote || !QUICK.test(passage.text)) return [];
      return text.sentences(passage).flatMap((sentence) => {
        const match = meets.exec(sentence.text);
        const { interval = '', noun, more, count } = match?.groups ?? {};
        if (!match || (!noun && !/\b(?:met|meet|meets|convened)\b/i.test(match[0]))) return [];
        if (OTHER_BODY.test(match[0].replace(new RegExp(own, 'giu'), ' '))) return [];
        const meant = meetingsMeant(meetings, meetingOf(passage), more, count);
        const gap = contradiction(meant, interval);
        if (!gap) return [];
        const start = sentence.start + match.index + match[0].lastIndexOf(interval);
        return [
          diagnostic(
            'interval-differs',
            placeIn(passage, start, start + interval.length),
            `The text says “${interval}”, but ${gap.days} days lie between meetings ${gap.from.data.number} and ${gap.to.data.number}.`,
            {
              hint: 'Give the dates instead, or say that the plan was not kept.',
              related: [gap.from, gap.to].map((meeting) => ({
                ...fieldPlace(meeting, 'date'),
                message: `The date of meeting ${meeting.data.number}.`,
              })),
              severity: /\b(?:would|will|to be|ambition|aim|intend\w*|plan\w*|propos\w+)\b/i.test(sentence.text)
                ? 'advice'
                : undefined,
            },
          ),
        ];
      });
    });
  },
};

/** “Four further meetings” said of one meeting are it and those that follow. */
function meetingsMeant(
  meetings: readonly MeetingDocument[],
  from: MeetingDocument | undefined,
  more: string | undefined,
  count: string | undefined,
): readonly MeetingDocument[] {
  const at = from ? meetings.indexOf(from) : -1;
  if (more === undefined || at === -1) return meetings;
  return meetings.slice(at, count === undefined ? undefined : at + 1 + readNumber(count));
}

interface Gap {
  readonly from: MeetingDocument;
  readonly to: MeetingDocument;
  readonly days: number;
}

/** The first gap that does not fit the interval. */
function contradiction(meetings: readonly MeetingDocument[], interval: string): Gap | undefined {
  const bounds = INTERVALS.find(([words]) => words.test(interval));
  if (!bounds || meetings.length < 3) return undefined;
  const [, fewest, most] = bounds;
  const gaps = meetings.slice(1).map((to, index) => {
    const from = meetings[index]!;
    return { from, to, days: daysBetween(from.data.date, to.data.date) };
  });
  return gaps.find(({ days }) => days < fewest || days > most * 1.5);
}
