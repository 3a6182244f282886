import { compareDates } from '../model/dates.ts';
import { groupBy } from '../model/group-by.ts';
import type { Review } from '../model/catalogue.ts';
import type { AreaDocument, MeetingDocument } from '../model/document.ts';
import type { Assurance, Considered, Outcome } from '../model/kinds.ts';
import type { ViewContext } from './context.ts';
import { actionText, assuranceText, countText, listText, organisationText, outcomeState } from './text.ts';
import type { ConclusionRowView, ConclusionsTableView, CountView, LinkView, StateView } from './types.ts';
import { documentPath, paths, siteUrl } from './urls.ts';

/** What one meeting did about one area. */
export interface Consideration {
  readonly meeting: MeetingDocument;
  readonly entry: Considered;
  /** Index in the meeting's `considered`. */
  readonly index: number;
}

/** What the meetings did about an area, in order of date. */
export function considerationsOf(review: Review, area: number): readonly Consideration[] {
  const known = considered.get(review) ?? considerationsByArea(review);
  considered.set(review, known);
  return known.get(area) ?? [];
}

/** Every page and list of a review asks for the same. A review is linked anew for every compilation. */
const considered = new WeakMap<Review, ReadonlyMap<number, readonly Consideration[]>>();

function considerationsByArea(review: Review): ReadonlyMap<number, readonly Consideration[]> {
  const all = meetingsByDate(review).flatMap((meeting) =>
    (meeting.data.considered ?? []).map((entry, index) => ({ meeting, entry, index })),
  );
  return groupBy(all, ({ entry }) => entry.area);
}

/** The outcome at the latest meeting that recorded one. */
export function latestOutcome(
  considerations: readonly Consideration[],
): { meeting: MeetingDocument; outcome: Outcome } | undefined {
  const last = considerations.findLast(({ entry }) => entry.outcome !== undefined);
  return last && { meeting: last.meeting, outcome: last.entry.outcome! };
}

/** Meetings in order of date, then number. */
export function meetingsByDate(review: Review): MeetingDocument[] {
  return [...review.meetings].sort((a, b) => compareDates(a.data.date, b.data.date) || a.data.number - b.data.number);
}

/** True when a review has a conclusions table: without areas there is nothing to conclude on. */
export function hasConclusions(review: Review): boolean {
  return review.areas.length > 0;
}

/** The conclusions table of a review: one row for each area, in number order (content format, "The conclusions table"). */
export function buildConclusionsTable(context: ViewContext, review: Review): ConclusionsTableView {
  const known = tables.get(review);
  if (known) return known;
  const table = buildTable(context, review);
  tables.set(review, table);
  return table;
}

/** Four pages print a review's table; it is made once. A review is linked anew for every compilation. */
const tables = new WeakMap<Review, ConclusionsTableView>();

function buildTable(context: ViewContext, review: Review): ConclusionsTableView {
  const rows = review.areas.map((area) => buildRow(context, review, area));
  const states = statesOf(review);
  const { urls, words } = context;
  return {
    caption: `${words.conclusionsCaption}: ${review.index.data.title}`,
    rows,
    summary: summarise(states),
    counts: countConclusions(states),
    agencies: distinct(rows.flatMap((row) => row.lead.map((link) => link.text))),
    meetings: distinct(rows.flatMap((row) => row.evidence.map(({ meeting }) => `meeting ${meeting}`))),
    outcomes: distinct(rows.map((row) => row.outcomeText)),
    jsonUrl: siteUrl(urls, paths.conclusionsJson(review.id)),
    csvUrl: siteUrl(urls, paths.conclusionsCsv(review.id)),
    pageUrl: siteUrl(urls, paths.conclusions(review.id)),
  };
}

function buildRow(context: ViewContext, review: Review, area: AreaDocument): ConclusionRowView {
  const considerations = considerationsOf(review, area.data.number);
  const kinds = groupAssurances(considerations);
  const assurance = assurancePieces(context, area.data.number, kinds);
  const latest = latestOutcome(considerations);
  const state = latest && outcomeState(latest.outcome);
  const lead = leadLinks(context, review, area);
  const action = actionText(area.data.action);
  const leadNames = listText(lead.map((link) => link.text));
  return {
    anchor: `area-${area.data.number}`,
    number: area.data.number,
    area: { text: area.data.title, url: siteUrl(context.urls, documentPath(area)) },
    wording: area.restricted ? '' : (area.data.wording ?? ''),
    lead,
    leadText: [leadNames, action].filter((part) => part !== '').join(' – '),
    actionText: action,
    actionAfterLead: lead.length > 0 && action !== '' ? ` – ${action}` : action,
    action: area.data.action ?? null,
    assurance,
    assuranceText: assurance.map((piece) => piece.text).join(''),
    assuranceKinds: kinds.map(({ kind, meetings }) => ({
      kind,
      meetings: meetings.map((meeting) => meeting.data.number),
    })),
    outcome: latest?.outcome ?? null,
    outcomeText: state?.text ?? '',
    outcomeState: state,
    outcomeUrl: latest && evidenceUrl(context, latest.meeting, area.data.number),
    evidence: considerations.map(({ meeting }) => ({
      meeting: meeting.data.number,
      url: evidenceUrl(context, meeting, area.data.number),
    })),
  };
}

/** The lead agencies as tables call them, each linked to its page. */
export function leadLinks(context: ViewContext, review: Review, area: AreaDocument): LinkView[] {
  return (area.data.lead ?? []).map((key) => {
    const organisation = review.organisations.get(key);
    return organisation
      ? { text: organisationText(organisation), url: siteUrl(context.urls, paths.organisation(key)) }
      : { text: key };
  });
}

interface AssuranceGroup {
  readonly kind: Assurance;
  readonly meetings: MeetingDocument[];
}

/** Assurances in the order of their first meeting, each with its meetings. */
function groupAssurances(considerations: readonly Consideration[]): AssuranceGroup[] {
  const groups: AssuranceGroup[] = [];
  for (const { meeting, entry } of considerations) {
    if (entry.assurance === undefined) continue;
    const group = groups.find(({ kind }) => kind === entry.assurance);
    if (group) group.meetings.push(meeting);
    else groups.push({ kind: entry.assurance, meetings: [meeting] });
  }
  return groups;
}

/** “reviewed at meeting 2 / further assurance at meetings 3 and 5”, the numbers linked. */
function assurancePieces(context: ViewContext, area: number, groups: readonly AssuranceGroup[]): LinkView[] {
  return groups.flatMap(({ kind, meetings }, group): LinkView[] => [
    { text: `${group > 0 ? ' / ' : ''}${assuranceText(kind)} at ${meetings.length > 1 ? 'meetings ' : ''}` },
    ...meetings.flatMap((meeting, index): LinkView[] => {
      const between = index === 0 ? [] : [{ text: index === meetings.length - 1 ? ' and ' : ', ' }];
      const text = meetings.length > 1 ? String(meeting.data.number) : `meeting ${meeting.data.number}`;
      return [...between, { text, url: evidenceUrl(context, meeting, area) }];
    }),
  ]);
}

/** The section of the meeting's notes on an area; without one, its row in the meeting's list of areas considered. */
export function evidenceUrl(context: ViewContext, meeting: MeetingDocument, area: number): string {
  const section = meeting.body.areaSections.find((candidate) => candidate.areas.includes(area));
  return siteUrl(context.urls, `${documentPath(meeting)}#${section ? section.anchor : consideredAnchor(area)}`);
}

/** The anchor of an area's row on the page of a meeting. */
export function consideredAnchor(area: number): string {
  return `considered-area-${area}`;
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)]
    .filter((value) => value !== '')
    .sort((a, b) => a.localeCompare(b, 'en-GB', { numeric: true }));
}

/** Where each area stands: from the meetings' front matter alone, so that lists of reviews read no notes. */
function statesOf(review: Review): StateView[] {
  return review.areas.map(({ data }): StateView => {
    const considerations = considerationsOf(review, data.number);
    const latest = latestOutcome(considerations);
    if (latest) return outcomeState(latest.outcome);
    const isNoneRequested = considerations.some(({ entry }) => entry.assurance === 'none-requested');
    return { text: isNoneRequested ? 'No action requested' : 'No conclusion recorded', tone: 'neutral' };
  });
}

function countConclusions(states: readonly StateView[]): CountView[] {
  return [...groupBy(states, ({ text }) => text).values()]
    .sort((a, b) => b.length - a.length)
    .map((same) => ({
      ...same[0]!,
      count: String(same.length),
      percent: String(Math.round((100 * same.length) / states.length)),
    }));
}

/** “20 areas. Satisfied with progress: 18; no action requested: 2.”; empty without areas. */
export function summariseConclusions(review: Review): string {
  return review.areas.length === 0 ? '' : summarise(statesOf(review));
}

function summarise(states: readonly StateView[]): string {
  const parts = countConclusions(states).map(({ text, count }) => `${text.toLowerCase()}: ${count}`);
  return `${countText(states.length, 'area', 'areas')}. ${parts.join('; ').replace(/^./, (first) => first.toUpperCase())}.`;
}
