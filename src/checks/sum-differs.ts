import { quick } from '../model/plain.ts';
import { diagnostic, type Diagnostic } from '../model/diagnostic.ts';
import type { Check } from './check.ts';
import { isQuoted } from './text/counted.ts';
import { NUMBER, readNumber } from './text/numbers.ts';
import { placeIn, type Passage, type ReviewText } from './text/passages.ts';
import { tableRows } from './text/tables.ts';

const WHOLE = quick(
  new RegExp(
    `\\bof (?:the |these |those |our )?(?<whole>${NUMBER})\\s+(?!of\\b)\\p{Ll}[^.;,:]{1,60},\\s+(?<parts>[^.;:]{5,160})`,
    'iu',
  ),
);
const PART = new RegExp(
  `(?<=^|,\\s|\\band\\s|\\bthe\\s|\\bother\\s|\\bremaining\\s)(?<rest>(?:the )?(?:other|remaining) )?(?<number>${NUMBER})\\s+(?:were|was|are|is|have|had|has|will|would|came|went|took|remain\\p{Ll}*)\\b`,
  'giu',
);
/** People may give two answers, so that these need not add up. */
const OVERLAPS =
  /\b(?:said|say|told|wanted|thought|felt|reported|mentioned|supported|respon\p{Ll}+|answer\p{Ll}+|some|also|both|at least|about|more than|including)\b/iu;
const TOTAL = /^(?:grand |overall )?totals?:?$/i;
const AMOUNT = /^[£(]?\s*(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?\s*\)?$/;

/**
 * Finds parts that do not add up to their whole: a column of a table and its row “Total”, and “of the 64 buildings, 58
 * were to close and eight were to be kept”. Answers of which people may give several, parts that leave some unsaid,
 * percentages and differences that rounding explains are left alone.
 */
export const sumDiffers: Check = {
  code: 'sum-differs',
  find: ({ text }) => [...inSentences(text), ...inTables(text)],
};

function inSentences(text: ReviewText): Diagnostic[] {
  return text.passages.flatMap((passage) => {
    if (passage.index < 0 || passage.block.kind === 'heading') return [];
    return text.sentences(passage).flatMap((sentence) => {
      const match = WHOLE(sentence.text).exec(sentence.text);
      if (!match || OVERLAPS.test(match[0]) || isQuoted(passage.text, sentence.start + match.index)) return [];
      const whole = readNumber(match.groups!['whole']!);
      const parts = [...match.groups!['parts']!.matchAll(PART)];
      if (parts.length < 2) return [];
      const sum = parts.reduce((total, part) => total + readNumber(part.groups!['number']!), 0);
      const isWhole =
        /\b(?:other|remaining) $/i.test(match.groups!['parts']!.slice(0, parts.at(-1)!.index)) ||
        parts.at(-1)!.groups!['rest'];
      if (sum === whole || (!isWhole && (sum < whole || sum > whole * 1.1 + 1))) return [];
      const start = sentence.start + match.index;
      return [
        diagnostic(
          'sum-differs',
          placeIn(passage, start, start + match[0].trimEnd().length),
          `${parts.map((part) => part.groups!['number']).join(' and ')} make ${sum}, not ${match.groups!['whole']}.`,
          { hint: 'See which of the numbers is wrong.' },
        ),
      ];
    });
  });
}

function inTables(text: ReviewText): Diagnostic[] {
  return tableRows(text).flatMap((rows) => {
    const at = rows.findIndex(([first]) => first !== undefined && TOTAL.test(first.text.trim()));
    if (at < 3 || at !== rows.length - 1) return [];
    return rows[at]!.flatMap((cell, column) => {
      const total = amountOf(cell);
      const amounts = rows.slice(1, at).map((row) => amountOf(row[column]));
      if (column === 0 || total === undefined || amounts.some((amount) => amount === undefined)) return [];
      const sum = amounts.reduce<number>((all, amount) => all + (amount ?? 0), 0);
      const isRounded = [cell, ...rows.slice(1, at).map((row) => row[column])].some((one) => one?.text.includes('.'));
      if (Math.abs(sum - total) <= (isRounded ? 0.1 * at : 0)) return [];
      const heading = rows[0]?.[column]?.text.trim() ?? '';
      return [
        diagnostic(
          'sum-differs',
          placeIn(cell, 0, cell.text.length),
          `The rows above${heading === '' ? '' : ` of “${heading}”`} make ${Math.round(sum * 100) / 100}, not ${cell.text.trim()}.`,
          { hint: 'See whether the total or one of the rows is wrong.' },
        ),
      ];
    });
  });
}

function amountOf(cell: Passage | undefined): number | undefined {
  const match = AMOUNT.exec(cell?.text.trim() ?? '');
  return match ? Number(`${match[1]!.replaceAll(',', '')}${match[2] ?? ''}`) : undefined;
}
