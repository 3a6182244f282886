/**
 * Dates are ISO text: YYYY, YYYY-MM or YYYY-MM-DD. No Date object is kept, so no time zone can move a day.
 */

export type IsoDate = string;

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** True for a YYYY, YYYY-MM or YYYY-MM-DD that exists in the Gregorian calendar. */
export function isDate(text: string): boolean {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (!match) return false;
  const [, year, month, day] = match;
  if (month === undefined) return true;
  if (Number(month) < 1 || Number(month) > 12) return false;
  return day === undefined || (Number(day) >= 1 && Number(day) <= daysInMonth(Number(year), Number(month)));
}

/** True when the date names a day, not only a month or a year. */
export function isFullDate(date: IsoDate): boolean {
  return date.length === 10;
}

/** Days in a month; `month` is 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)) return 29;
  return MONTH_LENGTHS[month - 1] ?? 31;
}

/**
 * The last day of a period of whole months "beginning with" a date: the day before the corresponding date,
 * clipped to the month's end (Dodds v Walker [1981] 1 WLR 1027; s.9FE Local Government Act 2000 gives two months).
 * Takes and gives YYYY-MM-DD; a date without a day is returned as it is.
 */
export function lastDayOfPeriod(from: IsoDate, months: number): IsoDate {
  if (!isFullDate(from)) return from;
  const [year, month, day] = from.split('-').map(Number) as [number, number, number];
  const monthIndex = month - 1 + months;
  const endYear = year + Math.floor(monthIndex / 12);
  const endMonth = (monthIndex % 12) + 1;
  const corresponding = Math.min(day, daysInMonth(endYear, endMonth) + 1);
  if (corresponding > 1) return isoDate(endYear, endMonth, corresponding - 1);
  const [lastYear, lastMonth] = endMonth === 1 ? [endYear - 1, 12] : [endYear, endMonth - 1];
  return isoDate(lastYear, lastMonth, daysInMonth(lastYear, lastMonth));
}

/** Compares two dates of any precision: a year or month sorts at its beginning. */
export function compareDates(a: IsoDate | undefined, b: IsoDate | undefined): number {
  const [left, right] = [a ?? '', b ?? ''];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** True when `a` is certainly before `b`, with no doubt left by a missing month or day. */
export function isCertainlyBefore(a: IsoDate, b: IsoDate): boolean {
  const length = Math.min(a.length, b.length);
  return a.slice(0, length) < b.slice(0, length);
}

/** The day of the week of a full date, 0 = Sunday. */
export function weekday(date: IsoDate): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay();
}

/** Whole days from one full date to another. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** ISO text from numbers; `month` is 1 to 12. */
export function isoDate(year: number, month: number, day: number): IsoDate {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
