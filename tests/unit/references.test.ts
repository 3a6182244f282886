import { describe, expect, test } from 'vitest';
import { labelsOf } from '../../src/model/reference.ts';
import { findReferences, readExplicitReference } from '../../src/parse/references.ts';
import { appendix, codes, find, html, INDEX, links } from './find.ts';
import { BASE, compileWith } from '../support/content.ts';

/** Which plain words are references, and which are not. */

/** `area 2 3` for each reference that is the review's own. */
const found = (text: string) =>
  findReferences(text)
    .filter(({ external }) => !external)
    .map((reference) => `${reference.kind} ${labelsOf(reference).join(' ')}`);

describe('references', () => {
  test.each([
    ['Area 8', 'area 8'],
    ['see area 8.', 'area 8'],
    ['AREA 8', 'area 8'],
    ['Area for Improvement 8', 'area 8'],
    ['area for improvement 8', 'area 8'],
    ['Areas for Improvement 2, 7, 9 and 18', 'area 2 7 9 18'],
    ['Areas 2, 7, 9, and 18', 'area 2 7 9 18'],
    ['areas 2 & 7', 'area 2 7'],
    ['areas 2 or 7', 'area 2 7'],
    ['areas 3 to 6', 'area 3 4 5 6'],
    ['areas 3-6', 'area 3 4 5 6'],
    ['areas 3–6', 'area 3 4 5 6'],
    ['areas 3 – 6', 'area 3 4 5 6'],
    ['areas 3 through 5', 'area 3 4 5'],
    ['areas 1, 3 to 5 and 9', 'area 1 3 4 5 9'],
    ['Areas for Improvement 5 and 10.', 'area 5 10'],
    ['(Area 8)', 'area 8'],
    ['“Area 8”', 'area 8'],
    ['Area 8’s file', 'area 8'],
    ['meeting 2', 'meeting 2'],
    ['meetings 2 and 5', 'meeting 2 5'],
    ['At meeting 2, at meeting 5', 'meeting 2', 'meeting 5'],
    ['appendix B', 'appendix B'],
    ['Appendix b', 'appendix b'],
    ['see appendix a.', 'appendix a'],
    ['appendices B to D', 'appendix B C D'],
    ['appendices A, C and G', 'appendix A C G'],
    ['recommendation 1', 'recommendation 1'],
    ['recommendations 1 to 3', 'recommendation 1 2 3'],
    ['section 2.6', 'section 2.6'],
    ['sections 2.6 and 3', 'section 2.6 3'],
    ['section 2.6.', 'section 2.6'],
    ['paragraph 14', 'paragraph 14'],
    ['paragraphs 14 and 15 of this report', 'paragraph 14 15'],
    ['meeting 4 and 5:', 'meeting 4 5'],
    ['area 010', 'area 010'],
    ['our review, section 2 of this report', 'section 2'],
    ["the Group's recommendation 2", 'recommendation 2'],
  ])('%s', (text, ...expected) => {
    expect(found(text)).toEqual(expected);
  });

  test.each([
    // Dates, times and counts.
    'the meeting 8 May 2012',
    'the meeting 8th May',
    'the meeting 10:30',
    'the meeting 10.30 am',
    'the meeting 2 pm',
    'the area 20 miles north',
    'the area 20%',
    'the area 12 hectares',
    'the meeting 25 members attended',
    'area 2012',
    'meeting 2012',
    // Words that are no labels.
    'appendix a number of tables',
    'the appendix i wrote',
    'meeting two',
    'area',
    'areas for improvement',
    'the areas, 8 in all',
    'subarea 8',
    'area-8',
    'area8',
    'Area 8a',
    'disarea 8',
    // Other texts.
    'section 17 of the Children Act 1989',
    'Section 21A of the Local Government Act 2000',
    'Local Government Act 2000, section 21',
    'section 9FE(2)',
    'section 106(1) agreement',
    'paragraph 12 of the Munro report',
    'paragraph 4 of Schedule 12A to the Act',
    'Schedule 12A, paragraph 2',
    'recommendation 3 of the Laming Inquiry',
    'paragraph 5 of the National Planning Policy Framework',
    'Appendix B to the Constitution',
    'Ibid, paragraph 3',
    'HC 179, paragraph 3',
    "Ofsted's recommendation 4",
    '\\Area 8',
  ])('no reference: %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  test('a list ends where the sentence goes on', () => {
    expect(found('meeting 4 and 5 officers came')).toEqual(['meeting 4']);
    expect(found('Area 2 and 3 officers')).toEqual(['area 2']);
    expect(found('areas 2 and 3 and meeting 4')).toEqual(['area 2 3', 'meeting 4']);
    expect(found('Area 8 to be reviewed')).toEqual(['area 8']);
    expect(found('Areas 8 and 9 to 5 members')).toEqual(['area 8 9']);
  });

  test('a range that runs backwards or too far implies nothing', () => {
    expect(found('areas 6 to 3')).toEqual(['area 6 3']);
    expect(found('areas 1 to 9999')).toEqual(['area 1']);
    expect(found('areas 1 to 900')).toEqual(['area 1 900']);
  });

  test('the printed pieces are the words of the list, the first with its word', () => {
    const text = 'see Areas 2, 7 and 9 again';
    expect(findReferences(text)[0]!.parts.map(({ start, end }) => text.slice(start, end))).toEqual([
      'Areas 2',
      '7',
      '9',
    ]);
  });
});

describe('explicit references', () => {
  test.each([
    ['area 8', { kind: 'area', label: '8' }],
    ['Area for Improvement 8', { kind: 'area', label: '8' }],
    ['appendix b', { kind: 'appendix', label: 'b' }],
    ['section 2.6', { kind: 'section', label: '2.6' }],
    ['other-review/recommendation 3', { kind: 'recommendation', label: '3', review: 'other-review' }],
    ['other-review/', { kind: 'review', review: 'other-review' }],
    ['page about', { kind: 'page', label: 'about' }],
    ['  area 8  ', { kind: 'area', label: '8' }],
  ])('[[%s]]', (written, expected) => {
    expect(readExplicitReference(written)).toMatchObject(expected);
  });

  test.each(['', 'area', 'area B', 'area 2.6', 'the HR files', 'areas 2 and 3', 'person x', 'page', 'x/'.repeat(2)])(
    'malformed: [[%s]]',
    (written) => {
      expect(['malformed', 'review']).toContain(readExplicitReference(written).kind);
    },
  );

  test('words, labels and addresses', () => {
    const text = 'See [[area 2]], [[Area 2|the ladders]], [[harbour/meeting 1]], [[page about]] and [[harbour/]].';
    expect(links(html(text, { 'pages/about.md': '---\ntitle: About this site\n---\n' }))).toEqual([
      'Area 2 → /reviews/harbour/areas/2/',
      'the ladders → /reviews/harbour/areas/2/',
      'Meeting 1 → /reviews/harbour/meetings/1/',
      'About this site → /about/',
      'Harbour safety → /reviews/harbour/',
    ]);
  });

  test.each([
    ['[[area 9]]', 'reference-unknown', '[[area 9]]'],
    ['[[nowhere/area 1]]', 'reference-unknown', '[[nowhere/area 1]]'],
    ['[[page nowhere]]', 'reference-unknown', '[[page nowhere]]'],
    ['[[the ladders]]', 'reference-malformed', '[[the ladders]]'],
    ['[[area 2', 'reference-malformed', '[['],
  ])('%s is %s', (written, code, marked) => {
    expect(find(appendix(`We see ${written}`))).toEqual([`${code} appendices/a.md:6:8 “${marked}”`]);
  });

  test.each(['`[[nothing]]`', '    [[nothing]]', '\\[[nothing]]', '[x](https://example.org/[[a]])'])(
    'not in %s',
    (body) => {
      expect(codes(appendix(body))).toEqual([]);
    },
  );

  test('a page must name the review', () => {
    const page = (body: string) => ({ 'pages/about.md': `---\ntitle: About\n---\n\n${body}\n` });
    expect(find(page('See [[area 1]].'))).toEqual(['reference-unknown pages/about.md:5:5 “[[area 1]]”']);
    expect(find(page('See [[harbour/area 1]] and Area 77.'))).toEqual([]);
  });
});

describe('references become links', () => {
  const AREA1 = '→ /reviews/harbour/areas/1/';
  const AREA2 = '→ /reviews/harbour/areas/2/';

  test.each([
    ['in a paragraph', 'See Area 1.', [`Area 1 ${AREA1}`]],
    ['across a line end', 'See Areas\n1 and\n2.', [`Areas\n1 ${AREA1}`, `2 ${AREA2}`]],
    ['in a list', '- Area 1\n- Area 2', [`Area 1 ${AREA1}`, `Area 2 ${AREA2}`]],
    ['in a quotation', '> See Area 1.', [`Area 1 ${AREA1}`]],
    ['in a heading', '## On Area 1', [`Area 1 ${AREA1}`]],
    ['in a table', '| a | b |\n|---|---|\n| Area 1 | x, Area 2 |', [`Area 1 ${AREA1}`, `Area 2 ${AREA2}`]],
    ['in a footnote', 'See[^1].\n\n[^1]: Area 1.', [`Area 1 ${AREA1}`]],
    ['in bold words', '**Area 1**', [`Area 1 ${AREA1}`]],
    ['a list of them', 'Areas 1 and 2', [`Areas 1 ${AREA1}`, `2 ${AREA2}`]],
    ['a meeting', 'meeting 2', ['meeting 2 → /reviews/harbour/meetings/2/']],
    ['an appendix', 'appendix a', ['appendix a → /reviews/harbour/appendices/a/']],
    ['a recommendation', 'recommendation 1', ['recommendation 1 → /reviews/harbour/recommendations/1/']],
    ['a section of the report', 'section 2', ['section 2 → /reviews/harbour/#section-2']],
  ])('%s', (_name, body, expected) => {
    expect(links(html(body)).filter((link) => !link.includes('#fn'))).toEqual(expected);
  });

  test.each([
    ['in code', '`Area 1`'],
    ['in a block of code', '```\nArea 1\n```'],
    ['in indented code', '    Area 1'],
    ['in the words of a link', '[Area 1](https://example.org/)'],
    ['in an address', 'https://example.org/Area 1'.replace(' ', '%20')],
    ['in an address in brackets', '[x](https://example.org/area-1 "Area 1")'],
    ['behind a backslash', '\\Area 1 and \\meeting 2'],
    ['in a picture’s words', '![Area 1](../files/a.png)'],
    ['half in bold', 'Area **1**'],
  ])('never %s', (_name, body) => {
    const printed = html(body, { 'reviews/harbour/files/a.png': 'x' });
    expect(links(printed).filter((link) => link.includes('/areas/'))).toEqual([]);
  });

  test('a backslash is not printed', () => {
    expect(html('See \\Area 1.')).toContain('See Area 1.');
  });

  test('in the exact wording too', () => {
    expect(
      find({
        'reviews/harbour/areas/1.md': BASE['reviews/harbour/areas/1.md']!.replace(
          'Light the',
          'As in Area 9, light the',
        ),
      }),
    ).toEqual(['reference-unknown areas/1.md:4:21 “9”']);
  });
});

describe('references to nothing', () => {
  test.each([
    ['Area 9', '9'],
    ['Areas 1, 2 and 9', '9'],
    ['meeting 9', '9'],
    ['appendix Q', 'Q'],
    ['recommendation 9', '9'],
    ['section 4', '4'],
  ])('%s', (text, marked) => {
    expect(find(appendix(`See ${text}.`))).toEqual([
      `reference-unknown appendices/a.md:6:${5 + text.length - marked.length} “${marked}”`,
    ]);
  });

  test('a range of which some are missing is reported at its end only', () => {
    expect(find(appendix('See areas 1 to 4.'))).toEqual(['reference-unknown appendices/a.md:6:16 “4”']);
  });

  test.each(['section 106', 'section 17 of the Children Act 1989', 'paragraph 12', '\\Area 9', '`Area 9`'])(
    'not %s',
    (text) => {
      expect(codes(appendix(`See ${text}.`))).toEqual([]);
    },
  );

  test.each([
    ['Area 11', 'areas run from 1 to 2. Did you mean 1?'],
    ['Area 9', 'areas run from 1 to 2.'],
    ['recommendation 7', 'The only recommendation is 1.'],
    ['appendix C', 'The appendices are A. Did you mean A?'],
  ])('the hint for %s', (text, hint) => {
    expect(hintFor(text)).toBe(hint);
  });

  test('in a review without areas “area 4” is an area of the town', () => {
    expect(
      codes({
        ...Object.fromEntries(
          Object.keys(BASE)
            .filter((path) => /areas|meetings|recomm/.test(path))
            .map((path) => [path, null]),
        ),
        [INDEX]:
          '---\ntitle: T\ntype: inquiry\ncommittee: C\nstatus: final\n---\n\nThe area 4 north of the river. See [[appendix A]].\n',
      }),
    ).toEqual([]);
  });

  test('the numbers of a file that can’t be read are not missed; those far beyond are', () => {
    expect(
      find({
        'reviews/harbour/areas/2.md': '---\nnumber: 2\ntitle: a: b\n---\n',
        ...appendix('Areas 1 and 2, Area 41.'),
      }),
    ).toEqual(['reference-unknown appendices/a.md:6:21 “41”', 'yaml-colon areas/2.md:3:9 “:”']);
  });
});

function hintFor(text: string): string | undefined {
  return compileWith(appendix(`See ${text}.`)).diagnostics.find(({ code }) => code === 'reference-unknown')?.hint;
}
