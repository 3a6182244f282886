import type { Body } from '../model/body.ts';
import { diagnostic, type Diagnostic } from '../model/diagnostic.ts';
import { lazy, type Lazy } from '../model/lazy.ts';
import type { DataOf, DocumentKind } from '../model/kinds.ts';
import type { SourceFile } from '../model/source.ts';
import type { Document, SiteFile } from '../model/document.ts';
import { attachmentReview, classifyFile, type FilePlace } from './classify.ts';
import { readBody } from './body.ts';
import { readFieldTexts, readListedTexts } from './field-texts.ts';
import { readFields } from './fields.ts';
import { splitFrontMatter } from './front-matter.ts';
import { readYaml } from './yaml.ts';

/** What became of one file: a document or the site's settings, unless nothing could be read; and what is wrong with it. */
export interface ParsedFile {
  readonly source: SourceFile;
  readonly place?: FilePlace;
  readonly document?: Document;
  readonly site?: SiteFile;
  /** Found in the front matter; those of the body are found when it is read. */
  readonly diagnostics: readonly Diagnostic[];
  /** Whether its text names anything outside its own review; not known unless given. */
  readonly leadsOutside?: boolean;
  /** What is read when somebody asks for it: the document's own `body` and `texts`. */
  readonly reading?: Lazy<BodyReading>;
}

export interface BodyReading {
  readonly body: Body;
  readonly diagnostics: readonly Diagnostic[];
  /** Prose in the front matter. */
  readonly texts: Document['texts'];
}

const NO_BODY: Body = {
  tokens: [],
  blocks: [],
  headings: [],
  areaSections: [],
  paragraphs: [],
  references: [],
  links: [],
  comments: [],
  opening: '',
  restrictedBlocks: 0,
};

/** Everything that is wrong with a file by itself: its body is read for it. */
export function fileDiagnostics({ diagnostics, reading }: ParsedFile): readonly Diagnostic[] {
  return reading ? [...diagnostics, ...reading.value.diagnostics] : diagnostics;
}

/**
 * Reads one file of the content folder: its front matter now, its body when somebody asks for it. Pure, and the same for
 * the same text and path: results may be kept.
 */
export function parseFile(source: SourceFile): ParsedFile {
  // A text among a review's attachments (a .md or .yaml file) is published as it is.
  if (attachmentReview(source.path) !== undefined) return { source, diagnostics: [] };
  const place = classifyFile(source.path);
  if ('code' in place) return { source, diagnostics: [place] };
  const damage = findDamage(source);
  if (damage) return { source, place, diagnostics: [damage] };
  const parsed = place.kind === 'site' ? parseSite(source, place) : parseMarkdown(source, place, place.kind);
  return { ...parsed, diagnostics: [...findUnseen(source), ...parsed.diagnostics] };
}

function findUnseen({ path, unseenAt }: SourceFile): Diagnostic[] {
  if (unseenAt === undefined) return [];
  return [
    diagnostic(
      'character-unseen',
      { file: path, span: { start: unseenAt, end: unseenAt + 1 } },
      'A character stands here that nobody can see and that is meant for machines; it is published as a space.',
      { hint: 'Delete it: put the cursor behind it, press Backspace, and type the words around it again.' },
    ),
  ];
}

function parseSite(source: SourceFile, place: FilePlace): ParsedFile {
  const yaml = readYaml(source.text, 0, source.path);
  if (!yaml.sound) return { source, place, diagnostics: yaml.diagnostics };
  const fields = readFields('site', yaml, source.path);
  const site = { path: source.path, data: fields.data, spans: yaml.spans };
  return { source, place, site, diagnostics: [...yaml.diagnostics, ...fields.diagnostics] };
}

function parseMarkdown(source: SourceFile, place: FilePlace, kind: DocumentKind): ParsedFile {
  const split = splitFrontMatter(source);
  if ('code' in split) return { source, place, diagnostics: [split] };
  const yaml = readYaml(split.yaml, split.yamlStart, source.path);
  const fields = readFields(kind, yaml, source.path);
  const isRestricted = 'restricted' in yaml.data || yaml.spans.has('restricted');
  const numberedParagraphs = kind === 'review' && (fields.data as DataOf['review']).paragraphs === 'numbered';
  const reading = lazy<BodyReading>(() => ({
    ...(isRestricted
      ? { body: NO_BODY, diagnostics: [] }
      : readBody(split.body, { file: source.path, bodyStart: split.bodyStart, numberedParagraphs })),
    texts: readFieldTexts(kind, yaml.data, yaml.spans, source),
  }));
  const facts = {
    kind,
    path: source.path,
    name: place.name,
    review: place.review,
    data: fields.data,
    dropped: fields.dropped,
    usable: fields.usable,
    sound: yaml.sound,
    draft: fields.data && 'draft' in yaml.data ? (fields.data as { draft?: boolean }).draft !== false : false,
    restricted: isRestricted,
    listed: readListedTexts(kind, yaml.data),
    source,
  };
  const document = documentOf(facts, new ReadLater(yaml.spans, reading));
  const fieldFindings = yaml.sound ? fields.diagnostics : [];
  return { source, place, document, reading, diagnostics: [...yaml.diagnostics, ...fieldFindings] };
}

/** What of a document is read only when somebody asks for it. */
export type Later = Pick<Document, 'spans' | 'body' | 'texts'>;

/** A document from what is known of it and what can be read. */
export function documentOf(facts: object, later: Later): Document {
  return new DocumentWithLater(facts, later) as unknown as Document;
}

/** A class, because there are many: objects with getters of their own take four times the memory. */
class DocumentWithLater implements Later {
  readonly #later: Later;

  constructor(facts: object, later: Later) {
    Object.assign(this, facts);
    this.#later = later;
  }

  get spans() {
    return this.#later.spans;
  }

  get body() {
    return this.#later.body;
  }

  get texts() {
    return this.#later.texts;
  }
}

class ReadLater implements Later {
  readonly spans: Document['spans'];
  readonly #reading: Lazy<BodyReading>;

  constructor(spans: Document['spans'], reading: Lazy<BodyReading>) {
    this.spans = spans;
    this.#reading = reading;
  }

  get body() {
    return this.#reading.value.body;
  }

  get texts() {
    return this.#reading.value.texts;
  }
}

/** Damage to the file as a whole, after which nothing else is worth saying. */
function findDamage(source: SourceFile): Diagnostic | undefined {
  if (source.invalidAt !== undefined) {
    const span = { start: source.invalidAt, end: source.invalidAt + 1 };
    return diagnostic(
      'file-not-utf8',
      { file: source.path, span },
      "This letter is not saved as UTF-8, so it can't be read.",
      {
        hint: 'Save it again with the encoding UTF-8 (in Notepad: Save as, Encoding, UTF-8).',
      },
    );
  }
  const conflict = /^(<{7}|={7}|>{7})(?: .*)?$/m.exec(source.text);
  if (conflict && /^(<{7}|>{7})( |$)/m.test(source.text)) {
    return diagnostic(
      'merge-conflict',
      { file: source.path, span: { start: conflict.index, end: conflict.index + conflict[0].length } },
      'Two versions of the text stand here side by side: a merge was not finished.',
      {
        hint: 'Keep the right version and delete the lines that begin with <<<<<<<, ======= and >>>>>>>.',
      },
    );
  }
  return undefined;
}
