import type { Review } from '../model/catalogue.ts';
import type { AreaDocument, MeetingDocument } from '../model/document.ts';
import { considerationsOf, evidenceUrl, latestOutcome, leadLinks, meetingsByDate } from './conclusions.ts';
import { documentLink, personLink, type ViewContext } from './context.ts';
import { buildDocumentBase, fact, factList } from './document-base.ts';
import { renderBody } from './render-body.ts';
import { renderFieldText } from './render-text.ts';
import { actionText, assuranceText, dateText, outcomeState } from './text.ts';
import { en as words } from '../words/en.ts';
import type { AreaPageView, EvidenceView } from './types.ts';

/** An area's page: its wording, what became of it, and the evidence meeting by meeting. */
export function buildAreaPage(context: ViewContext, review: Review, area: AreaDocument): AreaPageView {
  const { data } = area;
  const latest = latestOutcome(considerationsOf(review, data.number));
  const facts = factList(
    { term: words.leadAgency, values: leadLinks(context, review, area) },
    fact(words.stateOfActions, capitalised(actionText(data.action))),
    fact(words.identifiedBy, data.source),
    fact(words.theme, data.theme),
    latest && {
      term: words.conclusion,
      values: [{ text: outcomeState(latest.outcome).text, url: evidenceUrl(context, latest.meeting, data.number) }],
    },
  );
  return {
    ...buildDocumentBase(context, review, area, {
      layout: 'area',
      title: data.title,
      facts,
      description: area.restricted ? undefined : data.wording,
      siblings: review.areas,
    }),
    wordingHtml: area.restricted ? '' : renderFieldText(context, area, 'wording'),
    ...(latest ? { outcome: outcomeState(latest.outcome) } : {}),
    evidence: meetingsByDate(review).flatMap((meeting) => evidenceAt(context, review, meeting, data.number)),
  };
}

/** What one meeting recorded about an area: its entry, its section of the notes, or both. */
function evidenceAt(context: ViewContext, review: Review, meeting: MeetingDocument, area: number): EvidenceView[] {
  const entry = meeting.data.considered?.find((candidate) => candidate.area === area);
  const sections = meeting.body.areaSections.filter((section) => section.areas.includes(area));
  if (!entry && sections.length === 0) return [];
  const prefix = `meeting-${meeting.data.number}-`;
  const notes = sections.map((section) => {
    const withoutHeading = meeting.body.tokens.slice(section.from + 3, section.to);
    return renderBody(context, meeting, { anchorPrefix: prefix, below: 3, tokens: withoutHeading });
  });
  const present = (meeting.data.present ?? []).flatMap((key) => {
    const person = review.people.get(key);
    const link = person && personLink(context, key, person);
    return link ? [link] : [];
  });
  const notesUrl = evidenceUrl(context, meeting, area);
  return [
    {
      anchor: `evidence-meeting-${meeting.data.number}`,
      meeting: documentLink(context, meeting),
      date: dateText(meeting.data.date),
      present,
      assurance: entry?.assurance === undefined ? '' : capitalised(assuranceText(entry.assurance)),
      ...(entry?.outcome === undefined ? {} : { outcome: outcomeState(entry.outcome) }),
      note: meeting.restricted ? '' : (entry?.note ?? ''),
      notesHtml: notes.join('\n'),
      notesUrl,
    },
  ];
}

export function capitalised(text: string): string {
  return text.replace(/^./u, (first) => first.toUpperCase());
}
