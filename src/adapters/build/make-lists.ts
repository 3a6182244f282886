import { join } from 'node:path';
import type { AnyPageView, SiteView } from '../../views/types.ts';
import { digestOf } from '../kept/digests.ts';
import { readKept, writeKept } from '../kept/kept-files.ts';
import type { FileState } from '../kept/site-folder.ts';
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

const FILE = 'lists.json';

/** Prints pages that are no review's, a few at a time. */
export interface ListMaker {
  /** Prints those of some pages that are other than before; gives what the search reads of all of them. */
  make(views: readonly AnyPageView[]): FileState[];
  /** Every page that was to be made. */
  finish(): MadeLists;
}

/** Opens what the last build kept of its lists. */
export function openLists(writer: PageWriter, kept: string, program: string): ListMaker {
  const known = readKept<Record<string, ListState>>(join(kept, FILE)) ?? {};
  const digest = viewDigests(program);
  const made: Record<string, ListState> = {};
  return {
    make(views) {
      for (const view of views) {
        const before = known[view.file];
        const now = digest(view);
        if (before?.digest === now && [before.page, ...(before.record ? [before.record] : [])].every(isRight(writer))) {
          made[view.file] = before;
          continue;
        }
        const { page, record, links } = writer.write(view);
        made[view.file] = {
          digest: now,
          page,
          ...(record ? { record } : {}),
          leads: [...links.addresses],
        };
      }
      return views.flatMap(({ file }) => made[file]!.record ?? []);
    },
    finish() {
      const states = Object.values(made);
      if (states.some((state) => known[state.page.file] !== state)) writeKept(join(kept, FILE), made);
      return {
        pages: states.map(({ page }) => page),
        records: states.flatMap(({ record }) => record ?? []),
        leads: new Map(states.map(({ page, leads }) => [page.file, leads])),
      };
    },
  };
}

/** Tells of a page or a record whether it is still as it was written. */
function isRight({ site, records }: PageWriter): (state: FileState, index: number) => boolean {
  return (state, index) => (index === 0 ? site : records).isRight(state);
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
