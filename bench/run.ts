import {
  appendFileSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { format, resolveConfig } from 'prettier';
import { makeArchive } from './archive.ts';
import { compilePrograms, measure, median, remove, ROOT, workFolder, writeFile, type Cost } from './measure.ts';
import { measureEdits } from './preview.ts';

/**
 * What everything costs, each figure beside its peer in the same run: `npm run bench -- --pages 1000`. Whole processes,
 * medians, content made here. Prints a table; with `--write` it becomes the figures of docs/performance.md, with
 * `--growth` ten times the pages are built too.
 */
const argument = (name: string, otherwise: number) =>
  Number(new RegExp(`--${name}[ =](\\d+)`).exec(process.argv.join(' '))?.[1] ?? otherwise);
const wanted = argument('pages', 1000);
const runs = argument('runs', 3);
const isGrown = process.argv.includes('--growth');
const TODAY = '2026-01-01';

const folder = workFolder();
const programs = join(ROOT, '.cache', 'bench');
const at = (...parts: string[]) => join(folder, ...parts);
const node = (program: string, ...rest: string[]) => [process.execPath, join(programs, `${program}.js`), ...rest];
const cli = (...rest: string[]) => [process.execPath, join(ROOT, 'src', 'run.js'), ...rest, '--today', TODAY];

try {
  await compilePrograms(programs, ['bare', 'read', 'plain-build', 'eleventy', 'pagefind']);
  const content = writeArchive('content', wanted);
  const run = (command: readonly string[], ...written: string[]) =>
    measure(command, { cwd: folder, runs, before: () => written.forEach((name) => remove(at(name))) });

  // The first run of a command compiles it.
  spawnSync(process.execPath, [join(ROOT, 'src', 'run.js'), 'build', '--help'], { cwd: folder });
  const bare = await run(node('bare', content, at('bare')), 'bare');
  const hugo = await measureHugo(content, run);
  const eleventy = await measureEleventy(content, run);
  const pagefind = await run(node('pagefind', at(hugo ? 'hugo' : 'bare'), at('pagefind')), 'pagefind');
  const read = await run(node('read', content));
  const check = await run(cli('check', '--content', content, '--format', 'json'));
  const plain = await run(node('plain-build', content, at('plain'), at('plain-cache')), 'plain', 'plain-cache');
  remove(at('plain'));
  remove(at('plain-cache'));
  const whole = await run(cli('build', '--content', content, '--output', at('site')), 'site', '.cache');
  const pages = countPages(at('site'));
  const edit = await measureEdit(content);
  const unchanged = await measureUnchanged(content);
  const searchless = hugo ?? bare;
  const visible = await measureEdits(content, folder);
  const sizes = [
    await measureSize('tenth', Math.round(wanted / 10)),
    { pages, cost: whole },
    ...(isGrown ? [await measureSize('tenfold', wanted * 10)] : []),
  ];

  const rows: string[][] = [
    ...(hugo ? [['Cold build without search ÷ Hugo', figures(plain, hugo), ratio(plain.time, hugo.time), '1.0']] : []),
    [
      `Cold build with search ÷ (${hugo ? 'Hugo' : 'bare program'} + Pagefind)`,
      figures(whole, searchless, pagefind),
      ratio(whole.time, searchless.time + pagefind.time),
      '0.8',
    ],
    ['Cold build without search ÷ the bare program', figures(plain, bare), ratio(plain.time, bare.time), '2.5'],
    [
      'Cold build without search ÷ Eleventy reading the Markdown',
      figures(plain, eleventy),
      ratio(plain.time, eleventy.time),
      '',
    ],
    ['`check` ÷ reading and parsing once', figures(check, read), ratio(check.time, read.time), '2'],
    ['One edited file, a new process ÷ cold build', figures(edit, whole), ratio(edit.time, whole.time), '0.1'],
    [
      'One edited file in the preview: saved to visible in Chromium',
      `${visible.map((time) => Math.round(time)).join(', ')} ms`,
      `${Math.round(median(visible))} ms`,
      '150 ms',
    ],
    ...sizes.slice(1).map((size, index) => {
      const before = sizes[index]!;
      const [each, eachBefore] = [size.cost.time / size.pages, before.cost.time / before.pages];
      return [
        `Time for each page, ${size.pages} pages ÷ ${before.pages} pages`,
        `${each.toFixed(2)} ms ÷ ${eachBefore.toFixed(2)} ms`,
        ratio(each, eachBefore),
        '0.8 to 1.2',
      ];
    }),
    ...sizes
      .slice(1)
      .map(({ pages: count, cost }, index) => [
        'Peak memory of a cold build, all processes',
        `${count} pages`,
        megabytes(cost),
        index === 0 ? '1000 MB' : '4000 MB',
      ]),
    ['Output written when nothing changed', seconds(unchanged.cost), `${unchanged.written} files`, '0 files'],
  ];
  const peers: [string, Cost | undefined][] = [
    ['The bare Node program', bare],
    ['Hugo', hugo],
    ['Eleventy', eleventy],
    ['Pagefind alone', pagefind],
    ['Cold build without search', plain],
    ['Cold build with search', whole],
  ];
  const table = (heads: readonly string[], lines: readonly (readonly string[])[]) =>
    [
      `| ${heads.join(' | ')} |`,
      `|${'---|'.repeat(heads.length)}`,
      ...lines.map((line) => `| ${line.join(' | ')} |`),
    ].join('\n');
  const text = [
    `${wanted} documents, ${pages} pages; ${cpus().length} cores, Node ${process.version}, medians of ${runs} runs, in ${folder.startsWith('/dev/shm') ? 'memory' : 'a folder on disk'}`,
    table(['Work, against what in the same run', 'Figures', 'Ratio', 'Wanted'], rows),
    table(
      ['Program', 'Time', 'Memory'],
      peers.flatMap(([name, cost]) => (cost ? [[name, seconds(cost), megabytes(cost)]] : [])),
    ),
  ].join('\n\n');
  console.log(text);
  if (process.argv.includes('--write')) await writeFigures(text);
} finally {
  remove(folder);
}

type Run = (command: readonly string[], ...written: string[]) => Promise<Cost>;

/** Hugo over the same documents, with one layout; undefined where it is not installed. */
async function measureHugo(content: string, run: Run): Promise<Cost | undefined> {
  if (spawnSync('hugo', ['version']).status !== 0) return undefined;
  const site = at('hugo-site');
  cpSync(content, join(site, 'content'), { recursive: true });
  // What Hugo calls the page of a folder.
  for (const name of readdirSync(join(site, 'content', 'reviews')))
    renameSync(join(site, 'content/reviews', name, 'index.md'), join(site, 'content/reviews', name, '_index.md'));
  const layout = '<!doctype html><html lang="en"><title>{{ .Title }}</title><body>{{ .Content }}</body></html>\n';
  writeFile(join(site, 'layouts/_default/single.html'), layout);
  writeFile(join(site, 'layouts/_default/list.html'), layout);
  const disabled = '["taxonomy","term","RSS","sitemap","404","robotsTXT"]';
  writeFile(join(site, 'config.toml'), `baseURL = "https://example.org/"\ntitle = "x"\ndisableKinds = ${disabled}\n`);
  return run(['hugo', '--quiet', '--source', site, '--destination', at('hugo')], 'hugo');
}

async function measureEleventy(content: string, run: Run): Promise<Cost> {
  const site = at('eleventy-site');
  cpSync(content, site, { recursive: true });
  writeFile(
    join(site, '_includes/plain.njk'),
    '<!doctype html><html lang="en"><title>{{ title }}</title><body>{{ content | safe }}</body></html>\n',
  );
  return run(node('eleventy', 'eleventy-site', 'eleventy'), 'eleventy');
}

/** A new process after one edit, each time another. */
async function measureEdit(content: string): Promise<Cost> {
  let edits = 0;
  return measure(cli('build', '--content', content, '--output', at('site')), {
    cwd: folder,
    runs: Math.max(3, runs),
    before: () => appendFileSync(join(content, `reviews/harbour-${1 + edits}/meetings/2.md`), `\nEdit ${++edits}.\n`),
  });
}

async function measureUnchanged(content: string): Promise<{ cost: Cost; written: number }> {
  const command = cli('build', '--content', content, '--output', at('site'));
  await measure(command, { cwd: folder, runs: 1 });
  const before = timesOf(at('site'));
  const cost = await measure(command, { cwd: folder, runs: 1 });
  const after = timesOf(at('site'));
  return { cost, written: [...after].filter(([file, time]) => before.get(file) !== time).length };
}

async function measureSize(name: string, documents: number): Promise<{ pages: number; cost: Cost }> {
  const content = writeArchive(`${name}-content`, documents);
  const cost = await measure(cli('build', '--content', content, '--output', at(name)), {
    cwd: folder,
    // Beside the size that is asked for, one run tells enough.
    runs: documents === wanted ? runs : 1,
    before: () => {
      remove(at(name));
      remove(at('.cache'));
    },
  });
  const pages = countPages(at(name));
  remove(at(name));
  remove(at(`${name}-content`));
  return { pages, cost };
}

function writeArchive(name: string, documents: number): string {
  for (const { path, text } of makeArchive(documents)) writeFile(at(name, path), text);
  return at(name);
}

function filesOf(site: string): string[] {
  return readdirSync(site, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

function countPages(site: string): number {
  return filesOf(site).filter((file) => file.endsWith('.html')).length;
}

function timesOf(site: string): Map<string, number> {
  return new Map(filesOf(site).map((file) => [file, statSync(file).mtimeMs]));
}

function seconds({ time }: Cost): string {
  return `${(time / 1000).toFixed(1)} s`;
}

function figures(one: Cost, ...others: readonly Cost[]): string {
  return `${seconds(one)} ÷ ${others.map(seconds).join(' + ')}`;
}

function ratio(one: number, other: number): string {
  return (one / other).toFixed(2);
}

function megabytes({ memory }: Cost): string {
  return memory === 0 ? 'not known here' : `${Math.round(memory / 1e6)} MB`;
}

async function writeFigures(text: string): Promise<void> {
  const file = join(ROOT, 'docs', 'performance.md');
  const before = readFileSync(file, 'utf8');
  const marks = /(<!-- figures -->\n)[\s\S]*?(<!-- end of figures -->)/;
  const after = before.replace(marks, (_, start: string, end: string) => `${start}\n${text}\n\n${end}`);
  if (existsSync(file)) writeFileSync(file, await format(after, { ...(await resolveConfig(file)), filepath: file }));
}
