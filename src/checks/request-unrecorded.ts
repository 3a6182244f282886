import { diagnostic, type Diagnostic } from '../model/diagnostic.ts';
import type { MeetingDocument } from '../model/document.ts';
import { labelsOf } from '../model/reference.ts';
import type { Review } from '../model/catalogue.ts';
import type { Check } from './check.ts';
import { placeIn } from './text/passages.ts';
import { findRequests, joinRequests, type Request } from './text/requests.ts';
import { comparisonFor, type Comparison } from './text/significant-words.ts';

/** An action as it is compared with a request. */
interface RecordedAction {
  readonly meeting: number;
  readonly stems: ReadonlySet<string>;
  /** Words of the owner's name. */
  readonly owner: ReadonlySet<string>;
  readonly areas: readonly string[];
}

/**
 * Finds requests and undertakings in a meeting's notes that no action of this meeting or a later one records, by the
 * words they share. A request and the promise that answers it are one. Questions (“asked how”), what other bodies asked
 * for, and what was handed over at once are left alone; so are narratives, which tell what the notes recorded.
 */
export const requestUnrecorded: Check = {
  code: 'request-unrecorded',
  find: ({ review, text }) => {
    const findings: Diagnostic[] = [];
    const unreadable = review.meetings.some((meeting) => meeting.dropped.has('actions'));
    if (unreadable) return findings;
    const comparison = comparisonFor(review);
    const actions = review.meetings.flatMap((meeting) => recordedActions(review, meeting, comparison));
    for (const meeting of review.meetings) {
      const later = actions.filter((action) => action.meeting >= meeting.data.number);
      const requests = findRequests(review, text, text.of(meeting)).filter(
        (request) => !later.some((action) => records(action, request, comparison)),
      );
      for (const request of joinAlike(requests, comparison)) {
        const { start, end } = request.sentence;
        const words = shorten(request.sentence.text);
        findings.push(
          diagnostic(
            'request-unrecorded',
            placeIn(request.passage, start, end),
            request.kind === 'request'
              ? `Meeting ${meeting.data.number} asked for something that no action records: “${words}”.`
              : `Something was promised at meeting ${meeting.data.number} that no action records: “${words}”.`,
            {
              hint: "Write it under this meeting's `actions` with its owner, and with `done` when it was done.",
              related: request.also.map(({ passage, sentence }) => ({
                ...placeIn(passage, sentence.start, sentence.end),
                message: 'This speaks of the same thing.',
              })),
            },
          ),
        );
      }
    }
    return findings;
  },
};

/** Notes often repeat a request among their conclusions and next steps: one finding shows them all. */
function joinAlike(requests: readonly Request[], comparison: Comparison): Request[] {
  const joined: Request[] = [];
  for (const request of requests) {
    const stems = comparison.stemsOf(request.words);
    const same = joined.findIndex((other) => {
      const others = comparison.stemsOf(other.words);
      const shared = comparison.shared(stems, others);
      return shared >= 1.6 && shared >= 0.5 * Math.min(comparison.weigh(stems), comparison.weigh(others));
    });
    if (same === -1) joined.push(request);
    else joined[same] = joinRequests(joined[same]!, request);
  }
  return joined;
}

function recordedActions(review: Review, meeting: MeetingDocument, comparison: Comparison): RecordedAction[] {
  return (meeting.data.actions ?? []).map(({ action, owner }, index) => {
    const names = (owner ?? []).map(
      (key) => review.people.get(key)?.name ?? review.organisations.get(key)?.name ?? key,
    );
    const field = meeting.texts.find(({ path }) => path === `actions.${index}.action`);
    return {
      meeting: meeting.data.number,
      stems: comparison.stemsOf(action),
      owner: comparison.stemsOf(names.join(' ')),
      areas: (field?.references ?? []).filter(({ kind }) => kind === 'area').flatMap(labelsOf),
    };
  });
}

/** True when the action has enough of the request's words; less is enough where the owner or the area is the same. */
function records(action: RecordedAction, request: Request, comparison: Comparison): boolean {
  const stems = comparison.stemsOf(request.words);
  const shared = comparison.shared(action.stems, stems);
  const least = Math.min(comparison.weigh(action.stems), comparison.weigh(stems));
  const hasOwner = [...action.owner].some((word) => stems.has(word));
  const hasArea = request.passage.areas.some((area) => action.areas.includes(String(area)));
  const ratio = shared / Math.max(least, 1);
  return (shared >= 0.8 && ratio >= 0.45) || ((hasOwner || hasArea) && shared >= 0.7 && ratio >= 0.25);
}

function shorten(text: string): string {
  const plain = text.replace(/[.:;]$/, '');
  return plain.length <= 100 ? plain : `${plain.slice(0, 97).replace(/\s\S*$/, '')} …`;
}
