import type { Review } from '../model/catalogue.ts';
import type { Document } from '../model/document.ts';
import { considerationsOf, latestOutcome } from './conclusions.ts';
import type { ViewContext } from './context.ts';
import {
  assuranceText,
  decisionState,
  organisationText,
  outcomeState,
  personText,
  addressees,
  recommendationState,
  reviewState,
} from './text.ts';
import { publishRule } from '../model/publish-rule.ts';
import { documentTitle } from './titles.ts';
import type { SearchRecordView } from './types.ts';

/** What the search index is told of a document: its title and its wording, which count more than its prose. */
export function buildSearchRecord(document: Document): SearchRecordView {
  const wording = wordingOf(document);
  return {
    meta: [
      { name: 'title', value: documentTitle(document) },
      ...(wording === '' ? [] : [{ name: 'wording', value: wording }]),
    ],
  };
}

/** What filters ask of a document. */
export interface DocumentFacts {
  readonly date: string | undefined;
  /** The state in words first. */
  readonly outcomes: readonly string[];
  readonly agencies: readonly string[];
  readonly people: readonly string[];
}

/** The facts of a document by which a search can be narrowed. */
export function documentFacts(context: ViewContext, document: Document, review: Review | undefined): DocumentFacts {
  const outcomes = [outcomeOf(context, document, review), decisionOf(document)];
  return {
    date: dateOf(document, review),
    outcomes: [...new Set(outcomes.filter((text) => text !== undefined))],
    agencies: review ? [...new Set(agencies(document, review))] : [],
    people: review ? [...new Set(persons(document, review))] : [],
  };
}

/** The words that were agreed: an area's or a recommendation's wording, a review's question. */
function wordingOf(document: Document): string {
  if (document.restricted) return '';
  if (document.kind === 'area' || document.kind === 'recommendation') return document.data.wording ?? '';
  return document.kind === 'review' ? (document.data.question ?? '') : '';
}

/** What the decision maker said, also when later progress has replaced it as the state. */
function decisionOf(document: Document): string | undefined {
  if (document.kind !== 'recommendation' || document.restricted) return undefined;
  return decisionState(document.data.response?.decision)?.text;
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
    return recommendationState(document, context.responseMonths, context.catalogue).text;
  if (document.kind === 'review') return reviewState(document.data.status).text;
  if (document.kind !== 'area' || !review) return undefined;
  const considerations = considerationsOf(review, document.data.number);
  const latest = latestOutcome(considerations);
  if (latest) return outcomeState(latest.outcome).text;
  const isUnasked = considerations.some(({ entry }) => entry.assurance === 'none-requested');
  return isUnasked ? sentence(assuranceText('none-requested')) : undefined;
}

function agencies(document: Document, review: Review): string[] {
  if (document.kind === 'recommendation') return [...addressees(document)];
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

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
