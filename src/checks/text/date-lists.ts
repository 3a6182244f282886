import type { Review } from '../../model/catalogue.ts';
import type { Document } from '../../model/document.ts';
import type { Passage, ReviewText } from './passages.ts';
import { findDates, isSameDay, type ProseDate } from './prose-dates.ts';

/** A list of days with what was done on each: a timetable of the review. */
export interface DateList {
  readonly document: Document;
  /** Where the list begins. */
  readonly first: Passage;
  readonly entries: readonly DateEntry[];
}

export interface DateEntry {
  readonly date: ProseDate;
  readonly passage: Passage;
  /** What was done: the rest of the line, or of the table's row. */
  readonly words: string;
}

const known = new WeakMap<ReviewText, readonly DateList[]>();

/** The lists below one heading in which at least three lines begin with a day. Found once. */
export function findDateLists(text: ReviewText): readonly DateList[] {
  const found = known.get(text) ?? readLists(text);
  known.set(text, found);
  return found;
}

function readLists(text: ReviewText): DateList[] {
  const lists: DateList[] = [];
  let open: { document: Document; heading: number; entries: DateEntry[] } | undefined;
  const close = () => {
    if (open && open.entries.length >= 3)
      lists.push({ document: open.document, first: open.entries[0]!.passage, entries: open.entries });
    open = undefined;
  };
  let row: { line: Passage; words: string[] } | undefined;
  for (const passage of text.passages) {
    const { document, block } = passage;
    if (passage.index < 0 || block.kind === 'heading' || document.kind === 'recommendation') continue;
    if (open?.document !== document || open.heading !== block.heading) close();
    if (block.kind === 'cell' && row && isSameRow(row.line, passage)) {
      row.words.push(passage.text);
      const entry = open?.entries.at(-1);
      if (open && entry?.passage === row.line)
        open.entries[open.entries.length - 1] = { ...entry, words: `${entry.words} ${passage.text}` };
      continue;
    }
    row = block.kind === 'cell' ? { line: passage, words: [passage.text] } : undefined;
    const [date] = findDates(passage.text);
    if (!date || date.start > 0 || passage.text.length > 200) continue;
    open ??= { document, heading: block.heading, entries: [] };
    open.entries.push({ date, passage, words: passage.text.slice(date.end) });
  }
  close();
  return lists;
}

/** Cells of one row stand on one line of the file: there is no line end between them. */
function isSameRow(first: Passage, other: Passage): boolean {
  if (first.document !== other.document) return false;
  return !first.document.source.text.slice(first.block.span.start, other.block.span.start).includes('\n');
}

/** True when most lines of the list are days of the review's own meetings. */
export function isOfMeetings(review: Review, { entries }: DateList): boolean {
  const matched = entries.filter((entry) => review.meetings.some(({ data }) => isSameDay(entry.date, data.date)));
  return matched.length >= 2 && matched.length >= entries.length / 2;
}
