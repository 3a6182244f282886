import type { Review } from '../model/catalogue.ts';
import { diagnostic, type Diagnostic } from '../model/diagnostic.ts';
import { fieldPlace, type MeetingDocument } from '../model/document.ts';
import type { Check } from './check.ts';
import { areasNamed, bodyPassages, listed, narrativeOf } from './text/considerations.ts';
import { placeIn, type Passage, type ReviewText } from './text/passages.ts';
import { findRequests } from './text/requests.ts';

/** Words with which notes record what a meeting made of something. */
const CONCLUDED =
  /\b(?:satisf\w+|content(?:ed)? (?:with|that)|reassur\w+|assur(?:ed|ance)|conclu\w+|agreed|accept\w*|acknowledg\w+|welcom\w+|endors\w+|pleased|apprecia\w+|commend\w*|confident|convinced|happy (?:with|that)|support\w*|persuaded|notes? (?:the|that|with)|noted|concerns?|concerned|resolved|of the (?:view|opinion)|felt|recognis\w+|considered that|suitabl\w+|no (?:further )?(?:action|questions|concerns|issues))\b/i;

/**
 * Finds outcomes that the meeting's own section on the area does not record: it tells what was said, but not what the
 * members made of it, and neither do the rest of the notes or the report's account of the meeting or the area. One
 * finding for a meeting. Sections that ask for something and areas without a section are other rules'.
 */
export const outcomeNotInNotes: Check = {
  code: 'outcome-not-in-notes',
  find: ({ review, text }) => review.meetings.flatMap((meeting) => findIn(review, text, meeting)),
};

function findIn(review: Review, text: ReviewText, meeting: MeetingDocument): Diagnostic[] {
  if (meeting.dropped.has('considered') || meeting.restricted || meeting.body.restrictedBlocks > 0) return [];
  const passages = bodyPassages(text, meeting);
  const silent = (meeting.data.considered ?? []).flatMap((entry, index) => {
    if (entry.outcome === undefined || entry.outcome === 'awaiting-evidence') return [];
    const section = passages.filter((passage) => passage.areas.includes(entry.area));
    const concludes = section.some(speaks) || findRequests(review, text, section).length > 0;
    return section.length === 0 || concludes ? [] : [{ area: entry.area, index, section }];
  });
  if (silent.length === 0 || passages.some((passage) => passage.areas.length === 0 && speaks(passage))) return [];
  if (narrativeOf(review, text, meeting).some(speaks)) return [];
  const told = bodyPassages(text, review.index).filter(speaks);
  const inReport = areasNamed(told);
  const isInReport = told.some((passage) =>
    passage.references.some(
      ({ kind, parts }) => kind === 'meeting' && parts.some(({ label }) => Number(label) === meeting.data.number),
    ),
  );
  const open = silent.filter(({ area }) => !inReport.has(area));
  if (isInReport || open.length === 0) return [];
  const heading = open[0]!.section[0]!;
  return [
    diagnostic(
      'outcome-not-in-notes',
      fieldPlace(meeting, 'considered', open[0]!.index, 'outcome'),
      `The notes of meeting ${meeting.data.number} do not say what members concluded on ${listed(
        'Area',
        open.map(({ area }) => area),
      )}.`,
      {
        hint: 'Where the notes or the report record the conclusion, write it there; otherwise see whether the outcome is right.',
        related: [
          { ...placeIn(heading, 0, heading.text.length), message: 'The section that should say so.' },
          ...open.slice(1).map(({ area, index }) => ({
            ...fieldPlace(meeting, 'considered', index, 'outcome'),
            message: `Nor on Area ${area}.`,
          })),
        ],
      },
    ),
  ];
}

function speaks(passage: Passage): boolean {
  return passage.block.kind !== 'heading' && !passage.block.inQuote && CONCLUDED.test(passage.text);
}
