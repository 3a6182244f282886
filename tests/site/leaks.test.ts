import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { BASE } from '../support/content.ts';
import { recordFigure } from '../trust/figures.ts';
import { cleanUp, readTree, runCommand, temporaryFolder, writeContent } from '../support/site.ts';

/** Markers in every place that must not be published; then every byte of the site is searched for each. */

afterAll(cleanUp);

const markers: { marker: string; place: string }[] = [];

/** A word that stands nowhere else; `place` says where it was planted. */
function plant(place: string): string {
  const marker = `zq${String(markers.length).padStart(4, '0')}qz`;
  markers.push({ marker, place });
  return marker;
}

const RESTRICTED = 'restricted: {paragraph: 2, summary: Exempt.}';

function bodyWithMarkers(of: string): string {
  const kinds = [
    'paragraph',
    'list item',
    'table cell',
    'quotation',
    'heading',
    'link text',
    'code',
    'footnote',
    'image words',
  ];
  const [paragraph, item, cell, quotation, heading, link, code, footnote, image] = kinds.map((kind) =>
    plant(`${of}: ${kind}`),
  );
  return `## ${heading}\n\n${paragraph} Area 1.[^1]\n\n- ${item}\n\n| a | b |\n|---|---|\n| ${cell} | Area 2 |\n\n> ${quotation}\n\n[${link}](https://example.org/${plant(`${of}: address`)}) \`${code}\` ![${image}](../files/${plant(`${of}: attachment`)}.png)\n\n[^1]: ${footnote}\n`;
}

test('nothing withheld is in any byte of the site', async () => {
  const folder = temporaryFolder();
  const content = join(folder, 'content');
  const texts: Record<string, string> = { ...BASE };
  const attach = (body: string, review = 'harbour') => {
    for (const [, name] of body.matchAll(/\.\.\/files\/(\w+)\.png/g))
      texts[`reviews/${review}/files/${name}.png`] = plant('bytes of an attachment');
    return body;
  };

  // Restricted documents of every kind: the body, and what the front matter says beyond the facts.
  texts['reviews/harbour/areas/3.md'] =
    `---\nnumber: 3\ntitle: Third\nwording: ${plant('wording of a restricted area')}\n${RESTRICTED}\n---\n\n${attach(bodyWithMarkers('restricted area'))}`;
  texts['reviews/harbour/meetings/3.md'] =
    `---\nnumber: 3\ntitle: Third\ndate: 2020-04-07\npresent: [ann-example]\nconsidered:\n  - {area: 3, assurance: verbal, outcome: satisfied, note: ${plant('note of a restricted meeting')}}\nactions:\n  - {action: ${plant('action of a restricted meeting')}, owner: ${plant('owner of a restricted action')}}\n${RESTRICTED}\n---\n\n## Area 3\n\n${attach(bodyWithMarkers('restricted meeting'))}`;
  texts['reviews/harbour/recommendations/2.md'] =
    `---\nnumber: 2\nwording: ${plant('wording of a restricted recommendation')}\nto: [Harbour Board]\nsent: 2020-06-30\nresponse: {date: 2020-07-01, decision: rejected, text: ${plant('response to a restricted recommendation')}}\nprogress: [{date: 2020-07-02, status: on-track, note: ${plant('progress on a restricted recommendation')}}]\n${RESTRICTED}\n---\n\n${attach(bodyWithMarkers('restricted recommendation'))}`;
  texts['reviews/harbour/appendices/b.md'] =
    `---\nletter: B\ntitle: Second\n${RESTRICTED}\n---\n\n${attach(bodyWithMarkers('restricted appendix'))}`;
  texts['pages/closed.md'] =
    `---\ntitle: Closed\nsummary: ${plant('summary of a restricted page')}\n${RESTRICTED}\n---\n\n${plant('restricted page')}\n`;

  // Restricted blocks, however they are written, and comments.
  const blocks = [
    `::: restricted 3\n${plant('block')}\n\n- ${plant('list in a block')}\n:::`,
    `:::restricted\n${plant('block without a space')}\n:::`,
    `:::: Restricted 1\n${plant('block of four colons')}\n::::`,
    `> ::: restricted 2\n> ${plant('block in a quotation')}\n> :::`,
    `- ::: restricted 2\n  ${plant('block in a list')}\n  :::`,
    `<!-- ${plant('comment')} -->`,
    `Open text <!-- ${plant('comment in a line')}\n${plant('comment over lines')} --> goes on.`,
  ];
  texts['reviews/harbour/areas/1.md'] = `${BASE['reviews/harbour/areas/1.md']}\n${blocks.join('\n\n')}\n`;

  // Drafts and reviews of the future, with everything in them.
  texts['reviews/harbour/areas/4.md'] =
    `---\nnumber: 4\ntitle: ${plant('title of a draft')}\nwording: ${plant('wording of a draft')}\ndraft: true\n---\n\n${attach(bodyWithMarkers('draft'))}`;
  const future = plant('folder of a future review');
  texts[`reviews/${future}/index.md`] =
    `---\ntitle: ${plant('title of a future review')}\ntype: inquiry\ncommittee: ${plant('committee of a future review')}\nstatus: final\npublished: 2999-01-01\ntopics: [${plant('topic of a future review')}]\nabbreviations: {ZZ: ${plant('abbreviation of a future review')}}\npeople:\n  ${plant('key of a person in a future review')}: {name: ${plant('name in a future review')}, group: member}\norganisations:\n  ${plant('key of a body in a future review')}: {name: ${plant('body in a future review')}}\n---\n\n${plant('narrative of a future review')}\n`;
  texts[`reviews/${future}/areas/1.md`] = `---\nnumber: 1\ntitle: ${plant('area of a future review')}\n---\n`;

  // Each kind of document, withheld in each way, with everything that its front matter and its text can hold.
  let next = 40;
  const factsOf: Readonly<Record<string, (of: string, number: number) => string>> = {
    areas: (of, number) => `number: ${number}\ntitle: TITLE\nwording: ${plant(`${of}: wording`)}\n`,
    meetings: (of, number) =>
      `number: ${number}\ntitle: TITLE\ndate: 2020-04-07\npresent: [ann-example]\nconsidered:\n  - {area: 1, assurance: written, note: ${plant(`${of}: note`)}}\nactions:\n  - {action: ${plant(`${of}: action`)}, owner: ${plant(`${of}: owner`)}}\n`,
    recommendations: (of, number) =>
      `number: ${number}\ntitle: TITLE\nwording: ${plant(`${of}: wording`)}\nto: [${plant(`${of}: addressee`)}]\nsent: 2020-06-30\nresponse: {date: 2020-07-01, decision: rejected, by: ${plant(`${of}: who answers`)}, text: ${plant(`${of}: answer`)}}\nprogress: [{date: 2020-07-02, status: on-track, note: ${plant(`${of}: progress`)}}]\n`,
    appendices: (_of, number) => `letter: ${String.fromCharCode(68 + (number % 20))}\ntitle: TITLE\n`,
  };
  const file = (folderName: string, of: string, keys: string, title: string) => {
    const number = next++;
    const facts = factsOf[folderName]!(of, number).replace('TITLE', title);
    // A name of a file is no part of an address, and a comment in front matter is a note to oneself.
    const path = `reviews/harbour/${folderName}/${plant(`${of}: name of the file`)}.md`;
    texts[path] =
      `---\n# ${plant(`${of}: comment in front matter`)}\n${facts}${keys}\n---\n\n${attach(bodyWithMarkers(of))}`;
  };
  for (const folderName of ['meetings', 'recommendations', 'appendices'])
    file(
      folderName,
      `draft in ${folderName}`,
      `draft: true\nformerly: [/${plant('old address of a draft')}/]`,
      plant('title of a draft'),
    );
  for (const folderName of ['areas', 'meetings', 'recommendations', 'appendices'])
    file(folderName, `restricted in ${folderName}, again`, RESTRICTED, 'Closed');
  for (const folderName of ['areas', 'meetings', 'recommendations', 'appendices']) {
    const of = `block in ${folderName}`;
    const number = next++;
    // What else these say is public, so only the block and the comments hold marks.
    const open: Readonly<Record<string, string>> = {
      areas: `number: ${number}\ntitle: Open\n`,
      meetings: `number: ${number}\ntitle: Open\ndate: 2020-04-08\n`,
      recommendations: `number: ${number}\nwording: Let it be open.\n`,
      appendices: `letter: ${String.fromCharCode(68 + (number % 20))}\ntitle: Open\n`,
    };
    texts[`reviews/harbour/${folderName}/open-${number}.md`] =
      `---\n# ${plant(`${of}: comment in front matter`)}\n${open[folderName]}---\n\nOpen text.\n\n::: restricted 3\n${attach(bodyWithMarkers(of)).replaceAll('[^1]', `[^${number}]`)}\n:::\n\nMore open text. <!-- ${plant(`${of}: comment`)} -->\n`;
  }
  for (const folderName of ['meetings', 'recommendations', 'appendices']) {
    const of = `future review, ${folderName}`;
    texts[`reviews/${future}/${folderName}/1.md`] = `---\n${factsOf[folderName]!(of, 1)
      .replace('TITLE', plant(`${of}: title`))
      .replace('present: [ann-example]\n', '')}---\n\n${attach(bodyWithMarkers(of), future).replace('Area 2', 'text')}`;
  }
  texts['pages/draft.md'] =
    `---\ntitle: ${plant('title of a draft page')}\nsummary: ${plant('summary of a draft page')}\ndraft: true\n---\n\n${plant('draft page')}\n`;

  // People who are not published by name: their names, and the keys, which are made of names.
  const people = [
    `  ${plant('key of a withheld person')}: {name: ${plant('name of a withheld person')}, group: officer, role: ${plant('role of a withheld person')}, publish: withheld}`,
    `  ${plant('key of a role-only person')}: {name: ${plant('name of a role-only person')}, group: officer, role: Diver, publish: role-only}`,
    `  ${plant('key of a contributor')}: {name: ${plant('name of a contributor')}, group: contributor, role: Angler}`,
  ];
  const keys = people.map((line) => line.trim().split(':')[0]!);
  texts['reviews/harbour/index.md'] = BASE['reviews/harbour/index.md']!.replace(
    'people:\n',
    `people:\n${people.join('\n')}\n`,
  );
  texts['reviews/harbour/meetings/1.md'] = BASE['reviews/harbour/meetings/1.md']!.replace(
    'ben-sample]',
    `ben-sample, ${keys.join(', ')}]\napologies: [${keys.join(', ')}]`,
  );

  writeContent(content, texts);
  const { code, stderr } = await runCommand(
    'build',
    '--content',
    content,
    '--output',
    join(folder, 'site'),
    '--today',
    '2020-07-31',
  );
  expect(code, stderr).toBe(0);
  expect(markers.length).toBeGreaterThan(300);

  const leaks: string[] = [];
  let isIndexRead = false;
  for (const [path, bytes] of readTree(join(folder, 'site'))) {
    const isCompressed = path.startsWith('pagefind/') && bytes[0] === 0x1f && bytes[1] === 0x8b;
    const text = `${path}\n${(isCompressed ? gunzipSync(bytes) : bytes).toString()}`.toLowerCase();
    isIndexRead ||= isCompressed && text.includes('showed how the quay is lit');
    for (const { marker, place } of markers) if (text.includes(marker)) leaks.push(`${place} in ${path}`);
  }
  recordFigure(
    'Nothing leaks',
    'marks planted',
    `${markers.length} in as many places: ${leaks.length} found in the site`,
  );
  expect(leaks).toEqual([]);
  expect(isIndexRead, 'the search index was not read, so it was not searched').toBe(true);
});
