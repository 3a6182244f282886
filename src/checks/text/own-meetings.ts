import type { Review } from '../../model/catalogue.ts';
import { headingPath, type Heading } from '../../model/body.ts';
import type { MeetingDocument } from '../../model/document.ts';
import { fold } from '../../model/suggest.ts';
import type { Passage } from './passages.ts';

/** Who reviews, and which meeting a passage is about. */

const MEETING_NUMBER = /\bmeeting\s+(\d{1,2})\b|\bmeeting\b[^()]*\((\d{1,2})\)/i;

/** Source of a pattern for the names by which a review's prose calls those who review: “we”, “the Group”, “TFG”. */
export function ownNames(review: Review): string {
  const { group, committee, type, abbreviations } = review.index.data;
  const names = [
    'we',
    'members',
    'the (?:review|inquiry|investigation)',
    '(?:the |a )?(?:scrutiny )?(?:task(?: and finish| & finish|-and-finish|/finish)?|working|review|scrutiny) group',
    'the group',
  ];
  const bodies = [group, group && abbreviations?.[group]].filter((name) => name !== undefined);
  const isCommittee = type === 'select-committee' || type === 'standing' || type === 'inquiry';
  if (isCommittee) bodies.push(committee);
  for (const body of bodies) {
    names.push(`(?:the )?${escape(body)}`);
    const last = /(\p{L}+)$/u.exec(body)?.[1];
    if (last && /^(?:panel|commission|committee|group|inquiry|board|team)$/i.test(last)) names.push(`the ${last}`);
  }
  return `(?:${names.map((name) => name.replaceAll(/\s+/g, '\\s+').replace(/\band\b/gi, '(?:and|&)')).join('|')})`;
}

function escape(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Tells for each passage which meeting it is about: that of its notes, or of the heading above it. */
export function meetingFinder(review: Review): (passage: Passage) => MeetingDocument | undefined {
  const { body } = review.index;
  const named = new Map<Heading, MeetingDocument>();
  for (const heading of body.headings) {
    const meeting = meetingNamed(review, heading.text);
    if (meeting) named.set(heading, meeting);
  }
  return ({ document, block }) => {
    if (document.kind === 'meeting') return document;
    if (document.kind !== 'review' || named.size === 0) return undefined;
    return headingPath(body, block)
      .map((heading) => named.get(heading))
      .findLast((meeting) => meeting !== undefined);
  };
}

/** The meeting that a heading names by its number or, when no other has the same, by its title. */
export function meetingNamed(review: Review, heading: string): MeetingDocument | undefined {
  const number = MEETING_NUMBER.exec(heading);
  if (number) return review.meetings.find(({ data }) => data.number === Number(number[1] ?? number[2]));
  const words = fold(heading).replace(/^[\d.]+\s*/, '');
  const titled = review.meetings.filter(({ data }) => {
    const title = fold(data.title);
    return (
      title.length > 5 && (words === title || (words.includes(title) && /\b(?:meeting|session|visit)\b/.test(words)))
    );
  });
  return titled.length === 1 ? titled[0] : undefined;
}
