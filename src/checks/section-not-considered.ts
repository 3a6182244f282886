import { diagnostic, type Diagnostic } from '../model/diagnostic.ts';
import { keyPlace, type MeetingDocument } from '../model/document.ts';
import { targetKey } from '../model/reference.ts';
import type { Check } from './check.ts';
import { listed } from './text/considerations.ts';
import { placeIn, type ReviewText } from './text/passages.ts';

/**
 * Finds sections of a meeting's notes on areas that its `considered` lacks: the conclusions table then knows nothing of
 * them. One finding for each area; one for all where the meeting has no list. Areas that don't exist are left to the links.
 */
export const sectionNotConsidered: Check = {
  code: 'section-not-considered',
  find: ({ review, text }) =>
    review.meetings.flatMap((meeting) => {
      if (meeting.dropped.has('considered')) return [];
      const considered = new Set((meeting.data.considered ?? []).map(({ area }) => area));
      const seen = new Set<number>();
      const sections = meeting.body.areaSections.flatMap((section) =>
        section.areas.flatMap((area) => {
          if (considered.has(area) || seen.has(area) || !review.targets.has(targetKey('area', String(area)))) return [];
          seen.add(area);
          return [{ area, block: section.firstBlock }];
        }),
      );
      if (sections.length === 0) return [];
      if (meeting.data.considered === undefined) return [finding(text, meeting, sections)];
      return sections.map((section) => finding(text, meeting, [section]));
    }),
};

function finding(
  text: ReviewText,
  meeting: MeetingDocument,
  sections: readonly { area: number; block: number }[],
): Diagnostic {
  const places = sections.map(({ area, block }) => {
    const passage = text.of(meeting).find((candidate) => candidate.index === block)!;
    const reference = passage.references.find(({ kind }) => kind === 'area');
    return { area, place: placeIn(passage, reference?.start ?? 0, reference?.end ?? passage.text.length) };
  });
  const names = listed(
    'Area',
    sections.map(({ area }) => area),
  );
  return diagnostic(
    'section-not-considered',
    places[0]!.place,
    meeting.data.considered === undefined
      ? `The notes have a section on ${names}, but meeting ${meeting.data.number} has no list of the areas it considered.`
      : `The notes have a section on ${names}, which meeting ${meeting.data.number} does not list as considered.`,
    {
      hint: `Add {area: ${sections[0]!.area}} to \`considered\`, with its assurance and outcome if there was one.`,
      related: [
        ...(meeting.data.considered === undefined
          ? []
          : [{ ...keyPlace(meeting, 'considered'), message: 'The areas that count as considered.' }]),
        ...places.slice(1).map(({ area, place }) => ({ ...place, message: `The section on Area ${area}.` })),
      ],
    },
  );
}
