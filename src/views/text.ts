import { isCertainlyBefore, isFullDate, lastDayOfPeriod, type IsoDate } from '../model/dates.ts';
import type { RecommendationDocument } from '../model/document.ts';
import type { Assurance, DataOf, Organisation, Outcome, Person } from '../model/kinds.ts';
import { remembering } from '../model/remember.ts';
import { vocabulary } from '../words/en.ts';
import type { StateView } from './types.ts';
import { publishRule } from '../model/publish-rule.ts';

/** The only place where facts become words. */

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** “8 May 2012”, “March 2012” or “2012”. */
export function dateText(date: IsoDate | undefined): string {
  return date === undefined ? '' : dateWords(date);
}

const dateWords = remembering((date: IsoDate): string => {
  if (isFullDate(date)) return DAY.format(new Date(`${date}T00:00:00Z`));
  return date.length === 7 ? MONTH.format(new Date(`${date}-01T00:00:00Z`)) : date;
});

/** “2, 5 and 7” */
export function listText(items: readonly (string | number)[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

/** “1 area”, “20 areas” */
export function countText(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

const ASSURANCE: Readonly<Record<Assurance, string>> = vocabulary.assurance;

/** “verbal assurance”, as it stands before “at meeting 2”. */
export function assuranceText(assurance: Assurance): string {
  return ASSURANCE[assurance];
}

const OUTCOME: Readonly<Record<Outcome, StateView>> = {
  satisfied: { text: vocabulary.outcome.satisfied, tone: 'good' },
  'partly-satisfied': { text: vocabulary.outcome['partly-satisfied'], tone: 'partly' },
  'not-satisfied': { text: vocabulary.outcome['not-satisfied'], tone: 'bad' },
  'awaiting-evidence': { text: vocabulary.outcome['awaiting-evidence'], tone: 'waiting' },
};

export function outcomeState(outcome: Outcome): StateView {
  return OUTCOME[outcome];
}

const ACTION: Readonly<Record<NonNullable<DataOf['area']['action']>, string>> = vocabulary.action;

export function actionText(action: DataOf['area']['action']): string {
  return action === undefined ? '' : ACTION[action];
}

const REVIEW_TYPE: Readonly<Record<DataOf['review']['type'], string>> = vocabulary.reviewType;

export function reviewTypeText(type: DataOf['review']['type']): string {
  return REVIEW_TYPE[type];
}

const REVIEW_STATE: Readonly<Record<DataOf['review']['status'], StateView>> = {
  scoping: { text: vocabulary.reviewState.scoping, tone: 'waiting' },
  'gathering-evidence': { text: vocabulary.reviewState['gathering-evidence'], tone: 'waiting' },
  interim: { text: vocabulary.reviewState.interim, tone: 'partly' },
  final: { text: vocabulary.reviewState.final, tone: 'neutral' },
};

export function reviewState(status: DataOf['review']['status']): StateView {
  return REVIEW_STATE[status];
}

const MEETING_TYPE: Readonly<Record<NonNullable<DataOf['meeting']['type']>, string>> = vocabulary.meetingType;

export function meetingTypeText(type: DataOf['meeting']['type']): string {
  return type === undefined ? '' : MEETING_TYPE[type];
}

const PERSON_GROUP: Readonly<Record<Person['group'], string>> = vocabulary.personGroup;

export function personGroupText(group: Person['group']): string {
  return PERSON_GROUP[group];
}

const DECISION: Readonly<Record<string, StateView>> = {
  accepted: { text: vocabulary.decision.accepted, tone: 'good' },
  'partly-accepted': { text: vocabulary.decision['partly-accepted'], tone: 'partly' },
  rejected: { text: vocabulary.decision.rejected, tone: 'bad' },
  noted: { text: vocabulary.decision.noted, tone: 'neutral' },
};

const PROGRESS: Readonly<Record<string, StateView>> = {
  'on-track': { text: vocabulary.progress['on-track'], tone: 'good' },
  'at-risk': { text: vocabulary.progress['at-risk'], tone: 'partly' },
  overdue: { text: vocabulary.progress.overdue, tone: 'bad' },
  achieved: { text: vocabulary.progress.achieved, tone: 'good' },
  'not-achieved': { text: vocabulary.progress['not-achieved'], tone: 'bad' },
  superseded: { text: vocabulary.progress.superseded, tone: 'neutral' },
};

export function progressState(status: string): StateView {
  return PROGRESS[status] ?? { text: status, tone: 'neutral' };
}

/** The day by which a response is due: the one given, else `sent` and the house's response months, less a day. */
export function responseDue(recommendation: RecommendationDocument, months: number): IsoDate | undefined {
  const { due, sent } = recommendation.data;
  return due ?? (sent !== undefined && isFullDate(sent) ? lastDayOfPeriod(sent, months) : undefined);
}

/** Who must respond; of a restricted recommendation nobody, because the name alone may say what it is about. */
export function addressees({ data, restricted }: RecommendationDocument): readonly string[] {
  return restricted ? [] : (data.to ?? []);
}

/**
 * What tells the day on which the site is built. It is asked only where the day matters, so that what does not depend on
 * it need not be made again tomorrow.
 */
export interface Clock {
  /** ISO date. */
  readonly today: IsoDate;
}

/** Where a recommendation stands: its latest progress, else its answer, else whether the answer is overdue. */
export function recommendationState(recommendation: RecommendationDocument, months: number, clock: Clock): StateView {
  const { progress, response, sent, kind } = recommendation.data;
  if (recommendation.restricted) return { text: vocabulary.response.restricted, tone: 'neutral' };
  const latest = [...(progress ?? [])].sort((a, b) => (a.date < b.date ? -1 : 1)).at(-1);
  if (latest) return progressState(latest.status);
  if (response)
    return response.decision ? DECISION[response.decision]! : { text: vocabulary.response.answered, tone: 'neutral' };
  if (kind === 'conclusion') return { text: 'Conclusion', tone: 'neutral' };
  const due = responseDue(recommendation, months);
  if (due !== undefined && isCertainlyBefore(due, clock.today))
    return { text: vocabulary.response.overdue, tone: 'bad' };
  return sent === undefined
    ? { text: vocabulary.response['not-sent'], tone: 'neutral' }
    : { text: vocabulary.response.awaited, tone: 'waiting' };
}

export function decisionState(decision: string | undefined): StateView | undefined {
  return decision === undefined ? undefined : DECISION[decision];
}

/** A person as the public may read of them; undefined when nothing is published. */
export function personText(person: Person): string | undefined {
  const rule = publishRule(person);
  if (rule === 'withheld') return undefined;
  if (rule === 'name') return person.name;
  return person.role ?? vocabulary.person[person.group];
}

/** How tables call an organisation: its abbreviation, else its name. */
export function organisationText(organisation: Organisation): string {
  return organisation.abbreviation ?? organisation.name;
}

/** “Restricted: exempt under paragraph 2 of Schedule 12A to the Local Government Act 1972” */
export function restrictedText(paragraph: number | string | undefined): string {
  const under =
    paragraph === undefined || paragraph === ''
      ? ''
      : ` under paragraph ${paragraph} of Schedule 12A to the Local Government Act 1972`;
  return `This is exempt from publication${under}.`;
}

/** Cuts a text at a word for lists and descriptions; `length` counts characters. */
export function excerpt(text: string, length: number): string {
  if (text.length <= length) return text;
  const space = text.lastIndexOf(' ', length - 1);
  return `${text.slice(0, space > 0 ? space : length).replace(/[\s,;:.–—-]+$/, '')}…`;
}
