import { diagnostic, type Diagnostic, type Related } from '../../model/diagnostic.ts';
import type { Difference } from './differences.ts';
import type { Quotation } from './quotations.ts';
import { placeIn } from './passages.ts';

/** What the reports on words and on marks share: how a difference is shown, and that one mistake is told once. */

const HINT = 'Quote the record as it stands; if the record is what is wrong, put it right there.';

/** One finding for each wording and set of differences; further places that differ in the same way stand beside it. */
export function reportDifferences(
  code: 'quotation-differs' | 'quotation-punctuation',
  quotations: readonly Quotation[],
): Diagnostic[] {
  const groups = new Map<string, Quotation[]>();
  for (const quotation of quotations) {
    const { wording, text, differences } = quotation;
    const changes = differences.map((one) => `${one.recordStart}:${text.slice(one.start, one.end)}`);
    const key = `${wording.passage.document.path}\n${changes.join('\n')}`;
    const known = groups.get(key);
    if (known) known.push(quotation);
    else groups.set(key, [quotation]);
  }
  return [...groups.values()].map((group) => report(code, group));
}

function report(code: 'quotation-differs' | 'quotation-punctuation', group: readonly Quotation[]): Diagnostic {
  const quotation = group[0]!;
  const { wording, text, differences, manner } = quotation;
  const [first, ...others] = differences as [Difference, ...Difference[]];
  const record = wording.passage.text;
  const shown = show(text, record, first);
  const name = `${wording.document.kind === 'area' ? 'Area' : 'recommendation'} ${wording.document.data.number}`;
  const opening = manner === 'marks' ? `This quotation of ${name}` : `This copy of ${name}`;
  const more =
    others.length === 0 ? '' : `, and differs in ${others.length} more ${others.length === 1 ? 'place' : 'places'}`;
  const related: Related[] = [
    {
      ...placeIn(wording.passage, shown.record.start, shown.record.end),
      message: `The record has “${shown.record.text}”.`,
    },
    ...others.map((one) => {
      const other = show(text, record, one);
      return {
        ...quotation.placeOf(other.own.start, other.own.end),
        message: `It has “${other.own.text}” where the record has “${other.record.text}”.`,
      };
    }),
    ...group.slice(1).map((same) => {
      const at = show(same.text, record, same.differences[0]!).own;
      return { ...same.placeOf(at.start, at.end), message: 'Here it differs in the same way.' };
    }),
  ];
  return diagnostic(
    code,
    quotation.placeOf(shown.own.start, shown.own.end),
    `${opening} has “${shown.own.text}” where the record has “${shown.record.text}”${more}.`,
    { hint: HINT, related },
  );
}

interface Shown {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Both sides of a difference. Where one has nothing, or only marks, the words beside it say where. */
export function show(text: string, record: string, one: Difference): { own: Shown; record: Shown } {
  const isBare = [text.slice(one.start, one.end), record.slice(one.recordStart, one.recordEnd)].some(
    (part) => !/[\p{L}\p{N}]/u.test(part),
  );
  const widen = (whole: string, start: number, end: number): Shown => {
    let [from, to] = [start, end];
    if (isBare) {
      from -= /[\p{L}\p{N}'’&-]*[^\p{L}\p{N}]*$/u.exec(whole.slice(Math.max(0, start - 40), start))![0].length;
      to += /^[^\p{L}\p{N}]*[\p{L}\p{N}'’&-]*/u.exec(whole.slice(end, end + 40))![0].length;
    }
    const shown = whole.slice(from, to);
    from += shown.length - shown.trimStart().length;
    to -= shown.length - shown.trimEnd().length;
    return { text: whole.slice(from, to), start: from, end: to };
  };
  return { own: widen(text, one.start, one.end), record: widen(record, one.recordStart, one.recordEnd) };
}
