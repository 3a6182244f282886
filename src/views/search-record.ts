import type { Review } from '../model/catalogue.ts';
import type { Document } from '../model/document.ts';
import { considerationsOf, latestOutcome } from './conclusions.ts';
import type { ViewContext } from './context.ts';
import { dateText, organisationText, outcomeState, personText, recommendationState } from './text.ts';
import { publishRule } from '../model/publish-rule.ts';
import { documentTitle } from './titles.ts';
import type { SearchRecordView } from './types.ts';

/** What the search index is told of a document: its filters, what a result shows, and its date. */
export function buildSearchRecord(
  context: ViewContext,
  document: Document,
  review: Review | undefined,
): SearchRecordView {
  const { words } = context;
  const filters: { name: string; value: string }[] = [];
  const add = (name: string, value: string | undefined) => {
    if (value && !filters.some((filter) => filter.name === name && filter.value === value))
      filters.push({ name, value });
  };
  const kind = kindWord(context, document);
  const date = dateOf(document, review);
  const outcome = outcomeOf(context, document, review);
  add('kind', kind);
  if (review) {
    const { data } = review.index;
    add('review', data.title);
    add('committee', data.committee);
    for (const topic of data.topics ?? []) add('topic', topic);
  }
  add('year', date?.slice(0, 4));
  add('outcome', outcome);
  if (review) for (const name of agencies(document, review)) add('agency', name);
  if (review) for (const name of persons(document, review)) add('person', name);
  const meta = [
    { name: 'title', value: documentTitle(document) },
    { name: 'kind', value: kind },
    ...(review && document.kind !== 'review' ? [{ name: 'review', value: review.index.data.title }] : []),
    ...(date === undefined ? [] : [{ name: 'date', value: dateText(date) }]),
    ...(outcome === undefined ? [] : [{ name: 'outcome', value: outcome }]),
  ];
  return { filters, meta: meta.filter(({ value }) => value !== words.page), date: date ?? '0000' };
}

/** The kind of a document in a reader's word. */
export function kindWord(context: ViewContext, document: Document): string {
  const { words } = context;
  if (document.kind === 'recommendation' && document.data.kind === 'conclusion') return words.conclusion;
  return words[document.kind];
}

/** The date a document belongs to: a meeting's own, a recommendation's sending, else the review's. */
export function dateOf(document: Document, review: Review | undefined): string | undefined {
  if (document.kind === 'meeting') return document.data.date;
  if (document.kind === 'recommendation' && document.data.sent !== undefined) return document.data.sent;
  const lastMeeting = review?.meetings
    .map((meeting) => meeting.data.date)
    .sort()
    .at(-1);
  return review?.index.data.published ?? lastMeeting ?? review?.index.data.commissioned?.date;
}

function outcomeOf(context: ViewContext, document: Document, review: Review | undefined): string | undefined {
  if (document.kind === 'recommendation')
    return recommendationState(document, context.responseMonths, context.catalogue.today).text;
  if (document.kind !== 'area' || !review) return undefined;
  const latest = latestOutcome(considerationsOf(review, document.data.number));
  return latest && outcomeState(latest.outcome).text;
}

function agencies(document: Document, review: Review): string[] {
  if (document.kind === 'recommendation') return document.data.to ?? [];
  if (document.kind !== 'area') return [];
  return (document.data.lead ?? []).map((key) => {
    const organisation = review.organisations.get(key);
    return organisation ? organisationText(organisation) : key;
  });
}

/** Names of people whom the rules let be named: those present at a meeting, all of them for the review. */
function persons(document: Document, review: Review): string[] {
  const keys =
    document.kind === 'meeting'
      ? (document.data.present ?? [])
      : document.kind === 'review'
        ? [...review.people.keys()]
        : [];
  return keys.flatMap((key) => {
    const person = review.people.get(key);
    return person && publishRule(person) === 'name' ? [personText(person)!] : [];
  });
}
