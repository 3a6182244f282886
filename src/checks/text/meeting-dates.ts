import type { Review } from '../../model/catalogue.ts';
import type { MeetingDocument } from '../../model/document.ts';
import { findDateLists, isOfMeetings } from './date-lists.ts';
import { meetingNamed, meetingFinder, ownNames } from './own-meetings.ts';
import type { Passage, ReviewText } from './passages.ts';
import { findDates, isSameDay, type ProseDate } from './prose-dates.ts';

/** A day on which, the prose says, the reviewing group met. */
export interface MeetingDate {
  readonly date: ProseDate;
  readonly passage: Passage;
  /** The meeting that the prose names or is about; undefined where it only says that there was one. */
  readonly meeting: MeetingDocument | undefined;
}

/** Lines of a timetable on what others did, or on papers. */
const NOT_A_MEETING =
  /\b(?:cabinet|council|board|committee|forum|publi(?:sh|cation)\p{Ll}*|deadline|consultation|survey|call for|clos(?:e|ing)|submission|response|launch\p{Ll}*|inspection|interview\p{Ll}*|visit\p{Ll}*|draft|circulat\p{Ll}+|report (?:to|is|was|agreed|due|completed)|final report|election|workshop|commission\p{Ll}*|press|media|questionnaire|agenda)\b/iu;
const OTHER_BODY =
  /\b(?:committee|board|cabinet|council|forum|panel|trust|governors?|partnership|executive|commission|ministers?|parliament|house|staff|team|residents|parish|public)\b/i;
const NUMBERED =
  /\bmeeting\s+(\d{1,2})\b,?\s*(?:[([]\s*)?(?:(?:was\s+|were\s+)?(?:held\s+)?on\s+|of\s+|[–—:-]\s*)?(?:the\s+)?$/i;
/** The minutes of the last meeting are agreed at the next. */
const ANOTHER_MEETING = /\b(?:agreed|approved|confirmed|signed|previous|last|next|correct record|matters arising)\b/i;
const NOTES_HEAD = /\b(?:notes|minutes|meeting|date|held)\b[^.]{0,40}$/i;

const known = new WeakMap<ReviewText, readonly MeetingDate[]>();

/** Every day of a meeting that the prose gives. Found once. */
export function findMeetingDates(review: Review, text: ReviewText): readonly MeetingDate[] {
  const found = known.get(text) ?? readDates(review, text);
  known.set(text, found);
  return found;
}

function readDates(review: Review, text: ReviewText): MeetingDate[] {
  const own = ownNames(review);
  const met = new RegExp(
    `(?:^|[^\\p{L}])${own}\\s+(?:\\p{Ll}+ly\\s+|also\\s+|then\\s+|next\\s+|first\\s+|last\\s+|again\\s+)?(?:met|convened|reconvened|meet)(?:\\s+(?:again|next|formally|first|\\p{Ll}+ly))?(?:\\s+for\\s+the\\s+\\p{Ll}+\\s+time)?,?\\s+(?:in\\s+\\p{Lu}\\p{L}+\\s+)?on\\s+(?:the\\s+)?$`,
    'iu',
  );
  const meetingOf = new RegExp(
    `\\bmeetings?\\s+of\\s+${own}\\s+(?:(?:was|were|took place|held)\\s+)*(?:held\\s+)?on\\s+(?:the\\s+)?$|(?:^|[^\\p{L}])(?:we|members|the group)\\b[^.;]{0,120}\\b(?:our|their)\\s+(?:\\p{Ll}+\\s+){0,2}meetings?\\s+(?:of|on|held on)\\s+(?:the\\s+)?$`,
    'iu',
  );
  const opens = new RegExp(
    `^,?\\s+${own}\\s+(?:met|heard|received|took|held|considered|visited|interviewed|discussed|reconvened)\\b`,
    'iu',
  );
  /** Where the group took evidence without another word on where. */
  const sat = new RegExp(
    `^,?\\s+${own}\\s+(?:met(?! with)|reconvened|took (?:oral )?evidence|held (?:an?|our|its) (?:oral |final |first |further )?(?:evidence |scoping )?(?:meeting|session))\\b`,
    'iu',
  );
  const about = meetingFinder(review);
  /** The first words below a heading that names a meeting say when it was; further on other days may be named. */
  const aboutFirst = (passage: Passage) => {
    const before = passage.document.body.blocks[passage.index - 1];
    return passage.document.kind === 'review' && before?.kind === 'heading' ? about(passage) : undefined;
  };
  const found: MeetingDate[] = [];
  for (const passage of text.passages) {
    if (passage.index < 0 || passage.block.inQuote) continue;
    for (const date of findDates(passage.text)) {
      const sentence = text.sentences(passage).find(({ start, end }) => start <= date.start && date.start < end);
      if (!sentence) continue;
      const before = passage.text.slice(sentence.start, date.start);
      const after = passage.text.slice(date.end, sentence.end);
      const numbered = NUMBERED.exec(before) ?? /^\s*\(?(?:meeting)\s+(\d{1,2})\)?/i.exec(after);
      const meeting = numbered ? review.meetings.find(({ data }) => data.number === Number(numbered[1])) : undefined;
      if (meeting) found.push({ date, passage, meeting });
      else if (isHeadOfNotes(passage, sentence.text, before))
        found.push({ date, passage, meeting: passage.document as MeetingDocument });
      else if (passage.block.kind === 'heading' && passage.document.kind === 'review') {
        const named = /\bmeeting\b/i.test(passage.text) ? meetingNamed(review, passage.text) : undefined;
        if (named) found.push({ date, passage, meeting: named });
      } else if (/^on\s+$/i.test(before) && (aboutFirst(passage) ? opens : sat).test(after))
        found.push({ date, passage, meeting: aboutFirst(passage) });
      else if (met.test(before)) found.push({ date, passage, meeting: aboutFirst(passage) });
      else if (meetingOf.test(before) && !OTHER_BODY.test(before.replace(/^.*\b(?=(?:our|their)\b)/i, ''))) {
        const owner = before.replace(new RegExp(own, 'giu'), ' ');
        if (!OTHER_BODY.test(owner)) found.push({ date, passage, meeting: undefined });
      }
    }
  }
  return [...found, ...fromLists(review, text, found)];
}

/** “Meeting notes, Tuesday 8 May 2012” at the top of the notes. */
function isHeadOfNotes({ document, index, block }: Passage, sentence: string, before: string): boolean {
  if (document.kind !== 'meeting' || index > 2 || ANOTHER_MEETING.test(sentence)) return false;
  return NOTES_HEAD.test(before) || (before.trim() === '' && block.kind === 'heading');
}

/** Lines of the review's timetable that name no other occasion. */
function fromLists(review: Review, text: ReviewText, found: readonly MeetingDate[]): MeetingDate[] {
  return findDateLists(text)
    .filter((list) => isOfMeetings(review, list))
    .flatMap(({ entries }) =>
      entries.flatMap(({ date, passage, words }) => {
        if (found.some((other) => other.passage === passage && other.date.start === date.start)) return [];
        const numbered = /\bmeeting\s+\(?(\d{1,2})\b/i.exec(words);
        const meeting = numbered ? review.meetings.find(({ data }) => data.number === Number(numbered[1])) : undefined;
        return meeting || isMeetingDay(review, date) || !NOT_A_MEETING.test(withoutDraft(words))
          ? [{ date, passage, meeting }]
          : [];
      }),
    );
}

/** What is agreed at a meeting may be a draft or an interim report: that is still a meeting. */
function withoutDraft(words: string): string {
  return /^[\s–—:-]*(?:agree|agreement|consider|consideration|discuss|discussion|scoping|meeting|evidence|receive)\b/i.test(
    words,
  )
    ? ''
    : words;
}

function isMeetingDay(review: Review, date: ProseDate): boolean {
  return review.meetings.some(({ data }) => isSameDay(date, data.date));
}
