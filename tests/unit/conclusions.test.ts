import { describe, expect, test } from 'vitest';
import { ASSURANCES, OUTCOMES } from '../../src/model/kinds.ts';
import type { ConclusionsTableView } from '../../src/views/types.ts';
import { BASE, compileTexts } from '../support/content.ts';
import { pageAt } from './find.ts';

/** The conclusions table, cell by cell (content format, “The conclusions table”). */

interface MeetingOf {
  number: number;
  date: string;
  considered: string;
  body?: string;
}

function table(
  areas: readonly string[],
  meetings: readonly MeetingOf[],
  organisations = 'abc: {name: Anytown Borough Council, abbreviation: ABC}\n  board: {name: Harbour Board}',
): ConclusionsTableView {
  const texts: Record<string, string> = {
    'site.yaml': BASE['site.yaml']!,
    'reviews/harbour/index.md': `---\ntitle: Harbour\ntype: inquiry\ncommittee: C\nstatus: final\norganisations:\n  ${organisations}\n---\n`,
  };
  areas.forEach(
    (lines, index) =>
      (texts[`reviews/harbour/areas/${index + 1}.md`] =
        `---\nnumber: ${index + 1}\ntitle: T${index + 1}\n${lines}---\n`),
  );
  for (const { number, date, considered, body } of meetings)
    texts[`reviews/harbour/meetings/${number}.md`] =
      `---\nnumber: ${number}\ntitle: M\ndate: ${date}\nconsidered:\n${considered}---\n\n${body ?? ''}\n`;
  return pageAt<{ conclusions: ConclusionsTableView }>(compileTexts(texts), '/reviews/harbour/conclusions/')
    .conclusions;
}

const meeting = (number: number, entry: string, date = `2020-0${number}-01`): MeetingOf => ({
  number,
  date,
  considered: `  - {area: 1${entry === '' ? '' : `, ${entry}`}}\n`,
});
const row = (meetings: readonly MeetingOf[]) => table([''], meetings).rows[0]!;

describe('assurance', () => {
  const WORDS = {
    reviewed: 'reviewed at meeting 1',
    verbal: 'verbal assurance at meeting 1',
    written: 'written assurance at meeting 1',
    further: 'further assurance at meeting 1',
    'none-requested': 'no action requested at meeting 1',
  };

  test.each(ASSURANCES)('%s', (assurance) => {
    expect(row([meeting(1, `assurance: ${assurance}`)]).assuranceText).toBe(WORDS[assurance]);
  });

  test.each([
    ['two kinds', ['reviewed', '', 'further'], 'reviewed at meeting 1 / further assurance at meeting 3'],
    ['two meetings', ['verbal', 'verbal'], 'verbal assurance at meetings 1 and 2'],
    ['three meetings', ['verbal', 'verbal', 'verbal'], 'verbal assurance at meetings 1, 2 and 3'],
    [
      'one kind again after another',
      ['verbal', 'written', 'verbal'],
      'verbal assurance at meetings 1 and 3 / written assurance at meeting 2',
    ],
    ['none', ['', ''], ''],
  ])('%s', (_name, assurances, text) => {
    expect(
      row(assurances.map((assurance, index) => meeting(index + 1, assurance === '' ? '' : `assurance: ${assurance}`)))
        .assuranceText,
    ).toBe(text);
  });

  test('in the order of dates, not of numbers', () => {
    expect(
      row([meeting(1, 'assurance: further', '2020-09-01'), meeting(2, 'assurance: reviewed', '2020-03-01')])
        .assuranceText,
    ).toBe('reviewed at meeting 2 / further assurance at meeting 1');
  });

  test('meetings of one day, in the order of numbers', () => {
    expect(
      row([meeting(2, 'assurance: further', '2020-03-01'), meeting(1, 'assurance: reviewed', '2020-03-01')])
        .assuranceText,
    ).toBe('reviewed at meeting 1 / further assurance at meeting 2');
  });

  test('the pieces are the text, and each number leads to its meeting', () => {
    const { assurance, assuranceText } = row([
      meeting(1, 'assurance: verbal'),
      meeting(2, 'assurance: verbal'),
      meeting(3, 'assurance: further'),
    ]);
    expect(assurance.map(({ text }) => text).join('')).toBe(assuranceText);
    expect(assurance.filter(({ url }) => url).map(({ text, url }) => `${text} ${url}`)).toEqual([
      '1 /reviews/harbour/meetings/1/#considered-area-1',
      '2 /reviews/harbour/meetings/2/#considered-area-1',
      'meeting 3 /reviews/harbour/meetings/3/#considered-area-1',
    ]);
  });

  test('a number leads to the section of the notes, where there is one', () => {
    const withNotes = { ...meeting(1, 'assurance: verbal'), body: '## Lighting (Area 1)\n\nText.' };
    expect(row([withNotes]).assurance.at(-1)!.url).toBe('/reviews/harbour/meetings/1/#area-1');
  });
});

describe('conclusion', () => {
  const WORDS = {
    satisfied: 'Satisfied with progress',
    'partly-satisfied': 'Partly satisfied with progress',
    'not-satisfied': 'Not satisfied with progress',
    'awaiting-evidence': 'Awaiting evidence',
  };

  test.each(OUTCOMES)('%s', (outcome) => {
    expect(row([meeting(1, `assurance: verbal, outcome: ${outcome}`)])).toMatchObject({
      outcome,
      outcomeText: WORDS[outcome],
    });
  });

  test.each([
    ['the latest', ['awaiting-evidence', 'satisfied'], 'satisfied'],
    ['the latest that recorded one', ['awaiting-evidence', 'satisfied', ''], 'satisfied'],
    ['none', ['', ''], null],
  ])('%s', (_name, outcomes, outcome) => {
    expect(
      row(
        outcomes.map((word, index) =>
          meeting(index + 1, word === '' ? 'assurance: verbal' : `assurance: verbal, outcome: ${word}`),
        ),
      ).outcome,
    ).toBe(outcome);
  });

  test('the latest by date, not by number', () => {
    expect(
      row([meeting(1, 'outcome: satisfied', '2020-09-01'), meeting(2, 'outcome: not-satisfied', '2020-03-01')]).outcome,
    ).toBe('satisfied');
  });

  test('an area that no meeting considered has a row all the same', () => {
    expect(table(['', ''], [meeting(1, 'outcome: satisfied')]).rows[1]).toMatchObject({
      number: 2,
      assuranceText: '',
      outcomeText: '',
      outcome: null,
      evidence: [],
    });
  });
});

describe('lead agency and action', () => {
  test.each([
    ['lead: abc\naction: complete\n', 'ABC – actions complete'],
    ['lead: board\naction: in-progress\n', 'Harbour Board – actions in progress'],
    ['lead: [abc, board]\naction: not-started\n', 'ABC and Harbour Board – actions not started'],
    ['lead: abc\n', 'ABC'],
    ['action: complete\n', 'actions complete'],
    ['', ''],
  ])('%j', (lines, text) => {
    expect(table([lines], []).rows[0]!.leadText).toBe(text);
  });

  test('each agency leads to its page', () => {
    expect(table(['lead: [abc, board]\n'], []).rows[0]!.lead).toEqual([
      { text: 'ABC', url: '/organisations/abc/' },
      { text: 'Harbour Board', url: '/organisations/board/' },
    ]);
  });
});

test('rows stand in the order of numbers', () => {
  expect(
    table(
      Array.from({ length: 12 }, () => ''),
      [],
    ).rows.map(({ number }) => number),
  ).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
});

test('the table is on its own page, on the review’s and in the appendix that asks for it', () => {
  const compiled = compileTexts({
    ...BASE,
    'reviews/harbour/appendices/f.md': '---\nletter: F\ntitle: Conclusions\ngenerated: conclusions\n---\n',
  });
  const tables = ['/reviews/harbour/', '/reviews/harbour/conclusions/', '/reviews/harbour/appendices/f/'].map(
    (url) => pageAt<{ conclusions?: ConclusionsTableView }>(compiled, url).conclusions?.rows,
  );
  expect(tables[0]).toHaveLength(2);
  expect(tables[1]).toEqual(tables[0]);
  expect(tables[2]).toEqual(tables[0]);
  expect(pageAt<{ conclusions?: unknown }>(compiled, '/reviews/harbour/appendices/a/').conclusions).toBeUndefined();
});

test('a review without areas has no table and no page for it', () => {
  const texts = Object.fromEntries(
    Object.entries(BASE).filter(([path]) => !/areas|meetings|recomm|appendi/.test(path)),
  );
  const { pages, files } = compileTexts({
    ...texts,
    'reviews/harbour/index.md': '---\ntitle: T\ntype: inquiry\ncommittee: C\nstatus: final\n---\n',
  });
  expect(pages.map(({ url }) => url)).not.toContain('/reviews/harbour/conclusions/');
  expect(files.map(({ file }) => file).filter((file) => file.includes('conclusions'))).toEqual([]);
});
