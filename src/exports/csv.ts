import { stringify } from 'csv-stringify/sync';

/** A column of a CSV file; text columns are made safe for spreadsheets. */
export interface CsvColumn<Row> {
  readonly name: string;
  /** Text: a value that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, "CSV Injection"). */
  readonly text: boolean;
  readonly value: (row: Row) => string | number;
}

/** Rows as CSV (RFC 4180) with a byte-order mark, so that spreadsheet programs read accents and dashes. */
export function toCsv<Row>(columns: readonly CsvColumn<Row>[], rows: readonly Row[]): string {
  const records = rows.map((row) =>
    columns.map((column) => (column.text ? safeText(String(column.value(row))) : String(column.value(row)))),
  );
  return stringify([columns.map((column) => column.name), ...records], {
    bom: true,
    record_delimiter: '\r\n',
    quoted_match: /[\r\n]/,
  });
}

function safeText(value: string): string {
  return /^[\s]*[=+\-@\t\r]/.test(value) ? `'${value}` : value;
}
