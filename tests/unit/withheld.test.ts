import { describe, expect, test } from 'vitest';
import { BASE, compileTexts, compileWith } from '../support/content.ts';
import { appendix, APPENDIX, find, findings, html, INDEX, links, MEETING, pageAt, published } from './find.ts';

/** What must not be published: no byte of it in any page, file or attachment. */

const SECRET = 'Zyzzyva';

describe('restricted blocks', () => {
  test.each([
    ['alone', `One.\n\n::: restricted 3\n${SECRET}\n:::\n\nTwo.`],
    ['without a blank line around it', `One.\n::: restricted 3\n${SECRET}\n:::\nTwo.`],
    ['with blank lines and headings in it', `One.\n\n::: restricted\n## ${SECRET}\n\n- ${SECRET}\n\n:::\n\nTwo.`],
    ['with more colons', `One.\n\n:::: restricted 3\n${SECRET}\n::::\n\nTwo.`],
    ['without a space', `One.\n\n:::restricted 3\n${SECRET}\n:::\n\nTwo.`],
    ['in capitals', `One.\n\n::: RESTRICTED 3\n${SECRET}\n:::\n\nTwo.`],
    ['in a quotation', `> One.\n>\n> ::: restricted 3\n> ${SECRET}\n> :::\n>\n> Two.`],
    ['in a list', `- One.\n- ::: restricted 3\n  ${SECRET}\n  :::\n- Two.`],
    ['with a reference in it', `One.\n\n::: restricted 3\n${SECRET}, see Area 1 and Area 9.\n:::\n\nTwo.`],
    ['with a comment in it', `One.\n\n::: restricted 3\n<!-- ${SECRET}\n:::\n\nTwo.`],
    ['with code in it', `One.\n\n::: restricted 3\n\`\`\`\n${SECRET}\n\`\`\`\n:::\n\nTwo.`],
    ['with a footnote in it', `One.\n\n::: restricted 3\n[^1]: ${SECRET}\n:::\n\nTwo.`],
    ['with the words it opens with', `One.\n\n::: restricted 3 ${SECRET}\n${SECRET}\n:::\n\nTwo.`],
  ])('%s', (_name, body) => {
    const compiled = compileWith(appendix(body));
    expect(published(compiled)).not.toContain(SECRET);
    const { bodyHtml } = pageAt(compiled, '/reviews/harbour/appendices/a/');
    expect(bodyHtml).toContain('Two.');
    expect(bodyHtml.match(/exempt from publication/g)).toHaveLength(1);
    expect(findings(compiled)).toEqual([]);
  });

  test('the paragraph of the Act is named', () => {
    expect(html(`::: restricted 3\n${SECRET}\n:::`)).toContain('under paragraph 3 of Schedule 12A');
    expect(html(`::: restricted\n${SECRET}\n:::`)).not.toContain('paragraph');
  });

  test('one that is never closed hides the rest and is reported', () => {
    const body = `One.\n\n::: restricted 3\n${SECRET}\n\nTwo.`;
    expect(published(compileWith(appendix(body)))).not.toMatch(/Zyzzyva|Two\./);
    expect(find(appendix(body))).toEqual(['restricted-unclosed appendices/a.md:8:1 “::: restricted 3”']);
  });

  test.each(['::: note', '::: resticted 3', ':::private'])(
    '%s is reported, for its text would be published',
    (line) => {
      expect(find(appendix(`${line}\nText.\n:::`))).toEqual([`container-unknown appendices/a.md:6:1 “${line}”`]);
    },
  );

  test('a clerk can’t write the sign that stands for one', () => {
    expect(html('\uE0003 text')).not.toContain('exempt');
  });

  test('a colon in the text opens nothing', () => {
    expect(find(appendix('One ::: restricted 3\n\na: b'))).toEqual([]);
  });
});

describe('restricted documents', () => {
  const restricted = (front: string, body: string) =>
    `---\n${front}\nrestricted: {paragraph: 2, summary: A personal matter.}\n---\n\n${body}\n`;

  test.each([
    ['an appendix', APPENDIX, 'letter: A\ntitle: Scope', '/reviews/harbour/appendices/a/'],
    [
      'a meeting',
      MEETING,
      `number: 1\ntitle: First\ndate: 2020-02-04\nconsidered:\n  - {area: 1, assurance: verbal, outcome: satisfied, note: ${SECRET}}\nactions:\n  - {action: ${SECRET}, owner: ${SECRET}}`,
      '/reviews/harbour/meetings/1/',
    ],
    [
      'an area',
      'reviews/harbour/areas/1.md',
      `number: 1\ntitle: Lighting\nwording: ${SECRET}`,
      '/reviews/harbour/areas/1/',
    ],
    [
      'a recommendation',
      'reviews/harbour/recommendations/1.md',
      `number: 1\nwording: ${SECRET}\nto: [Board]\nresponse: {date: 2020-07-01, decision: accepted, by: Board, text: ${SECRET}}\nprogress:\n  - {date: 2020-07-02, status: achieved, note: ${SECRET}}`,
      '/reviews/harbour/recommendations/1/',
    ],
    [
      'the report',
      INDEX,
      'title: Harbour safety\ntype: inquiry\ncommittee: C\nstatus: final\npeople:\n  ann-example: {name: Ann, group: member}\n  ben-sample: {name: Ben, group: officer}\norganisations:\n  abc: {name: A}',
      '/reviews/harbour/',
    ],
  ])('%s: the summary is published, the text is not', (_name, path, front, url) => {
    const compiled = compileWith({
      [path]: restricted(front, `## ${SECRET}\n\n${SECRET}, see Area 2, [[nothing]] and [x](y.pdf).`),
    });
    expect(published(compiled)).not.toContain(SECRET);
    expect(pageAt<{ restrictedNotice: string; restrictedSummary: string }>(compiled, url)).toMatchObject({
      restrictedNotice: expect.stringContaining('paragraph 2 of Schedule 12A') as string,
      restrictedSummary: 'A personal matter.',
    });
    const { backlinks } = pageAt<{ backlinks: { from: { url: string } }[] }>(compiled, '/reviews/harbour/areas/2/');
    expect(backlinks.map(({ from }) => from.url)).not.toContain(url);
  });

  test('a `restricted` with mistakes in it still restricts', () => {
    for (const value of ['yes', '{paragraph: two}', '{summary: x}', '', '[2]', '{paragraf: 2}', '*x']) {
      const compiled = compileWith({
        [APPENDIX]: `---\nletter: A\ntitle: Scope\nrestricted: ${value}\n---\n\n${SECRET}\n`,
      });
      expect(published(compiled)).not.toContain(SECRET);
    }
  });

  test('a misspelt one is an error, so nothing is published', () => {
    expect(find({ [APPENDIX]: `---\nletter: A\ntitle: Scope\nrestrcted: {paragraph: 2}\n---\n\n${SECRET}\n` })).toEqual(
      ['field-unknown appendices/a.md:4:1 “restrcted”'],
    );
  });
});

describe('comments', () => {
  test.each([
    ['on a line of its own', `One.\n\n<!-- ${SECRET} -->\n\nTwo.`],
    ['in a sentence', `One <!-- ${SECRET} --> two.`],
    ['before a sentence', `<!-- ${SECRET} --> One two.`],
    ['over lines', `One.\n\n<!--\n${SECRET}\n\n${SECRET}\n-->\n\nTwo.`],
    ['never closed', `One.\n\n<!-- ${SECRET}\n\nTwo.`],
    ['in a table', `| a |\n|---|\n| x <!-- ${SECRET} --> |`],
    ['with a reference to nothing', `One.\n\n<!-- ${SECRET} Area 99 [[x]] -->`],
    ['in code', `\`\`\`\n<!-- ${SECRET} --> x\n\`\`\``],
  ])('%s', (_name, body) => {
    const compiled = compileWith(appendix(body));
    expect(published(compiled)).not.toContain(SECRET);
    expect(published(compiled)).not.toContain('\uE001');
    expect(findings(compiled)).toEqual([]);
  });

  test('the text around one is printed as text', () => {
    expect(html('<!-- x --> One **two**.')).toMatch(/^<p id="[^"]+">\s*One <strong>two<\/strong>\.<\/p>$/);
  });
});

describe('drafts and reviews to come', () => {
  const draft = (front: string) => `---\n${front}\ndraft: true\n---\n\n${SECRET}. See Area 1.\n`;

  test.each([
    ['an appendix', APPENDIX, 'letter: A\ntitle: Zyzzyva scope'],
    ['an area', 'reviews/harbour/areas/2.md', 'number: 2\ntitle: Zyzzyva ladders\nlead: abc'],
    [
      'a meeting',
      'reviews/harbour/meetings/2.md',
      'number: 2\ntitle: Zyzzyva\ndate: 2020-03-03\nconsidered:\n  - {area: 2, assurance: verbal, outcome: satisfied}',
    ],
    ['a recommendation', 'reviews/harbour/recommendations/1.md', 'number: 1\nwording: Zyzzyva'],
    ['a page', 'pages/about.md', 'title: Zyzzyva'],
    [
      'the report, and all that is in its folder',
      INDEX,
      'title: Zyzzyva\ntype: inquiry\ncommittee: Zyzzyva\nstatus: final',
    ],
  ])('%s', (_name, path, front) => {
    expect(published(compileWith({ [path]: draft(front) }))).not.toContain(SECRET);
    const preview = compileWith({ [path]: draft(front) }, { preview: true });
    expect(published(preview)).toContain(SECRET);
    expect(preview.pages.some((page) => page.isDraft)).toBe(true);
  });

  test('words that name a draft stay words, without a link or a finding', () => {
    const texts = {
      'reviews/harbour/areas/2.md': draft('number: 2\ntitle: Ladders'),
      ...appendix('See Area 2 and [[area 2]].'),
    };
    const compiled = compileWith(texts);
    expect(links(pageAt(compiled, '/reviews/harbour/appendices/a/').bodyHtml)).toEqual([]);
    expect(find(texts).filter((finding) => finding.startsWith('reference'))).toEqual([]);
  });

  test.each([
    ['2020-07-30', true],
    ['2020-07-31', true],
    ['2020-08-01', false],
    ['2020-07', true],
    ['2020-08', false],
    ['2020', true],
    ['2021', false],
  ])('published: %s, built on 31 July 2020', (date, isPublished) => {
    const index = BASE[INDEX]!.replace('published: 2020-06-30', `published: ${date}`);
    const compiled = compileWith({ [INDEX]: index });
    expect(compiled.catalogue.reviews).toHaveLength(isPublished ? 1 : 0);
    expect(published(compiled).includes('Lighting')).toBe(isPublished);
  });

  test('`draft: false` publishes; a draft that can’t be read does not', () => {
    const withDraft = (value: string) =>
      compileTexts({ ...BASE, [APPENDIX]: `---\nletter: A\ntitle: Scope\ndraft: ${value}\n---\n\n${SECRET}\n` });
    expect(published(withDraft('false'))).toContain(SECRET);
    expect(published(withDraft('no'))).toContain(SECRET);
    expect(published(withDraft('perhaps'))).not.toContain(SECRET);
  });

  test('attachments that only withheld texts link to are not published', () => {
    const attachment = 'reviews/harbour/files/plan.pdf';
    const body = `\n\n[the plan](../files/plan.pdf)\n`;
    const with_ = (front: string) =>
      compileTexts({ ...BASE, [APPENDIX]: `---\nletter: A\ntitle: Scope${front}\n---${body}` }, {}, [attachment])
        .attachments;
    expect(with_('')).toEqual([{ from: attachment, to: attachment }]);
    expect(with_('\ndraft: true')).toEqual([]);
    expect(with_('\nrestricted: {paragraph: 2}')).toEqual([]);
  });
});

describe('people', () => {
  const index = (person: string) =>
    BASE[INDEX]!.replace('{name: Ben Sample, group: officer, role: Harbour Master, organisation: abc}', person);
  const silent = {
    'reviews/harbour/meetings/2.md': BASE['reviews/harbour/meetings/2.md']!.replace('Ben Sample', 'An officer'),
    [MEETING]: BASE[MEETING]!.replace('Ben Sample', 'An officer'),
  };

  test.each([
    ['{name: Zyzzyva, group: officer, role: Harbour Master}', true, true],
    ['{name: Zyzzyva, group: public, role: Fisherman}', false, true],
    ['{name: Zyzzyva, group: contributor, role: Fisherman}', false, true],
    ['{name: Zyzzyva, group: officer, role: Fisherman, publish: role-only}', false, true],
    ['{name: Zyzzyva, group: officer, role: Fisherman, publish: withheld}', false, false],
    ['{name: Zyzzyva, group: public, role: Fisherman, publish: name}', true, true],
  ])('%s', (person, hasName, hasRole) => {
    const text = published(
      compileWith({ ...silent, [INDEX]: index(person).replace('heard Ben Sample', 'heard an officer') }),
    );
    expect(text.includes(SECRET)).toBe(hasName);
    expect(/Fisherman|Harbour Master/.test(text)).toBe(hasRole);
  });
});
