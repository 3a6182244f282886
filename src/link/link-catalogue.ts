import type { Backlink, Catalogue, HeldBack, Review } from '../model/catalogue.ts';
import { compareDates } from '../model/dates.ts';
import { diagnostic, type Diagnostic } from '../model/diagnostic.ts';
import type { Document, PageDocument, ReviewDocument, SiteFile } from '../model/document.ts';
import { groupBy } from '../model/group-by.ts';
import type { DocumentKind } from '../model/kinds.ts';
import { START, type SourceFile } from '../model/source.ts';
import type { Steps } from '../model/steps.ts';
import { attachmentReview } from '../parse/classify.ts';
import type { ParsedFile } from '../parse/document.ts';
import { backlinksFrom } from './backlinks.ts';
import { mayLeadOutside } from './leads-outside.ts';
import { checkFieldReferences } from './field-references.ts';
import { checkParagraphNumbers } from './paragraph-numbers.ts';
import { followReferences } from './prose-references.ts';
import { assembleReview } from './review.ts';
import { pairTranslations } from './translations.ts';
import { reasonToHoldBack, type VisibilityOptions } from './visibility.ts';
import { checkWrittenLinks, readLink } from './written-links.ts';

/** What is known of all files together before any one review is read to its last word. */
export interface Assembled {
  /** Its backlinks are those from outside each document's own review. */
  readonly catalogue: Catalogue;
  /** All reviews that have an index, kept-back ones too. */
  readonly reviews: ReadonlyMap<string, Review>;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Puts parsed files together, one review a step: who is there, what is public, what refers to another review. Reads no
 * bodies but those that this needs.
 */
export function* assembleInSteps(
  files: readonly ParsedFile[],
  attachments: readonly string[],
  options: VisibilityOptions,
): Steps<Assembled> {
  const sorted = [...files].sort((a, b) => (a.source.path < b.source.path ? -1 : 1));
  const documents = sorted.flatMap((file) => (file.document ? [file.document] : []));
  const diagnostics: Diagnostic[] = [];
  const heldBack: HeldBack[] = [];

  const indexes = new Map<string, ReviewDocument>();
  for (const document of documents) if (document.kind === 'review') indexes.set(document.review!, document);
  const isPublic = (document: Document) =>
    reasonToHoldBack(document, indexes.get(document.review ?? ''), options) === undefined;
  for (const document of documents) {
    const reason = reasonToHoldBack(document, indexes.get(document.review ?? ''), options);
    if (reason) heldBack.push({ document, reason });
  }

  const texts = sorted.map((file) => file.source.path).filter((path) => attachmentReview(path) !== undefined);
  const attached = groupBy([...attachments, ...texts].sort(), (path) => attachmentReview(path));
  const all: Review[] = [];
  const ofReviews = sorted.filter((file) => file.place?.review !== undefined);
  for (const [id, group] of groupBy(ofReviews, (file) => file.place!.review!)) {
    const index = indexes.get(id);
    if (!index) {
      const isMisnamed = sorted.some(({ source }) => /^index\./i.test(inFolder(source.path, id)));
      if (!isMisnamed) diagnostics.push(indexMissing(id));
      continue;
    }
    const unread = group.flatMap((file): DocumentKind[] =>
      file.document || !file.place || file.place.kind === 'site' ? [] : [file.place.kind],
    );
    const others = group.flatMap((file) => (file.document && file.document.kind !== 'review' ? [file.document] : []));
    const own = attached.get(id) ?? [];
    const parts = { id, index, documents: others, unread, isPublic, attachments: own };
    const { review, diagnostics: found } = assembleReview(parts);
    all.push(review);
    diagnostics.push(...found);
    yield;
  }

  const pages = documents.filter(
    (document): document is PageDocument => document.kind === 'page' && document.usable && isPublic(document),
  );
  const reviewsById = new Map(all.map((review) => [review.id, review]));
  const site: SiteFile | undefined = sorted.find((file) => file.site)?.site;
  if (!sorted.some((file) => /^site\.ya?ml$/i.test(file.source.path))) diagnostics.push(siteMissing());
  const reviews = all.filter((review) => review.index.usable && isPublic(review.index)).sort(newestFirst);
  const translations = pairTranslations(documents);
  diagnostics.push(...translations.diagnostics);
  const heldBackDocuments = new Set(heldBack.map(({ document }) => document));
  const catalogue = {
    site,
    reviews,
    pages,
    documents: new Map(publishedDocuments(reviews, pages).map((document) => [document.path, document])),
    paths: new Set(documents.map((document) => document.path)),
    backlinks: new Map<string, Backlink[]>(),
    linkedFromOutside: new Set<string>(),
    heldBack,
    sources: new Map<string, SourceFile>(sorted.map((file) => [file.source.path, file.source])),
    attachments: new Set([...attachments, ...texts]),
    translations: translations.pairs,
    today: options.today,
  };
  for (const { document, leadsOutside } of sorted) {
    if (!document || !(leadsOutside ?? mayLeadOutside(document))) continue;
    const isHeldBack = heldBackDocuments.has(document);
    const outward = outwardLinks({ catalogue, reviews: reviewsById }, document, isHeldBack);
    for (const [path, backlink] of outward.backlinks) addTo(catalogue.backlinks, path, backlink);
    for (const path of outward.attachments) catalogue.linkedFromOutside.add(path);
    yield;
  }
  return { catalogue, reviews: reviewsById, diagnostics };
}

/** What a document links to outside its own review. */
function outwardLinks(
  { catalogue, reviews }: Pick<Assembled, 'catalogue' | 'reviews'>,
  document: Document,
  isHeldBack: boolean,
): { backlinks: [path: string, backlink: Backlink][]; attachments: string[] } {
  const attachments = document.body.links.flatMap((link) => {
    const target = readLink(document, link.href, { documents: catalogue.paths, attachments: catalogue.attachments });
    return target.kind === 'attachment' && attachmentReview(target.path) !== document.review ? [target.path] : [];
  });
  if (isHeldBack || document.restricted) return { backlinks: [], attachments };
  const review = document.review === undefined ? undefined : reviews.get(document.review);
  const { followed } = followReferences({ pages: catalogue.pages, reviewsById: reviews }, review, document);
  const away = followed.filter(({ target }) => target.document.review !== document.review);
  return { backlinks: away.length === 0 ? [] : backlinksFrom(document, away), attachments };
}

/** What the documents of one review refer to, or those of none: pages. */
export interface Followed {
  /** To documents of the same review. */
  readonly backlinks: ReadonlyMap<string, readonly Backlink[]>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Follows every reference and link in documents of one review, or of none, one document a step. Reads their bodies. */
export function* followInSteps({ catalogue, reviews }: Assembled, documents: readonly Document[]): Steps<Followed> {
  const diagnostics: Diagnostic[] = [];
  const backlinks = new Map<string, Backlink[]>();
  const heldBack = new Set(catalogue.heldBack.map(({ document }) => document));
  for (const document of documents) {
    yield;
    const review = document.review === undefined ? undefined : reviews.get(document.review);
    const resolver = { pages: catalogue.pages, reviewsById: reviews };
    const { followed, diagnostics: found } = followReferences(resolver, review, document);
    diagnostics.push(
      ...found,
      ...checkWrittenLinks(document, { documents: catalogue.paths, attachments: catalogue.attachments }),
    );
    if (review) diagnostics.push(...checkFieldReferences(review, document));
    if (review && document.kind === 'review') diagnostics.push(...checkParagraphNumbers(review));
    if (heldBack.has(document) || document.restricted) continue;
    const inside = followed.filter(({ target }) => target.document.review === document.review);
    for (const [path, backlink] of backlinksFrom(document, inside)) addTo(backlinks, path, backlink);
  }
  return { backlinks, diagnostics };
}

/** All backlinks to some documents, in the order of the files they come from. */
export function joinBacklinks(
  paths: Iterable<string>,
  ...parts: readonly Catalogue['backlinks'][]
): Map<string, readonly Backlink[]> {
  const joined = new Map<string, readonly Backlink[]>();
  for (const path of paths) {
    const all = parts.flatMap((part) => part.get(path) ?? []);
    if (all.length > 0)
      joined.set(
        path,
        all.sort((a, b) => compareTexts(a.from.path, b.from.path)),
      );
  }
  return joined;
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function addTo<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const known = lists.get(key);
  if (known) known.push(value);
  else lists.set(key, [value]);
}

/** Every published document, review by review, each in the order in which it is read. */
function publishedDocuments(reviews: readonly Review[], pages: readonly PageDocument[]): Document[] {
  return [
    ...reviews.flatMap((review): Document[] => [
      review.index,
      ...review.areas,
      ...review.meetings,
      ...review.recommendations,
      ...review.appendices,
    ]),
    ...pages,
  ];
}

function newestFirst(a: Review, b: Review): number {
  return compareDates(lastDate(b), lastDate(a)) || (a.id < b.id ? -1 : 1);
}

/** When something last happened in a review: its publication, else its latest meeting, else its commissioning. */
export function lastDate(review: Review): string | undefined {
  const latestMeeting = review.meetings
    .map((meeting) => meeting.data.date)
    .sort(compareDates)
    .at(-1);
  return review.index.data.published ?? latestMeeting ?? review.index.data.commissioned?.date;
}

/** A path below a review's folder; empty for others. */
function inFolder(path: string, id: string): string {
  return path.startsWith(`reviews/${id}/`) ? path.slice(`reviews/${id}/`.length) : '';
}

function indexMissing(id: string): Diagnostic {
  return diagnostic(
    'review-index-missing',
    { file: `reviews/${id}/index.md`, span: START },
    `The review ${id} has no index.md, so nothing in it can be published.`,
    {
      hint: `Write reviews/${id}/index.md with at least title, type, committee and status.`,
    },
  );
}

function siteMissing(): Diagnostic {
  return diagnostic(
    'site-missing',
    { file: 'site.yaml', span: START },
    'There is no site.yaml, so the site has no name of its own.',
    {
      hint: 'Write site.yaml with name, organisation and url.',
    },
  );
}
