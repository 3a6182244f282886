import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadContent } from '../../src/adapters/load-content.ts';
import { compile, type Compilation } from '../../src/compile.ts';
import type { ConclusionsTableView } from '../../src/views/types.ts';
import { pageAt } from './find.ts';

/**
 * The real review's conclusions table against the table printed as appendix F of the report of 30 January 2013,
 * copied from the report by hand, not from the program.
 *
 * Where the print varies in form only, the contract's form stands here: “received verbal assurance” (area 4) is
 * “verbal assurance”, “at meeting 4 and 5” (area 20) is “at meetings 4 and 5”. For area 10 the print gives the agency
 * without the state of its actions.
 */

const SATISFIED = 'Satisfied with progress';

const PRINTED: readonly [area: number, agency: string, action: string, assurance: string, outcome: string][] = [
  [1, 'WCC', 'actions complete', 'no action requested at meeting 1', ''],
  [2, 'NHS Warwickshire', 'actions complete', 'verbal assurance at meeting 5', SATISFIED],
  [3, 'WCC', 'actions complete', 'reviewed at meeting 2 / further assurance at meeting 5', SATISFIED],
  [4, 'WCC', 'actions complete', 'verbal assurance at meetings 2 and 5', SATISFIED],
  [5, 'WCC', 'actions complete', 'no action requested at meeting 1', ''],
  [6, 'WCC', 'actions complete', 'verbal assurance at meeting 2', SATISFIED],
  [7, 'NHS Warwickshire', 'actions complete', 'verbal assurance at meeting 3', SATISFIED],
  [8, 'WCC', 'actions complete', 'reviewed at meeting 2', SATISFIED],
  [9, 'NHS Warwickshire', 'actions complete', 'reviewed at meeting 3 / further assurance at meeting 5', SATISFIED],
  [10, 'Warwickshire Police', '', 'no action requested at meeting 1', ''],
  [11, 'WCC', 'actions complete', 'verbal assurance at meeting 4', SATISFIED],
  [12, 'WCC', 'actions complete', 'verbal assurance at meeting 4', SATISFIED],
  [13, 'WCC', 'actions complete', 'reviewed at meeting 4 / further assurance at meeting 5', SATISFIED],
  [14, 'WCC', 'actions complete', 'verbal assurance at meeting 4', SATISFIED],
  [15, 'WCC', 'actions complete', 'reviewed at meeting 2 / further assurance at meeting 5', SATISFIED],
  [16, 'WCC', 'actions complete', 'verbal assurance at meeting 4', SATISFIED],
  [17, 'WCC', 'actions complete', 'verbal assurance at meeting 4', SATISFIED],
  [18, 'NHS Warwickshire', 'actions complete', 'reviewed at meeting 3 / further assurance at meeting 5', SATISFIED],
  [19, 'WCC', 'actions complete', 'verbal assurance at meeting 4', SATISFIED],
  [20, 'WCC', 'actions complete', 'verbal assurance at meetings 4 and 5', SATISFIED],
];

const REVIEW = '/reviews/safeguarding-improvement/';
let compiled: Compilation;

beforeAll(async () => {
  const content = await loadContent(fileURLToPath(new URL('../../content', import.meta.url)));
  compiled = compile(content, { today: '2026-01-01', baseUrl: 'https://scrutiny.example.org/' });
});

const rowsAt = (url: string) => pageAt<{ conclusions: ConclusionsTableView }>(compiled, url).conclusions.rows;

describe.each([`${REVIEW}conclusions/`, REVIEW, `${REVIEW}appendices/f/`])('on %s', (url) => {
  test('there are 20 rows in the order of the areas', () => {
    expect(rowsAt(url).map(({ number }) => number)).toEqual(PRINTED.map(([area]) => area));
  });

  test.each(PRINTED)('area %i: %s, %s, %s, %s', (area, agency, action, assurance, outcome) => {
    const row = rowsAt(url).find(({ number }) => number === area)!;
    expect([row.lead.map(({ text }) => text).join(', '), row.actionText, row.assuranceText, row.outcomeText]).toEqual([
      agency,
      action,
      assurance,
      outcome,
    ]);
  });
});

test.each(PRINTED)('conclusions.json, area %i', (area, agency, action, assurance, outcome) => {
  const json = compiled.files.find(({ file }) => file === 'reviews/safeguarding-improvement/conclusions.json')!.content;
  const rows = JSON.parse(json) as {
    area: number;
    lead: string[];
    action: string | null;
    assuranceText: string;
    outcomeText: string;
  }[];
  expect(rows).toHaveLength(20);
  expect(rows.find((row) => row.area === area)).toMatchObject({
    lead: [agency],
    action: action === '' ? null : 'complete',
    assuranceText: assurance,
    outcomeText: outcome,
  });
});

test.each(PRINTED)('conclusions.csv, area %i', (area, agency, action, assurance, outcome) => {
  const csv = compiled.files.find(({ file }) => file === 'reviews/safeguarding-improvement/conclusions.csv')!.content;
  const line = csv.split('\r\n').find((candidate) => candidate.startsWith(`${area},`))!;
  expect(line).toContain(`,${[agency, action === '' ? '' : 'complete', assurance, outcome].join(',')},`);
});

test('every cell leads to a page and a place that exist', () => {
  const anchors = new Map(compiled.pages.map((page) => [page.url, JSON.stringify(page)]));
  for (const row of rowsAt(`${REVIEW}conclusions/`)) {
    const urls = [
      row.area.url,
      row.outcomeUrl,
      ...row.lead.map(({ url }) => url),
      ...row.assurance.map(({ url }) => url),
      ...row.evidence.map(({ url }) => url),
    ];
    for (const url of urls.filter((candidate) => candidate !== undefined)) {
      const [path, anchor] = url.split('#') as [string, string?];
      expect(anchors.has(path), url).toBe(true);
      if (anchor) expect(anchors.get(path), url).toContain(`${anchor}`);
    }
  }
});

test('17 areas were found satisfactory; of 3 nothing was asked', () => {
  expect(PRINTED.filter(([, , , , outcome]) => outcome === SATISFIED)).toHaveLength(17);
  expect(rowsAt(REVIEW).filter(({ outcome }) => outcome === 'satisfied')).toHaveLength(17);
  expect(
    rowsAt(REVIEW).filter(({ assuranceKinds }) => assuranceKinds.some(({ kind }) => kind === 'none-requested')),
  ).toHaveLength(3);
});
