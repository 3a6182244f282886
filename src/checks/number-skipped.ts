import { diagnostic, type Diagnostic } from '../model/diagnostic.ts';
import { fieldPlace } from '../model/document.ts';
import type { Review, Target } from '../model/catalogue.ts';
import type { Check } from './check.ts';
import { listed } from './text/considerations.ts';

const KINDS = ['area', 'meeting', 'recommendation', 'appendix'] as const;
type Kind = (typeof KINDS)[number];

/**
 * Finds numbers and letters that are skipped: areas 1, 2 and 4, appendices A and C. Kept-back documents count as
 * there. Nothing is said where a file could not be read, or where so many are missing that the numbers are plainly
 * those of another list from which some were taken.
 */
export const numberSkipped: Check = {
  code: 'number-skipped',
  find: ({ review }) => KINDS.flatMap((kind) => skipped(review, kind)),
};

function skipped(review: Review, kind: Kind): Diagnostic[] {
  if (review.incomplete.has(kind)) return [];
  const found = new Map<number, Target>();
  for (const [key, target] of review.targets) {
    if (!key.startsWith(`${kind} `)) continue;
    const label = key.slice(kind.length + 1);
    if (kind !== 'appendix') found.set(Number(label), target);
    else if (/^[A-Z]$/.test(label)) found.set(label.charCodeAt(0) - 64, target);
    else return [];
  }
  const last = Math.max(0, ...found.keys());
  const missing = Array.from({ length: last }, (_, index) => index + 1).filter((number) => !found.has(number));
  if (missing.length === 0 || missing.length > found.size / 2) return [];
  const next = [...found.keys()].sort((a, b) => a - b).find((number) => number > missing[0]!)!;
  const { document } = found.get(next)!;
  const labels = missing.map((number) => (kind === 'appendix' ? String.fromCharCode(number + 64) : number));
  const field = kind !== 'appendix' ? 'number' : document.kind === 'meeting' ? 'appendix' : 'letter';
  const [words, verb] = [listed(kind, labels).replace(/^appendixs/, 'appendices'), labels.length === 1 ? 'is' : 'are'];
  return [
    diagnostic(
      'number-skipped',
      fieldPlace(document, field),
      `${words.replace(/^./, (first) => first.toUpperCase())} ${verb} missing: the ${kind === 'appendix' ? 'letters run' : 'numbers run'} to ${kind === 'appendix' ? String.fromCharCode(last + 64) : last}.`,
      {
        hint: `Add what is missing, or see whether this ${kind} has the right ${kind === 'appendix' ? 'letter' : 'number'}.`,
      },
    ),
  ];
}
