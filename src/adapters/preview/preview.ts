import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { watch, type FSWatcher } from 'chokidar';
import {
  compileInSteps,
  compileReviews,
  type Compilation,
  type Content,
  type ParseCache,
  type ReviewsCompilation,
} from '../../compile.ts';
import { finish, type Steps } from '../../model/steps.ts';
import { loadHelpPages } from '../help-pages.ts';
import { loadContent } from '../load-content.ts';
import { HOME } from '../home.ts';
import { closeSearchIndexer } from '../search/pagefind-program.ts';
import { changedReviews, contentOf, pathIn, readChanged, SMALL, withReviews } from './kept-content.ts';
import { pageNotes } from './page-notes.ts';
import { startPreviewServer, type PreviewServer } from './server.ts';
import { digestPages, keepSite } from './site-state.ts';

export interface PreviewOptions {
  readonly content: string;
  /** The content folder as it is shown to the clerk. */
  readonly shownFolder?: string;
  readonly port: number;
  readonly baseUrl?: string;
  readonly layouts: readonly string[];
  readonly cache: string;
  /** Opens a file in the editor: `vscode://file/{file}:{line}:{column}`; empty for no links. */
  readonly editor?: string;
  /** ISO date; asked anew at every change, because a preview may run over midnight. */
  readonly today: () => string;
  /** Told after every update. */
  readonly onUpdate: (compilation: ReviewsCompilation, printed: number, milliseconds: number) => void;
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

/** An editor saves in several steps, a few milliseconds apart. */
const QUIET_MILLISECONDS = 15;
/** How long a clerk must pause before a large content is compiled as a whole. */
const PAUSE_MILLISECONDS = 3000;
/** How long a browser may take to have a changed page. */
const ANSWER_MILLISECONDS = 150;
const LOOK_AGAIN_MILLISECONDS = 1000;
/** How long a large content may keep a change waiting. */
const PIECE_MILLISECONDS = 20;

/** Serves the content folder with drafts and problems, and keeps the pages right after every change. */
export async function startPreview(options: PreviewOptions): Promise<Preview> {
  const work = await mkdtemp(join(tmpdir(), 'scrutineer-preview-'));
  const site = join(work, 'site');
  await mkdir(site);
  const state = keepSite({
    content: options.content,
    output: site,
    work,
    layouts: options.layouts,
    cache: options.cache,
    home: HOME,
  });
  const parsed: ParseCache = new Map();
  const helpPages = await loadHelpPages();
  let content: Content | undefined;
  let compilation: Compilation | undefined;
  let failure = '';
  let running: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  let indexing: Promise<void> = Promise.resolve();
  let isWaiting = false;
  /** Runs that wait for their turn. */
  let due = 0;
  let changed = new Set<string>();
  let isLost = false;
  const watching: { watcher?: FSWatcher } = {};
  const server: { current?: PreviewServer } = {};

  const previewOptions = () => {
    const baseUrl = options.baseUrl === undefined ? {} : { baseUrl: options.baseUrl };
    return { today: options.today(), preview: true, helpPages, ...baseUrl };
  };
  const tellPages = (files: readonly string[] | 'all') => {
    const base = compilation?.basePath ?? '/';
    server.current?.reload(files === 'all' ? 'all' : files.map((file) => base + file));
  };

  /** Takes the steps in short pieces, so that a change in between is shown first; undefined when there was one. */
  const unlessChanged = async <T>(steps: Steps<T>): Promise<T | undefined> => {
    for (;;) {
      const until = performance.now() + PIECE_MILLISECONDS;
      while (performance.now() < until) {
        const step = steps.next();
        if (step.done) return step.value;
      }
      await new Promise((resolve) => setImmediate(resolve));
      if (due > 0) return undefined;
    }
  };

  const updateAll = async () => {
    const started = performance.now();
    const taken = changed;
    changed = new Set();
    content = await loadContent(options.content);
    const isLarge = content.files.length >= SMALL && compilation !== undefined;
    const work = <T>(steps: Steps<T>) => (isLarge ? unlessChanged(steps) : Promise.resolve(finish(steps)));
    const next = await work(compileInSteps(content, previewOptions(), parsed));
    const digests = next && (await work(digestPages(next.pages)));
    if (next === undefined || digests === undefined) {
      // The run that waits shows its own change, and everything when nobody writes any more.
      for (const path of taken) changed.add(path);
      return;
    }
    const { printed, isStyled, finish: makeSearch } = await state.update(next, digests);
    compilation = next;
    failure = '';
    tellPages(isStyled ? 'all' : printed);
    options.onUpdate(next, printed.length, performance.now() - started);
    // The search is made anew when the page is on the screen already; nobody waits for it.
    indexing = indexing.then(makeSearch).catch(options.onFailure);
  };

  /** A large content: the review that is being written first. True when everything else still has to follow. */
  const updateFirst = async (): Promise<boolean> => {
    const paths = [...changed];
    const reviews = paths.length === 0 ? undefined : changedReviews(paths);
    if (!content || !compilation || content.files.length < SMALL || !reviews) return false;
    const started = performance.now();
    changed = new Set();
    content = await readChanged(content, options.content, paths);
    const some = contentOf(content, reviews);
    const shared = compilation.pages[0]?.site;
    const show = (part: ReviewsCompilation): string[] => {
      const printed = state.updateSome(part.pages.map((page) => ({ ...page, ...(shared ? { site: shared } : {}) })));
      compilation = withReviews(compilation!, part, reviews);
      tellPages(printed);
      return printed;
    };
    const shown = show(compileReviews(some, reviews, previewOptions(), parsed, compilation));
    const milliseconds = performance.now() - started;
    // The browser asks for the page now: it is answered before the rules are asked.
    await new Promise((resolve) => setTimeout(resolve, ANSWER_MILLISECONDS));
    if (due > 0) return true;
    const checked = compileReviews(some, reviews, previewOptions(), parsed);
    const printed = new Set([...shown, ...show(checked)]);
    options.onUpdate(checked, printed.size, milliseconds);
    return true;
  };

  const run = async () => {
    due--;
    try {
      // Watching begins before reading: what changes in between is read twice, never missed.
      if (isLost && existsSync(options.content)) {
        await watchFolders();
        isLost = false;
      }
      const isMore = await updateFirst();
      if (!isMore) await updateAll();
      // A change that came meanwhile has its turn already, and what is more comes after it.
      else if (!isWaiting) schedule(PAUSE_MILLISECONDS);
    } catch (error) {
      if (failure === '') options.onFailure(error);
      failure =
        'The last change could not be shown; the window of the preview says why. The next change is tried again.';
      tellPages([]);
      // A folder that was taken away (another branch, a drive) may come back, and nothing tells when.
      isLost = !existsSync(options.content);
      if (isLost) schedule(LOOK_AGAIN_MILLISECONDS);
    }
  };
  /** A watcher whose folder was taken away does not find its way back into it: a new one does. */
  const watchFolders = async () => {
    await watching.watcher?.close();
    const watcher = watch([options.content, ...options.layouts], { ignoreInitial: true });
    watching.watcher = watcher;
    // A watcher that can't go on (a folder taken away for a moment) is no reason to stop.
    watcher.on('error', options.onFailure);
    await new Promise<void>((resolve) => watcher.once('ready', resolve));
    watcher.on('all', (event, path) => {
      isLost ||= event === 'unlinkDir' && path === options.content;
      changed.add(pathIn(options.content, path));
      schedule(QUIET_MILLISECONDS);
    });
  };
  const schedule = (milliseconds: number) => {
    clearTimeout(timer);
    isWaiting = true;
    timer = setTimeout(() => {
      isWaiting = false;
      due++;
      running = running.then(run);
    }, milliseconds);
  };

  await updateAll();
  server.current = await startPreviewServer({
    root: () => site,
    basePath: () => compilation!.basePath,
    port: options.port,
    notes: (address) => {
      const folder = options.shownFolder ?? options.content;
      const notes = pageNotes(compilation!, address, { folder, root: options.content, editor: options.editor ?? '' });
      return JSON.stringify({ ...notes, failure });
    },
  });
  await watchFolders();

  const settled = async () => {
    for (;;) {
      await new Promise((resolve) => setTimeout(resolve, QUIET_MILLISECONDS * 10));
      const before = running;
      await before;
      const made = indexing;
      await made;
      if (!isWaiting && before === running && made === indexing) return;
    }
  };
  return {
    url: server.current.url,
    site,
    settled,
    async close() {
      clearTimeout(timer);
      await running;
      await indexing;
      clearTimeout(timer);
      await watching.watcher?.close();
      await server.current?.close();
      await closeSearchIndexer();
      await rm(work, { recursive: true, force: true });
    },
  };
}
