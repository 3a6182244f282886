import { describe, expect, test } from 'vitest';
import { APPENDIX_A, findingsOf, wordsFound } from '../support/findings.ts';

const CODE = 'row-split';
const table = (...rows: string[]) => ({
  [APPENDIX_A]: `---\nletter: A\ntitle: Scope\n---\n\n${rows.join('\n')}\n`,
});
const HEAD = ['| No. | Matter | Outcome |', '|---|---|---|'];

describe('finds', () => {
  test('a row whose last cell alone is filled', () => {
    const texts = table(
      ...HEAD,
      '| 1 | Lamps | Done |',
      '| 2 | Ladders | The group:',
      '| | | • satisfied |',
      '| 3 | Rails | Done |',
    );
    expect(wordsFound(CODE, texts)).toEqual(['• satisfied']);
    expect(findingsOf(CODE, texts)[0]?.related).toHaveLength(1);
  });

  test('a middle cell alone', () => {
    expect(
      wordsFound(CODE, table(...HEAD, '| 1 | Lamps of | Done |', '| | the quay | |', '| 2 | Rails | Done |')),
    ).toEqual(['the quay']);
  });

  test('two columns, the first of which numbers the rows', () => {
    expect(
      wordsFound(CODE, table('| No. | Matter |', '|---|---|', '| 1 | Lamps of |', '| | the quay |', '| 2 | Rails |')),
    ).toEqual(['the quay']);
  });

  test('the rest of a row in a new table', () => {
    expect(
      wordsFound(
        CODE,
        table(...HEAD, '| 1 | Lamps | Seen |', '', '| | | and done |', '|---|---|---|', '| 2 | Rails | Done |'),
      ),
    ).toEqual(['and done']);
  });
});

describe('near misses', () => {
  test.each([
    [
      'groups of rows under one theme',
      [...HEAD, '| 1 | Lamps | |', '| | | a |', '| | | b |', '| | | c |', '| 2 | Rails | d |'],
    ],
    [
      'a row of the same theme with two cells',
      [...HEAD, '| 1 | Lamps | Done |', '| | Ladders | Done |', '| 2 | Rails | Done |'],
    ],
    ['a subheading', [...HEAD, '| 1 | Lamps | Done |', '| Basin | | |', '| 2 | Rails | Done |']],
    [
      'two columns of words',
      ['| Who | What |', '|---|---|', '| Board | Lamps |', '| | Rails |', '| Council | Rates |'],
    ],
    ['an empty row', [...HEAD, '| 1 | Lamps | Done |', '| | | |', '| 2 | Rails | Done |']],
    ['a row of totals under a form', [...HEAD, '| | | Year 2020 |', '| 1 | Lamps | Done |']],
    [
      'where the numbers come from',
      [...HEAD, '| 1 | Lamps | Done |', '| 2 | Rails | Done |', '| | | Source: Harbour Board |'],
    ],
    ['a full table', [...HEAD, '| 1 | Lamps | Done |', '| 2 | Rails | Done |']],
  ])('%s', (_name, rows) => {
    expect(wordsFound(CODE, table(...rows))).toEqual([]);
  });
});
