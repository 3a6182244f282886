import type { Review } from '../model/catalogue.ts';
import type { Document } from '../model/document.ts';
import { documentLink, type ViewContext } from './context.ts';
import { buildBacklinks, buildContents, buildPageBase, firstText, reviewBreadcrumbs } from './page-base.ts';
import { renderBody } from './render-body.ts';
import { buildSearchRecord, kindWord } from './search-record.ts';
import { documentTitle, recommendationName } from './titles.ts';
import type { DocumentPageView, FactView, NeighboursView } from './types.ts';
import { documentPath } from './urls.ts';

export interface DocumentFacts<L extends string> {
  readonly layout: L;
  readonly title: string;
  readonly facts: readonly FactView[];
  readonly description?: string;
  readonly siblings?: readonly Document[];
}

/** What every page of a review's document has: its body, facts, contents, neighbours and backlinks. */
export function buildDocumentBase<L extends string>(
  context: ViewContext,
  review: Review,
  document: Document,
  facts: DocumentFacts<L>,
): DocumentPageView & { layout: L } {
  const base = buildPageBase(context, {
    path: documentPath(document),
    layout: facts.layout,
    title: facts.title,
    caption: captionOf(context, review, document),
    description: facts.description || firstText(document) || documentTitle(document),
    breadcrumbs: reviewBreadcrumbs(context, document),
    document,
  });
  return {
    ...base,
    layout: facts.layout,
    search: buildSearchRecord(document),
    review: documentLink(context, review.index),
    facts: facts.facts,
    bodyHtml: renderBody(context, document, { below: headingAbove(document) }),
    contents: buildContents(document),
    neighbours: neighboursOf(context, document, facts.siblings ?? []),
    backlinks: buildBacklinks(context, document),
  };
}

/** “Area for improvement 8 – Safeguarding Improvement” */
function captionOf(context: ViewContext, review: Review, document: Document): string {
  switch (document.kind) {
    case 'area':
    case 'meeting':
      return `${kindWord(context, document)} ${document.data.number} – ${review.index.data.title}`;
    case 'recommendation':
      return document.data.title === undefined
        ? review.index.data.title
        : `${recommendationName(document)} – ${review.index.data.title}`;
    case 'appendix':
      return `${kindWord(context, document)} ${document.data.letter} – ${review.index.data.title}`;
    case 'review':
    case 'page':
      return '';
  }
}

function neighboursOf(context: ViewContext, document: Document, siblings: readonly Document[]): NeighboursView {
  const at = siblings.indexOf(document);
  if (at === -1) return {};
  const [previous, next] = [siblings[at - 1], siblings[at + 1]];
  return {
    ...(previous ? { previous: documentLink(context, previous) } : {}),
    ...(next ? { next: documentLink(context, next) } : {}),
  };
}

/** The level of the heading under which a document's text stands: “The report”, “Notes”, “Why this was recommended”, or the title. */
function headingAbove(document: Document): number {
  return document.kind === 'review' || document.kind === 'meeting' || document.kind === 'recommendation' ? 2 : 1;
}

/** Leaves out facts without a value. */
export function factList(...facts: (FactView | undefined)[]): FactView[] {
  return facts.filter((fact): fact is FactView => fact !== undefined && fact.values.some((value) => value.text !== ''));
}

/** A fact whose value is one piece of text. */
export function fact(term: string, text: string | undefined): FactView | undefined {
  return text === undefined || text === '' ? undefined : { term, values: [{ text }] };
}
