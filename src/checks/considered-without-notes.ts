import type { Review } from '../model/catalogue.ts';
import { diagnostic, type Diagnostic } from '../model/diagnostic.ts';
import { fieldPlace, type MeetingDocument } from '../model/document.ts';
import type { Check } from './check.ts';
import { areasNamed, bodyPassages, hasNotes, listed, narrativeOf } from './text/considerations.ts';
import { placeIn, type Passage, type ReviewText } from './text/passages.ts';
import { significantStems } from './text/significant-words.ts';

/**
 * Finds areas which a meeting is said to have considered, while its notes have no section on them and mention them
 * neither by number nor, outside other areas' sections, by title or wording. Of a meeting without notes it compares the
 * section of the report that tells of it, when that names other areas. Exempt notes are left alone.
 */
export const consideredWithoutNotes: Check = {
  code: 'considered-without-notes',
  find: ({ review, text }) => review.meetings.flatMap((meeting) => findIn(review, text, meeting)),
};

function findIn(review: Review, text: ReviewText, meeting: MeetingDocument): Diagnostic[] {
  if (meeting.dropped.has('considered') || meeting.restricted || meeting.body.restrictedBlocks > 0) return [];
  const isNoted = hasNotes(meeting);
  const passages = isNoted ? bodyPassages(text, meeting) : narrativeOf(review, text, meeting);
  const named = areasNamed(passages);
  const entries = (meeting.data.considered ?? []).map(({ area }, index) => ({ area, index }));
  if (!isNoted && !entries.some(({ area }) => named.has(area))) return [];
  const isThere = (area: number) => named.has(area) || isNamedInWords(review, passages, area);
  const missing = entries.filter(({ area }) => !isThere(area));
  if (missing.length === 0) return [];
  const { number } = meeting.data;
  const opening = passages.find((passage) => passage.block.kind === 'heading') ?? passages[0];
  const source = isNoted
    ? `the notes of meeting ${number}`
    : `the report's account of meeting ${number}, which has no notes,`;
  const finding = (group: readonly { area: number; index: number }[]) =>
    diagnostic(
      'considered-without-notes',
      fieldPlace(meeting, 'considered', group[0]!.index, 'area'),
      `${listed(
        'Area',
        group.map(({ area }) => area),
      )} ${group.length > 1 ? 'are' : 'is'} listed as considered, but ${source} ${isNoted ? 'do' : 'does'} not mention ${group.length > 1 ? 'them' : 'it'}.`,
      {
        hint: 'Give the area a section in the notes (## Area for Improvement N), or take it out of `considered`.',
        related: opening && [
          {
            ...placeIn(opening, 0, opening.text.length),
            message:
              named.size > 0
                ? `Spoken of here: ${listed(
                    'Area',
                    [...named].sort((a, b) => a - b),
                  )}.`
                : 'The notes begin here.',
          },
          ...group.slice(1).map(({ area, index }) => ({
            ...fieldPlace(meeting, 'considered', index, 'area'),
            message: `Nor is Area ${area} mentioned.`,
          })),
        ],
      },
    );
  return named.size === 0 ? [finding(missing)] : missing.map((entry) => finding([entry]));
}

/** Notes without numbers name an area by its title or wording: only outside the sections on other areas. */
function isNamedInWords(review: Review, passages: readonly Passage[], number: number): boolean {
  const area = review.areas.find((candidate) => candidate.data.number === number);
  if (!area) return true;
  const title = [...significantStems(area.data.title)];
  if (title.length === 0) return true;
  return passages.some((passage) => {
    if (passage.areas.length > 0) return false;
    const stems = significantStems(passage.text);
    return title.every((stem) => stems.has(stem));
  });
}
