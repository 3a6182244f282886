import type { Review } from '../model/catalogue.ts';
import { capitalised } from './area-page.ts';
import { evidenceUrl, meetingsByDate } from './conclusions.ts';
import { documentLink, type ViewContext } from './context.ts';
import { assuranceText, dateText, outcomeState } from './text.ts';
import type { MatrixCellView, MatrixView } from './types.ts';

const NOTHING: MatrixCellView = { text: '', outcome: '', tone: 'neutral', url: '' };

/** The picture of the evidence: which meeting considered which area, how assurance was given and what was concluded. */
export function buildMatrix(context: ViewContext, review: Review): MatrixView | undefined {
  const meetings = meetingsByDate(review).filter((meeting) => (meeting.data.considered ?? []).length > 0);
  if (review.areas.length === 0 || meetings.length === 0) return undefined;
  return {
    caption: `${context.words.matrixCaption}: ${review.index.data.title}`,
    meetings: meetings.map((meeting) => ({
      link: documentLink(context, meeting, `Meeting ${meeting.data.number}`),
      date: dateText(meeting.data.date),
    })),
    rows: review.areas.map((area) => ({
      number: area.data.number,
      area: documentLink(context, area, area.data.title),
      cells: meetings.map((meeting): MatrixCellView => {
        const entry = meeting.data.considered!.find((candidate) => candidate.area === area.data.number);
        if (!entry) return NOTHING;
        const outcome = entry.outcome && outcomeState(entry.outcome);
        return {
          text: entry.assurance === undefined ? context.words.discussed : capitalised(assuranceText(entry.assurance)),
          outcome: outcome?.text ?? '',
          tone: outcome?.tone ?? 'neutral',
          url: evidenceUrl(context, meeting, area.data.number),
        };
      }),
    })),
  };
}
