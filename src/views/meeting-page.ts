import type { Review } from '../model/catalogue.ts';
import { isCertainlyBefore } from '../model/dates.ts';
import type { MeetingDocument } from '../model/document.ts';
import { capitalised } from './area-page.ts';
import { consideredAnchor } from './conclusions.ts';
import { documentLink, personLink, type ViewContext } from './context.ts';
import { buildDocumentBase, fact, factList } from './document-base.ts';
import { buildPeopleGroups, buildPerson } from './people.ts';
import { renderFieldText } from './render-text.ts';
import { assuranceText, countText, dateText, meetingTypeText, outcomeState, type Clock } from './text.ts';
import { en as words } from '../words/en.ts';
import type { ActionView, ConsideredView, LinkView, MeetingPageView, StateView } from './types.ts';
import { documentPath, paths, siteUrl } from './urls.ts';

/** A meeting's page: when, who, which areas with what outcome, what was agreed, and the notes. */
export function buildMeetingPage(context: ViewContext, review: Review, meeting: MeetingDocument): MeetingPageView {
  const { data } = meeting;
  const facts = factList(
    fact(words.date, dateText(data.date)),
    fact(words.kindOfMeeting, meetingTypeText(data.type)),
    data.appendix === undefined
      ? undefined
      : {
          term: words.notesPrintedAs,
          values: [
            { text: `Appendix ${data.appendix}`, url: siteUrl(context.urls, paths.appendix(review.id, data.appendix)) },
          ],
        },
  );
  return {
    ...buildDocumentBase(context, review, meeting, {
      layout: 'meeting',
      title: data.title,
      facts,
      description: meetingDescription(meeting),
      siblings: review.meetings,
    }),
    present: buildPeopleGroups(context, review, data.present ?? []),
    apologies: (data.apologies ?? []).flatMap((key) => {
      const person = review.people.get(key);
      const view = person && buildPerson(context, review, key, person);
      return view ? [view] : [];
    }),
    considered: buildConsidered(context, review, meeting),
    actions: buildActions(context, review, meeting),
  };
}

function meetingDescription(meeting: MeetingDocument): string {
  const count = meeting.data.considered?.length ?? 0;
  return `${meeting.data.title}, ${dateText(meeting.data.date)}${count > 0 ? `: ${countText(count, 'area', 'areas')} considered` : ''}`;
}

function buildConsidered(context: ViewContext, review: Review, meeting: MeetingDocument): ConsideredView[] {
  return (meeting.data.considered ?? []).map((entry, index) => {
    const area = review.areas.find((candidate) => candidate.data.number === entry.area);
    const section = meeting.body.areaSections.find((candidate) => candidate.areas.includes(entry.area));
    return {
      anchor: consideredAnchor(entry.area),
      area: area ? documentLink(context, area) : { text: `Area for Improvement ${entry.area}` },
      assurance: entry.assurance === undefined ? '' : capitalised(assuranceText(entry.assurance)),
      ...(entry.outcome === undefined ? {} : { outcome: outcomeState(entry.outcome) }),
      noteHtml: meeting.restricted ? '' : renderFieldText(context, meeting, `considered.${index}.note`),
      sectionUrl: section ? `#${section.anchor}` : '',
    };
  });
}

/** The actions a meeting agreed, each with its state on the day of the build. */
export function buildActions(context: ViewContext, review: Review, meeting: MeetingDocument): ActionView[] {
  if (meeting.restricted) return [];
  return (meeting.data.actions ?? []).map((entry, index) => ({
    anchor: `action-${index + 1}`,
    actionHtml: renderFieldText(context, meeting, `actions.${index}.action`),
    owners: (entry.owner ?? []).flatMap((owner) => ownerLink(context, review, owner)),
    due: dateText(entry.due),
    done: dateText(entry.done),
    state: actionState(entry, context.catalogue),
    meeting: {
      text: `Meeting ${meeting.data.number}`,
      url: siteUrl(context.urls, `${documentPath(meeting)}#action-${index + 1}`),
    },
    review: documentLink(context, review.index),
  }));
}

/** Where an agreed action stands on a day. */
export function actionState(entry: { due?: string; done?: string }, clock: Clock): StateView {
  if (entry.done !== undefined) return { text: 'Done', tone: 'good' };
  if (entry.due !== undefined && isCertainlyBefore(entry.due, clock.today))
    return { text: 'Not recorded as done', tone: 'bad' };
  return { text: 'Open', tone: 'waiting' };
}

function ownerLink(context: ViewContext, review: Review, owner: string): LinkView[] {
  const person = review.people.get(owner);
  if (person) {
    const link = personLink(context, owner, person);
    return link ? [link] : [];
  }
  const organisation = review.organisations.get(owner);
  return [
    organisation ? { text: organisation.name, url: siteUrl(context.urls, paths.organisation(owner)) } : { text: owner },
  ];
}
