import { diagnostic, type Diagnostic } from '../model/diagnostic.ts';
import { fieldPlace } from '../model/document.ts';
import type { Check } from './check.ts';
import { considerationsByArea, isConsideredUnread, listed, type Consideration } from './text/considerations.ts';

const MANY = 4;

/**
 * Finds areas that a final review leaves without an outcome: considered and never concluded, or still waiting for
 * evidence. Areas of which nothing was asked have none, rightly; where such an area was taken up later after all, that
 * is for a person's judgement. Areas that no meeting considered are another rule's.
 */
export const outcomeMissing: Check = {
  code: 'outcome-missing',
  find: ({ review }) => {
    if (review.index.data.status !== 'final' || isConsideredUnread(review)) return [];
    const considered = considerationsByArea(review);
    const outcomes = [...considered.values()].flat().some(({ entry }) => entry.outcome !== undefined);
    const open: { area: number; at: readonly Consideration[] }[] = [];
    const findings: Diagnostic[] = [];
    for (const { data } of review.areas) {
      const at = considered.get(data.number) ?? [];
      const last = at.findLast(({ entry }) => entry.outcome !== undefined);
      const wanted = at.filter(({ entry }) => entry.assurance !== 'none-requested');
      if (last) {
        const isFirstWord = at.every(
          ({ entry }) => entry.outcome === undefined || entry.outcome === 'awaiting-evidence',
        );
        if (isFirstWord) findings.push(awaiting(data.number, last));
      } else if (wanted.length > 0 && wanted.length === at.length) open.push({ area: data.number, at });
      else if (wanted.length > 0) findings.push(takenUp(data.number, at, wanted[0]!));
    }
    // A review that records no outcome at all keeps none: one word on it is enough.
    if (open.length > 0 && (!outcomes || open.length >= MANY)) findings.push(missing(open));
    else findings.push(...open.map((one) => missing([one])));
    return findings;
  },
};

function placeOf({ meeting, index }: Consideration, field: 'area' | 'outcome') {
  return fieldPlace(meeting, 'considered', index, field);
}

function missing(open: readonly { area: number; at: readonly Consideration[] }[]): Diagnostic {
  const at = open[0]!.at.at(-1)!;
  const names = listed(
    'Area',
    open.map(({ area }) => area),
  );
  return diagnostic(
    'outcome-missing',
    placeOf(at, 'area'),
    `The review is final, but no meeting records an outcome for ${names}.`,
    {
      hint: 'Write `outcome` at the meeting that reached it; where nothing was asked, write `assurance: none-requested`.',
      related: open.slice(1).map(({ area, at: others }) => ({
        ...placeOf(others.at(-1)!, 'area'),
        message: `Area ${area} was last considered here.`,
      })),
    },
  );
}

function awaiting(area: number, last: Consideration): Diagnostic {
  return diagnostic(
    'outcome-missing',
    placeOf(last, 'outcome'),
    `The review is final, but Area ${area} still awaits the evidence that meeting ${last.meeting.data.number} asked for.`,
    { hint: 'Record at a later meeting what became of it, or say in the report that it was left open.' },
  );
}

function takenUp(area: number, at: readonly Consideration[], wanted: Consideration): Diagnostic {
  const aside = at.find(({ entry }) => entry.assurance === 'none-requested')!;
  return diagnostic(
    'outcome-missing',
    placeOf(wanted, 'area'),
    `Meeting ${wanted.meeting.data.number} considered Area ${area} without an outcome, and meeting ${aside.meeting.data.number} had requested nothing on it.`,
    {
      hint: 'Write the assurance and outcome of the meeting that dealt with the area, if it reached one.',
      severity: 'advice',
      related: [{ ...placeOf(aside, 'area'), message: 'Here no assurance was requested.' }],
    },
  );
}
