import type { Body } from '../model/body.ts';
import type { Document } from '../model/document.ts';
import type { Lazy } from '../model/lazy.ts';
import type { SourceFile } from '../model/source.ts';
import { classifyFile, type FilePlace } from '../parse/classify.ts';
import { documentOf, parseFile, type BodyReading, type Later, type ParsedFile } from '../parse/document.ts';
import { leadsOutside } from './leads-outside.ts';

/**
 * What others know of a document without reading its body: plain data, to be kept from one build to the next and to be
 * handed from one thread to another. The rest is read again when somebody asks for it.
 */
export interface FileFace {
  readonly data: Document['data'];
  readonly dropped: readonly string[];
  readonly usable: boolean;
  readonly sound: boolean;
  readonly draft: boolean;
  readonly restricted: boolean;
  readonly listed: Document['listed'];
  /**
   * Of a review's report, and where places of its own are named on lists: its numbered places, and how it begins. Read
   * again when somebody asks for it, where it is left out.
   */
  readonly report?: Report;
  readonly leadsOutside: boolean;
}

type Report = Pick<Body, 'headings' | 'paragraphs' | 'opening'>;

/**
 * The face of a file; undefined when no document could be read from it. Reads the body only where that is needed: for
 * lists most of all, so that less is read where none is made (`hasLists`).
 */
export function faceOf({ document }: ParsedFile, hasLists = true): FileFace | undefined {
  if (!document) return undefined;
  const { data, dropped, usable, sound, draft, restricted, listed } = document;
  return {
    data,
    dropped: [...dropped],
    usable,
    sound,
    draft,
    restricted,
    listed,
    ...(hasLists && hasPlaces(document) ? { report: reportOf(document.body) } : {}),
    leadsOutside: leadsOutside(document),
  };
}

/** True where others ask about places in the body: in a report, or because what lists show names a section of its own. */
function hasPlaces({ kind, listed }: Document): boolean {
  return (
    kind === 'review' ||
    Object.values(listed).some(({ references }) => references.some((reference) => reference.kind === 'section'))
  );
}

function reportOf({ headings, paragraphs, opening }: Body): Report {
  return { headings, paragraphs, opening };
}

/**
 * A parsed file from its face: `parseFile` of the same source gives the same. With what was `parsed` already, nothing is
 * read again until that is forgotten.
 */
export function restoreFile(source: SourceFile, face: FileFace, parsed?: ParsedFile): ParsedFile {
  const place = classifyFile(source.path);
  if ('code' in place) return parseFile(source);
  const { report, leadsOutside: leads, dropped, ...facts } = face;
  const rest = new Restored(source, report, parsed);
  const { path } = source;
  const { kind, name, review } = place;
  const document = documentOf({ ...facts, kind, path, name, review, dropped: new Set(dropped), source }, rest);
  return new RestoredFile(source, place, document, leads, rest);
}

class RestoredFile implements ParsedFile {
  readonly source: SourceFile;
  readonly place: FilePlace;
  readonly document: Document;
  readonly leadsOutside: boolean;
  readonly reading: Restored;

  constructor(source: SourceFile, place: FilePlace, document: Document, leads: boolean, reading: Restored) {
    this.source = source;
    this.place = place;
    this.document = document;
    this.leadsOutside = leads;
    this.reading = reading;
  }

  get diagnostics() {
    return this.reading.file.diagnostics;
  }
}

/** What a face doesn't tell: read when somebody asks for it. */
class Restored implements Lazy<BodyReading>, Later {
  readonly #source: SourceFile;
  readonly #known: Body | undefined;
  #file: ParsedFile | undefined;

  constructor(source: SourceFile, report: Report | undefined, parsed: ParsedFile | undefined) {
    this.#source = source;
    this.#file = parsed;
    this.#known = report && bodyWith(report, () => this.value.body);
  }

  get file(): ParsedFile {
    this.#file ??= parseFile(this.#source);
    return this.#file;
  }

  get value() {
    return this.file.reading!.value;
  }

  get isMade() {
    return this.#file?.reading?.isMade ?? false;
  }

  forget() {
    this.#file?.reading?.forget();
    this.#file = undefined;
  }

  get spans() {
    return this.file.document!.spans;
  }

  get body() {
    return this.#known ?? this.value.body;
  }

  get texts() {
    return this.value.texts;
  }
}

/** A body of which a part is known; the rest is read when somebody asks for it. */
function bodyWith(report: Report, read: () => Body): Body {
  return {
    ...report,
    get tokens() {
      return read().tokens;
    },
    get blocks() {
      return read().blocks;
    },
    get areaSections() {
      return read().areaSections;
    },
    get references() {
      return read().references;
    },
    get links() {
      return read().links;
    },
    get comments() {
      return read().comments;
    },
    get restrictedBlocks() {
      return read().restrictedBlocks;
    },
  };
}
