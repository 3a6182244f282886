import { describe, expect, test } from 'vitest';
import type { Body } from '../../src/model/body.ts';
import { spanInBlock } from '../../src/model/body.ts';
import type { Reference } from '../../src/model/reference.ts';
import { readBody } from '../../src/parse/body.ts';
import { compileWith } from '../support/content.ts';
import { appendix, find, html, INDEX, links, MEETING, pageAt } from './find.ts';

/** Markdown read: places, anchors, sections on areas, numbered paragraphs, and what is never let through. */

const read = (text: string, numberedParagraphs = false) =>
  readBody(text, { file: 'x.md', bodyStart: 0, numberedParagraphs }).body;
const anchors = (body: Body) => body.blocks.map(({ anchor }) => anchor);

describe('places of references', () => {
  const places: readonly [string, string][] = [
    ['a paragraph', 'See ⟦Area 3⟧ here.'],
    ['a later line', 'One.\nTwo, see ⟦Area 3⟧.'],
    ['after bold words', '**One** and `two`, ⟦Area 3⟧.'],
    ['after an entity', 'A &amp; B, ⟦Area 3⟧.'],
    ['after an escape', 'A \\* B, ⟦Area 3⟧.'],
    ['after a link', '[Area 9](x/Area3.pdf "Area 3"), ⟦Area 3⟧.'],
    ['after an image', '![Area 3](x.png) ⟦Area 3⟧.'],
    ['after a repeated word', 'Area, area 2b, area, ⟦area 3⟧.'],
    ['an item', '- one\n- two ⟦Area 3⟧'],
    ['an item within an item', '- one\n  - two\n    ⟦Area 3⟧'],
    ['a numbered item', '1. one\n2. ⟦Area 3⟧'],
    ['a loose item', '- one\n\n  more ⟦Area 3⟧'],
    ['a quotation', '> one\n> two ⟦Area 3⟧'],
    ['a quotation in an item', '- x\n\n  > two ⟦Area 3⟧'],
    ['a lazy quotation', '> one\ntwo ⟦Area 3⟧'],
    ['a heading', '## On ⟦Area 3⟧ ##'],
    ['an underlined heading', 'On ⟦Area 3⟧\n===='],
    ['a cell', '| a | b |\n|---|---|\n| one | ⟦Area 3⟧ |'],
    ['the first cell', '| a | b |\n|---|---|\n| ⟦Area 3⟧ | two |'],
    ['a cell like the one before it', '| a | b |\n|---|---|\n| x | y |\n| x | x ⟦Area 3⟧ |'],
    ['a table without outer bars', 'a | b\n---|---\none | ⟦Area 3⟧'],
    ['a footnote', 'One[^1].\n\n[^1]: See ⟦Area 3⟧.'],
    ['after a footnote’s number', 'One[^1] and ⟦Area 3⟧.\n\n[^1]: Two.'],
    ['after emoji', '😀😀 ⟦Area 3⟧'],
    ['after a comment of two lines', '<!-- Area 9\nand more --> ⟦Area 3⟧'],
    ['after a comment', '<!-- Area 9 --> ⟦Area 3⟧'],
    ['after a restricted block', '::: restricted 3\nArea 9\n:::\n\n⟦Area 3⟧'],
    ['an indented line', 'one\n   two ⟦Area 3⟧'],
    ['after tabs', '-\tone ⟦Area 3⟧'],
  ];

  test.each(places)('%s', (_name, marked) => {
    const text = marked.replace(/[⟦⟧]/g, '');
    const body = read(text);
    const reference = body.references.find(({ target }) => 'parts' in target && target.parts[0]?.label === '3')!;
    const { start, end } = reference.span;
    expect(`${text.slice(0, start)}⟦${text.slice(start, end)}⟧${text.slice(end)}`).toBe(marked);
  });

  test('each number of a list has its place', () => {
    const text = 'See Areas\n2, 7\nand 9.';
    const { references, blocks } = read(text);
    const target = references[0]!.target as Reference;
    const spans = target.parts.map(({ start, end }) => spanInBlock(blocks[0]!, start, end));
    expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual(['Areas\n2', '7', '9']);
  });
});

describe('anchors', () => {
  test('of headings: the author’s number, the area, or the words', () => {
    const body = read(
      '## 2.6 Final meeting\n\n## HR (Area for Improvement 8)\n\n## Who came?\n\n## Siân’s café\n\n## 日本\n',
    );
    expect(body.headings.map(({ anchor }) => anchor)).toEqual([
      'section-2-6',
      'area-8',
      'who-came',
      'sians-cafe',
      expect.stringMatching(/^[a-z]/) as string,
    ]);
  });

  test('are unique on a page', () => {
    const all = anchors(read('## Same\n\nText.\n\n## Same\n\nText.\n\n- Text.\n\n## Same-2\n'));
    expect(new Set(all).size).toBe(all.length);
  });

  test('of paragraphs stay when the text around them changes', () => {
    const kept = 'The quay is lit from dusk to dawn.';
    const before = read(`One.\n\n${kept}\n\nTwo.`);
    const after = read(`New first paragraph.\n\n## A heading\n\n${kept}\n\n- Two, changed.`);
    const anchorOf = (body: Body) => body.blocks.find(({ text }) => text === kept)!.anchor;
    expect(anchorOf(after)).toBe(anchorOf(before));
    expect(anchorOf(before)).toMatch(/^p-[0-9a-z]+$/);
  });

  test('don’t change with emphasis, a line end or a comma', () => {
    const [one, two] = ['The quay is lit, always.', 'The **quay** is\nlit always!'].map(
      (text) => anchors(read(text))[0],
    );
    expect(one).toBe(two);
  });

  test('stand on the page, each once', () => {
    const printed = html('## One\n\nText.\n\n- item\n- item\n\n> quoted\n\nText.\n');
    const ids = [...printed.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    expect(ids).toHaveLength(6);
    expect(new Set(ids).size).toBe(6);
  });
});

describe('the author’s numbers of headings', () => {
  test.each([
    ['2.6 Final meeting', '2.6'],
    ['1.0 Introduction', '1.0'],
    ['3. Findings', '3'],
    ['4 Conclusions', '4'],
    ['Section 3: Findings', '3'],
    ['Section 3', '3'],
    ['2.6.1 More', '2.6.1'],
    ['2012 was wet', undefined],
    ['20 areas for improvement', undefined],
    ['3 members left', undefined],
    ['Findings 3', undefined],
    ['3rd meeting', undefined],
  ])('%s → %s', (heading, number) => {
    expect(read(`## ${heading}\n`).headings[0]!.number).toBe(number);
  });

  test('2.0 and 2 are one section; the words stay as they are written', () => {
    const index =
      '---\ntitle: T\ntype: inquiry\ncommittee: C\nstatus: final\n---\n\n## 2.0 Findings\n\nSee section 2 and section 2.0.\n';
    const { bodyHtml } = pageAt(compileWith({ 'reviews/quay/index.md': index }), '/reviews/quay/');
    expect(links(bodyHtml)).toEqual([
      'section 2 → /reviews/quay/#section-2-0',
      'section 2.0 → /reviews/quay/#section-2-0',
    ]);
    expect(bodyHtml).toContain('2.0 Findings</h3>');
  });
});

describe('sections of the notes on an area', () => {
  const sections = (text: string) => {
    const body = read(text);
    return body.areaSections.map(({ areas, firstBlock, endBlock }) => [
      areas.join(' '),
      body.blocks
        .slice(firstBlock + 1, endBlock)
        .map((block) => block.text)
        .join(' | '),
    ]);
  };

  test.each([
    ['to the next of its level', '## Area 1\n\na\n\n## Other\n\nb', [['1', 'a']]],
    ['to a higher one', '### Area 1\n\na\n\n## Other\n\nb', [['1', 'a']]],
    ['over a lower one', '## Area 1\n\na\n\n### More\n\nb\n\n## Other', [['1', 'a | More | b']]],
    ['to the end', '## HR processes (Area for Improvement 8)\n\na\n\nb', [['8', 'a | b']]],
    ['of two areas', '## Areas 2 and 7\n\na', [['2 7', 'a']]],
    ['by an explicit reference', '## [[area 8|The HR files]]\n\na', [['8', 'a']]],
    ['none', '## Other\n\nArea 1 was discussed.', []],
    ['none for what is not an area', '## Meeting 2\n\na', []],
    [
      'one area twice',
      '## Area 1\n\na\n\n## Area 1 again\n\nb',
      [
        ['1', 'a'],
        ['1', 'b'],
      ],
    ],
  ])('%s', (_name, text, expected) => {
    expect(sections(text)).toEqual(expected);
  });

  test('the area’s page shows them in order of date, with who was there and what was concluded', () => {
    const meeting = (number: number, date: string, outcome: string) =>
      `---\nnumber: ${number}\ntitle: M${number}\ndate: ${date}\npresent: [ben-sample]\nconsidered:\n  - {area: 1, assurance: verbal, outcome: ${outcome}}\n---\n\n## Area 1\n\nNotes of meeting ${number}.\n\n## Other\n\nNot shown.\n`;
    const compiled = compileWith({
      [MEETING]: meeting(1, '2020-05-01', 'satisfied'),
      'reviews/harbour/meetings/3.md': meeting(3, '2020-01-01', 'awaiting-evidence'),
    });
    const { evidence } = pageAt<{
      evidence: {
        date: string;
        present: { text: string }[];
        assurance: string;
        outcome: { text: string };
        notesHtml: string;
        notesUrl: string;
      }[];
    }>(compiled, '/reviews/harbour/areas/1/');
    expect(
      evidence.map(({ date, present, assurance, outcome }) => [date, present[0]!.text, assurance, outcome.text]),
    ).toEqual([
      ['1 January 2020', 'Ben Sample', 'Verbal assurance', 'Awaiting evidence'],
      ['1 May 2020', 'Ben Sample', 'Verbal assurance', 'Satisfied with progress'],
    ]);
    expect(evidence[0]!.notesHtml).toContain('Notes of');
    expect(evidence[0]!.notesHtml).not.toContain('Not shown');
    expect(evidence[0]!.notesUrl).toBe('/reviews/harbour/meetings/3/#area-1');
  });
});

describe('numbered paragraphs', () => {
  const index = (body: string) =>
    `---\ntitle: T\ntype: inquiry\ncommittee: C\nstatus: final\nparagraphs: numbered\n---\n\n${body}\n`;
  const quay = (body: string) => ({ 'reviews/quay/index.md': index(body) });

  test('keep their numbers, are targets, and are no list', () => {
    const { bodyHtml } = pageAt(compileWith(quay('13. One.\n\n14. Two, see paragraph 13.')), '/reviews/quay/');
    expect(bodyHtml).toContain('id="paragraph-13"');
    expect(bodyHtml).toContain('>13.</a> One.');
    expect(bodyHtml).not.toContain('<ol');
    expect(links(bodyHtml)).toContain('paragraph 13 → /reviews/quay/#paragraph-13');
  });

  test('a paragraph has several lines, and the next begins without a blank line', () => {
    expect(read('1. One\ntwo\n2. Three\n', true).blocks.map(({ text }) => text)).toEqual(['One two', 'Three']);
  });

  test('not in a quotation, a list or an indented line, nor without the key', () => {
    expect(read('> 1. One\n\n- x\n\n  1. Two\n\n  3. Three', true).paragraphs).toEqual([]);
    expect(read('1. One\n', false).paragraphs).toEqual([]);
    expect(read('2012 was wet. 13. x', true).paragraphs).toEqual([]);
  });

  test('a quotation and a list between them belong to no number', () => {
    const body = read('1. One:\n\n> quoted\n\n- item\n\n2. Two', true);
    expect(body.paragraphs.map(({ number }) => number)).toEqual([1, 2]);
  });

  test.each([
    ['from any number', '13. a\n\n14. b\n\n15. c', []],
    ['a gap', '1. a\n\n3. b\n\n4. c', ['paragraph-sequence reviews/quay/index.md:11:1 “3.”']],
    ['a repeat', '1. a\n\n2. b\n\n2. c\n\n3. d', ['paragraph-sequence reviews/quay/index.md:13:1 “2.”']],
    ['a step back', '1. a\n\n2. b\n\n1. c', ['paragraph-sequence reviews/quay/index.md:13:1 “1.”']],
    ['over headings', '1. a\n\n## Next\n\n2. b', []],
    ['a reference to none', '1. a\n\n2. See paragraph 7.', ['reference-unknown reviews/quay/index.md:11:18 “7”']],
  ])('%s', (_name, body, expected) => {
    expect(find(quay(body))).toEqual(expected);
  });

  test('a recommendation names the paragraph it comes from', () => {
    const texts = (paragraph: number) => ({
      ...quay('1. a\n\n2. b'),
      'reviews/quay/recommendations/1.md': `---\nnumber: 1\nwording: To act.\nparagraph: ${paragraph}\n---\n`,
    });
    expect(find(texts(2)).filter((finding) => finding.startsWith('reference'))).toEqual([]);
    expect(find(texts(7)).filter((finding) => finding.startsWith('reference'))).toEqual([
      'reference-unknown reviews/quay/recommendations/1.md:4:12 “7”',
    ]);
  });
});

describe('what is never let through', () => {
  test.each([
    ['raw HTML', '<script>alert(1)</script>', '&lt;script&gt;'],
    ['an attribute', 'Text {onclick=x}', '{onclick=x}'],
    ['a template', '{{ site.name }} {% if x %}', '{{ site.name }} {% if x %}'],
    ['a script address', '[x](javascript:alert(1))', '[x](javascript:alert(1))'],
    ['a data address', '[x](data:text/html,x)', '[x](data:text/html,x)'],
  ])('%s', (_name, body, printed) => {
    expect(html(body)).toContain(printed);
    expect(html(body)).not.toMatch(/<script|href="(?:javascript|data):/i);
  });

  test.each([
    ['<b>x</b>', '6:1 “<b>”'],
    ['a\nb <div class="x">c</div>', '7:3 “<div class="x">”'],
    ['| a |\n|---|\n| <br> |', '8:3 “<br>”'],
  ])('HTML is reported where it stands: %j', (body, place) => {
    expect(find(appendix(body))).toEqual([`raw-html appendices/a.md:${place}`]);
  });

  test.each(['`<b>`', '```\n<b>x</b>\n```', 'a < b > c', '<https://example.org/>', '5 <6'])('no HTML: %j', (body) => {
    expect(find(appendix(body))).toEqual([]);
  });
});

describe('links and images', () => {
  const FILES = { 'reviews/harbour/files/plan b.md': 'x', 'reviews/harbour/files/map.md': 'x' };

  test.each([
    ['[a](../meetings/1.md)', 'a → /reviews/harbour/meetings/1/'],
    ['[a](../meetings/1.md#area-1)', 'a → /reviews/harbour/meetings/1/#area-1'],
    ['[a](../index.md)', 'a → /reviews/harbour/'],
    ['[a](/reviews/harbour/)', 'a → /reviews/harbour/'],
    ['[a](../files/map.md)', 'a → /reviews/harbour/files/map.md'],
    ['[a](<../files/plan b.md>)', 'a → /reviews/harbour/files/plan%20b.md'],
    ['[a](../files/plan%20b.md)', 'a → /reviews/harbour/files/plan%20b.md'],
    ['[a](https://example.org/x?y=1&z=2)', 'a → https://example.org/x?y=1&amp;z=2'],
    ['ann@example.org', 'ann@example.org → mailto:ann@example.org'],
    ['https://example.org/x', 'https://example.org/x → https://example.org/x'],
  ])('%s', (body, link) => {
    expect(links(html(body, FILES))).toEqual([link]);
    expect(find({ ...FILES, ...appendix(body) })).toEqual([]);
  });

  test.each([
    ['[a](⟦nothing.md⟧)', 'link-broken'],
    ['one [two](https://example.org/) and [a](⟦../meetings/9.md⟧)', 'link-broken'],
    ['one\n- [a](⟦nothing.md⟧ "title")', 'link-broken'],
    ['[a](<⟦no such file.pdf⟧>)', 'link-broken'],
    ['[a](⟦/nowhere/⟧)', 'link-broken'],
    ['[a](⟦#nowhere⟧)', 'link-broken'],
    ['[a](⟦www.example.org⟧)', 'link-broken'],
    ['⟦[a][1]⟧\n\n[1]: nothing.md', 'link-broken'],
    ['![a map](⟦nothing.png⟧)', 'link-broken'],
    ['![a map](⟦https://example.org/map.png⟧)', 'image-external'],
    ['![a map](⟦//example.org/map.png⟧)', 'image-external'],
    ['⟦![]⟧(../files/map.md)', 'image-alt-missing'],
    ['⟦![ ]⟧(../files/map.md)', 'image-alt-missing'],
    ['| a |\n|---|\n| [x](⟦nothing.md⟧) |', 'link-broken'],
  ])('%j', (marked, code) => {
    const body = marked.replace(/[⟦⟧]/g, '');
    const before = marked.slice(0, marked.indexOf('⟦')).split('\n');
    const words = /⟦(.*)⟧/.exec(marked)![1];
    expect(find({ ...FILES, ...appendix(body) })).toEqual([
      `${code} appendices/a.md:${5 + before.length}:${before.at(-1)!.length + 1} “${words}”`,
    ]);
  });

  test('an image that leads elsewhere is printed as its words', () => {
    expect(html('![a map](https://example.org/map.png)')).toBe(
      html('a map').replace(/p-\w+/, /p-\w+/.exec(html('![a map](https://example.org/map.png)'))![0]),
    );
  });
});

describe('headings keep one outline', () => {
  test.each([
    ['# One\n\n### Two\n\n## Three', ['h2', 'h3', 'h3']],
    ['### One\n\n## Two\n\n###### Three', ['h2', 'h2', 'h3']],
  ])('%j', (body, expected) => {
    expect([...html(body).matchAll(/<(h\d)/g)].map((match) => match[1])).toEqual(expected);
  });
});

test('the report of the base has its sections', () => {
  const { headings } = compileWith({}).catalogue.documents.get(INDEX)!.body;
  expect(headings.map(({ number, level, text }) => [number, level, text])).toEqual([
    ['1', 2, '1 Introduction'],
    ['2', 2, '2 Evidence'],
  ]);
});
