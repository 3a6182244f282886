import type { Check } from './check.ts';
import { reportDifferences } from './text/differing-quotations.ts';
import { findQuotations } from './text/quotations.ts';

/**
 * Finds quotations of an area's or a recommendation's wording that have other words than the record: in quotation marks,
 * set off, or printed again in a list or table. Exact quotations, parts of a wording, omissions with dots, additions in
 * brackets and sentences that merely resemble are left alone; other punctuation only is another rule's.
 */
export const quotationDiffers: Check = {
  code: 'quotation-differs',
  find: ({ review, text }) =>
    reportDifferences(
      'quotation-differs',
      findQuotations(review, text).flatMap((quotation) => {
        const differences = quotation.differences.filter(({ kind }) => kind === 'words');
        return differences.length > 0 ? [{ ...quotation, differences }] : [];
      }),
    ),
};
