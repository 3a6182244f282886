import type { Review } from '../model/catalogue.ts';
import type { Document } from '../model/document.ts';
import { targetKey } from '../model/reference.ts';
import { buildAppendixPage, buildNotesAppendixPage } from './appendix-page.ts';
import { planArchivePages } from './archive-pages.ts';
import { buildAreaPage } from './area-page.ts';
import { buildAboutChecksPage, buildChecksPage } from './checks-pages.ts';
import { hasConclusions } from './conclusions.ts';
import type { ViewContext } from './context.ts';
import { planGroupPages } from './group-pages.ts';
import { buildGlossaryPage, buildMeetingsPage } from './index-pages.ts';
import { planReviewListPages } from './list-pages.ts';
import { buildMeetingPage } from './meeting-page.ts';
import { planOrganisationPages } from './organisation-pages.ts';
import { planPeoplePages } from './people-pages.ts';
import { plan, type PlannedPage } from './plan.ts';
import { buildRecommendationPage } from './recommendation-page.ts';
import { buildActionsPage, planRegisterPages } from './register-pages.ts';
import { buildConclusionsPage, buildReviewPage, buildReviewRecommendationsPage } from './review-page.ts';
import { buildEverythingPage, buildSearchPage } from './search-pages.ts';
import {
  buildHomePage,
  buildNotFoundPage,
  buildPlainPage,
  buildPrintPage,
  buildRedirectPage,
  formerPath,
} from './site-pages.ts';
import { buildStatementPage } from './statement-page.ts';
import { documentPath, paths } from './urls.ts';

/** The pages that list what stands in several reviews. */
export function planListPages(context: ViewContext): PlannedPage[] {
  return [
    plan('home', paths.home, () => buildHomePage(context)),
    ...planArchivePages(context),
    ...planRegisterPages(context),
    plan('actions', paths.actions, () => buildActionsPage(context)),
    plan('list', paths.meetingsByDate, () => buildMeetingsPage(context)),
    plan('glossary', paths.glossary, () => buildGlossaryPage(context)),
    ...planPeoplePages(context),
    ...planOrganisationPages(context),
    ...planGroupPages(context),
  ];
}

/** The pages that are neither lists nor a review's: plain pages, search, what a site must have, former addresses. */
export function planOtherPages(context: ViewContext): PlannedPage[] {
  const { catalogue } = context;
  return [
    ...catalogue.pages.map((page) => plan('page', documentPath(page), () => buildPlainPage(context, page))),
    plan('search', paths.search, () => buildSearchPage(context)),
    plan('everything', paths.everything, () => buildEverythingPage(context)),
    ...(context.helpPages.size > 0
      ? [plan('about-checks', paths.aboutChecks, () => buildAboutChecksPage(context))]
      : []),
    ...(hasOwnStatement(context) ? [] : [plan('statement', paths.accessibility, () => buildStatementPage(context))]),
    plan('not-found', paths.notFound, () => buildNotFoundPage(context)),
    ...[...catalogue.documents.values()].flatMap((document) => planRedirects(context, document)),
  ];
}

/** Every page of one review, in a fixed order. */
export function planPagesOfReview(context: ViewContext, review: Review): PlannedPage[] {
  const { id, areas, meetings, recommendations, appendices } = review;
  return [
    plan('review', paths.review(id), () => buildReviewPage(context, review)),
    ...(hasConclusions(review)
      ? [plan('conclusions', paths.conclusions(id), () => buildConclusionsPage(context, review))]
      : []),
    plan('print', paths.print(id), () => buildPrintPage(context, review)),
    plan('checks', paths.checks(id), () => buildChecksPage(context, review)),
    ...planReviewListPages(context, review),
    ...areas.map((area) => plan('area', documentPath(area), () => buildAreaPage(context, review, area))),
    ...meetings.map((meeting) =>
      plan('meeting', documentPath(meeting), () => buildMeetingPage(context, review, meeting)),
    ),
    ...meetings.flatMap((meeting) => {
      const letter = meeting.data.appendix;
      if (letter === undefined || review.targets.get(targetKey('appendix', letter))?.document !== meeting) return [];
      return [
        plan('appendix', paths.appendix(id, letter), () => buildNotesAppendixPage(context, review, meeting, letter)),
      ];
    }),
    plan('register', paths.recommendations(id), () => buildReviewRecommendationsPage(context, review)),
    ...recommendations.map((recommendation) =>
      plan('recommendation', documentPath(recommendation), () =>
        buildRecommendationPage(context, review, recommendation),
      ),
    ),
    ...appendices.map((appendix) =>
      plan('appendix', documentPath(appendix), () => buildAppendixPage(context, review, appendix)),
    ),
  ];
}

/** A page of the council's own at the address of the statement takes its place. */
function hasOwnStatement(context: ViewContext): boolean {
  return context.catalogue.pages.some((page) => documentPath(page) === paths.accessibility);
}

function planRedirects(context: ViewContext, document: Document): PlannedPage[] {
  return (document.data.formerly ?? []).map((from) => {
    const path = formerPath(from);
    return plan('redirect', path, () => buildRedirectPage(context, path, document));
  });
}
