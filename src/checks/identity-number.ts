import { diagnostic } from '../model/diagnostic.ts';
import type { Check } from './check.ts';
import { placeIn } from './text/passages.ts';

/** HMRC, National Insurance Manual NIM39110: two letters (never D, F, I, Q, U, V first; never O second; never BG, GB, KN, NK, NT, TN, ZZ), six digits, A to D. */
const INSURANCE =
  /(?<![\p{L}\p{N}])(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\s?\d{2}\s?\d{2}\s?\d{2}\s?[A-D](?![\p{L}\p{N}])/gu;
const HEALTH = /(?<![\p{L}\d.,£/-]|\d[\s-])\d{3}([ -]?)\d{3}\1\d{4}(?![\p{L}\d/-]|[.,\s]\d)/gu;
/** Texts without so many digits hold no number. */
const QUICK = /\d[ -]?\d[ -]?\d[ -]?\d[ -]?\d[ -]?\d/;
const SAYS_HEALTH = /\bNHS\b[^.;]{0,40}$/i;
/** A book's number has the same check digit as an NHS number. */
const OTHER_NUMBER =
  /\b(?:ISBN|ISSN|tel|telephone|phone|fax|charity|company|account|reference|ref|order)\b[^;]{0,25}$/i;

/**
 * Finds a National Insurance number, or an NHS number whose check digit is right (NHS Data Dictionary: weights 10 to 2,
 * modulus 11). A wrong check digit is no NHS number; book, telephone, charity and account numbers are left alone. Ten
 * digits that nothing calls an NHS number and nothing groups as one are a warning: they may be something else.
 */
export const identityNumber: Check = {
  code: 'identity-number',
  find: ({ text }) =>
    text.passages.flatMap((passage) => {
      if (!QUICK.test(passage.text)) return [];
      const insurance = [...passage.text.matchAll(INSURANCE)].map((match) => ({
        match,
        what: 'a National Insurance number',
        isCertain: true,
      }));
      const health = [...passage.text.matchAll(HEALTH)].flatMap((match) => {
        const before = passage.text.slice(Math.max(0, match.index - 60), match.index);
        const isNamed = SAYS_HEALTH.test(before);
        if (!isHealthNumber(match[0]) || (!isNamed && (OTHER_NUMBER.test(before) || match[0].startsWith('0'))))
          return [];
        return [{ match, what: 'an NHS number', isCertain: isNamed || match[1] !== '' }];
      });
      return [...insurance, ...health].map(({ match, what, isCertain }) =>
        diagnostic(
          'identity-number',
          placeIn(passage, match.index, match.index + match[0].length),
          `The number that begins ${match[0].slice(0, 2)} is ${isCertain ? '' : 'perhaps '}${what}.`,
          { hint: 'Take it out: it identifies a person.', severity: isCertain ? 'error' : 'warning' },
        ),
      );
    }),
};

function isHealthNumber(written: string): boolean {
  const digits = [...written.replace(/\D/g, '')].map(Number);
  const sum = digits.slice(0, 9).reduce((total, digit, index) => total + digit * (10 - index), 0);
  const check = (11 - (sum % 11)) % 11;
  return check !== 10 && check === digits[9] && new Set(digits).size > 2;
}
