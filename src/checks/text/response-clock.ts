import type { Catalogue, Review } from '../../model/catalogue.ts';
import { isFullDate, lastDayOfPeriod, type IsoDate } from '../../model/dates.ts';
import type { RecommendationDocument } from '../../model/document.ts';

/** The recommendations proper: conclusions that share their numbering ask nobody for anything, superseded ones no more. */
export function recommendationsProper(review: Review): RecommendationDocument[] {
  return review.recommendations.filter(
    ({ data, restricted }) =>
      data.kind !== 'conclusion' && !restricted && !data.progress?.some(({ status }) => status === 'superseded'),
  );
}

/** The day by which a response is due: the one given, else the end of the house's response months after it was sent. */
export function dueDate({ data }: RecommendationDocument, catalogue: Catalogue): IsoDate | undefined {
  const { due, sent } = data;
  const months = catalogue.site?.data.response?.months ?? 2;
  return due ?? (sent !== undefined && isFullDate(sent) ? lastDayOfPeriod(sent, months) : undefined);
}

/** True when somebody answered: to this recommendation or, where none has an answer of its own, to the whole report. */
export function isAnswered(review: Review, { data }: RecommendationDocument): boolean {
  if (data.response !== undefined || (data.progress ?? []).length > 0) return true;
  return review.index.data.response !== undefined && !review.recommendations.some((other) => other.data.response);
}

/** A date as people say it: “30 March 2013”. */
export function dayText(date: IsoDate): string {
  const [year, month, day] = date.split('-');
  const name = month && MONTHS[Number(month) - 1];
  return [day && String(Number(day)), name, year].filter((part) => part !== undefined).join(' ');
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
