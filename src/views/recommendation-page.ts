import type { Review } from '../model/catalogue.ts';
import type { RecommendationDocument } from '../model/document.ts';
import { isCertainlyBefore } from '../model/dates.ts';
import { targetKey } from '../model/reference.ts';
import { documentLink, type ViewContext } from './context.ts';
import { buildDocumentBase, fact, factList } from './document-base.ts';
import { renderFieldText } from './render-text.ts';
import {
  addressees,
  countText,
  dateText,
  decisionState,
  progressState,
  recommendationState,
  responseDue,
} from './text.ts';
import { recommendationName } from './titles.ts';
import { en as words } from '../words/en.ts';
import type { RecommendationItemView, RecommendationPageView } from './types.ts';
import { paths, siteUrl, reviewSlug } from './urls.ts';

/** A recommendation's page: wording, addressee, clock, answer, progress and reasons. */
export function buildRecommendationPage(
  context: ViewContext,
  review: Review,
  recommendation: RecommendationDocument,
): RecommendationPageView {
  const { data } = recommendation;
  const due = responseDue(recommendation, context.responseMonths);
  const { response } = data;
  const facts = factList(
    { term: context.words.to, values: addressees(recommendation).map((text) => ({ text })) },
    fact(words.sent, dateText(data.sent)),
    fact(words.responseDue, dateText(due)),
    paragraphFact(context, review, data.paragraph),
  );
  const responseFacts = factList(
    fact(words.decision, decisionState(response?.decision)?.text),
    fact(words.date, dateText(response?.date)),
    fact(words.by, response?.by),
    fact(words.numberInResponse, response?.number === undefined ? undefined : String(response.number)),
  );
  const title = data.title ?? recommendationName(recommendation);
  const isOpen = !recommendation.restricted;
  return {
    ...buildDocumentBase(context, review, recommendation, {
      layout: 'recommendation',
      title,
      facts,
      description: isOpen ? data.wording : undefined,
      siblings: review.recommendations,
    }),
    wordingHtml: isOpen ? renderFieldText(context, recommendation, 'wording') : '',
    state: recommendationState(recommendation, context.responseMonths, context.catalogue),
    clock: clockText(context, recommendation),
    responseFacts: isOpen ? responseFacts : [],
    responseHtml: isOpen ? renderFieldText(context, recommendation, 'response.text') : '',
    progress: isOpen
      ? (data.progress ?? []).map(({ date, status }, index) => ({
          date: dateText(date),
          state: progressState(status),
          noteHtml: renderFieldText(context, recommendation, `progress.${index}.note`),
        }))
      : [],
  };
}

/** “A response is due by 29 March 2013: two months beginning with 30 January 2013.” */
function clockText(context: ViewContext, recommendation: RecommendationDocument): string {
  const { sent, due: given, response, kind } = recommendation.data;
  const due = responseDue(recommendation, context.responseMonths);
  if (kind === 'conclusion' || due === undefined) return '';
  const basis =
    given === undefined && sent !== undefined
      ? `: ${countText(context.responseMonths, 'month', 'months')} beginning with ${dateText(sent)}, the day it was received`
      : '';
  if (response?.date === undefined)
    return `A response ${isCertainlyBefore(due, context.catalogue.today) ? 'was' : 'is'} due by ${dateText(due)}${basis}.`;
  const when = isCertainlyBefore(due, response.date) ? 'after' : 'by';
  return `Answered on ${dateText(response.date)}, ${when} the day on which a response was due (${dateText(due)}${basis}).`;
}

function paragraphFact(context: ViewContext, review: Review, paragraph: number | undefined) {
  if (paragraph === undefined) return undefined;
  const target = review.targets.get(targetKey('paragraph', String(paragraph)));
  const text = `Paragraph ${paragraph}`;
  return {
    term: words.from,
    values: [target ? { text, url: siteUrl(context.urls, `${paths.review(review.id)}#${target.anchor}`) } : { text }],
  };
}

/** A recommendation in a list. */
export function buildRecommendationItem(
  context: ViewContext,
  review: Review,
  recommendation: RecommendationDocument,
): RecommendationItemView {
  const { data } = recommendation;
  return {
    anchor: `recommendation-${data.number}`,
    link: documentLink(context, recommendation),
    review: documentLink(context, review.index),
    wordingHtml: recommendation.restricted ? '' : renderFieldText(context, recommendation, 'wording'),
    to: addressees(recommendation),
    state: recommendationState(recommendation, context.responseMonths, context.catalogue),
    due: dateText(responseDue(recommendation, context.responseMonths)),
    dueIso: responseDue(recommendation, context.responseMonths) ?? '',
    decision: decisionState(data.response?.decision)?.text ?? '',
  };
}

/** A recommendation in a list of several reviews': its anchor names the review too. */
export function buildRegisterItem(
  context: ViewContext,
  review: Review,
  recommendation: RecommendationDocument,
): RecommendationItemView {
  return {
    ...buildRecommendationItem(context, review, recommendation),
    anchor: `${reviewSlug(review.id)}-recommendation-${recommendation.data.number}`,
  };
}

/** True when an answer is still to come. */
export function isAwaitingResponse(recommendation: RecommendationDocument): boolean {
  const { kind, sent, response, progress } = recommendation.data;
  return kind !== 'conclusion' && sent !== undefined && response === undefined && (progress ?? []).length === 0;
}
