import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { layoutFolders } from '../src/adapters/commands/surroundings.ts';
import { startPreview } from '../src/adapters/preview/preview.ts';
import { launchChromium } from '../tests/tools/chromium.ts';
import { makeArchive } from './archive.ts';

/**
 * What everything costs, each figure beside its peer in the same run: `npm run bench -- --pages 1000`. Whole processes,
 * medians, content made here. Prints a table; with `--write` it becomes the figures of docs/performance.md.
 */
const ROOT = join(import.meta.dirname, '..');
const argument = (name: string, otherwise: number) =>
  Number(new RegExp(`--${name}[ =](\\d+)`).exec(process.argv.join(' '))?.[1] ?? otherwise);
const wanted = argument('pages', 1000);
const runs = argument('runs', wanted > 3000 ? 1 : 3);
const folder = mkdtempSync(join(tmpdir(), 'scrutineer-bench-'));

interface Cost {
  /** Milliseconds of the whole process, from its start to its end. */
  readonly time: number;
  /** Bytes in memory at the worst moment, with all processes that it started; 0 where the system does not say. */
  readonly memory: number;
}

try {
  const small = Math.round(wanted / 10);
  const [content, contentOfTenth] = [writeArchive('content', wanted), writeArchive('tenth', small)];
  const tsx = ['--import', 'tsx'];
  const cli = (...rest: string[]) => [...tsx, join(ROOT, 'src', 'cli.ts'), ...rest];
  const stage = (...rest: string[]) => [...tsx, join(ROOT, 'bench', 'one-stage.ts'), ...rest];
  const build = (of: string, to: string) => cli('build', '--content', of, '--output', join(folder, to));

  const bare = await measure([...tsx, join(ROOT, 'bench', 'bare.ts'), content, join(folder, 'bare')], 'bare');
  const read = await measure(stage('read', content, ''));
  const check = await measure(cli('check', '--content', content, '--format', 'json'));
  const plain = await measure(stage('site', content, join(folder, 'plain')), 'plain');
  const whole = await measure(build(content, 'site'), 'site');
  const tenth = await measure(build(contentOfTenth, 'tenth-site'), 'tenth-site');
  const pages = countPages(join(folder, 'site'));
  const pagesOfTenth = countPages(join(folder, 'tenth-site'));
  const pagefind = await measure(['--input-type=module', '-e', indexerOf(join(folder, 'plain'))], 'plain/pagefind');
  const visible = await edits(content);

  const seconds = ({ time }: Cost) => `${(time / 1000).toFixed(1)} s`;
  const ratio = (one: number, other: number) => (one / other).toFixed(2);
  const megabytes = ({ memory }: Cost) => (memory === 0 ? 'not known here' : `${Math.round(memory / 1e6)} MB`);
  const rows = [
    [
      'Cold build with search ÷ (bare program + Pagefind alone)',
      `${seconds(whole)} ÷ ${seconds(bare)} + ${seconds(pagefind)}`,
      ratio(whole.time, bare.time + pagefind.time),
    ],
    [
      'Cold build without search ÷ the bare program',
      `${seconds(plain)} ÷ ${seconds(bare)}`,
      ratio(plain.time, bare.time),
    ],
    ['`check` ÷ reading and parsing once', `${seconds(check)} ÷ ${seconds(read)}`, ratio(check.time, read.time)],
    [
      'One edited file in the preview: saved to visible in Chromium',
      `${visible.map((time) => Math.round(time)).join(', ')} ms`,
      `${Math.round(median(visible))} ms`,
    ],
    [
      `Time for each page, ${pages} pages ÷ ${pagesOfTenth} pages`,
      `${(whole.time / pages).toFixed(2)} ms ÷ ${(tenth.time / pagesOfTenth).toFixed(2)} ms`,
      ratio(whole.time / pages, tenth.time / pagesOfTenth),
    ],
    ['Peak memory of a cold build, all processes', `${pages} pages`, megabytes(whole)],
  ] as const;
  const table = [
    '| Work, against what in the same run | Figures | Ratio |',
    '|---|---|---|',
    ...rows.map((row) => `| ${row.join(' | ')} |`),
  ].join('\n');
  const text = `${wanted} documents, ${pages} pages; ${cpus().length} cores, Node ${process.version}, ${runs === 1 ? 'one run' : `medians of ${runs} runs`}\n\n${table}\n`;
  console.log(text);
  if (process.argv.includes('--write')) await writeFigures(text);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function writeArchive(name: string, documents: number): string {
  const target = join(folder, name);
  for (const { path, text } of makeArchive(documents)) {
    const file = join(target, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return target;
}

/** Runs a Node program to its end, as often as asked, each time without what the last run wrote. */
async function measure(args: readonly string[], writes?: string): Promise<Cost> {
  const costs: Cost[] = [];
  for (let run = 0; run < runs; run++) {
    if (writes !== undefined) rmSync(join(folder, writes), { recursive: true, force: true });
    costs.push(await runOnce(args));
  }
  return { time: median(costs.map(({ time }) => time)), memory: median(costs.map(({ memory }) => memory)) };
}

function runOnce(args: readonly string[]): Promise<Cost> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(process.execPath, args, { cwd: ROOT, stdio: 'ignore' });
    let memory = 0;
    const timer = setInterval(() => (memory = Math.max(memory, memoryOf(child.pid!))), 50);
    child.once('error', reject);
    child.once('exit', (code) => {
      clearInterval(timer);
      // 1: a check that found something.
      if (code === 0 || code === 1) resolve({ time: performance.now() - started, memory });
      else reject(new Error(`${args.join(' ')} ended with ${code}`));
    });
  });
}

/** What a process and all that it started hold in memory (Linux). */
function memoryOf(id: number): number {
  try {
    const pages = Number(readFileSync(`/proc/${id}/statm`, 'utf8').split(' ')[1]);
    const children = readFileSync(`/proc/${id}/task/${id}/children`, 'utf8').split(' ').filter(Boolean);
    return pages * 4096 + children.reduce((sum, child) => sum + memoryOf(Number(child)), 0);
  } catch {
    return 0;
  }
}

function indexerOf(site: string): string {
  return `import * as pagefind from 'pagefind';
    const { index } = await pagefind.createIndex({ forceLanguage: 'en' });
    await index.addDirectory({ path: ${JSON.stringify(site)}, glob: '**/*.html' });
    await index.writeFiles({ outputPath: ${JSON.stringify(join(site, 'pagefind'))} });
    await pagefind.close();`;
}

/** From the saving of a file to its words on the screen, ten times, while everything else is being compiled too. */
async function edits(content: string): Promise<number[]> {
  const preview = await startPreview({
    content,
    port: 0,
    layouts: layoutFolders(),
    cache: join(folder, 'cache'),
    today: () => '2026-01-01',
    onUpdate: () => undefined,
    onFailure: (error) => {
      throw error;
    },
  });
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    await page.goto(new URL('reviews/harbour-1/meetings/2/', preview.url).href);
    const file = join(content, 'reviews/harbour-1/meetings/2.md');
    const text = readFileSync(file, 'utf8');
    const times: number[] = [];
    for (let edit = 0; edit <= 10; edit++) {
      await page.waitForTimeout(1000);
      const words = `Sentence number ${edit} of this edit.`;
      const saved = performance.now();
      writeFileSync(file, `${text}\n${words}\n`);
      await page.getByText(words).waitFor({ state: 'attached' });
      // The first warms everything up.
      if (edit > 0) times.push(performance.now() - saved);
    }
    return times;
  } finally {
    await browser.close();
    await preview.close();
  }
}

function countPages(site: string): number {
  return readdirSync(site, { recursive: true }).filter((name) => String(name).endsWith('.html')).length;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

async function writeFigures(text: string): Promise<void> {
  const file = join(ROOT, 'docs', 'performance.md');
  const before = readFileSync(file, 'utf8');
  const marks = /(<!-- figures -->\n)[\s\S]*?(<!-- end of figures -->)/;
  const after = before.replace(marks, (_, start: string, end: string) => `${start}\n${text}\n${end}`);
  writeFileSync(file, await format(after, { ...(await resolveConfig(file)), filepath: file }));
}
