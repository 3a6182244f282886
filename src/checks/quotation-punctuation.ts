import { diagnostic, type Diagnostic } from '../model/diagnostic.ts';
import type { Check } from './check.ts';
import { reportDifferences, show } from './text/differing-quotations.ts';
import { placeIn } from './text/passages.ts';
import { findQuotations, type Quotation } from './text/quotations.ts';

/**
 * Finds quotations that have the record's words with other punctuation or capitals. Those that differ only in the shape
 * of an apostrophe or dash (’ for ', – for -) are told in one finding for the whole review, for they have one cause. The
 * full stop at the end and a capital at the beginning are the quoting sentence's own and are left alone.
 */
export const quotationPunctuation: Check = {
  code: 'quotation-punctuation',
  find: ({ review, text }) => {
    const quotations = findQuotations(review, text).filter(({ differences }) =>
      differences.every(({ kind }) => kind !== 'words'),
    );
    const marks = quotations.flatMap((quotation) => {
      const differences = quotation.differences.filter(({ kind }) => kind === 'marks');
      return differences.length > 0 ? [{ ...quotation, differences }] : [];
    });
    const glyphs = quotations.filter(
      ({ differences }) => differences.length > 0 && differences.every(({ kind }) => kind === 'glyphs'),
    );
    return [...reportDifferences('quotation-punctuation', marks), ...reportGlyphs(glyphs)];
  },
};

function reportGlyphs(quotations: readonly Quotation[]): Diagnostic[] {
  const [first, ...others] = quotations;
  if (!first) return [];
  const shownOf = ({ text, wording, differences }: Quotation) => show(text, wording.passage.text, differences[0]!);
  const { own, record } = shownOf(first);
  const more =
    others.length === 0
      ? ''
      : `, and ${others.length} more ${others.length === 1 ? 'quotation differs' : 'quotations differ'} only in this way`;
  return [
    diagnostic(
      'quotation-punctuation',
      first.placeOf(own.start, own.end),
      `This quotation has “${own.text}” where the record has “${record.text}”${more}.`,
      {
        hint: 'Use one kind of apostrophe and dash in wordings and quotations.',
        related: [
          { ...placeIn(first.wording.passage, record.start, record.end), message: `The record has “${record.text}”.` },
          ...others.map((other) => {
            const at = shownOf(other).own;
            return { ...other.placeOf(at.start, at.end), message: `Here it is “${at.text}”.` };
          }),
        ],
      },
    ),
  ];
}
