import { applyJudgements } from './checks/checked.ts';
import { checkReview } from './checks/run-checks.ts';
import { assembleInSteps, followInSteps, joinBacklinks, type Assembled } from './link/link-catalogue.ts';
import { usedAttachments } from './link/used-attachments.ts';
import { siteLinksOf, type SiteLink } from './link/written-links.ts';
import type { Catalogue } from './model/catalogue.ts';
import { compareDiagnostics, type Diagnostic, type KeptFinding } from './model/diagnostic.ts';
import { groupBy } from './model/group-by.ts';
import type { Attachment, SourceFile } from './model/source.ts';
import { finish, flatMapInSteps, type Steps } from './model/steps.ts';
import { watchMap, watchSet, type Ask } from './model/watched.ts';
import { attachmentReview, misplaced, noFile, OTHERS, partOf } from './parse/classify.ts';
import { fileDiagnostics, parseFile, type ParsedFile } from './parse/document.ts';

/** The content folder as it is read: text files, and the paths of all others. */
export interface Content {
  readonly files: readonly SourceFile[];
  readonly attachments: readonly Attachment[];
  /** Paths of what stands there and is no file of its own: links, pipes, devices. */
  readonly notRead?: readonly string[];
}

/** Keeps parsed files by path and text, so that a long-lived process reads only what changed. */
export type ParseCache = Map<string, ParsedFile>;

/** All files with their front matter read and put together; every part of the rest is read part by part. */
export interface OpenedRecord extends Assembled {
  /** What is read together: each review by its id, and all else under OTHERS. */
  readonly parts: ReadonlyMap<string, RecordPart>;
}

/** The files of one review, or those that belong to none. */
export interface RecordPart {
  readonly files: readonly ParsedFile[];
  /** What is wrong with it that is known before its texts are read. */
  readonly known: readonly Diagnostic[];
}

/** What is wrong with one part, and what it says of its own documents. */
export interface PartAnalysis {
  /** Sorted by file, place and code. */
  readonly diagnostics: readonly Diagnostic[];
  /** Findings that were looked at and are right as they stand. */
  readonly kept: readonly KeptFinding[];
  /** To the part's documents, from wherever. */
  readonly backlinks: Catalogue['backlinks'];
  /** What its published documents link to: addresses of the site, attachments. */
  readonly siteLinks: readonly SiteLink[];
  readonly attachments: readonly string[];
}

export interface OpenOptions {
  /** ISO date. */
  readonly today: string;
  readonly preview?: boolean;
}

/** Reads front matter and puts the record together; one file or review a step. */
export function* openInSteps(
  content: Content,
  options: OpenOptions,
  cache: ParseCache = new Map(),
): Steps<OpenedRecord> {
  const parsed = yield* flatMapInSteps(content.files, (file) => [parseCached(file, cache)]);
  const logo = parsed.find((file) => file.site)?.site?.data.logo;
  const isAttachment = (path: string) => attachmentReview(path) !== undefined || path === logo;
  const attachments = content.attachments.flatMap(({ path }) => (isAttachment(path) ? [path] : []));
  const assembled = yield* assembleInSteps(parsed, attachments, {
    today: options.today,
    preview: options.preview ?? false,
  });
  const files = groupBy(parsed, ({ source }) => partOf(source.path));
  const known = groupBy(
    [
      ...content.attachments.filter(({ path }) => !isAttachment(path)).map(({ path }) => misplaced(path)),
      ...(content.notRead ?? []).map((path) => noFile(path)),
      ...assembled.diagnostics,
    ],
    ({ file }) => partOf(file),
  );
  const ids = [...new Set([OTHERS, ...files.keys(), ...known.keys()])].sort();
  const parts = new Map(ids.map((id) => [id, { files: files.get(id) ?? [], known: known.get(id) ?? [] }]));
  return { ...assembled, parts };
}

/** Told what is asked of the record besides the review that asks. What nobody asked for can change without harm. */
export interface Witness {
  /** A part of the record by its name; undefined for more than one. */
  readonly part: Ask<string>;
  /** The day on which the site is built. */
  readonly today: () => void;
}

/** Wants to know nothing. */
export const NOBODY: Witness = { part: () => undefined, today: () => undefined };

/** The record as one review may see it: itself, and of the rest only what it asks for by name. */
export function seenBy(record: OpenedRecord, id: string, witness: Witness): OpenedRecord {
  const { catalogue } = record;
  const askPath = (path: string | undefined) => witness.part(path === undefined ? undefined : partOf(path));
  const paths = new Set(record.parts.get(id)!.files.map(({ source }) => source.path));
  const own = <V>(map: ReadonlyMap<string, V>) =>
    new Map([...paths].flatMap((path) => (map.has(path) ? [[path, map.get(path)!] as const] : [])));
  return {
    ...record,
    reviews: watchMap(record.reviews, witness.part),
    catalogue: {
      ...catalogue,
      reviews: catalogue.reviews.filter((review) => review.id === id),
      documents: watchMap(catalogue.documents, askPath),
      paths: watchSet(catalogue.paths, askPath),
      attachments: watchSet(catalogue.attachments, askPath),
      heldBack: catalogue.heldBack.filter(({ document }) => paths.has(document.path)),
      sources: own(catalogue.sources),
      backlinks: own(catalogue.backlinks),
      translations: own(catalogue.translations),
      get today() {
        witness.today();
        return catalogue.today;
      },
    },
  };
}

/** Reads, follows and checks all texts of one part; without `rules` only what it says is read, not whether that is right. */
export function* analysePartInSteps(record: OpenedRecord, id: string, rules = true): Steps<PartAnalysis> {
  const { catalogue, parts } = record;
  const { files, known } = parts.get(id)!;
  const documents = files.flatMap(({ document }) => (document ? [document] : []));
  const followed = yield* followInSteps(record, documents);
  const review = catalogue.reviews.find((candidate) => candidate.id === id);
  const found = [
    ...files.flatMap(fileDiagnostics),
    ...known,
    ...followed.diagnostics,
    ...(review && rules ? checkReview(catalogue, review) : []),
  ];
  const paths = documents.map(({ path }) => path);
  const published = documents.filter(({ path }) => catalogue.documents.has(path));
  const { diagnostics, kept } = applyJudgements(catalogue, documents, found);
  return {
    diagnostics: [...diagnostics].sort(compareDiagnostics),
    kept,
    backlinks: joinBacklinks(paths, catalogue.backlinks, followed.backlinks),
    siteLinks: published.flatMap((document) =>
      siteLinksOf(document, { documents: catalogue.paths, attachments: catalogue.attachments }),
    ),
    attachments: usedAttachments(catalogue, published),
  };
}

export interface Analysis {
  readonly catalogue: Catalogue;
  /** Sorted by file, place and code. */
  readonly diagnostics: readonly Diagnostic[];
  /** Findings that were looked at and are right as they stand. */
  readonly kept: readonly KeptFinding[];
}

/** Parses, links and checks, without making pages: all that most of `check` needs. */
export function analyse(content: Content, options: OpenOptions, cache: ParseCache = new Map()): Analysis {
  const record = finish(openInSteps(content, options, cache));
  return joinAnalyses(
    record,
    [...record.parts.keys()].map((id) => finish(analysePartInSteps(record, id))),
  );
}

/** What was found in all parts, as one. */
export function joinAnalyses({ catalogue }: OpenedRecord, parts: readonly PartAnalysis[]): Analysis {
  return {
    catalogue: { ...catalogue, backlinks: new Map(parts.flatMap(({ backlinks }) => [...backlinks])) },
    diagnostics: parts.flatMap(({ diagnostics }) => diagnostics).sort(compareDiagnostics),
    kept: parts.flatMap(({ kept }) => kept),
  };
}

function parseCached(source: SourceFile, cache: ParseCache): ParsedFile {
  const known = cache.get(source.path);
  if (known && known.source.text === source.text && known.source.invalidAt === source.invalidAt) return known;
  const parsed = parseFile(source);
  cache.set(source.path, parsed);
  return parsed;
}
