import { lastDate } from '../link/link-catalogue.ts';
import type { Review } from '../model/catalogue.ts';
import type { AreaDocument, MeetingDocument } from '../model/document.ts';
import { answerOf } from './answer.ts';
import { considerationsOf, latestOutcome, leadLinks } from './conclusions.ts';
import { documentLink, type ViewContext } from './context.ts';
import { firstText } from './page-base.ts';
import { countText, dateText, meetingTypeText, outcomeState, reviewState, reviewTypeText } from './text.ts';
import { documentTitle } from './titles.ts';
import type { ListItemView, MeetingItemView } from './types.ts';
import { documentPath, siteUrl } from './urls.ts';

/** A review in a list. */
export function reviewItem(context: ViewContext, review: Review): ListItemView {
  const { data } = review.index;
  const recommendations = review.recommendations.filter(({ data: own }) => own.kind !== 'conclusion').length;
  const counts = [
    review.areas.length > 0 ? countText(review.areas.length, 'area', 'areas') : '',
    recommendations > 0 ? countText(recommendations, 'recommendation', 'recommendations') : '',
  ];
  return {
    link: documentLink(context, review.index),
    meta: [data.committee, reviewTypeText(data.type), dateText(lastDate(review)), ...counts].filter(
      (part) => part !== '',
    ),
    text: answerOf(context, review) || firstText(review.index),
    state: reviewState(data.status),
  };
}

/** An area in a list, with the latest conclusion on it. */
export function areaItem(context: ViewContext, review: Review, area: AreaDocument): ListItemView {
  const latest = latestOutcome(considerationsOf(review, area.data.number));
  return {
    link: documentLink(context, area),
    meta: leadLinks(context, review, area).map((link) => link.text),
    text: '',
    ...(latest ? { state: outcomeState(latest.outcome) } : {}),
  };
}

/** A meeting in a list, with the areas it considered. */
export function meetingItem(context: ViewContext, review: Review, meeting: MeetingDocument): MeetingItemView {
  return {
    link: { text: documentTitle(meeting), url: siteUrl(context.urls, documentPath(meeting)) },
    review: documentLink(context, review.index),
    date: dateText(meeting.data.date),
    type: meetingTypeText(meeting.data.type),
    areas: (meeting.data.considered ?? []).flatMap((entry) => {
      const area = review.areas.find((candidate) => candidate.data.number === entry.area);
      return area ? [documentLink(context, area, String(entry.area))] : [];
    }),
  };
}
