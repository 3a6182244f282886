import type { Review } from '../../model/catalogue.ts';
import type { MeetingDocument } from '../../model/document.ts';
import { groupBy } from '../../model/group-by.ts';
import { findMentions, type KnownPerson, type Mention } from './persons.ts';
import type { Passage, ReviewText } from './passages.ts';

/** A name in the attendance list that a meeting's notes print. */
export interface Attendee {
  readonly passage: Passage;
  readonly start: number;
  readonly end: number;
  readonly known: KnownPerson | undefined;
  readonly near: KnownPerson | undefined;
  readonly kind: 'present' | 'absent';
}

const PRESENT =
  /^(?:(?:committee|group|panel|board|task and finish group|scrutiny)\s+)?(?:members?|councillors?|officers?|present|members present|also present|also in attendance|in attendance|attendance|attendees|visitors?|witness(?:es)?|guests?|partners?|others?)(?:\s+(?:present|in attendance|attending))?\s*:?$/i;
const ABSENT = /^(?:apologies(?: for absence)?|apologies received(?: from)?|absent)\s*:?$/i;
const PRESENT_LINE = /^(?:members? present|present|in attendance|also present|attendance|attendees)\s*:\s*(?=\p{Lu})/iu;
const ABSENT_LINE = /^(?:apologies(?: for absence)?(?: were)?(?: received)?(?: from)?|absent)\s*[:–-]?\s+(?=\p{Lu})/iu;
const PLAIN_NAME = /^(\p{Lu}\p{Ll}+(?:['’-]\p{L}+)*(?:\s+\p{Lu}\p{L}*\.?(?:['’-]\p{L}+)*){1,2})(?=$|\s*[,(–-])/u;
const NO_NAME =
  /\b(?:Council|Board|Committee|Panel|Group|Team|Service|Services|Trust|Officers?|Managers?|Members?|Partners?|Police|Hospital|School|Department|Association|Union|Forum|Centre|House|Directors?|Representatives?|Nurses?|Carers?|Care|Health|Housing)\b/;

const read = new WeakMap<ReviewText, Map<string, readonly Attendee[]>>();

/** The attendance list in a meeting's notes: items below “Members”, “Officers”, “Apologies”, or lines that begin so. */
export function attendeesIn(review: Review, text: ReviewText, meeting: MeetingDocument): readonly Attendee[] {
  const known = read.get(text) ?? new Map<string, readonly Attendee[]>();
  read.set(text, known);
  const before = known.get(meeting.path);
  if (before) return before;
  const attendees = readAttendees(text.of(meeting), mentionsBy(review, text));
  known.set(meeting.path, attendees);
  return attendees;
}

const byPassage = new WeakMap<ReviewText, Map<Passage, Mention[]>>();

function mentionsBy(review: Review, text: ReviewText): Map<Passage, Mention[]> {
  const known = byPassage.get(text) ?? groupBy(findMentions(review, text), ({ passage }) => passage);
  byPassage.set(text, known);
  return known;
}

function readAttendees(passages: readonly Passage[], mentions: Map<Passage, Mention[]>): Attendee[] {
  const attendees: Attendee[] = [];
  let kind: Attendee['kind'] | undefined;
  for (const passage of passages) {
    if (passage.field !== undefined) continue;
    const own = mentions.get(passage) ?? [];
    if (passage.block.kind === 'item' || passage.block.kind === 'cell') {
      if (kind) attendees.push(...namesIn(passage, own, kind));
      continue;
    }
    kind = ABSENT.test(passage.text) ? 'absent' : PRESENT.test(passage.text) ? 'present' : undefined;
    const line = ABSENT_LINE.test(passage.text) ? 'absent' : PRESENT_LINE.test(passage.text) ? 'present' : undefined;
    if (line && passage.block.kind === 'paragraph')
      for (const { start, end, known, near } of own) attendees.push({ passage, start, end, known, near, kind: line });
  }
  return attendees;
}

/** An item names one person first, or is a row of names. */
function namesIn(passage: Passage, mentions: readonly Mention[], kind: Attendee['kind']): Attendee[] {
  if (mentions.length > 0)
    return mentions
      .filter(
        ({ start }, index) =>
          index === 0 || /^(?:,|;|\s+and)\s+$/.test(passage.text.slice(mentions[index - 1]!.end, start)),
      )
      .map(({ start, end, known, near }) => ({ passage, start, end, known, near, kind }));
  const name = PLAIN_NAME.exec(passage.text)?.[1];
  if (name === undefined || NO_NAME.test(name)) return [];
  return [{ passage, start: 0, end: name.length, known: undefined, near: undefined, kind }];
}
