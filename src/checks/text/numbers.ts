/** Whole numbers in prose, in digits or words: “20”, “three”, “twenty-one”. */

const UNITS = [
  ...['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen'],
  ...['fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'],
];
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const TEENS_FIRST = [...UNITS].reverse().join('|');

/** Source of a pattern for one number; put it between word boundaries. */
export const NUMBER = `(?<![\\d.,£])\\d{1,3}(?![\\d%]|[.,]\\d)|(?:${TENS.join('|')})(?:[- ](?:${UNITS.slice(0, 9).join('|')}))?|${TEENS_FIRST}`;

/** The value of a number that the pattern found. */
export function readNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const [first = '', second] = text.toLowerCase().split(/[- ]/);
  const ten = TENS.indexOf(first);
  if (ten === -1) return UNITS.indexOf(first) + 1;
  return (ten + 2) * 10 + (second === undefined ? 0 : UNITS.indexOf(second) + 1);
}
