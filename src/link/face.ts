import type { Body } from '../model/body.ts';
import type { Document } from '../model/document.ts';
import { lazy } from '../model/lazy.ts';
import type { SourceFile } from '../model/source.ts';
import { classifyFile } from '../parse/classify.ts';
import { parseFile, type ParsedFile } from '../parse/document.ts';
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
  /** Of a review's report, and where places of its own are named on lists: its numbered places, and how it begins. */
  readonly report?: Report;
  readonly leadsOutside: boolean;
}

type Report = Pick<Body, 'headings' | 'paragraphs' | 'opening'>;

/** The face of a file; undefined when no document could be read from it. Reads the body only where that is needed. */
export function faceOf({ document }: ParsedFile): FileFace | undefined {
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
    ...(hasPlaces(document) ? { report: reportOf(document.body) } : {}),
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

/** A parsed file from its face: `parseFile` of the same source gives the same. */
export function restoreFile(source: SourceFile, face: FileFace): ParsedFile {
  const place = classifyFile(source.path);
  if ('code' in place) return parseFile(source);
  const whole = lazy(() => parseFile(source));
  const reading = lazy(() => whole.value.reading!.value);
  const body = face.report && bodyWith(face.report, () => reading.value.body);
  const document = {
    ...face,
    kind: place.kind,
    path: source.path,
    name: place.name,
    review: place.review,
    dropped: new Set(face.dropped),
    source,
    get spans() {
      return whole.value.document!.spans;
    },
    get body() {
      return body ?? reading.value.body;
    },
    get texts() {
      return reading.value.texts;
    },
  } as unknown as Document;
  return {
    source,
    place,
    document,
    leadsOutside: face.leadsOutside,
    get diagnostics() {
      return whole.value.diagnostics;
    },
    reading: {
      get value() {
        return reading.value;
      },
      get isMade() {
        return reading.isMade;
      },
      forget() {
        reading.forget();
        whole.forget();
      },
    },
  };
}

/** The same file; what its face tells of its body stays known when the body is forgotten. */
export function knowing(file: ParsedFile, { report, leadsOutside: leads }: FileFace): ParsedFile {
  const { document, reading } = file;
  if (!document || !report || !reading) return { ...file, leadsOutside: leads };
  const body = bodyWith(report, () => reading.value.body);
  const { body: _, ...others } = Object.getOwnPropertyDescriptors(document);
  const known = Object.defineProperties({}, { ...others, body: { value: body, enumerable: true } }) as Document;
  return { ...file, document: known, leadsOutside: leads };
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
