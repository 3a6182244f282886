import type { Review } from '../../model/catalogue.ts';
import { compareDates } from '../../model/dates.ts';
import type { MeetingDocument } from '../../model/document.ts';
import type { Considered } from '../../model/kinds.ts';
import { labelsOf } from '../../model/reference.ts';
import { fold } from '../../model/suggest.ts';
import type { Passage, ReviewText } from './passages.ts';

/** What one meeting did about one area. */
export interface Consideration {
  readonly meeting: MeetingDocument;
  readonly entry: Considered;
  /** Index in the meeting's `considered`. */
  readonly index: number;
}

/** Areas → what the meetings did about them, in order of date. Meetings whose list could not be read are left out. */
export function considerationsByArea(review: Review): Map<number, Consideration[]> {
  const byArea = new Map<number, Consideration[]>();
  for (const meeting of meetingsByDate(review)) {
    if (meeting.dropped.has('considered')) continue;
    (meeting.data.considered ?? []).forEach((entry, index) => {
      const known = byArea.get(entry.area);
      if (known) known.push({ meeting, entry, index });
      else byArea.set(entry.area, [{ meeting, entry, index }]);
    });
  }
  return byArea;
}

/** Meetings in order of date, then number. */
export function meetingsByDate(review: Review): MeetingDocument[] {
  return [...review.meetings].sort((a, b) => compareDates(a.data.date, b.data.date) || a.data.number - b.data.number);
}

/** True when a list of areas considered could not be read: nothing may be concluded from what is missing. */
export function isConsideredUnread(review: Review): boolean {
  return review.incomplete.has('meeting') || review.meetings.some((meeting) => meeting.dropped.has('considered'));
}

/** True when the meeting's notes are in the record, be they exempt. */
export function hasNotes(meeting: MeetingDocument): boolean {
  return (
    meeting.restricted ||
    meeting.body.restrictedBlocks > 0 ||
    meeting.body.blocks.some((block) => block.kind !== 'heading')
  );
}

/** The numbers of the areas that passages speak of by number; ranges count whole. */
export function areasNamed(passages: Iterable<Passage>): Set<number> {
  const numbers = new Set<number>();
  for (const passage of passages) {
    for (const area of passage.areas) numbers.add(area);
    for (const reference of passage.references)
      if (reference.kind === 'area') for (const label of labelsOf(reference)) numbers.add(Number(label));
  }
  return numbers;
}

/** The passages of a document's body. */
export function bodyPassages(text: ReviewText, document: Parameters<ReviewText['of']>[0]): Passage[] {
  return text.of(document).filter((passage) => passage.field === undefined);
}

/** The passages of the report that stand below a heading which names the meeting: “2.2 Health meeting (3)”, “Meeting 3”. */
export function narrativeOf(review: Review, text: ReviewText, meeting: MeetingDocument): Passage[] {
  const { body } = review.index;
  const { number, title } = meeting.data;
  const own = fold(title).replace(/^(?:the\s+)/, '');
  const named = new Set(
    body.headings
      .filter((heading) => {
        const words = fold(heading.text).replace(/^[\d.]+\s*/, '');
        return (
          (own.length > 5 && words.includes(own)) ||
          (/\bmeeting\b/.test(words) && words.includes(`(${number})`)) ||
          new RegExp(`\\bmeeting ${number}\\b`).test(words)
        );
      })
      .map((heading) => heading.text),
  );
  if (named.size === 0) return [];
  return bodyPassages(text, review.index).filter((passage) =>
    text.headings(passage).some((heading) => named.has(heading)),
  );
}

/** “Area 3”, “Areas 3 and 6”, “Areas 3, 6 and 8”. */
export function listed(kind: string, labels: readonly (number | string)[]): string {
  const all = labels.map(String);
  if (all.length === 1) return `${kind} ${all[0]}`;
  return `${kind}s ${all.slice(0, -1).join(', ')} and ${all.at(-1)}`;
}
