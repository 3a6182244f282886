import type { Review } from '../model/catalogue.ts';
import { diagnostic } from '../model/diagnostic.ts';
import { groupBy } from '../model/group-by.ts';
import type { ReferenceKind } from '../model/reference.ts';
import type { Check } from './check.ts';
import { findCounts, type Counted } from './text/counted.ts';
import { placeIn } from './text/passages.ts';

const PLURALS: Partial<Record<ReferenceKind, string>> = {
  area: 'areas',
  meeting: 'meetings',
  recommendation: 'recommendations',
  appendix: 'appendices',
};

/**
 * Finds numbers of all areas, meetings, recommendations or appendices in prose (“20 areas for improvement were
 * identified”, “we held five meetings”) that the record does not bear out. Numbers of some of them (“the first three
 * meetings”, “three of the five”, “four further meetings”, “15 areas led by …”), plans, minima and what other reports
 * contain are left alone. The same number said in several places is one finding.
 */
export const countDiffers: Check = {
  code: 'count-differs',
  find: ({ review, text }) => {
    const wrong = findCounts(review, text).filter(
      ({ kind, said, noun }) => !review.incomplete.has(kind) && isWrong(review, kind, said, noun),
    );
    return [...groupBy(wrong, ({ kind, said }) => `${kind} ${said}`).values()].map(([first, ...others]) => {
      const { kind, noun, passage, start, end } = first as Counted;
      return diagnostic(
        'count-differs',
        placeIn(passage, start, end),
        `The text says “${passage.text.slice(start, end)}”, but this review has ${countWords(review, kind, noun)}.`,
        {
          hint: `Put the number right, or add the ${PLURALS[kind]} that are missing.`,
          related: others.map((other) => ({
            ...placeIn(other.passage, other.start, other.end),
            message: 'The same number is given here.',
          })),
        },
      );
    });
  },
};

function countOf(review: Review, kind: ReferenceKind): number {
  return [...review.targets.keys()].filter((key) => key.startsWith(`${kind} `)).length;
}

/** “one meeting”, “3 meetings for evidence” */
function countWords(review: Review, kind: ReferenceKind, noun: string): string {
  if (noun.startsWith('evidence')) return words(heardAt(review).length, 'meeting', 'meetings for evidence');
  const conclusions = review.recommendations.filter(({ data }) => data.kind === 'conclusion').length;
  if (noun === 'conclusions') return words(conclusions, 'conclusion', 'conclusions');
  return words(countOf(review, kind) - (kind === 'recommendation' ? conclusions : 0), kind, PLURALS[kind]!);
}

function words(count: number, one: string, many: string): string {
  return count === 1 ? `one ${one}` : `${count} ${many}`;
}

/** Meetings at which evidence may have been heard. */
function heardAt(review: Review): (string | undefined)[] {
  return review.meetings.map(({ data }) => data.type).filter((type) => type !== 'scoping' && type !== 'deliberation');
}

/** A committee may count its conclusions or not, its visits or not: any such number is right. */
function isWrong(review: Review, kind: ReferenceKind, said: number, noun: string): boolean {
  const total = countOf(review, kind);
  if (total === 0) return false;
  const right = new Set([total]);
  if (kind === 'recommendation') {
    const conclusions = review.recommendations.filter(({ data }) => data.kind === 'conclusion').length;
    if (noun === 'conclusions') return conclusions > 0 && said !== conclusions;
    right.add(total - conclusions);
  }
  if (kind === 'meeting') {
    const types = review.meetings.map(({ data }) => data.type);
    right.add(types.filter((type) => type !== 'site-visit').length);
    if (noun.startsWith('evidence')) {
      const heard = heardAt(review);
      const counts = [heard.length, heard.filter((type) => type !== 'site-visit').length];
      return ![...counts, types.filter((type) => type === 'evidence').length].includes(said);
    }
  }
  if (kind === 'appendix') right.add(review.appendices.length);
  return !right.has(said);
}
