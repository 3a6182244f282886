import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Content, OpenedRecord } from '../../analyse.ts';
import type { FileFace } from '../../link/face.ts';
import { groupBy } from '../../model/group-by.ts';
import type { SourceFile } from '../../model/source.ts';
import { OTHERS, partOf } from '../../parse/classify.ts';
import type { MadeReview } from '../build/make-review.ts';
import type { PageWriter } from '../build/write-page.ts';
import { digestFiles, digestOf, filesBelow } from './digests.ts';
import { readKept, writeKept } from './kept-files.ts';
import type { FileState } from './site-folder.ts';

/** What became of a review when it was last made, kept for the next build. */
interface ReviewState {
  /** Of its own files as they are written. */
  readonly digest: string;
  /** Of everything that it was made of but the other parts of the record that it asked about. */
  readonly key: string;
  /** Of those parts. */
  readonly asked: Readonly<Record<string, string>>;
  /** The day, where that mattered. */
  readonly today?: string;
  readonly faces: Faces;
  /** Not there when it could not be published, or when not all that it was made of can be named. */
  readonly made?: MadeReview;
}

type Faces = Readonly<Record<string, FileFace>>;

/** What became of all reviews in the build before. */
export interface ReviewStates {
  /** Reviews whose files have to be read, those of one group of the search after the other. */
  readonly unread: readonly string[];
  /** The faces of all other reviews' files. */
  readonly faces: readonly Faces[];
  /** Told what the record is. `shared`: what every review is made of; the day first. */
  open(record: OpenedRecord, shared: readonly [today: string, ...others: string[]]): void;
  /** A review as it was made before; undefined when anything that it is made of, or any file of it, is another now. */
  current(id: string, writer: PageWriter): MadeReview | undefined;
  keep(id: string, made: MadeReview, faces: Faces): void;
  /** Removes the states of reviews that are no more, or not wanted, and of other programs. */
  removeOthers(isWanted?: (id: string) => boolean): void;
}

/** Opens the states that a folder keeps; damaged ones and those of another program are as good as none. */
export function openStates(content: Content, kept: string, program: string): ReviewStates {
  const folder = join(kept, 'reviews');
  const fileOf = (id: string) => `${digestOf(program, id)}.json`;
  const files = groupBy(content.files, ({ path }) => partOf(path));
  const digests = digestParts(files, content.attachments);
  const ids = [...digests.keys()].filter((id) => id !== OTHERS);
  const known = new Map<string, ReviewState>();
  for (const id of ids) {
    const state = readKept<ReviewState>(join(folder, fileOf(id)));
    if (state && state.digest === digests.get(id)) known.set(id, state);
  }
  let today = '';
  let askable: ReadonlyMap<string, string> = new Map();
  let keyOf: (id: string) => string = () => '';
  const keys = new Map<string, string>();
  return {
    unread: ids.filter((id) => !known.has(id)),
    faces: [...known.values()].map(({ faces }) => faces),
    open(record, [day, ...shared]) {
      today = day;
      askable = digestAskable(record, digests);
      keyOf = keysOf(record, askable, [program, ...shared]);
    },
    current(id, writer) {
      const key = keyOf(id);
      keys.set(id, key);
      const state = known.get(id);
      if (!state?.made || state.key !== key || (state.today ?? today) !== today) return undefined;
      if (!Object.entries(state.asked).every(([part, digest]) => askable.get(part) === digest)) return undefined;
      const { site, records } = filesOf(state.made);
      const isThere =
        site.every((file) => writer.site.isRight(file)) && records.every((file) => writer.records.isRight(file));
      return isThere ? state.made : undefined;
    },
    keep(id, made, faces) {
      const { parts, isWide, isOfToday } = made.madeFrom;
      const paths = (files.get(id) ?? []).map(({ path }) => path);
      const state: ReviewState = {
        digest: digests.get(id)!,
        key: keys.get(id)!,
        asked: Object.fromEntries(parts.map((part) => [part, askable.get(part) ?? ''])),
        ...(isOfToday ? { today } : {}),
        faces: Object.fromEntries(paths.flatMap((path) => (faces[path] ? [[path, faces[path]] as const] : []))),
        ...(isWide || !made.isWritten ? {} : { made }),
      };
      writeKept(join(folder, fileOf(id)), state);
    },
    removeOthers(isWanted = () => true) {
      const wanted = new Set(ids.filter(isWanted).map(fileOf));
      for (const name of filesBelow(folder)) if (!wanted.has(name)) rmSync(join(folder, name), { force: true });
    },
  };
}

/** Every file that a review has in the site, and every record of it for the search. */
export function filesOf({ pages, files }: MadeReview): { site: FileState[]; records: FileState[] } {
  return {
    site: [...pages.flatMap(({ page }) => page ?? []), ...files],
    records: pages.flatMap(({ record }) => record ?? []),
  };
}

/** Of each part of the record, the digest of its files as they are written. */
function digestParts(
  texts: ReadonlyMap<string, readonly SourceFile[]>,
  attachments: Content['attachments'],
): Map<string, string> {
  const others = groupBy(attachments, ({ path }) => partOf(path));
  const ids = new Set([...texts.keys(), ...others.keys()]);
  const pathsOf = (id: string) => (others.get(id) ?? []).map(({ path }) => path);
  return new Map([...ids].map((id) => [id, digestFiles(texts.get(id) ?? [], pathsOf(id))]));
}

/** Of each part what others may ask of it: its files, and which of them are published today. */
function digestAskable({ catalogue }: OpenedRecord, digests: ReadonlyMap<string, string>): Map<string, string> {
  const heldBack = groupBy(catalogue.heldBack, ({ document }) => partOf(document.path));
  return new Map(
    [...digests].map(([id, digest]) => [
      id,
      digestOf(digest, ...(heldBack.get(id) ?? []).map(({ document }) => document.path)),
    ]),
  );
}

/**
 * Gives of each review a digest of what it is made of besides the other parts it asks about: its own files, settings,
 * what links to it, what is known to be wrong, and `shared`.
 */
function keysOf(
  { catalogue, parts }: OpenedRecord,
  askable: ReadonlyMap<string, string>,
  shared: readonly string[],
): (id: string) => string {
  const { site, pages, attachments, paths, backlinks, translations } = catalogue;
  const base = digestOf(
    ...shared,
    JSON.stringify(site?.data ?? null),
    JSON.stringify(pages.map(({ path, data }) => [path, data])),
    ...[...paths].filter((path) => partOf(path) === OTHERS),
    ...[...attachments].filter((path) => partOf(path) === OTHERS).sort(),
  );
  return (id) => {
    const { files, known } = parts.get(id)!;
    const own = files.map(({ source }) => source.path);
    const links = own.flatMap((path) => backlinks.get(path) ?? []);
    return digestOf(
      base,
      id,
      askable.get(id) ?? '',
      JSON.stringify(known),
      JSON.stringify(own.map((path) => translations.get(path) ?? [])),
      JSON.stringify(links.map(({ from, ...link }) => [from.path, link])),
    );
  };
}
