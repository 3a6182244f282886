import { diagnostic, type Diagnostic } from '../model/diagnostic.ts';
import type { Document } from '../model/document.ts';
import type { Check } from './check.ts';
import { placeIn, type Passage, type ReviewText } from './text/passages.ts';

/** What stands alone at a table's end. */
const NOT_THE_REST = /^[*†]|^(?:sources?|notes?|totals?|sub-?totals?|key|n\.?b)\b/i;

interface Row {
  readonly cells: readonly Passage[];
  readonly isHeader: boolean;
  readonly table: number;
}

/**
 * Finds a table's row that a page break of the original cut in two: one cell carries on the row above and all others are
 * empty. Leaves alone tables in which empty first cells are the rule (groups of rows under one theme), rows of subheadings
 * (the first cell filled), and blanks to be filled in.
 */
export const rowSplit: Check = {
  code: 'row-split',
  find: ({ review, text }) =>
    [review.index, ...review.meetings, ...review.appendices].flatMap((document) => splitRows(document, text)),
};

function splitRows(document: Document, text: ReviewText): Diagnostic[] {
  if (document.restricted || !document.body.blocks.some(({ kind }) => kind === 'cell')) return [];
  const rows = rowsOf(document, text);
  return rows.flatMap((row, at) => {
    const above = rows[at - 1];
    const filled = row.cells.filter((cell) => cell.text.trim() !== '');
    const [only] = filled;
    if (!above || !only || filled.length > 1 || row.cells.length < 2 || row.cells[0] === only) return [];
    if (
      NOT_THE_REST.test(only.text) ||
      above.isHeader ||
      above.cells.length !== row.cells.length ||
      above.cells[0]!.text.trim() === ''
    )
      return [];
    if (above.table !== row.table && !row.isHeader) return [];
    const width = row.cells.length;
    const inTable = rows.filter(({ table, isHeader }) => table === above.table && !isHeader);
    const alike = inTable.filter(({ cells }) => cells[0]?.text.trim() === '').length;
    // A table of two columns says too little unless its first column numbers the rows.
    const isNumbered =
      inTable.filter(({ cells }) => /^\d+[.)]?$/.test(cells[0]?.text.trim() ?? '')).length > inTable.length / 2;
    if (alike > Math.max(1, inTable.length / 4) || (width < 3 && !isNumbered)) return [];
    return [
      diagnostic(
        'row-split',
        placeIn(only, 0, only.text.length),
        `This row has only “${only.text.length > 60 ? `${only.text.slice(0, 57)} …` : only.text}”: it looks like the rest of the row above.`,
        {
          hint: 'Put these words into the cell above and take the empty row out.',
          related: [{ ...placeIn(above.cells[0]!, 0, above.cells[0]!.text.length), message: 'This is the row above.' }],
        },
      ),
    ];
  });
}

/** The rows of all tables of a body, in order. Each inline token is one block, so the two are counted side by side. */
function rowsOf(document: Document, text: ReviewText): Row[] {
  const passages = text.of(document).filter(({ index }) => index >= 0);
  const rows: { cells: Passage[]; isHeader: boolean; table: number }[] = [];
  let block = 0;
  let table = 0;
  let isHeader = false;
  let inRow = false;
  for (const token of document.body.tokens) {
    if (token.type === 'table_open') table++;
    else if (token.type === 'thead_open') isHeader = true;
    else if (token.type === 'thead_close') isHeader = false;
    else if (token.type === 'tr_open') {
      rows.push({ cells: [], isHeader, table });
      inRow = true;
    } else if (token.type === 'tr_close') inRow = false;
    else if (token.type === 'inline') {
      if (inRow) rows.at(-1)!.cells.push(passages[block]!);
      block++;
    }
  }
  return rows;
}
