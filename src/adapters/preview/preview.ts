import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { watch } from 'chokidar';
import { compile, type Compilation, type ParseCache } from '../../compile.ts';
import { pathOf } from '../../diagnostics/format.ts';
import { positionOf } from '../../model/source.ts';
import { loadHelpPages } from '../help-pages.ts';
import { loadContent } from '../load-content.ts';
import { closeSearchIndexer } from '../search-index.ts';
import { startPreviewServer, type PreviewServer } from './server.ts';
import { keepSite } from './site-state.ts';

export interface PreviewOptions {
  readonly content: string;
  readonly port: number;
  readonly baseUrl?: string;
  readonly layouts: readonly string[];
  readonly cache: string;
  /** ISO date; asked anew at every change, because a preview may run over midnight. */
  readonly today: () => string;
  /** Told after every update. */
  readonly onUpdate: (compilation: Compilation, printed: number, milliseconds: number) => void;
  /** Told of a failure that is not the content's; the preview goes on. */
  readonly onFailure: (error: unknown) => void;
}

export interface Preview {
  readonly url: string;
  /** Folder in which the previewed site stands. */
  readonly site: string;
  /** Waits until every change made so far is on the page. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

const QUIET_MILLISECONDS = 40;

/** Serves the content folder with drafts and problems, and keeps the pages right after every change. */
export async function startPreview(options: PreviewOptions): Promise<Preview> {
  const work = await mkdtemp(join(tmpdir(), 'scrutineer-preview-'));
  const site = join(work, 'site');
  await mkdir(site);
  const state = keepSite({ content: options.content, output: site, layouts: options.layouts, cache: options.cache });
  const parsed: ParseCache = new Map();
  const helpPages = await loadHelpPages();
  let compilation: Compilation | undefined;
  let running: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  let isWaiting = false;
  const server: { current?: PreviewServer } = {};

  const update = async () => {
    const started = performance.now();
    const content = await loadContent(options.content);
    const next = compile(
      content,
      {
        today: options.today(),
        preview: true,
        helpPages,
        ...(options.baseUrl === undefined ? {} : { baseUrl: options.baseUrl }),
      },
      parsed,
    );
    const printed = await state.update(next);
    compilation = next;
    server.current?.reload();
    options.onUpdate(next, printed, performance.now() - started);
  };
  const schedule = () => {
    clearTimeout(timer);
    isWaiting = true;
    timer = setTimeout(() => {
      isWaiting = false;
      running = running.then(update).catch(options.onFailure);
    }, QUIET_MILLISECONDS);
  };

  await update();
  server.current = await startPreviewServer({
    root: () => site,
    basePath: () => compilation!.basePath,
    port: options.port,
    problems: () => problemsJson(compilation!, options.content),
  });
  const watcher = watch([options.content, ...options.layouts], { ignoreInitial: true });
  await new Promise<void>((resolve) => watcher.once('ready', resolve));
  watcher.on('all', schedule);

  const settled = async () => {
    for (;;) {
      await new Promise((resolve) => setTimeout(resolve, QUIET_MILLISECONDS * 4));
      const before = running;
      await before;
      if (!isWaiting && before === running) return;
    }
  };
  return {
    url: server.current.url,
    site,
    settled,
    async close() {
      clearTimeout(timer);
      await watcher.close();
      await running;
      await server.current?.close();
      await closeSearchIndexer();
      await rm(work, { recursive: true, force: true });
    },
  };
}

function problemsJson(compilation: Compilation, folder: string): string {
  const problems = compilation.diagnostics.map((problem) => {
    const { line, column } = positionOf(compilation.catalogue.sources.get(problem.file)?.text ?? '', problem.span);
    return {
      place: `${pathOf(problem.file, { folder })}:${line}:${column}`,
      severity: problem.severity,
      message: problem.message,
      hint: problem.hint ?? '',
    };
  });
  return JSON.stringify(problems);
}
