import { describe, expect, test } from 'vitest';
import {
  compareDates,
  daysBetween,
  daysInMonth,
  isCertainlyBefore,
  isDate,
  lastDayOfPeriod,
  weekday,
} from '../../src/model/dates.ts';
import { dateText } from '../../src/views/text.ts';

/** Days without clocks: no time zone moves one. */

describe('the last day of a period of months “beginning with” a day', () => {
  test.each([
    ['2013-01-30', 2, '2013-03-29'],
    ['2020-06-30', 2, '2020-08-29'],
    ['2012-12-31', 2, '2013-02-28'],
    ['2011-12-31', 2, '2012-02-29'],
    ['2011-12-30', 2, '2012-02-29'],
    ['2011-12-29', 2, '2012-02-28'],
    ['2012-12-29', 2, '2013-02-28'],
    ['2012-12-28', 2, '2013-02-27'],
    ['2013-01-01', 2, '2013-02-28'],
    ['2012-01-01', 2, '2012-02-29'],
    ['2013-03-01', 2, '2013-04-30'],
    ['2013-07-31', 2, '2013-09-30'],
    ['2013-11-01', 2, '2013-12-31'],
    ['2013-11-15', 2, '2014-01-14'],
    ['2013-12-01', 1, '2013-12-31'],
    ['2012-02-29', 12, '2013-02-28'],
    ['2012-02-29', 48, '2016-02-28'],
    ['1999-12-31', 2, '2000-02-29'],
    ['1899-12-31', 2, '1900-02-28'],
    ['2013-05-08', 24, '2015-05-07'],
    ['2013-05', 2, '2013-05'],
    ['2013', 2, '2013'],
  ])('%s and %i months: %s', (from, months, last) => {
    expect(lastDayOfPeriod(from, months)).toBe(last);
  });
});

test.each([
  [2012, 29],
  [2013, 28],
  [1900, 28],
  [2000, 29],
])('February %i has %i days', (year, days) => {
  expect(daysInMonth(year, 2)).toBe(days);
});

test.each([
  ['2012-05-08', '8 May 2012'],
  ['2012-01-01', '1 January 2012'],
  ['2012-12-31', '31 December 2012'],
  ['2012-03', 'March 2012'],
  ['2012', '2012'],
  [undefined, ''],
])('%s is written “%s”', (date, text) => {
  expect(dateText(date)).toBe(text);
});

describe('in every time zone', () => {
  test.each(['Pacific/Kiritimati', 'America/Los_Angeles', 'Europe/London', 'Pacific/Pago_Pago'])('%s', (zone) => {
    const before = process.env.TZ;
    process.env.TZ = zone;
    try {
      expect(dateText('2026-03-01')).toBe('1 March 2026');
      expect(dateText('2026-03')).toBe('March 2026');
      expect(weekday('2012-05-08')).toBe(2);
      expect(daysBetween('2012-03-24', '2012-03-26')).toBe(2);
      expect(lastDayOfPeriod('2026-01-01', 2)).toBe('2026-02-28');
    } finally {
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
    }
  });
});

test.each([
  ['2012', '2012-01-01', -1],
  ['2012-05-08', '2012-05-08', 0],
  ['2012-05-08', '2012-05-10', -1],
  ['2013', '2012-12-31', 1],
  [undefined, '2012', -1],
])('order of %s and %s', (a, b, order) => {
  expect(compareDates(a, b)).toBe(order);
});

test.each([
  ['2012-05-08', '2012-05-09', true],
  ['2012-05', '2012-05-09', false],
  ['2012-04', '2012-05-09', true],
  ['2012', '2012-05-09', false],
  ['2012-05-09', '2012-05-09', false],
])('%s is certainly before %s: %s', (a, b, before) => {
  expect(isCertainlyBefore(a, b)).toBe(before);
});

test.each(['2012-05-08', '2012-05', '2012', '0001-01-01'])('%s is a date', (text) => expect(isDate(text)).toBe(true));
test.each(['', '12', '2012-5-8', '2012-02-30', '2012-00-01', '2012-13', '2012-05-08T00:00', ' 2012'])(
  '%j is none',
  (text) => expect(isDate(text)).toBe(false),
);
