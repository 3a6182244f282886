import type { Heading, NumberedParagraph } from './body.ts';
import type {
  AppendixDocument,
  AreaDocument,
  Document,
  MeetingDocument,
  PageDocument,
  RecommendationDocument,
  ReviewDocument,
  SiteFile,
} from './document.ts';
import type { Organisation, Person } from './kinds.ts';
import type { ReferenceKind } from './reference.ts';
import type { Place, SourceFile } from './source.ts';

/** What a reference leads to: a document, perhaps a place in it. */
export interface Target {
  readonly kind: ReferenceKind | 'page' | 'review';
  readonly document: Document;
  readonly anchor?: string;
  /** False when the document is kept back: its words stay, its link and title do not. */
  readonly isPublic: boolean;
}

/** One review with everything that belongs to it, in number order. Kept-back documents are not in the lists. */
export interface Review {
  /** The folder's name: permanent, and the review's place in addresses. */
  readonly id: string;
  readonly index: ReviewDocument;
  readonly areas: readonly AreaDocument[];
  /** By number. */
  readonly meetings: readonly MeetingDocument[];
  readonly recommendations: readonly RecommendationDocument[];
  readonly appendices: readonly AppendixDocument[];
  readonly sections: readonly Heading[];
  readonly paragraphs: readonly NumberedParagraph[];
  /** `area 8`, `section 2.6`, `appendix B` → what it is. Holds kept-back documents too. */
  readonly targets: ReadonlyMap<string, Target>;
  /** Kinds of which files could not be read or counted, and how many: a missing number may be such a file's. */
  readonly incomplete: ReadonlyMap<ReferenceKind, number>;
  readonly people: ReadonlyMap<string, Person>;
  readonly organisations: ReadonlyMap<string, Organisation>;
  /** Paths of the files in its folder of attachments, sorted. */
  readonly attachments: readonly string[];
}

/** A reference to a document, seen from that document. */
export interface Backlink {
  readonly from: Document;
  readonly anchor: string;
  /** The sentence in which it stands, and the stretch of it that is the reference. */
  readonly sentence: string;
  readonly start: number;
  readonly end: number;
  readonly place: Place;
}

/** Everything that is known: the linked record. Checks and views read it; nothing changes it. */
export interface Catalogue {
  readonly site: SiteFile | undefined;
  /** Newest first. */
  readonly reviews: readonly Review[];
  readonly pages: readonly PageDocument[];
  /** Published documents by path. */
  readonly documents: ReadonlyMap<string, Document>;
  /** Paths of all documents, published or not. */
  readonly paths: ReadonlySet<string>;
  /** By the path of the document they lead to; in the order of the record. */
  readonly backlinks: ReadonlyMap<string, readonly Backlink[]>;
  /** Documents that are not published: drafts, and reviews whose day has not come; with the reason. */
  readonly heldBack: readonly HeldBack[];
  /** Source texts by path, for showing lines. */
  readonly sources: ReadonlyMap<string, SourceFile>;
  /** Paths of attachments, relative to the content folder. */
  readonly attachments: ReadonlySet<string>;
  /** Attachments that documents link to, drafts too, which do not belong to the same review. */
  readonly linkedFromOutside: ReadonlySet<string>;
  /** Paths of the documents that say the same in another language, by path. */
  readonly translations: ReadonlyMap<string, readonly string[]>;
  readonly today: string;
}

export interface HeldBack {
  readonly document: Document;
  readonly reason: 'draft' | 'not-yet';
}
