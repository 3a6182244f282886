import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { SearchAnswer } from '../../src/adapters/commands/search.ts';
import { BASE } from '../support/content.ts';
import { cleanUp, runCommand, temporaryFolder, writeContent } from '../support/site.ts';

/** `search`, as a clerk and as a program use it. */

afterAll(cleanUp);

const TODAY = ['--today', '2020-07-31'];

describe('search', () => {
  const content = writeContent(join(temporaryFolder(), 'content'), BASE);

  test('prints what it found as JSON: documents, their facts, and the passage', async () => {
    const { code, stdout, stderr } = await runCommand(
      'search',
      'who lit the quay?',
      '--content',
      content,
      '--json',
      ...TODAY,
    );
    expect(code, stderr).toBe(0);
    const { query, filters, results } = JSON.parse(stdout) as SearchAnswer;
    expect({ query, filters }).toEqual({ query: 'who lit the quay?', filters: {} });
    expect(results.map(({ url }) => url)).toContain('/reviews/harbour/meetings/1/');
    expect(results.find(({ kind }) => kind === 'area')).toMatchObject({
      url: '/reviews/harbour/areas/1/',
      title: 'Area for Improvement 1: Lighting',
      review: 'Harbour safety',
      number: '1',
      date: '2020-06-30',
      outcome: 'Satisfied with progress',
    });
    for (const { url, passage } of results) expect(passage.url.startsWith(url)).toBe(true);
  });

  test('answers several questions, in words', async () => {
    const { stdout } = await runCommand('search', 'area 2', 'area 9', 'swimming', '--content', content, ...TODAY);
    expect(stdout).toMatch(/“area 2”: 1 result\n1\. Area for Improvement 2: Ladders\n/);
    expect(stdout).toContain('“area 9”: There is no area 9 in the record.');
    expect(stdout).toContain('“swimming”: Nothing was found for “swimming”.');
  });

  test('compounds and names with apostrophes, however they are written; one unknown word among known ones', async () => {
    const other = writeContent(join(temporaryFolder(), 'content'), {
      ...BASE,
      'reviews/harbour/areas/3.md':
        "---\nnumber: 3\ntitle: Buoys\n---\n\nPop-up moorings were shown by D'Arcy O'Shea-Jones at Tŷ'n-y-Coed and at the café of Tŷ Mawr, where wooden buoys rot.\n",
    });
    const questions = [
      'pop up moorings',
      'pop-up moorings',
      'oshea',
      "O'Shea-Jones",
      "Ty'n y Coed",
      'ty mawr',
      'Tŷ Mawr',
      'cafe',
    ];
    const { stdout } = await runCommand(
      'search',
      ...questions,
      'mouldering wooden buoys',
      '--content',
      other,
      '--json',
      ...TODAY,
    );
    const answers = JSON.parse(stdout) as SearchAnswer[];
    expect(answers.map(({ query, results }) => [query, results[0]?.url])).toEqual(
      [...questions, 'mouldering wooden buoys'].map((query) => [query, '/reviews/harbour/areas/3/']),
    );
  });

  test('finds nothing that is restricted or a draft, and goes on where content has mistakes', async () => {
    const broken = writeContent(join(temporaryFolder(), 'content'), {
      ...BASE,
      'reviews/harbour/areas/3.md':
        '---\nnumber: 3\ntitle: Buoys\nshape: round\n---\n\nSee Area 77.\n\n::: restricted 3\nzebra\n:::\n',
      'reviews/harbour/areas/4.md': '---\nnumber: 4\ntitle: Giraffes\ndraft: true\n---\n',
    });
    const { stdout } = await runCommand(
      'search',
      'buoys',
      'zebra',
      'giraffes',
      '--content',
      broken,
      '--json',
      ...TODAY,
    );
    const answers = JSON.parse(stdout) as SearchAnswer[];
    expect(answers.map(({ results }) => results.map(({ url }) => url))).toEqual([
      ['/reviews/harbour/areas/3/'],
      [],
      [],
    ]);
  });
});
