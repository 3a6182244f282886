import { daysInMonth, isoDate, type IsoDate } from '../../model/dates.ts';
import type { Review } from '../../model/catalogue.ts';

/** A day named in prose: “Tuesday 8 May 2012”, “8th May”, “08/05/2012”. */
export interface ProseDate {
  readonly start: number;
  readonly end: number;
  readonly day: number;
  /** 1 to 12. */
  readonly month: number;
  readonly year: number | undefined;
  /** 0 = Sunday, with the words that name it. */
  readonly weekday: { readonly number: number; readonly start: number; readonly end: number } | undefined;
}

const MONTH_NAMES = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November'],
  'December',
];
const MONTH = `(?:${MONTH_NAMES.join('|')}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\.?)`;
const WEEKDAY = '(?:Mon|Tue|Tues|Wed|Wednes|Thu|Thur|Thurs|Fri|Sat|Satur|Sun)(?:day)?';
const DAY = '\\d{1,2}(?:\\s?(?:st|nd|rd|th))?';
const PART = `(?:${WEEKDAY}\\.?,?\\s+(?:the\\s+)?)?${DAY}`;
const NOT_IN_NUMBER = '(?<![\\d.,/£–-])(?<!\\p{L})';
/** “8 May 2012”, “Monday 14 and Tuesday 15 May” */
const DAY_FIRST = new RegExp(
  `${NOT_IN_NUMBER}(?<days>${PART}(?:\\s*(?:,\\s*(?:and\\s+)?|\\band\\s+|&\\s*)${PART}){0,5})\\s+(?:of\\s+)?(?<month>${MONTH})(?![\\p{L}])(?:,?\\s+(?<year>(?:19|20)\\d\\d)(?!\\d))?`,
  'gu',
);
/** “May 8th, 2012” */
const MONTH_FIRST = new RegExp(
  `${NOT_IN_NUMBER}(?:(?<weekday>${WEEKDAY}),?\\s+)?(?<month>${MONTH_NAMES.join('|')})\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?,\\s+(?<year>(?:19|20)\\d\\d)(?!\\d)`,
  'gu',
);
/** “08/05/2012” */
const NUMERIC = new RegExp(
  `${NOT_IN_NUMBER}(?:(?<weekday>${WEEKDAY}),?\\s+)?(?<day>\\d{1,2})[/.](?<month>\\d{1,2})[/.](?<year>(?:19|20)\\d\\d)(?![\\d/]|\\.\\d)`,
  'gu',
);
const ONE_DAY = new RegExp(`(?:(?<weekday>${WEEKDAY})\\.?,?\\s+(?:the\\s+)?)?(?<day>\\d{1,2})`, 'gu');
/** Texts without any of these name no day. */
const QUICK =
  /\d(?:st|nd|rd|th)?\s+(?:of\s+)?(?:Ja|F|Mar|A|May|Ju|S|O|N|D)|\d[/.]\d{1,2}[/.]\d{4}|[a-y] \d{1,2}(?:st|nd|rd|th)?, \d{4}/;
const WEEKDAYS = ['su', 'mo', 'tu', 'we', 'th', 'fr', 'sa'];

/** The days a text names, in order. */
export function findDates(text: string): ProseDate[] {
  if (!QUICK.test(text)) return [];
  const found: ProseDate[] = [];
  for (const match of text.matchAll(DAY_FIRST)) {
    const { days = '', month = '', year } = match.groups!;
    const parts = [...days.matchAll(ONE_DAY)];
    parts.forEach((part, index) => {
      const start = match.index + part.index;
      const end = index === parts.length - 1 ? match.index + match[0].length : start + part[0].length;
      found.push(dateAt(start, end, part.groups!['day']!, monthNumber(month), year, part.groups!['weekday']));
    });
  }
  for (const pattern of [MONTH_FIRST, NUMERIC])
    for (const match of text.matchAll(pattern)) {
      const { day = '', month = '', year, weekday } = match.groups!;
      const number = pattern === NUMERIC ? Number(month) : monthNumber(month);
      if (number >= 1 && number <= 12)
        found.push(dateAt(match.index, match.index + match[0].length, day, number, year, weekday));
    }
  return found.sort((a, b) => a.start - b.start);
}

function dateAt(
  start: number,
  end: number,
  day: string,
  month: number,
  year: string | undefined,
  weekday: string | undefined,
): ProseDate {
  return {
    start,
    end,
    day: Number(day),
    month,
    year: year === undefined ? undefined : Number(year),
    weekday: weekday && {
      number: WEEKDAYS.indexOf(weekday.slice(0, 2).toLowerCase()),
      start,
      end: start + weekday.length,
    },
  } as ProseDate;
}

function monthNumber(name: string): number {
  return MONTH_NAMES.findIndex((month) => month.startsWith(name.slice(0, 3))) + 1;
}

/** True when the day exists: in its year, or in some year when none is given. */
export function exists({ day, month, year }: ProseDate): boolean {
  return day >= 1 && day <= daysInMonth(year ?? 2000, month);
}

/** The years a review spans, from which a day without a year must come; empty when nothing is dated. */
export function yearsOf(review: Review): number[] {
  const { commissioned, published } = review.index.data;
  const years = [commissioned?.date, published, ...review.meetings.map(({ data }) => data.date)]
    .filter((date) => date !== undefined)
    .map((date) => Number(date.slice(0, 4)));
  if (years.length === 0) return [];
  const first = Math.min(...years);
  return Array.from({ length: Math.max(...years) - first + 1 }, (_, index) => first + index);
}

/** True when the record's date, of any precision, may be the day named. */
export function isSameDay({ day, month, year }: ProseDate, date: IsoDate): boolean {
  const said = isoDate(year ?? Number(date.slice(0, 4)), month, day);
  return said.startsWith(date);
}

/** The day as it is compared and printed: “8 May 2012”, “8 May”. */
export function dateWords({ day, month, year }: ProseDate): string {
  return `${day} ${MONTH_NAMES[month - 1]}${year === undefined ? '' : ` ${year}`}`;
}
