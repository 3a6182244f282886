import type { Review } from '../model/catalogue.ts';
import type { AppendixDocument, MeetingDocument } from '../model/document.ts';
import { buildConclusionsTable, hasConclusions } from './conclusions.ts';
import { documentLink, type ViewContext } from './context.ts';
import { buildDocumentBase, fact, factList } from './document-base.ts';
import { buildBacklinks, buildContents, buildPageBase, reviewBreadcrumbs } from './page-base.ts';
import { renderBody } from './render-body.ts';
import { dateText } from './text.ts';
import { en as words } from '../words/en.ts';
import type { AppendixPageView } from './types.ts';
import { paths } from './urls.ts';

/** An appendix's page: its body, or the conclusions table where it asks for it. */
export function buildAppendixPage(context: ViewContext, review: Review, appendix: AppendixDocument): AppendixPageView {
  const base = buildDocumentBase(context, review, appendix, {
    layout: 'appendix',
    title: appendix.data.title,
    facts: [],
    siblings: review.appendices,
  });
  const conclusions =
    appendix.data.generated === 'conclusions' && !appendix.restricted && hasConclusions(review)
      ? buildConclusionsTable(context, review)
      : undefined;
  return conclusions ? { ...base, conclusions } : base;
}

/** The appendix in which a meeting's notes are printed: the same notes under the appendix's letter. Not indexed: the meeting's page is. */
export function buildNotesAppendixPage(
  context: ViewContext,
  review: Review,
  meeting: MeetingDocument,
  letter: string,
): AppendixPageView {
  const title = `${meeting.data.title}: notes`;
  const base = buildPageBase(context, {
    path: paths.appendix(review.id, letter),
    layout: 'appendix',
    title,
    caption: `${context.words.appendix} ${letter} – ${review.index.data.title}`,
    breadcrumbs: reviewBreadcrumbs(context, meeting),
    document: meeting,
  });
  return {
    ...base,
    layout: 'appendix',
    review: documentLink(context, review.index),
    facts: factList(
      { term: context.words.meeting, values: [documentLink(context, meeting)] },
      fact(words.date, dateText(meeting.data.date)),
    ),
    bodyHtml: renderBody(context, meeting),
    contents: buildContents(meeting),
    neighbours: {},
    backlinks: buildBacklinks(context, meeting),
  };
}
