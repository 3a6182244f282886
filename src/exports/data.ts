import type { Review } from '../model/catalogue.ts';
import type { Document } from '../model/document.ts';
import { considerationsOf, latestOutcome } from '../views/conclusions.ts';
import type { ViewContext } from '../views/context.ts';
import { dateOf } from '../views/search-record.ts';
import { addressees, organisationText, outcomeState, recommendationState, responseDue } from '../views/text.ts';
import { publishRule } from '../model/publish-rule.ts';
import { documentTitle } from '../views/titles.ts';
import { documentPath, siteUrl } from '../views/urls.ts';
import { toCsv } from './csv.ts';

/** The record as open data: one flat list for each kind, the same rows as JSON and as CSV. Restricted text is in none. */

type Row = Record<string, string | number>;

export interface DataFile {
  readonly name: string;
  readonly content: string;
}

const NUMERIC = new Set(['number', 'area', 'meeting', 'areas', 'meetings', 'recommendations']);

/** All data files: `reviews.json`, `reviews.csv`, …, and `documents.json` for exact references. */
export function exportData(context: ViewContext): DataFile[] {
  const { reviews } = context.catalogue;
  const lists: Record<string, Row[]> = {
    reviews: reviews.map((review) => reviewRow(context, review)),
    areas: reviews.flatMap((review) => review.areas.map((area) => areaRow(context, review, area))),
    meetings: reviews.flatMap((review) => review.meetings.map((meeting) => meetingRow(context, review, meeting))),
    recommendations: reviews.flatMap((review) =>
      review.recommendations.map((item) => recommendationRow(context, review, item)),
    ),
    actions: reviews.flatMap((review) => review.meetings.flatMap((meeting) => actionRows(context, review, meeting))),
    people: reviews.flatMap((review) => peopleRows(review)),
  };
  const files = Object.entries(lists).flatMap(([name, rows]) => [
    { name: `${name}.json`, content: `${JSON.stringify(rows, null, 1)}\n` },
    { name: `${name}.csv`, content: rowsToCsv(rows) },
  ]);
  return [...files, { name: 'documents.json', content: `${JSON.stringify(documentRows(context))}\n` }];
}

function rowsToCsv(rows: readonly Row[]): string {
  const names = Object.keys(rows[0] ?? {});
  return toCsv<Row>(
    names.map((name) => ({ name, text: !NUMERIC.has(name), value: (row) => row[name] ?? '' })),
    rows,
  );
}

function reviewRow(context: ViewContext, review: Review): Row {
  const { data } = review.index;
  return {
    review: review.id,
    title: data.title,
    type: data.type,
    committee: data.committee,
    status: data.status,
    commissioned: data.commissioned?.date ?? '',
    published: data.published ?? '',
    topics: (data.topics ?? []).join('; '),
    areas: review.areas.length,
    meetings: review.meetings.length,
    recommendations: review.recommendations.length,
    url: siteUrl(context.urls, documentPath(review.index)),
  };
}

function areaRow(context: ViewContext, review: Review, area: Review['areas'][number]): Row {
  const latest = latestOutcome(considerationsOf(review, area.data.number));
  return {
    review: review.id,
    number: area.data.number,
    title: area.data.title,
    wording: area.restricted ? '' : (area.data.wording ?? ''),
    lead: (area.data.lead ?? [])
      .map((key) => (review.organisations.has(key) ? organisationText(review.organisations.get(key)!) : key))
      .join('; '),
    action: area.data.action ?? '',
    outcome: latest ? outcomeState(latest.outcome).text : '',
    url: siteUrl(context.urls, documentPath(area)),
  };
}

function meetingRow(context: ViewContext, review: Review, meeting: Review['meetings'][number]): Row {
  return {
    review: review.id,
    number: meeting.data.number,
    title: meeting.data.title,
    date: meeting.data.date,
    type: meeting.data.type ?? '',
    considered: (meeting.data.considered ?? []).map((entry) => entry.area).join('; '),
    url: siteUrl(context.urls, documentPath(meeting)),
  };
}

function recommendationRow(
  context: ViewContext,
  review: Review,
  recommendation: Review['recommendations'][number],
): Row {
  const { data, restricted } = recommendation;
  return {
    review: review.id,
    number: data.number,
    kind: data.kind ?? 'recommendation',
    wording: restricted ? '' : data.wording,
    to: addressees(recommendation).join('; '),
    sent: data.sent ?? '',
    due: responseDue(recommendation, context.responseMonths) ?? '',
    state: recommendationState(recommendation, context.responseMonths, context.catalogue).text,
    decision: restricted ? '' : (data.response?.decision ?? ''),
    answered: restricted ? '' : (data.response?.date ?? ''),
    url: siteUrl(context.urls, documentPath(recommendation)),
  };
}

function actionRows(context: ViewContext, review: Review, meeting: Review['meetings'][number]): Row[] {
  if (meeting.restricted) return [];
  return (meeting.data.actions ?? []).map((entry, index) => ({
    review: review.id,
    meeting: meeting.data.number,
    action: entry.action,
    owner: (entry.owner ?? []).flatMap((owner) => ownerName(review, owner)).join('; '),
    due: entry.due ?? '',
    done: entry.done ?? '',
    url: siteUrl(context.urls, `${documentPath(meeting)}#action-${index + 1}`),
  }));
}

function ownerName(review: Review, owner: string): string[] {
  const person = review.people.get(owner);
  if (person) return publishRule(person) === 'name' ? [person.name] : [];
  return [review.organisations.get(owner)?.name ?? owner];
}

/** People who may be named, and only they. */
function peopleRows(review: Review): Row[] {
  return [...review.people.values()]
    .filter((person) => publishRule(person) === 'name')
    .map((person) => ({
      review: review.id,
      name: person.name,
      group: person.group,
      role: person.role ?? '',
      organisation:
        person.organisation === undefined
          ? ''
          : (review.organisations.get(person.organisation)?.name ?? person.organisation),
    }));
}

/** Every document with what an exact reference can name: kind, number or letter, review. */
function documentRows(context: ViewContext): Row[] {
  const reviewById = context.resolver.reviewsById;
  return [...context.catalogue.documents.values()].flatMap((document) => {
    const review = document.review === undefined ? undefined : reviewById.get(document.review);
    const row = {
      kind: document.kind,
      number: labelOf(document),
      title: documentTitle(document),
      url: siteUrl(context.urls, documentPath(document)),
      review: document.review ?? '',
      reviewTitle: review?.index.data.title ?? '',
      date: dateOf(document, review) ?? '',
    };
    const letter = document.kind === 'meeting' ? document.data.appendix : undefined;
    return letter === undefined ? [row] : [row, { ...row, kind: 'appendix', number: letter }];
  });
}

function labelOf(document: Document): string {
  switch (document.kind) {
    case 'area':
    case 'meeting':
    case 'recommendation':
      return String(document.data.number);
    case 'appendix':
      return document.data.letter;
    case 'review':
    case 'page':
      return '';
  }
}
