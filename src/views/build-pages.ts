import { buildEverythingPage, buildSearchPage } from './search-pages.ts';
import type { Review } from '../model/catalogue.ts';
import { targetKey } from '../model/reference.ts';
import { buildAppendixPage, buildNotesAppendixPage } from './appendix-page.ts';
import { buildAboutChecksPage, buildChecksPage } from './checks-pages.ts';
import { buildAreaPage } from './area-page.ts';
import type { ViewContext } from './context.ts';
import { buildGroupPages } from './group-pages.ts';
import { buildArchivePages } from './archive-pages.ts';
import { buildGlossaryPage, buildMeetingsPage } from './index-pages.ts';
import { buildReviewListPages } from './list-pages.ts';
import { buildActionsPage, buildRegisterPages } from './register-pages.ts';
import { buildOrganisationPages } from './organisation-pages.ts';
import { buildPeoplePages } from './people-pages.ts';
import { buildMeetingPage } from './meeting-page.ts';
import { buildRecommendationPage } from './recommendation-page.ts';
import { buildConclusionsPage, buildReviewPage, buildReviewRecommendationsPage } from './review-page.ts';
import { buildHomePage, buildNotFoundPage, buildPlainPage, buildPrintPage, buildRedirectPage } from './site-pages.ts';
import { buildStatementPage } from './statement-page.ts';
import { flatMapInSteps, type Steps } from '../model/steps.ts';
import type { AnyPageView } from './types.ts';
import { documentPath, paths } from './urls.ts';

/** The pages that list what stands in several reviews; those of one list in a step. */
export function* buildListPagesInSteps(context: ViewContext): Steps<AnyPageView[]> {
  const lists: readonly ((of: ViewContext) => AnyPageView[])[] = [
    (of) => [buildHomePage(of)],
    buildArchivePages,
    buildRegisterPages,
    (of) => [buildActionsPage(of), buildMeetingsPage(of), buildGlossaryPage(of)],
    buildPeoplePages,
    buildOrganisationPages,
    buildGroupPages,
  ];
  return yield* flatMapInSteps(lists, (build) => build(context));
}

/** The pages that are neither lists nor a review's: plain pages, search, what a site must have, former addresses. */
export function buildOtherPages(context: ViewContext): AnyPageView[] {
  return [
    ...context.catalogue.pages.map((page) => buildPlainPage(context, page)),
    buildSearchPage(context),
    buildEverythingPage(context),
    ...(context.helpPages.size > 0 ? [buildAboutChecksPage(context)] : []),
    ...(hasOwnStatement(context) ? [] : [buildStatementPage(context)]),
    buildNotFoundPage(context),
    ...redirects(context),
  ];
}

/** Every page of one review, in a fixed order. */
export function buildPagesOfReview(context: ViewContext, review: Review): AnyPageView[] {
  const conclusions = buildConclusionsPage(context, review);
  return [
    buildReviewPage(context, review),
    ...(conclusions ? [conclusions] : []),
    buildPrintPage(context, review),
    buildChecksPage(context, review),
    ...buildReviewListPages(context, review),
    ...review.areas.map((area) => buildAreaPage(context, review, area)),
    ...review.meetings.map((meeting) => buildMeetingPage(context, review, meeting)),
    ...review.meetings.flatMap((meeting) =>
      meeting.data.appendix === undefined ||
      review.targets.get(targetKey('appendix', meeting.data.appendix))?.document !== meeting
        ? []
        : [buildNotesAppendixPage(context, review, meeting, meeting.data.appendix)],
    ),
    buildReviewRecommendationsPage(context, review),
    ...review.recommendations.map((recommendation) => buildRecommendationPage(context, review, recommendation)),
    ...review.appendices.map((appendix) => buildAppendixPage(context, review, appendix)),
  ];
}

/** A page of the council's own at the address of the statement takes its place. */
function hasOwnStatement(context: ViewContext): boolean {
  return context.catalogue.pages.some((page) => documentPath(page) === paths.accessibility);
}

function redirects(context: ViewContext): AnyPageView[] {
  return [...context.catalogue.documents.values()].flatMap((document) =>
    (document.data.formerly ?? []).map((from) => buildRedirectPage(context, from, document)),
  );
}
