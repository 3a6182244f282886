import type { Backlink, Catalogue, HeldBack, Review } from '../model/catalogue.ts';
import { compareDates } from '../model/dates.ts';
import { diagnostic, type Diagnostic } from '../model/diagnostic.ts';
import type { Document, PageDocument, ReviewDocument, SiteFile } from '../model/document.ts';
import { groupBy } from '../model/group-by.ts';
import type { DocumentKind } from '../model/kinds.ts';
import { START, type SourceFile } from '../model/source.ts';
import { finish, type Steps } from '../model/steps.ts';
import { attachmentReview } from '../parse/classify.ts';
import type { ParsedFile } from '../parse/document.ts';
import { backlinksFrom } from './backlinks.ts';
import { checkFieldReferences } from './field-references.ts';
import { checkParagraphNumbers } from './paragraph-numbers.ts';
import { followReferences } from './prose-references.ts';
import { assembleReview } from './review.ts';
import { pairTranslations } from './translations.ts';
import { reasonToHoldBack, type VisibilityOptions } from './visibility.ts';
import { checkWrittenLinks } from './written-links.ts';

export interface Linked {
  readonly catalogue: Catalogue;
  readonly diagnostics: readonly Diagnostic[];
}

/** Joins parsed files into the record: reviews, what refers to what, and every reference that leads nowhere. */
export function linkCatalogue(
  files: readonly ParsedFile[],
  attachments: readonly string[],
  options: VisibilityOptions,
): Linked {
  return finish(linkInSteps(files, attachments, options));
}

/** The same, one review or document a step. */
export function* linkInSteps(
  files: readonly ParsedFile[],
  attachments: readonly string[],
  options: VisibilityOptions,
): Steps<Linked> {
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
    const { review, diagnostics: found } = assembleReview({ id, index, documents: others, unread, isPublic });
    all.push(review);
    diagnostics.push(...found);
    yield;
  }

  const pages = documents.filter(
    (document): document is PageDocument => document.kind === 'page' && document.usable && isPublic(document),
  );
  const reviewsById = new Map(all.map((review) => [review.id, review]));
  const texts = sorted.map((file) => file.source.path).filter((path) => attachmentReview(path) !== undefined);
  const context = {
    documents: new Set(documents.map((document) => document.path)),
    attachments: new Set([...attachments, ...texts]),
  };
  const backlinks = new Map<string, Backlink[]>();
  for (const document of documents) {
    yield;
    const review = document.review === undefined ? undefined : reviewsById.get(document.review);
    const { followed, diagnostics: found } = followReferences({ pages, reviewsById }, review, document);
    diagnostics.push(...found, ...checkWrittenLinks(document, context));
    if (review) diagnostics.push(...checkFieldReferences(review, document));
    if (review && document.kind === 'review') diagnostics.push(...checkParagraphNumbers(review));
    if (!isPublic(document) || document.restricted) continue;
    for (const [path, backlink] of backlinksFrom(document, followed)) {
      const known = backlinks.get(path);
      if (known) known.push(backlink);
      else backlinks.set(path, [backlink]);
    }
  }

  const site: SiteFile | undefined = sorted.find((file) => file.site)?.site;
  if (!sorted.some((file) => /^site\.ya?ml$/i.test(file.source.path))) diagnostics.push(siteMissing());
  const reviews = all.filter((review) => review.index.usable && isPublic(review.index)).sort(newestFirst);
  const translations = pairTranslations(documents);
  diagnostics.push(...translations.diagnostics);
  const catalogue: Catalogue = {
    site,
    reviews,
    pages,
    documents: new Map(publishedDocuments(reviews, pages).map((document) => [document.path, document])),
    backlinks,
    heldBack,
    sources: new Map<string, SourceFile>(sorted.map((file) => [file.source.path, file.source])),
    attachments: context.attachments,
    translations: translations.pairs,
    today: options.today,
  };
  return { catalogue, diagnostics };
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
