import { diagnostic } from '../model/diagnostic.ts';
import { groupBy } from '../model/group-by.ts';
import type { Check } from './check.ts';
import { placeIn, type Passage } from './text/passages.ts';

const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu;
const TELEPHONE =
  /(?<![\p{L}\p{N}/£.]|\d[\s-])(?:\+44\s?(?:\(0\)\s?)?|\(0(?=\d{2,5}\))|0)[127]\d{1,4}(?:(?<=\(\d{3,6})\))?(?:[\s-]?\d){4,8}(?![\d-])/gu;
/** Mailboxes of teams and bodies, not of persons. */
const TEAM =
  /^(?:info|contact|enquir|democratic|scrutiny|committee|cttee|office|press|media|help|support|hello|admin|mail|customer|team|no-?reply|planning|council|reception|clerk|complaints|consultation|foi|web|general|governance|member|feedback|safeguarding|licensing|housing|electoral|[\w-]*(?:team|committee|services?|enquiries|consultations?|office|com|review|inquiry)$)/i;
const PUBLIC_LINE =
  /\b(?:enquiries|enquiry line|switchboard|help ?line|hot ?line|reception|freephone|free phone|textphone|general|press office|media office|contact centre|call centre|emergenc|report (?:it|a)|customer services?)\b/i;

/** Texts without so many digits hold no number. */
const QUICK = /\d(?:[\s()-]*\d){8}/;

/** UK numbers have ten digits after the trunk 0, some areas nine (Ofcom, National Telephone Numbering Plan). */
const LENGTHS = new Set([10, 11]);

/**
 * Finds a person's e-mail address or telephone number in published text. The contacts that front matter and site.yaml
 * publish on purpose, mailboxes of teams, switchboards and help lines, and freephone numbers are left alone. One finding
 * for each address or number.
 */
export const contactPersonal: Check = {
  code: 'contact-personal',
  find: ({ review, catalogue, text }) => {
    const meant = [review.index.data.contact, catalogue.site?.data.contact].flatMap((contact) => [
      contact?.email,
      contact?.telephone,
    ]);
    const known = new Set(meant.flatMap((value) => (value === undefined ? [] : [plain(value)])));
    const found = text.passages.flatMap((passage) => [...emailsIn(passage), ...numbersIn(passage)]);
    const unknown = found.filter(({ value }) => !known.has(plain(value)));
    return [...groupBy(unknown, ({ value }) => plain(value)).values()].map(([first, ...others]) => {
      const { passage, start, value, what } = first!;
      return diagnostic(
        'contact-personal',
        placeIn(passage, start, start + value.length),
        `“${value}” looks like ${what} of a person.`,
        {
          hint: 'Take it out; how readers reach the committee belongs in `contact` in index.md or site.yaml.',
          related: others.map((other) => ({
            ...placeIn(other.passage, other.start, other.start + other.value.length),
            message: 'It stands here too.',
          })),
        },
      );
    });
  },
};

interface Contact {
  readonly passage: Passage;
  readonly start: number;
  readonly value: string;
  readonly what: string;
}

function emailsIn(passage: Passage): Contact[] {
  if (!passage.text.includes('@')) return [];
  return [...passage.text.matchAll(EMAIL)]
    .filter(([address]) => !TEAM.test(address.slice(0, address.indexOf('@'))))
    .map((match) => ({ passage, start: match.index, value: match[0], what: 'the e-mail address' }));
}

function numbersIn(passage: Passage): Contact[] {
  if (!QUICK.test(passage.text)) return [];
  return [...passage.text.matchAll(TELEPHONE)]
    .filter(({ 0: number, index }) => {
      const before = passage.text.slice(Math.max(0, index - 60), index);
      return LENGTHS.has(plain(number).length) && !PUBLIC_LINE.test(before) && !/ISBN[\s\d-]*$/i.test(before);
    })
    .map((match) => ({ passage, start: match.index, value: match[0], what: 'the telephone number' }));
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/^\+44\s?(?:\(0\))?/, '0')
    .replace(/[\s()-]/g, '');
}
