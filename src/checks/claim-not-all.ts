import { diagnostic, type Diagnostic } from '../model/diagnostic.ts';
import { keyPlace, type AreaDocument, type MeetingDocument } from '../model/document.ts';
import type { Place } from '../model/source.ts';
import type { Check, CheckInput } from './check.ts';
import { considerationsByArea, isConsideredUnread, listed, meetingsByDate } from './text/considerations.ts';
import { meetingFinder } from './text/own-meetings.ts';
import { placeIn, type Passage } from './text/passages.ts';

const OF_ALL =
  "(?<!\\b(?:not|almost|nearly|whether|if) )\\b(?:all|every|each)(?: one)?(?: of)?(?: the| our| these| its)?(?: (?:\\d+|\\p{L}+teen|twenty))?(?: Ofsted['’]?s?)?";
const NOT_YET =
  /\b(?:will|would|shall|should|must|to ensure|ensure|may|might|could|to be|until|once|when|whether|if|aims?|need(?:s|ed)? to)\b/i;
/** “we were satisfied that all areas for improvement are being addressed” */
const SATISFIED = new RegExp(
  `\\b(?:satisf(?:ied|action)|assured|content)\\b.{0,40}?(${OF_ALL} areas?(?: for improvement)?)\\b(?! (?:of|where|that|which|in|except|but|considered|discussed|looked))|(${OF_ALL} areas?(?: for improvement)?) (?:are|is|were|was|have been|has been|had been)(?: being)?(?: \\p{Ll}+ly)? (?:addressed|met|resolved)\\b`,
  'iu',
);
/** “our conclusions against each action within the plan” */
const CONCLUDED = new RegExp(
  `\\bconclusions?(?: reached)? (?:against|on|for|about|in respect of) (${OF_ALL} (?:areas?|actions?)(?: for improvement)?)\\b`,
  'iu',
);
/** “all elements of the Action Plan have been completed” */
const COMPLETE = new RegExp(
  `(${OF_ALL} (?:areas?(?: for improvement)?|actions?|elements?))\\b[^.;,]{0,40}?\\b(?:are|is|were|was|have been|has been|had been)(?: now)? (?:complete|completed|finished|implemented|delivered)\\b`,
  'iu',
);
const QUICK = /\b(?:all|every|each)\b/i;

interface Claim {
  readonly passage: Passage;
  readonly start: number;
  readonly end: number;
}

/**
 * Finds statements about all areas that some area does not bear out: members satisfied with all of them, a conclusion
 * on each, all actions complete. What is to be, what is negated (“not all”), and what a section on one meeting says of
 * all the areas of that meeting are left alone. Statements of one kind are one finding.
 */
export const claimNotAll: Check = {
  code: 'claim-not-all',
  find: (input) => {
    const { review } = input;
    if (review.areas.length < 2 || review.incomplete.has('area')) return [];
    return [...onOutcomes(input), ...onActions(input)];
  },
};

function onOutcomes(input: CheckInput): Diagnostic[] {
  const { review } = input;
  if (isConsideredUnread(review)) return [];
  const byArea = considerationsByArea(review);
  const outcomeOf = ({ data }: AreaDocument) =>
    (byArea.get(data.number) ?? []).findLast(({ entry }) => entry.outcome !== undefined)?.entry.outcome;
  const without = review.areas.filter((area) => outcomeOf(area) === undefined);
  const unsatisfied = review.areas.filter((area) => outcomeOf(area) !== 'satisfied');
  if (without.length === review.areas.length) return [];
  const concluded = claimsOf(input, CONCLUDED);
  const satisfied = claimsOf(input, SATISFIED);
  const claims = without.length === 0 ? satisfied : [...concluded, ...satisfied];
  const lacking = concluded.length > 0 && without.length > 0 ? without : unsatisfied;
  if (lacking.length === 0) return [];
  const words =
    concluded.length > 0 && without.length > 0 ? 'has no recorded conclusion' : 'is not recorded as satisfactory';
  return finding(
    claims,
    lacking,
    words,
    'Say which areas are meant, or record an outcome where one was reached.',
    lacking.map((area) => keyPlace(area, 'number')),
  );
}

function onActions(input: CheckInput): Diagnostic[] {
  const { areas } = input.review;
  const complete = areas.filter(({ data }) => data.action === 'complete');
  const open = areas.filter(({ data, dropped }) => data.action !== 'complete' && !dropped.has('action'));
  if (open.length === 0 || complete.length < areas.length / 2) return [];
  return finding(
    claimsOf(input, COMPLETE),
    open,
    'is not recorded as complete',
    'Record `action: complete` where it is, or say what is still open.',
    open.map((area) => keyPlace(area, area.data.action === undefined ? 'number' : 'action')),
  );
}

function finding(
  claims: readonly Claim[],
  areas: readonly AreaDocument[],
  lacks: string,
  hint: string,
  places: readonly Place[],
): Diagnostic[] {
  const [first, ...others] = claims;
  if (!first || areas.length === 0) return [];
  const names = listed(
    'Area',
    areas.map(({ data }) => data.number),
  );
  const plural = areas.length === 1 ? lacks : lacks.replace(/^has/, 'have').replace(/^is/, 'are');
  const claimed = first.passage.text.slice(first.start, first.end);
  return [
    diagnostic(
      'claim-not-all',
      placeIn(first.passage, first.start, first.end),
      `This speaks of “${claimed}”, but ${names} ${plural}.`,
      {
        hint,
        related: [
          ...others.map(({ passage, start, end }) => ({ ...placeIn(passage, start, end), message: 'So does this.' })),
          ...places.slice(0, 5).map((place) => ({ ...place, message: 'This area is an exception.' })),
        ],
      },
    ),
  ];
}

/** Claims in reading order; in a section on a meeting “all” means that meeting's, unless it was the last. */
function claimsOf({ review, text }: CheckInput, pattern: RegExp): Claim[] {
  const meetingOf = meetingFinder(review);
  const last: MeetingDocument | undefined = meetingsByDate(review).at(-1);
  return text.passages.flatMap((passage) => {
    if (passage.index < 0 || passage.block.kind === 'heading' || passage.block.inQuote || !QUICK.test(passage.text))
      return [];
    const meeting = meetingOf(passage);
    if (meeting && meeting !== last && pattern !== COMPLETE) return [];
    if (passage.areas.length > 0) return [];
    return text.sentences(passage).flatMap((sentence) => {
      const match = pattern.exec(sentence.text);
      const words = match?.[1] ?? match?.[2];
      if (!match || words === undefined || NOT_YET.test(sentence.text.slice(0, match.index + match[0].length)))
        return [];
      const start = sentence.start + match.index + match[0].indexOf(words);
      return [{ passage, start, end: start + words.length }];
    });
  });
}
