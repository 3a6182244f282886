import { diagnostic } from '../model/diagnostic.ts';
import type { Check } from './check.ts';
import { readAbbreviations, type Use } from './text/abbreviations.ts';
import { placeIn } from './text/passages.ts';

/** What readers of council papers know without being told, titles and honours, and what is no abbreviation. */
const KNOWN = new Set(
  (
    'UK US USA EU UN MP MPs NHS BBC ITV HR IT ICT GP GPs PDF TV AM PM OK VAT CCTV PA QR URL PC PCs USB DVD CD SMS ' +
    'GDP PhD BA BSc MA MSc MBA AGM CEO CV FAQ HM HC HL ID PIN ATM DIY DNA HIV AIDS GCSE GCSEs NB PS RIP SOS ' +
    'MBE OBE CBE DBE KBE QC KC JP DL FRS BEM CB UKIP SNP II III IV VI VII VIII IX XI XII XIII XIV XV AD BC ' +
    'AND OR NOT THE OF TO IN ON IS BY NO YES ALL ANY'
  ).split(' '),
);

/**
 * Finds abbreviations that nothing in the review explains: neither `abbreviations` or an organisation in the front
 * matter, nor brackets beside the long form. What everybody knows, quotations, Roman numbers and headings in capitals are
 * left alone. One finding for each abbreviation, where it first stands.
 */
export const abbreviationUnexplained: Check = {
  code: 'abbreviation-unexplained',
  find: ({ review, text }) => {
    const { uses, explanations } = readAbbreviations(review, text);
    const explained = new Set(explanations.map(({ short }) => short));
    const first = new Map<string, Use>();
    for (const use of uses)
      if (!explained.has(use.short) && !KNOWN.has(use.short) && !use.passage.block.inQuote && !first.has(use.short))
        first.set(use.short, use);
    return [...first.values()].map(({ short, passage, start, end }) =>
      diagnostic(
        'abbreviation-unexplained',
        placeIn(passage, start, end),
        `“${short}” is explained nowhere in this review.`,
        {
          hint: 'Write the long form at its first use, with the abbreviation in brackets after it, or add it under `abbreviations` in index.md.',
        },
      ),
    );
  },
};
