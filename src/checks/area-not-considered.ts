import { diagnostic, type Diagnostic } from '../model/diagnostic.ts';
import { fieldPlace, type AreaDocument } from '../model/document.ts';
import { labelsOf } from '../model/reference.ts';
import type { Check } from './check.ts';
import { areasNamed, bodyPassages, considerationsByArea, isConsideredUnread, listed } from './text/considerations.ts';
import type { ReviewText } from './text/passages.ts';

const SET_ASIDE =
  /\b(?:not to pursue|not (?:be )?pursued?|not (?:be )?(?:considered|examined|reviewed|looked at|taken further)|no (?:further )?action|outside (?:the|our|its) scope|out of scope|excluded?|left out|set aside|deferred|postponed|already complete[d]?)\b/i;
/** From so many on, one finding speaks for all. */
const MANY = 4;

/**
 * Finds areas that no meeting considered, once the review has reported. An area is left alone when the notes of a
 * meeting speak of it (then its entry is missing, which is another rule's), or when the report says that it was set aside.
 */
export const areaNotConsidered: Check = {
  code: 'area-not-considered',
  find: ({ review, text }) => {
    const { status } = review.index.data;
    if ((status !== 'final' && status !== 'interim') || review.meetings.length === 0 || isConsideredUnread(review))
      return [];
    const considered = considerationsByArea(review);
    // A review that keeps no such lists at all says nothing by what they lack.
    if (considered.size === 0) return [];
    const inNotes = areasNamed(review.meetings.flatMap((meeting) => bodyPassages(text, meeting)));
    const aside = setAside(text);
    const hidden = review.meetings.some((meeting) => meeting.restricted || meeting.body.restrictedBlocks > 0);
    const missing = review.areas.filter(
      ({ data: { number } }) => !considered.has(number) && !inNotes.has(number) && !aside.has(number) && !hidden,
    );
    if (missing.length >= MANY) return [finding(missing)];
    return missing.map((area) => finding([area]));
  },
};

function finding(areas: readonly AreaDocument[]): Diagnostic {
  const [first, ...others] = areas as [AreaDocument, ...AreaDocument[]];
  const names = listed(
    'Area',
    areas.map((area) => area.data.number),
  );
  return diagnostic('area-not-considered', fieldPlace(first, 'number'), `No meeting considered ${names}.`, {
    hint: 'Add an entry to `considered` of the meeting that dealt with it; where it was set aside, write `assurance: none-requested`.',
    related: others.map((area) => ({
      ...fieldPlace(area, 'number'),
      message: `No meeting considered Area ${area.data.number} either.`,
    })),
  });
}

/** Areas of which a sentence of the review says that they were not pursued. */
function setAside(text: ReviewText): Set<number> {
  const numbers = new Set<number>();
  for (const passage of text.passages) {
    if (!passage.references.some(({ kind }) => kind === 'area')) continue;
    for (const sentence of text.sentences(passage)) {
      if (!SET_ASIDE.test(sentence.text)) continue;
      for (const reference of passage.references)
        if (reference.kind === 'area' && reference.start >= sentence.start && reference.start < sentence.end)
          for (const label of labelsOf(reference)) numbers.add(Number(label));
    }
  }
  return numbers;
}
