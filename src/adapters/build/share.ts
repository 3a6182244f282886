import { openInSteps, type Content, type OpenedRecord, type ParseCache } from '../../analyse.ts';
import { contextFor } from '../../pages.ts';
import type { Severity } from '../../diagnostics/codes.ts';
import { faceOf, restoreFile, type FileFace } from '../../link/face.ts';
import { finish } from '../../model/steps.ts';
import { partOf } from '../../parse/classify.ts';
import { parseFile } from '../../parse/document.ts';
import type { ViewContext } from '../../views/context.ts';
import { makeReview, type MadeReview } from './make-review.ts';
import { openPageWriter, type PageWriter, type SiteFolders } from './write-page.ts';

/** What every thread of a build is told: plain data. */
export interface BuildFacts {
  readonly content: Content;
  /** ISO date of the build. */
  readonly today: string;
  readonly baseUrl?: string;
  readonly helpPages: ReadonlyMap<string, string>;
  /** Findings that keep a site from being published. */
  readonly stopAt: readonly Severity[];
}

/** Faces of files by path. */
export type Faces = Readonly<Record<string, FileFace>>;

/** The whole record in one thread: that thread's own files read, all others known by their faces. */
export interface Share {
  readonly record: OpenedRecord;
  readonly shared: ViewContext;
  /** Where pages are to be written; before, reviews are only checked. */
  writeTo(folders: SiteFolders): PageWriter;
  make(review: string): MadeReview;
}

/** Of texts of so many characters stays what was read of their front matter, of the rest only the faces. */
const KEPT_PARSED = 12_000_000;
/** The same for bodies, of which few are read before their review is made. */
const KEPT_READ = 1_000_000;

/**
 * Reads the files of some reviews (`own`) as far as others, and lists if there are any, need to know them; keeps what was
 * read in `cache`.
 */
export function readOwn(content: Content, own: ReadonlySet<string>, hasLists: boolean, cache: ParseCache): Faces {
  const faces: Record<string, FileFace> = {};
  let [parsed, read] = [0, 0];
  for (const source of content.files) {
    if (!own.has(partOf(source.path))) continue;
    const file = parseFile(source);
    const face = faceOf(file, hasLists);
    parsed += source.text.length;
    if (face) faces[source.path] = face;
    cache.set(source.path, face ? restoreFile(source, face, parsed <= KEPT_PARSED ? file : undefined) : file);
    if (!file.reading?.isMade) continue;
    read += source.text.length;
    if (read > KEPT_READ) file.reading.forget();
  }
  return faces;
}

/** Puts the record together; `faces` are those of all files that are not in `cache`. */
export function openShare(facts: BuildFacts, cache: ParseCache, faces: Faces): Share {
  const { content, today, helpPages, stopAt, baseUrl } = facts;
  for (const source of content.files) {
    const face = faces[source.path];
    if (face && !cache.has(source.path)) cache.set(source.path, restoreFile(source, face));
  }
  const record = finish(openInSteps(content, { today }, cache));
  const shared = contextFor(record, { today, helpPages, ...(baseUrl === undefined ? {} : { baseUrl }) }, 0);
  let writer: PageWriter | undefined;
  return {
    record,
    shared,
    writeTo: (folders) => (writer = openPageWriter(folders)),
    make: (review) => makeReview({ record, shared, writer, stopAt }, review),
  };
}
