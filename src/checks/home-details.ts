import { quick } from '../model/plain.ts';
import { diagnostic } from '../model/diagnostic.ts';
import type { Check } from './check.ts';
import { placeIn } from './text/passages.ts';

const POSTCODE = quick(/(?<![\p{L}\p{N}])[A-Z]{1,2}\d[A-Z\d]?\s?\d[ABD-HJLNP-UW-Z]{2}(?![\p{L}\p{N}])/gu);
const HOME =
  /\b(?:home address|lives? (?:at|in|with)|lived (?:at|in|with)|living (?:at|with)|resid(?:es?|ed|ing) at|(?:her|his|their|whose|the (?:child|family|carer|resident|tenant|victim|patient)['’]?s?) (?:own )?(?:home|house|flat)|family home|placed (?:at|with))\b/i;
const BIRTH =
  /\b(?:date of birth|born(?: on)?|d\.?o\.?b\.?)(?:\s+(?:is|was))?[:\s]+\d{1,2}(?:st|nd|rd|th)?(?:\s+of)?[\s/.-]+(?:\p{L}+|\d{1,2})[\s/.,-]+(?:19|20)?\d{2}(?!\d)/giu;
const STREET =
  /\b(?:home address(?: is| was)?:?|(?:lives|lived|living|resides|resided|residing) at)\s+(?:(?:Flat|Apartment|Unit)\s+\w+,?\s+)?\d+[a-z]?,?\s+(?:\p{Lu}[\p{L}'’-]+\s+){1,3}(?:Road|Street|Lane|Avenue|Close|Drive|Way|Court|Crescent|Place|Gardens|Grove|Terrace|Hill|Row|Walk|Square|Park|Rise|Green)\b/gu;

/** Texts without any of these name no home and no birth. */
const QUICK = /\b(?:born|birth|d\.?o\.?b|home|house|flat|liv(?:es?|ed|ing)|resid|placed)/i;

/**
 * Finds a date of birth, the street and number of a home, and a full postcode after words that speak of somebody's home.
 * Postcodes and addresses of offices, hospitals and venues, and years of birth, are left alone.
 */
export const homeDetails: Check = {
  code: 'home-details',
  find: ({ text }) =>
    text.passages.flatMap((passage) => {
      if (!QUICK.test(passage.text)) return [];
      const births = [...passage.text.matchAll(BIRTH)].map((match) => ({ match, what: 'a date of birth' }));
      const streets = [...passage.text.matchAll(STREET)].map((match) => ({ match, what: 'the address of a home' }));
      const postcodes = [...passage.text.matchAll(POSTCODE(passage.text))]
        .filter(({ index }) => {
          const before = passage.text.slice(Math.max(0, index - 120), index);
          const isInStreet = streets.some(
            ({ match }) => index - (match.index + match[0].length) < 60 && index > match.index,
          );
          return !isInStreet && HOME.test(before.slice(before.search(/[^.!?]*$/)));
        })
        .map((match) => ({ match, what: 'the postcode of a home' }));
      return [...births, ...streets, ...postcodes].map(({ match, what }) =>
        diagnostic(
          'home-details',
          placeIn(passage, match.index, match.index + match[0].length),
          `“${match[0]}” looks like ${what}.`,
          { hint: 'Take it out, or put the passage in a restricted block.' },
        ),
      );
    }),
};
