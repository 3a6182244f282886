import { isMap, isScalar, isSeq, parseDocument, type Document } from 'yaml';
import { expect, test, vi } from 'vitest';
import { compile, type Compilation, type Content } from '../../src/compile.ts';
import { sourceFile } from '../../src/model/source.ts';
import { BASE, OPTIONS, toBytes } from '../support/content.ts';
import { recordFigure, share } from './figures.ts';

/** Damaged input: each mutation is reported, or does no harm; nothing is thrown, hangs or vanishes without a word. */

// A hang shows as a time-out; how long the rest takes depends on the machine.
vi.setConfig({ testTimeout: 240_000 });

const SITE: Readonly<Record<string, string>> = {
  ...BASE,
  'reviews/harbour/index.md': `${BASE['reviews/harbour/index.md']}\nMeeting 3 (appendix B) agreed the report, and conclusion 2 with it.\n`,
  'pages/about.md':
    '---\ntitle: About\nsummary: What this site is.\n---\n\nIt holds the reviews of [[harbour/area 1]].\n',
  'reviews/harbour/meetings/3.md':
    '---\nnumber: 3\ntitle: Final meeting\ndate: 2020-05-05\ntype: final\nappendix: B\npresent: [ann-example]\napologies: [ben-sample]\nactions:\n  - {action: Print the report, owner: ben-sample, due: 2020-05-30, done: 2020-05-29}\n---\n\n## Members\n\n- Cllr Ann Example\n\nThe report was agreed; see section 2.\n',
  'reviews/harbour/recommendations/2.md':
    '---\nnumber: 2\nkind: conclusion\nwording: The quay is lit as meeting 1 saw.\n---\n',
};

const whole = new Map(Object.entries(SITE).map(([path, text]) => [path, sourceFile(path, toBytes(text))]));
const untouched = compileFiles({});
const expected = documentPages(untouched);

function compileFiles(changed: Readonly<Record<string, Uint8Array>>): Compilation {
  const files = [...whole.values()].map((file) => {
    const bytes = changed[file.path];
    return bytes ? sourceFile(file.path, bytes) : file;
  });
  return compile({ files, attachments: [] } satisfies Content, OPTIONS);
}

/** Pages of documents, which no harmless change takes away. */
function documentPages({ pages }: Compilation): Set<string> {
  return new Set(pages.filter(({ search }) => search !== undefined).map(({ url }) => url));
}

interface Outcome {
  reported: number;
  harmless: number;
  failures: string[];
}

function tryAll(mutations: Iterable<{ path: string; bytes: Uint8Array; name: string }>): Outcome {
  const outcome: Outcome = { reported: 0, harmless: 0, failures: [] };
  for (const { path, bytes, name } of mutations) {
    const what = `${path}: ${name}`;
    try {
      const compiled = compileFiles({ [path]: bytes });
      const pages = documentPages(compiled);
      const lost = [...expected].filter((url) => !pages.has(url));
      const stack = compiled.diagnostics.find(({ message }) => /\bat \S+ \(|Error:|undefined|\[object/.test(message));
      if (stack) outcome.failures.push(`${what}: ${stack.message}`);
      if (compiled.diagnostics.length > 0) outcome.reported++;
      // Another number is another address: the page is there all the same.
      else if (lost.length === 0 || pages.size >= expected.size) outcome.harmless++;
      else outcome.failures.push(`${what}: ${lost.join(', ')} vanished without a word`);
    } catch (error) {
      outcome.failures.push(`${what}: ${String(error)}`);
    }
  }
  return outcome;
}

function expectTried(
  name: string,
  mutations: readonly { path: string; bytes: Uint8Array; name: string }[],
  least: number,
) {
  const { reported, harmless, failures } = tryAll(mutations);
  recordFigure(
    'Damaged input',
    name,
    `${mutations.length} tried: ${reported} reported, ${harmless} harmless, ${failures.length} lost or crashed`,
  );
  expect(mutations.length).toBeGreaterThanOrEqual(least);
  expect(reported).toBeGreaterThan(0);
  expect(failures.slice(0, 10)).toEqual([]);
}

const entries = Object.entries(SITE);

test('the site is clean before it is damaged', () => {
  expect(untouched.diagnostics).toEqual([]);
  expect(expected.size).toBeGreaterThan(8);
});

test('each file cut off at many places', () => {
  const cuts = entries.flatMap(([path, text]) => {
    const bytes = toBytes(text);
    return Array.from({ length: Math.floor(bytes.length / 3) }, (_, index) => ({
      path,
      bytes: bytes.slice(0, index * 3),
      name: `cut at byte ${index * 3}`,
    }));
  });
  expectTried('files cut off', share(cuts, 5), 100);
});

test('random bytes', () => {
  let state = 20201123;
  const random = (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const damaged = Array.from({ length: 1500 }, (_, run) => {
    const [path, text] = entries[random(entries.length)]!;
    const bytes = toBytes(text).slice();
    for (let count = random(6) + 1; count > 0; count--) bytes[random(bytes.length)] = random(256);
    return { path, bytes, name: `run ${run}` };
  });
  expectTried('files with random bytes', share(damaged, 5), 300);
});

test('wrong encodings and line ends', () => {
  const others = entries.flatMap(([path, text]) => [
    { path, bytes: new Uint8Array(Buffer.from(text, 'utf16le')), name: 'UTF-16, little end first' },
    { path, bytes: new Uint8Array(Buffer.from(text, 'utf16le').swap16()), name: 'UTF-16, big end first' },
    { path, bytes: new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le')), name: 'UTF-16 with its mark' },
    { path, bytes: new Uint8Array(Buffer.from(text.replace(/e/, 'é'), 'latin1')), name: 'Latin-1' },
    { path, bytes: new Uint8Array(Buffer.from(`\uFEFF${text}`)), name: 'UTF-8 with a mark' },
    { path, bytes: new Uint8Array(Buffer.from(text.replaceAll('\n', '\r\n'))), name: 'Windows line ends' },
    { path, bytes: new Uint8Array(Buffer.from(text.replaceAll('\n', '\r'))), name: 'old Macintosh line ends' },
    { path, bytes: new Uint8Array(Buffer.from(`${text}\0`)), name: 'a zero byte' },
    { path, bytes: new Uint8Array(), name: 'empty' },
    { path, bytes: new Uint8Array(Buffer.from(text + text)), name: 'twice' },
  ]);
  expectTried('wrong encodings and line ends', others, 100);
});

/** The front matter of a file (or all of site.yaml) and what comes before and after it. */
function frontMatter(path: string, text: string): { before: string; yaml: string; after: string } {
  if (path.endsWith('.yaml')) return { before: '', yaml: text, after: '' };
  const end = text.indexOf('\n---\n', 4);
  return { before: '---\n', yaml: text.slice(4, end + 1), after: text.slice(end + 1) };
}

test('every key removed, and every value replaced by each wrong type', () => {
  const values: readonly unknown[] = [
    null,
    12,
    -0.5,
    true,
    '',
    'text',
    '2020-02-30',
    [],
    ['text'],
    [[1]],
    {},
    { key: 'value' },
    'x'.repeat(10_000),
    '__proto__',
    '<script>alert(1)</script>',
    '\u202Etxet',
    1e308,
  ];
  const mutations: { path: string; bytes: Uint8Array; name: string }[] = [];
  for (const [path, text] of entries) {
    const { before, yaml, after } = frontMatter(path, text);
    const paths: (string | number)[][] = [];
    collect(parseDocument(yaml).contents, [], paths);
    const add = (name: string, change: (document: Document.Parsed) => void) => {
      const document = parseDocument(yaml);
      change(document);
      mutations.push({ path, bytes: toBytes(`${before}${String(document)}${after}`), name });
    };
    for (const at of paths) {
      add(`without ${at.join('.')}`, (document) => document.deleteIn(at));
      for (const value of values)
        add(`${at.join('.')} = ${JSON.stringify(value)?.slice(0, 30)}`, (document) =>
          document.setIn(at, document.createNode(value)),
        );
    }
  }
  // 18 for each key, and 18 has no divisor in common with 5: a share has every kind.
  expectTried('keys removed and values of the wrong type', share(mutations, 5), 300);
});

function collect(node: unknown, path: (string | number)[], found: (string | number)[][]): void {
  if (path.length > 0) found.push(path);
  if (isMap(node))
    for (const pair of node.items)
      if (isScalar(pair.key)) collect(pair.value, [...path, String(pair.key.value)], found);
  if (isSeq(node)) node.items.forEach((item, index) => collect(item, [...path, index], found));
}

test('one enormous or deeply nested file', () => {
  const path = 'reviews/harbour/appendices/a.md';
  const head = '---\nletter: A\ntitle: Scope\n---\n\n';
  const deep = [
    ['quotations', `${'> '.repeat(5000)}x`],
    ['lists', Array.from({ length: 400 }, (_, depth) => `${'  '.repeat(depth)}- x`).join('\n')],
    ['brackets', '['.repeat(20_000)],
    ['links', '[a]('.repeat(10_000)],
    ['emphasis', '*a '.repeat(20_000)],
    ['backticks', Array.from({ length: 500 }, (_, length) => '`'.repeat(length)).join(' ')],
    ['references', 'Areas 1 to 999999999 and meetings 1, 2, 3. '.repeat(2000)],
    ['table', `| ${'a | '.repeat(500)}\n|${'-|'.repeat(500)}\n${`| ${'b | '.repeat(500)}\n`.repeat(50)}`],
    ['one line', 'word '.repeat(300_000)],
    ['one word', 'w'.repeat(1_000_000)],
    ['spaces', ' '.repeat(300_000)],
    ['footnotes', '[^1]'.repeat(5000)],
    ['colons', '::: '.repeat(20_000)],
    ['comments', '<!-- '.repeat(20_000)],
    // Each took minutes once, because something was looked for again from every place.
    ['empty headings', '# \n'.repeat(20_000)],
    ['dots', '.'.repeat(60_000)],
    ['short lines', 'q\n'.repeat(30_000)],
    ['abbreviations', '(AB) '.repeat(20_000)],
    ['ends of links', ']('.repeat(30_000)],
    ['quotation marks', '”\n'.repeat(30_000)],
  ] as const;
  const yaml = [
    [
      'anchors',
      `---\na: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c]\n---\n`,
    ],
    ['nesting', `---\nletter: ${'['.repeat(5000)}\n---\n`],
    [
      'many keys',
      `---\nletter: A\ntitle: Scope\n${Array.from({ length: 5000 }, (_, key) => `k${key}: 1`).join('\n')}\n---\n`,
    ],
  ] as const;
  const mutations = [
    ...deep.map(([name, text]) => ({ path, bytes: toBytes(`${head}${text}\n`), name })),
    ...yaml.map(([name, text]) => ({ path, bytes: toBytes(text), name })),
  ];
  const { failures, reported, harmless } = tryAll(mutations);
  recordFigure(
    'Damaged input',
    'enormous and deeply nested files',
    `${mutations.length} tried: ${reported} reported, ${harmless} harmless`,
  );
  expect(failures).toEqual([]);
});
