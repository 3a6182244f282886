import type { Review } from '../model/catalogue.ts';
import { answerOf } from './answer.ts';
import { buildConclusionsTable, hasConclusions } from './conclusions.ts';
import { documentLink, type ViewContext } from './context.ts';
import { buildDocumentBase, fact, factList } from './document-base.ts';
import { areaItem, meetingItem } from './items.ts';
import { buildPageBase, reviewBreadcrumbs } from './page-base.ts';
import { buildMatrix } from './matrix.ts';
import { buildTimeline } from './timeline.ts';
import { buildPeopleGroups } from './people.ts';
import { buildRecommendationItem } from './recommendation-page.ts';
import { dateText, reviewState, reviewTypeText } from './text.ts';
import { documentTitle } from './titles.ts';
import { en as words } from '../words/en.ts';
import type { ConclusionsPageView, FactView, ListItemView, RegisterPageView, ReviewPageView } from './types.ts';
import { paths, siteUrl } from './urls.ts';

/** A review's page: what a reader needs first, then the narrative, then everything that belongs to it. */
export function buildReviewPage(context: ViewContext, review: Review): ReviewPageView {
  const { index } = review;
  const conclusions = hasConclusions(review) ? buildConclusionsTable(context, review) : undefined;
  const matrix = buildMatrix(context, review);
  return {
    ...buildDocumentBase(context, review, index, {
      layout: 'review',
      title: index.data.title,
      facts: reviewFacts(context, review),
    }),
    state: reviewState(index.data.status),
    question: index.restricted ? '' : (index.data.question ?? ''),
    answer: answerOf(context, review),
    ...(matrix ? { matrix } : {}),
    timeline: buildTimeline(context, review),
    recommendationsHeading: recommendationsHeading(context, review),
    recommendations: review.recommendations.map((recommendation) =>
      buildRecommendationItem(context, review, recommendation),
    ),
    ...(conclusions ? { conclusions } : {}),
    meetings: review.meetings.map((meeting) => meetingItem(context, review, meeting)),
    areas: review.areas.map((area) => areaItem(context, review, area)),
    appendices: appendixItems(context, review),
    people: buildPeopleGroups(context, review, review.people.keys()),
    organisations: [...review.organisations].map(([key, organisation]) => ({
      link: { text: organisation.name, url: siteUrl(context.urls, paths.organisation(key)) },
      meta: organisation.abbreviation === undefined ? [] : [organisation.abbreviation],
      text: '',
    })),
    abbreviations: Object.entries(index.data.abbreviations ?? {}).map(([short, long]) => ({
      term: short,
      values: [{ text: long }],
    })),
    printUrl: siteUrl(context.urls, paths.print(review.id)),
    checksUrl: siteUrl(context.urls, paths.checks(review.id)),
  };
}

/** The facts of a review, as its page and its printed form show them. */
export function reviewFacts(context: ViewContext, review: Review): FactView[] {
  const { data } = review.index;
  const { urls } = context;
  const commissioned = [data.commissioned?.by, dateText(data.commissioned?.date)].filter((part) => part).join(', ');
  return factList(
    { term: words.committee, values: [{ text: data.committee, url: siteUrl(urls, paths.committee(data.committee)) }] },
    fact(words.kindOfReview, reviewTypeText(data.type)),
    fact(words.reference, data.reference),
    fact(words.commissioned, commissioned),
    fact(words.published, dateText(data.published)),
    fact(words.state, reviewState(data.status).text),
    {
      term: words.topics,
      values: (data.topics ?? []).map((topic) => ({ text: topic, url: siteUrl(urls, paths.topic(topic)) })),
    },
    fact(words.response, responseText(review)),
    ...contactFacts(data.contact),
  );
}

function responseText(review: Review): string {
  const { response } = review.index.data;
  if (!response) return '';
  const parts = [
    response.reference,
    response.received && `received ${dateText(response.received)}`,
    response.published && `published ${dateText(response.published)}`,
  ];
  return parts.filter((part) => part).join(', ');
}

/** The ways to reach somebody, as facts with links. */
export function contactFacts(
  contact: { name?: string; team?: string; email?: string; telephone?: string } | undefined,
): FactView[] {
  if (!contact) return [];
  return factList(
    fact(words.contact, [contact.name, contact.team].filter((part) => part).join(', ')),
    contact.email === undefined
      ? undefined
      : { term: words.email, values: [{ text: contact.email, url: `mailto:${contact.email}` }] },
    contact.telephone === undefined
      ? undefined
      : {
          term: words.telephone,
          values: [
            {
              text: contact.telephone.replaceAll(' ', '\u00a0'),
              url: `tel:${contact.telephone.replace(/[^\d+]/g, '')}`,
            },
          ],
        },
  );
}

/** Appendices in letter order, those that are meetings' notes among them. */
function appendixItems(context: ViewContext, review: Review): ListItemView[] {
  const own = review.appendices.map((appendix) => ({
    letter: appendix.data.letter,
    item: { link: documentLink(context, appendix), meta: [], text: '' },
  }));
  const notes = review.meetings.flatMap((meeting) => {
    const letter = meeting.data.appendix;
    if (letter === undefined) return [];
    const link = {
      text: `Appendix ${letter}: notes of meeting ${meeting.data.number}`,
      url: siteUrl(context.urls, paths.appendix(review.id, letter)),
    };
    return [{ letter, item: { link, meta: [dateText(meeting.data.date)], text: '' } }];
  });
  return [...own, ...notes].sort((a, b) => (a.letter < b.letter ? -1 : 1)).map(({ item }) => item);
}

/** The conclusions table on a page of its own. */
export function buildConclusionsPage(context: ViewContext, review: Review): ConclusionsPageView {
  const conclusions = buildConclusionsTable(context, review);
  const base = buildPageBase(context, {
    path: paths.conclusions(review.id),
    layout: 'conclusions',
    title: context.words.conclusions,
    caption: review.index.data.title,
    description: conclusions.summary,
    breadcrumbs: [...reviewBreadcrumbs(context, review.index), documentLink(context, review.index)],
  });
  return { ...base, layout: 'conclusions', review: documentLink(context, review.index), conclusions };
}

/** What the list is called: a committee may number its conclusions and recommendations in one. */
function recommendationsHeading({ words }: ViewContext, review: Review): string {
  return review.recommendations.some(({ data }) => data.kind === 'conclusion')
    ? words.conclusionsAndRecommendations
    : words.recommendations;
}

/** All recommendations of a review on one page. */
export function buildReviewRecommendationsPage(context: ViewContext, review: Review): RegisterPageView {
  const base = buildPageBase(context, {
    path: paths.recommendations(review.id),
    layout: 'register',
    title: recommendationsHeading(context, review),
    caption: review.index.data.title,
    breadcrumbs: [...reviewBreadcrumbs(context, review.index), documentLink(context, review.index)],
  });
  return {
    ...base,
    layout: 'register',
    intro: '',
    summary: '',
    facets: [],
    recommendations: review.recommendations.map((recommendation) =>
      buildRecommendationItem(context, review, recommendation),
    ),
    empty: `${documentTitle(review.index)} has made no recommendations yet.`,
  };
}
