import type { Review } from '../model/catalogue.ts';
import { compareDates, type IsoDate } from '../model/dates.ts';
import { documentLink, type ViewContext } from './context.ts';
import { dateText, decisionState, progressState } from './text.ts';
import { documentTitle, recommendationName } from './titles.ts';
import type { EventView, LinkView } from './types.ts';

/** What happened in a review, oldest first: commissioning, meetings, publication, answers, progress, corrections. */
export function buildTimeline(context: ViewContext, review: Review): EventView[] {
  const { data } = review.index;
  const { words } = context;
  const own = documentLink(context, review.index);
  const events: EventView[] = [];
  const add = (date: IsoDate | undefined, link: LinkView, text: string) => {
    if (date !== undefined) events.push({ isoDate: date, date: dateText(date), link, text });
  };
  add(
    data.commissioned?.date,
    own,
    data.commissioned?.by ? `${words.commissionedBy} ${data.commissioned.by}` : words.commissioned,
  );
  for (const meeting of review.meetings)
    add(meeting.data.date, documentLink(context, meeting, documentTitle(meeting)), '');
  add(data.published, own, words.reportPublished);
  add(data.response?.received, own, words.responseReceived);
  add(data.response?.published, own, words.responsePublished);
  for (const recommendation of review.recommendations) {
    if (recommendation.restricted) continue;
    const link = documentLink(context, recommendation, recommendationName(recommendation));
    const { response, progress } = recommendation.data;
    add(response?.date, link, decisionState(response?.decision)?.text ?? words.answered);
    for (const entry of progress ?? []) add(entry.date, link, progressState(entry.status).text);
  }
  for (const document of [
    review.index,
    ...review.areas,
    ...review.meetings,
    ...review.recommendations,
    ...review.appendices,
  ]) {
    for (const correction of document.data.corrections ?? [])
      add(correction.date, documentLink(context, document), `${words.corrected}: ${correction.note}`);
  }
  return events.sort((a, b) => compareDates(a.isoDate, b.isoDate));
}

/** The newest events over all reviews, newest first. */
export function buildRecentChanges(context: ViewContext, count: number): EventView[] {
  const events = context.catalogue.reviews.flatMap((review) =>
    buildTimeline(context, review).map((event) => ({
      ...event,
      text: [event.text, review.index.data.title].filter((part) => part !== '' && part !== event.link.text).join(' – '),
    })),
  );
  return events.sort((a, b) => compareDates(b.isoDate, a.isoDate)).slice(0, count);
}
