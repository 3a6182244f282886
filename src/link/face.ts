import type { Body } from '../model/body.ts';
import type { Document, FieldText } from '../model/document.ts';
import { lazy } from '../model/lazy.ts';
import type { SourceFile } from '../model/source.ts';
import { classifyFile, partOf } from '../parse/classify.ts';
import { parseFile, type ParsedFile } from '../parse/document.ts';
import type { ExplicitReference } from '../model/reference.ts';
import { readLink } from './written-links.ts';

/**
 * What others know of a document without reading its body: plain data, to be kept from one build to the next. The rest is
 * read again when somebody asks for it.
 */
export interface FileFace {
  readonly data: Document['data'];
  readonly dropped: readonly string[];
  readonly usable: boolean;
  readonly sound: boolean;
  readonly draft: boolean;
  readonly restricted: boolean;
  readonly texts: readonly FieldText[];
  /** Of a review's report: its numbered places, and how it begins. */
  readonly report?: Pick<Body, 'headings' | 'paragraphs' | 'opening'>;
  readonly leadsOutside: boolean;
}

/** The face of a file; undefined when no document could be read from it. Reads the body. */
export function faceOf(file: ParsedFile): FileFace | undefined {
  const { document } = file;
  if (!document) return undefined;
  const { data, dropped, usable, sound, draft, restricted, texts, body } = document;
  const { headings, paragraphs, opening } = body;
  return {
    data,
    dropped: [...dropped],
    usable,
    sound,
    draft,
    restricted,
    texts,
    ...(document.kind === 'review' ? { report: { headings, paragraphs, opening } } : {}),
    leadsOutside: leadsOutside(document),
  };
}

/** A parsed file from its face: `parseFile` of the same source gives the same. */
export function restoreFile(source: SourceFile, face: FileFace): ParsedFile {
  const place = classifyFile(source.path);
  if ('code' in place) return parseFile(source);
  const whole = lazy(() => parseFile(source));
  const reading = lazy(() => whole.value.reading!.value);
  const { report } = face;
  const readBody = () => reading.value.body;
  const body: Body | undefined = report && {
    ...report,
    get tokens() {
      return readBody().tokens;
    },
    get blocks() {
      return readBody().blocks;
    },
    get areaSections() {
      return readBody().areaSections;
    },
    get references() {
      return readBody().references;
    },
    get links() {
      return readBody().links;
    },
    get comments() {
      return readBody().comments;
    },
    get restrictedBlocks() {
      return readBody().restrictedBlocks;
    },
  };
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
      return body ?? readBody();
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
      forget() {
        reading.forget();
        whole.forget();
      },
    },
  };
}

const NOTHING = { has: () => false };

/** True when a link or a reference in its text names something outside its own review, whether that is there or not. */
function leadsOutside(document: Document): boolean {
  const { review, body } = document;
  const isAway = (href: string) => {
    const target = readLink(document, href, { documents: NOTHING, attachments: NOTHING });
    return target.kind === 'broken' && partOf(target.path) !== review;
  };
  return (
    body.links.some(({ href }) => isAway(href)) ||
    body.references.some(({ explicit, target }) => {
      if (!explicit) return false;
      const { kind, review: named } = target as ExplicitReference;
      return kind === 'page' || (named !== undefined && named !== review);
    })
  );
}
