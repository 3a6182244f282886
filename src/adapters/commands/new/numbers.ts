import type { Review } from '../../../model/catalogue.ts';
import { isTaken, nextLetter, nextNumber, type NumberedKind } from '../../../write/next-name.ts';
import { ExplainedError } from '../../explained-error.ts';
import { judgeBy, type Gathering } from './facts.ts';

/** The number that an option gives, or the next free one. */
export function askedNumber(
  gathering: Gathering,
  review: Review,
  kind: NumberedKind,
  paths: readonly string[],
): number {
  const next = nextNumber(review, kind, paths);
  const given = gathering.options['number'];
  if (typeof given !== 'string') return next;
  const wrong = judgeBy(kind, 'number')(given);
  if (wrong !== undefined) throw new ExplainedError(`--number: ${wrong}`, 2);
  if (isTaken(review, kind, String(Number(given))))
    throw new ExplainedError(
      `The review has ${kind === 'area' ? 'an' : 'a'} ${kind} ${Number(given)} already. The next free number is ${next}.`,
    );
  return Number(given);
}

/** A letter that an option gives, when no appendix has it. */
export function freeLetter(review: Review, given: unknown): string {
  const letter = String(given).trim().toUpperCase();
  const wrong = judgeBy('appendix', 'letter')(letter);
  if (wrong !== undefined) throw new ExplainedError(`--letter: ${wrong}`, 2);
  if (isTaken(review, 'appendix', letter))
    throw new ExplainedError(
      `The review has an appendix ${letter} already. The next free letter is ${nextLetter(review)}.`,
    );
  return letter;
}
