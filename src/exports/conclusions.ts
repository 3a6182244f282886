import type { ConclusionRowView, ConclusionsTableView } from '../views/types.ts';
import { toCsv } from './csv.ts';

/** The conclusions table as data: the list that the content format describes, one entry for each area. */
export function exportConclusionsJson(table: ConclusionsTableView): string {
  const rows = table.rows.map((row) => ({
    area: row.number,
    title: row.area.text,
    wording: row.wording,
    lead: row.lead.map((link) => link.text),
    action: row.action,
    assurance: row.assuranceKinds,
    assuranceText: row.assuranceText,
    outcome: row.outcome,
    outcomeText: row.outcomeText,
    evidence: row.evidence,
  }));
  return `${JSON.stringify(rows, null, 2)}\n`;
}

/** The same rows for a spreadsheet. */
export function exportConclusionsCsv(table: ConclusionsTableView): string {
  return toCsv<ConclusionRowView>(
    [
      { name: 'area', text: false, value: (row) => row.number },
      { name: 'title', text: true, value: (row) => row.area.text },
      { name: 'wording', text: true, value: (row) => row.wording },
      { name: 'lead', text: true, value: (row) => row.lead.map((link) => link.text).join('; ') },
      { name: 'action', text: true, value: (row) => row.action ?? '' },
      { name: 'assurance', text: true, value: (row) => row.assuranceText },
      { name: 'outcome', text: true, value: (row) => row.outcomeText },
      { name: 'evidence', text: true, value: (row) => row.evidence.map(({ url }) => url).join(' ') },
    ],
    table.rows,
  );
}
