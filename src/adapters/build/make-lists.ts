import { join } from 'node:path';
import type { PartAnalysis } from '../../analyse.ts';
import { OTHERS, partOf } from '../../parse/classify.ts';
import type { AnyPageView, PageEntry, SiteView } from '../../views/types.ts';
import { digestFiles, digestOf } from '../kept/digests.ts';
import { readKept, writeKept } from '../kept/kept-files.ts';
import type { FileState } from '../kept/site-folder.ts';
import type { OpenedShares } from './open-record.ts';
import type { BuildFacts } from './share.ts';
import { apart } from './page-links.ts';
import type { PageWriter } from './write-page.ts';

/** The pages that are no review's, as they stand in the site. */
export interface MadeLists {
  readonly pages: readonly FileState[];
  readonly records: readonly FileState[];
  /** Where each leads, by its file. */
  readonly leads: ReadonlyMap<string, readonly string[]>;
}

interface ListState {
  /** Of everything that is on the page. */
  readonly digest: string;
  readonly page: FileState;
  readonly record?: FileState;
  readonly leads: readonly string[];
}

/** What is left of the lists when they have been printed: of pages and files that need no review to be made. */
export interface Listed {
  /** Pages that come before those of the reviews, and after. */
  readonly before: readonly PageEntry[];
  readonly after: readonly PageEntry[];
  readonly redirects: readonly AnyPageView[];
  /** Data files. */
  readonly data: readonly FileState[];
  /** What the search reads of the pages. */
  readonly records: readonly FileState[];
}

interface KeptLists {
  /** Of all that lists are made of. */
  readonly key: string;
  readonly listed: Listed;
  readonly states: Readonly<Record<string, ListState>>;
}

const FILE = 'lists.json';

/** Prints pages that are no review's, a few at a time. */
export interface ListMaker {
  /** All as the last build made it; undefined when something that it was made of, or any file of it, is another now. */
  again(): Listed | undefined;
  /** Keeps what has been made for the next build. */
  keep(listed: Listed): void;
  /** Prints those of some pages that are other than before; gives what the search reads of all of them. */
  make(views: readonly AnyPageView[]): FileState[];
  /** Every page that was to be made. */
  finish(): MadeLists;
}

/** Opens what the last build kept of its lists. `key` stands for all that they are made of. */
export function openLists(writer: PageWriter, kept: string, program: string, key: string): ListMaker {
  const before = readKept<KeptLists>(join(kept, FILE));
  const known = before?.states ?? {};
  const whole = digestOf(program, key);
  let listed = before?.key === whole ? before.listed : undefined;
  const digest = viewDigests(program);
  const made: Record<string, ListState> = {};
  const isThere = ({ page, record }: ListState) =>
    writer.site.isRight(page) && (record === undefined || writer.records.isRight(record));
  return {
    again() {
      if (!listed?.data.every((state) => writer.site.isRight(state))) return undefined;
      const states = [...listed.before, ...listed.after].map(({ file }) => [file, known[file]] as const);
      if (!states.every(([, state]) => state && isThere(state))) return undefined;
      Object.assign(made, Object.fromEntries(states));
      return listed;
    },
    keep(now) {
      listed = now;
    },
    make(views) {
      for (const view of views) {
        const earlier = known[view.file];
        const now = digest(view);
        if (earlier?.digest === now && isThere(earlier)) {
          made[view.file] = earlier;
          continue;
        }
        const { page, record, links } = writer.write(view);
        made[view.file] = {
          digest: now,
          page,
          ...(record ? { record } : {}),
          leads: apart(links.addresses),
        };
      }
      return views.flatMap(({ file }) => made[file]!.record ?? []);
    },
    finish() {
      const states = Object.values(made);
      const isOther = before?.key !== whole || before.listed !== listed;
      if (isOther || states.some((state) => known[state.page.file] !== state))
        writeKept(join(kept, FILE), { key: whole, listed: listed!, states: made } satisfies KeptLists);
      return {
        pages: states.map(({ page }) => page),
        records: states.flatMap(({ record }) => record ?? []),
        leads: new Map(states.map(({ page, leads }) => [page.file, leads])),
      };
    },
  };
}

/** Gives of each page a digest of all that is on it. What the pages share is looked at once. */
export function viewDigests(program: string): (page: AnyPageView) => string {
  const sites = new Map<SiteView, string>();
  return ({ site, ...own }) => {
    const shared = sites.get(site) ?? digestOf(program, JSON.stringify(site));
    sites.set(site, shared);
    return digestOf(shared, JSON.stringify(own));
  };
}

/**
 * Stands for all that lists and data files are made of: settings, what every file says of itself (its face), what the
 * pages that are no review's say, and the day.
 */
export function listsKey(facts: BuildFacts, { faces }: Pick<OpenedShares, 'faces'>, others: PartAnalysis): string {
  const { content, today, baseUrl, helpPages } = facts;
  const isOther = (path: string) => partOf(path) === OTHERS;
  const pages = content.files.filter(({ path }) => isOther(path));
  const { backlinks, ...analysis } = others;
  return digestOf(
    today,
    baseUrl ?? '',
    JSON.stringify([...helpPages]),
    digestFiles(pages, []),
    JSON.stringify(content.attachments),
    JSON.stringify(content.files.map(({ path }) => (isOther(path) ? path : [path, faces[path] ?? null]))),
    JSON.stringify(analysis),
    JSON.stringify([...backlinks].map(([to, links]) => [to, links.map(({ from, ...link }) => [from.path, link])])),
  );
}
