import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the figures of one run of the tests are kept until `docs/trust.md` is made of them. */
export const FIGURES = join(import.meta.dirname, '..', '..', '.cache', 'trust');

/** `npm run trust` tries everything; an ordinary run of the tests a share that changes nothing about what is tried. */
export const IS_THOROUGH = process.env.THOROUGH === 'yes';

/** What is promised, and how the tests try to break it: a chapter of `docs/trust.md` each. */
export const PROMISES = {
  'Nothing leaks':
    'Restricted documents and blocks, drafts, reviews with a date to come, and names that are not to be published reach no byte of the site. A test plants a mark in every place that can hold one, builds the site, unpacks its search index and looks for every mark in every file.',
  'Nothing gets in':
    'Content is untrusted. Known attacks and attacks put together at random are written into every place in which a stranger can write; the HTML of the pages may hold only the tags, attributes and addresses on a short list. In a browser, the policy that every page carries lets no other script, style, frame, picture or request through.',
  'Damaged input':
    'Each file of a site is damaged in every way below, and the site compiled again. A mutation is harmless when every page is still there; it is lost when a page vanishes without a finding, or when the compiler fails.',
  'Nothing is false':
    'Every row and number of the generated tables, registers, facets, counts and data files is computed a second time from the front matter as it stands in the files, by a test that shares no code with the program, and compared with the printed pages.',
  Publication:
    'Readers have the old site or the new one, complete, whatever happens to a build; and the same content gives the same bytes.',
  'It stays up':
    'The preview goes through random additions, edits, renames, deletions and breakages, several at once. At the end its folder is compared, file for file, with that of a preview that has just been started, and its memory with that after a third of the way.',
} as const;

/** One of the promises. */
export type Promised = keyof typeof PROMISES;

export interface Figure {
  readonly promise: Promised;
  readonly name: string;
  readonly figure: string;
}

/** Every `nth` of what there is to try, or all of it in a thorough run. */
export function share<T>(all: readonly T[], nth: number): readonly T[] {
  return IS_THOROUGH ? all : all.filter((_, index) => index % nth === 0);
}

/** Records what a test tried: printed with the results, and a row of `docs/trust.md` (`npm run trust`). */
export function recordFigure(promise: Promised, name: string, figure: string): void {
  console.log(`${promise} · ${name}: ${figure}`);
  mkdirSync(FIGURES, { recursive: true });
  writeFileSync(
    join(FIGURES, `${promise}-${name}.json`.replace(/[^\w.-]+/g, '-').toLowerCase()),
    JSON.stringify({ promise, name, figure } satisfies Figure),
  );
}
