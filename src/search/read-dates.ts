/** Plain words for dates, as a span: “in May 2012”, “since 2010”, “between 2010 and 2012”, “last year”. */

const MONTHS = 'january february march april may june july august september october november december'.split(' ');
const MONTH = `(${MONTHS.map((name) => (name === 'may' ? 'may' : `${name.slice(0, 3)}(?:${name.slice(3)})?`)).join('|')}|sept)`;
const YEAR = '((?:19|20)\\d\\d)';
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?';
/** A date as people write it, in nine groups: day, month, year; year, month, day; day, month, year in figures. */
const DATE = `(?:(?:${DAY}(?: of)? )?${MONTH},? ${YEAR}|${YEAR}(?:-(\\d\\d)(?:-(\\d\\d))?)?|(\\d{1,2})[/.](\\d{1,2})[/.]${YEAR})`;

export interface ReadDate {
  readonly from?: string;
  readonly to?: string;
  /** True where a word such as “in” or “since” says that the date is a limit. */
  readonly isSure: boolean;
  readonly words: string;
  readonly rest: string;
}

const FORMS: readonly [RegExp, (dates: readonly string[]) => { from?: string; to?: string }][] = [
  [
    new RegExp(`\\b(?:between|from) ${DATE} (?:and|to|until|till) ${DATE}\\b`),
    ([first, last]) => ({ from: first!, to: last! }),
  ],
  [new RegExp(`\\b(?:since|from|after|starting(?: in)?) ${DATE}\\b`), ([first]) => ({ from: first! })],
  [new RegExp(`\\b(?:until|till|before|up to|by) ${DATE}\\b`), ([last]) => ({ to: last! })],
  [new RegExp(`\\b(?:(?:in|on|during|of|dated|at) )?${DATE}\\b`), ([only]) => ({ from: only!, to: only! })],
];

const PREPOSITION = /^(?:in|on|during|of|dated|at) /;

/** Reads a date out of a folded query. `today` is an ISO date. */
export function readDate(query: string, today: string): ReadDate | undefined {
  const relative = readRelative(query, today);
  if (relative) return relative;
  for (const [index, [form, span]] of FORMS.entries()) {
    const match = form.exec(query);
    if (!match) continue;
    const dates = [match.slice(1, 10), match.slice(10, 19)].flatMap((groups) => {
      const date = isoDate(groups);
      return date === undefined ? [] : [date];
    });
    if (dates.length === 0) continue;
    return { ...span(dates), isSure: index < FORMS.length - 1 || PREPOSITION.test(match[0]), ...without(query, match) };
  }
  return undefined;
}

function isoDate([day, month, year, onlyYear, isoMonth, isoDay, slashDay, slashMonth, ...more]: readonly (
  string | undefined
)[]): string | undefined {
  const two = (number: string | number) => String(number).padStart(2, '0');
  if (month !== undefined) {
    const at = two(MONTHS.findIndex((name) => name.startsWith(month.slice(0, 3))) + 1);
    return day === undefined ? `${year}-${at}` : `${year}-${at}-${two(day)}`;
  }
  if (onlyYear !== undefined) return [onlyYear, isoMonth, isoDay].filter((part) => part !== undefined).join('-');
  const slashYear = more[0];
  return slashYear === undefined ? undefined : `${slashYear}-${two(slashMonth!)}-${two(slashDay!)}`;
}

function readRelative(query: string, today: string): ReadDate | undefined {
  const match = /\b(?:in |during )?(this|last|previous) (year|month)\b/.exec(query);
  if (!match) return undefined;
  const year = Number(today.slice(0, 4));
  const month = Number(today.slice(5, 7));
  const back = match[1] === 'this' ? 0 : 1;
  const earlier = month - back === 0 ? `${year - 1}-12` : `${year}-${String(month - back).padStart(2, '0')}`;
  const span = match[2] === 'year' ? String(year - back) : earlier;
  return { from: span, to: span, isSure: true, ...without(query, match) };
}

function without(query: string, match: RegExpExecArray): { words: string; rest: string } {
  return { words: match[0], rest: `${query.slice(0, match.index)} ${query.slice(match.index + match[0].length)}` };
}
