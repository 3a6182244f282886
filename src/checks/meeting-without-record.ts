import { diagnostic } from '../model/diagnostic.ts';
import { fieldPlace, type MeetingDocument } from '../model/document.ts';
import { labelsOf } from '../model/reference.ts';
import type { Place } from '../model/source.ts';
import type { Check } from './check.ts';
import { bodyPassages, hasNotes, listed } from './text/considerations.ts';
import { placeIn, type ReviewText } from './text/passages.ts';

/** Notes that give the attendance in their own words. */
const ATTENDANCE =
  /\b(?:present|attendance|attended|attendees|in the chair|members and officers|apologies|witness(?:es)?)\b/i;

/**
 * Finds meetings on which others rely (an assurance or outcome rests on them, or a text cites “meeting 1”) without notes
 * or without anybody recorded as present. Meetings still to come, exempt notes, attendance told in the notes and
 * meetings that nothing rests on are left alone.
 */
export const meetingWithoutRecord: Check = {
  code: 'meeting-without-record',
  find: ({ review, catalogue, text }) => {
    const cited = citations(text);
    return review.meetings.flatMap((meeting) => {
      const { number, date, present } = meeting.data;
      if (meeting.draft || meeting.restricted || meeting.body.restrictedBlocks > 0) return [];
      const noNotes = !hasNotes(meeting);
      const noAttendance =
        !meeting.dropped.has('present') &&
        (present ?? []).length === 0 &&
        !bodyPassages(text, meeting).some((passage) => ATTENDANCE.test(passage.text));
      const reliance = relianceOn(meeting, cited.get(number) ?? []);
      if (!reliance || (!noNotes && !noAttendance) || date > catalogue.today) return [];
      const lacks =
        noNotes && noAttendance
          ? 'neither notes nor attendance'
          : noNotes
            ? 'no notes'
            : 'no record of who was present';
      return [
        diagnostic(
          'meeting-without-record',
          fieldPlace(meeting, 'number'),
          `Meeting ${number} has ${lacks}, though ${reliance.words}.`,
          {
            hint: noNotes
              ? 'Add the notes below the front matter; where none were kept, say so there.'
              : 'Write who was there under `present`.',
            related: reliance.place && [{ ...reliance.place, message: 'This relies on it.' }],
          },
        ),
      ];
    });
  },
};

function relianceOn(
  meeting: MeetingDocument,
  cited: readonly Place[],
): { words: string; place: Place | undefined } | undefined {
  const entries = (meeting.data.considered ?? []).flatMap((entry, index) =>
    entry.assurance !== undefined || entry.outcome !== undefined ? [{ area: entry.area, index }] : [],
  );
  if (entries.length > 0) {
    const words = `what is recorded on ${listed(
      'Area',
      entries.map(({ area }) => area),
    )} rests on it`;
    return { words, place: fieldPlace(meeting, 'considered', entries[0]!.index) };
  }
  const place = cited[0];
  return place && { words: `the record cites it${cited.length > 1 ? ` ${cited.length} times` : ''}`, place };
}

/** Where other documents cite a meeting by its number. */
function citations(text: ReviewText): Map<number, Place[]> {
  const places = new Map<number, Place[]>();
  for (const passage of text.passages) {
    for (const reference of passage.references) {
      if (reference.kind !== 'meeting' || reference.external) continue;
      for (const number of labelsOf(reference).map(Number)) {
        if (passage.document.kind === 'meeting' && passage.document.data.number === number) continue;
        const known = places.get(number);
        const place = placeIn(passage, reference.start, reference.end);
        if (known) known.push(place);
        else places.set(number, [place]);
      }
    }
  }
  return places;
}
