import type { Body, TextBlock } from './body.ts';
import type { DataOf, DocumentKind } from './kinds.ts';
import type { Reference } from './reference.ts';
import type { Place, SourceFile, Span } from './source.ts';

/** Where keys and values of the front matter stand, by path: `considered.0.area`. */
export type Spans = ReadonlyMap<string, { readonly key?: Span; readonly value: Span }>;

/** One file of the record, read: facts, text, and where everything stands. */
export interface DocumentOf<K extends DocumentKind> {
  readonly kind: K;
  /** Relative to the content folder. */
  readonly path: string;
  /** The file's name without its ending. */
  readonly name: string;
  /** The folder of its review; pages have none. */
  readonly review: string | undefined;
  readonly data: DataOf[K];
  /** Keys that were wrong or missing: nothing may be concluded from them. */
  readonly dropped: ReadonlySet<string>;
  /** True when every required key is there. */
  readonly usable: boolean;
  /** False when the front matter could not be read to its end: what is missing may stand below. */
  readonly sound: boolean;
  readonly draft: boolean;
  /** True when the body is exempt; `body` is then empty. */
  readonly restricted: boolean;
  readonly spans: Spans;
  readonly body: Body;
  /** Prose in the front matter, in the order of its keys. */
  readonly texts: readonly FieldText[];
  /** Of these what lists show (a recommendation's wording, actions), by path; known where nothing else is read. */
  readonly listed: Readonly<Record<string, Prose>>;
  readonly source: SourceFile;
}

export type ReviewDocument = DocumentOf<'review'>;
export type AreaDocument = DocumentOf<'area'>;
export type MeetingDocument = DocumentOf<'meeting'>;
export type RecommendationDocument = DocumentOf<'recommendation'>;
export type AppendixDocument = DocumentOf<'appendix'>;
export type PageDocument = DocumentOf<'page'>;

/** Any document; `kind` tells which. */
export type Document = { [K in DocumentKind]: DocumentOf<K> }[DocumentKind];

/** Words and what they refer to. */
export interface Prose {
  readonly text: string;
  readonly references: readonly Reference[];
}

/** Prose in the front matter (a wording, a note): its plain words are references too. */
export interface FieldText {
  /** `considered.0.note` */
  readonly path: string;
  readonly block: TextBlock;
  readonly references: readonly Reference[];
}

export interface SiteFile {
  readonly path: string;
  readonly data: DataOf['site'];
  readonly spans: Spans;
}

/** The place of a value in a document's front matter, by path; of the key above when the value is missing. */
export function fieldPlace(document: Pick<Document, 'path' | 'spans'>, ...path: (string | number)[]): Place {
  for (let length = path.length; length > 0; length--) {
    const found = document.spans.get(path.slice(0, length).join('.'));
    if (found) return { file: document.path, span: found.value };
  }
  return { file: document.path, span: { start: 0, end: 0 } };
}

/** The place of a key in a document's front matter. */
export function keyPlace(document: Pick<Document, 'path' | 'spans'>, ...path: (string | number)[]): Place {
  const found = document.spans.get(path.join('.'));
  return { file: document.path, span: found?.key ?? found?.value ?? { start: 0, end: 0 } };
}
