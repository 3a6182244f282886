import { quick } from '../../model/plain.ts';
import type { Review } from '../../model/catalogue.ts';
import type { ReferenceKind } from '../../model/reference.ts';
import { NUMBER, readNumber } from './numbers.ts';
import { ownNames } from './own-meetings.ts';
import type { Passage, ReviewText } from './passages.ts';

/** A number that prose gives for all areas, meetings, recommendations or appendices of the review. */
export interface Counted {
  readonly kind: ReferenceKind;
  readonly said: number;
  /** “evidence sessions”: meetings of one type may be meant. */
  readonly noun: string;
  readonly passage: Passage;
  readonly start: number;
  readonly end: number;
}

const ADJECTIVES =
  '(?:(?:key|main|separate|formal|individual|specific|oral|public|evidence|evidence[- ]gathering|Ofsted|scrutiny|committee|group|full|detailed|strategic|cross-party)\\s+){0,2}';
const NOUNS =
  'times|occasions|areas? for (?:improvement|action)|areas|(?:key )?lines of (?:inquiry|enquiry)|evidence(?:[- ]gathering)? sessions|evidence(?:[- ]gathering)? meetings|meetings|recommendations|conclusions|appendices';
const COUNT = quick(new RegExp(`(?<![\\p{L}\\d-])(${NUMBER})\\s+${ADJECTIVES}(${NOUNS})(?![\\p{L}-])`, 'giu'));

/** Texts without any of these count nothing that a review has. */
const QUICK = /times|occasions|areas? for|areas|lines of|sessions|meetings|recommendations|conclusions|appendices/i;

const KIND_OF: Readonly<Record<string, ReferenceKind>> = {
  a: 'area',
  k: 'area',
  l: 'area',
  e: 'meeting',
  m: 'meeting',
  r: 'recommendation',
  c: 'recommendation',
  t: 'meeting',
  o: 'meeting',
};

/** Words after a count that choose some of all. */
const CHOOSES =
  /^\s*(?:\(?(?:that|which|where|who|whose|led|on|about|with|without|for|per|each|under|within|outstanding|remaining|still|above|below|from|made|between|relat\w+|relevant|concern\w+|regarding|requir\w+|need\w+|to|of|by|in)\b|a (?:year|month|week)|every\b)/i;
/** … of this review after all: “the three recommendations of this report”, “the 20 areas in appendix F”. */
const OWN_AFTER =
  /^\s*(?:(?:of|in|from|by|made in|set out in|contained in|made by|listed in)\s+(?:(?:this|our|the (?:present|final))\s+(?:report|review|inquiry)|the (?:group|task (?:and|&) finish group)|appendix|section)\b|identified\b|(?:made|set out|listed)?\s*(?:above|below)?\s*(?:[.,;:)]|$))/i;
/** “nine recommendations and six conclusions” */
const BOTH = new RegExp(`(?:${NUMBER})\\s+(?:recommendations|conclusions)\\s+and\\s+$`, 'iu');
const ALL_BEFORE = /\ball(?: of)?(?: the| our| these)?\s+$/i;
const DEFINITE_BEFORE = /\b(?:the|our)\s+$/i;
const PARTLY =
  /\b(?:not|only|almost|nearly|about|around|over|another|further|additional|other|least|minimum|up to|more than)\b[^.;]{0,12}$/i;
const PLANNED =
  /\b(?:will|would|shall|should|could|may|might|to be|plan\w*|propos\w+|inten\w+|ambition|aim\w*|expect\w*|schedul\w+|anticipat\w+|so far|to date|minimum|maximum|at least|up to|each year|a year|annual\w*|usually|normally)\b/i;
/** Somebody else's report, or an earlier one. */
const OTHER_REPORT =
  /\b(?:previous|earlier|predecessor|last|first|second|third|fourth|fifth|our 20\d\d|20\d\d|19\d\d)\s+(?:\p{L}+\s+)?(?:reports?|reviews?|inquir(?:y|ies)|inspections?|committee|group)\b|\b(?:\p{Lu}[\p{L}’']+)\s+(?:Report|Review|Inquiry|Commission|inspection|inspectors)\b|\b(?:inspection|inspectors?|auditors?|peer review|national review)\b/u;
const IN_PART = /^(?:for|in relation to|in (?!total)|of|within|under|on|regarding|at)\b/i;

const known = new WeakMap<ReviewText, readonly Counted[]>();

/** Every such count in the review's prose. Found once. */
export function findCounts(review: Review, text: ReviewText): readonly Counted[] {
  const found = known.get(text) ?? readCounts(review, text);
  known.set(text, found);
  return found;
}

function readCounts(review: Review, text: ReviewText): Counted[] {
  const frames = framesOf(review);
  const found: Counted[] = [];
  for (const passage of text.passages) {
    if (passage.block.inQuote || passage.block.kind === 'heading' || !QUICK.test(passage.text)) continue;
    for (const match of passage.text.matchAll(COUNT(passage.text))) {
      const [whole, number = '', noun = ''] = match;
      const { index: start } = match;
      const kind = noun.startsWith('app') ? 'appendix' : KIND_OF[noun[0]!.toLowerCase()]!;
      const sentence = text.sentences(passage).find((one) => one.start <= start && start < one.end);
      if (!sentence || isQuoted(passage.text, start)) continue;
      const claim: Claim = {
        said: readNumber(number),
        noun: /\b(?:heard|took) (?:oral )?evidence (?:on|at|in)\s+$/i.test(passage.text.slice(sentence.start, start))
          ? `evidence ${noun.toLowerCase()}`
          : noun.toLowerCase(),
        before: passage.text.slice(sentence.start, start),
        after: passage.text.slice(start + whole.length, sentence.end),
        sentence: sentence.text,
        earlier: passage.text.slice(0, sentence.start),
        inNotes: passage.document.kind === 'meeting',
      };
      if (claim.said >= 2 && frames[kind]?.(claim))
        found.push({ kind, said: claim.said, noun: claim.noun, passage, start, end: start + whole.length });
    }
  }
  return found;
}

interface Claim {
  readonly said: number;
  readonly noun: string;
  readonly before: string;
  readonly after: string;
  readonly sentence: string;
  /** The words of the passage before the sentence. */
  readonly earlier: string;
  readonly inNotes: boolean;
}

/** For each kind, whether the words around a count say that it counts all of the review's. */
function framesOf(review: Review): Partial<Record<ReferenceKind, (claim: Claim) => boolean>> {
  const own = ownNames(review);
  const held = new RegExp(
    `(?:^|[^\\p{L}])${own}\\b[^.;]{0,30}?\\b(?:held|met|convened|conducted|completed|numbers?|had)\\s+(?:(?:over|on|at|in|for)\\s+)?(?:a total of\\s+|a series of\\s+)?$`,
    'iu',
  );
  const met = new RegExp(
    `(?:^|[^\\p{L}])${own}\\s+(?:has |have |had )?met\\s+(?:formally\\s+)?(?:on\\s+)?(?:a total of\\s+)?$`,
    'iu',
  );
  const heard = new RegExp(
    `(?:^|[^\\p{L}])${own}\\b[^.;]{0,50}?\\b(?:heard|took) (?:oral )?evidence (?:on|at|in)\\s+$`,
    'iu',
  );
  const makes = new RegExp(
    `(?:^|[^\\p{L}])(?:${own}|(?:this|our|the) (?:final |interim )?(?:report|review))\\b[^.;]{0,30}?\\b(?:make|makes|made|has|puts? forward|contains?|sets? out|includes?|reached|agreed|proposes?)\\s+(?:a total of\\s+)?$`,
    'iu',
  );
  const ours = new RegExp(
    `(?:^|[^\\p{L}])(?:${own}|our|(?:this|the final) report|cabinet|the executive|section|appendix)(?![\\p{L}])`,
    'iu',
  );
  const chooses = (after: string) => CHOOSES.test(after) && !OWN_AFTER.test(after);
  return {
    area: ({ said, noun, before, after, sentence, inNotes }) => {
      const isFull = noun !== 'areas' || said >= 8;
      if (PARTLY.test(before) || chooses(after)) return false;
      if (ALL_BEFORE.test(before)) return isFull || said >= 4;
      if (!isFull || said < 3) return false;
      if (DEFINITE_BEFORE.test(before)) return true;
      if (/^\s+(?:were|have been|had been)\s+(?:\p{L}+ly\s+)?(?:identified|highlighted|named|listed)\b/iu.test(after))
        return !IN_PART.test(sentence) || /^In (?:\p{Lu}|\d)/u.test(sentence);
      return (
        !inNotes &&
        !/^\s*:/.test(after) &&
        !/\b(?:survey|audit|questionnaire|visit|workshop|members|we)\b/i.test(before) &&
        !IN_PART.test(sentence) &&
        /\b(?:identified|named|listed|highlighted|there (?:are|were))\s+(?:a total of\s+)?$/i.test(before)
      );
    },
    meeting: ({ said, noun, before, after, sentence }) => {
      if (/times|occasions/.test(noun))
        return (
          (met.test(before) || heard.test(before)) &&
          /^\s*(?:[.,;:)(]|$|between|during|over|from)/i.test(after) &&
          !PLANNED.test(sentence)
        );
      if (PLANNED.test(sentence) || PARTLY.test(before.replace(/\bover\s+$/i, ''))) return false;
      if (held.test(before) || heard.test(before))
        return !/^\s*(?:with|of|per|each|a (?:year|month|week))\b/i.test(after);
      if (chooses(after)) return false;
      if (/\ball(?: of)? our\s+$/i.test(before)) return true;
      if (/\b(?:review|inquiry|investigation)\b.*\b(?:over|across|in|at)\s+(?:the course of\s+)?$/i.test(before))
        return true;
      return (
        said >= 3 && /\b(?:the|our)\s+$/i.test(before) && /^\s+of the (?:task|group|review|inquiry)\b/i.test(after)
      );
    },
    recommendation: ({ said, noun, before, after, sentence, earlier, inNotes }) => {
      if (inNotes || OTHER_REPORT.test(`${earlier} ${sentence}`) || PARTLY.test(before) || chooses(after)) return false;
      if (makes.test(before.replace(BOTH, ''))) return true;
      if (noun === 'conclusions') return false;
      return said >= 3 && (ALL_BEFORE.test(before) || DEFINITE_BEFORE.test(before)) && ours.test(sentence);
    },
    appendix: ({ said, before, after }) => said >= 3 && DEFINITE_BEFORE.test(before) && !chooses(after),
  };
}

/** Inside quotation marks the words are somebody else's. */
export function isQuoted(text: string, at: number): boolean {
  const before = text.slice(0, at);
  return (
    before.lastIndexOf('“') > before.lastIndexOf('”') ||
    (before.match(/(?<![\p{L}\p{N}])"/gu)?.length ?? 0) > (before.match(/(?<=[\p{L}\p{N}.,])"/gu)?.length ?? 0)
  );
}
