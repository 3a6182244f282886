import { diagnostic, type Diagnostic } from '../model/diagnostic.ts';
import { fieldPlace, type Document } from '../model/document.ts';
import type { Review } from '../model/catalogue.ts';
import type { Place } from '../model/source.ts';
import type { Check } from './check.ts';
import { placeIn, type Passage } from './text/passages.ts';
import { addressFault, repairAddress } from './text/addresses.ts';

/** Addresses written out in prose, as far as the next space. */
const WRITTEN =
  /(?<![\p{L}\p{N}@/.])(?:h?t?tps?[:;]?\/{1,3}[^\s<>“”"]+|www[.,][^\s<>“”"]+)|(?<![\p{L}\p{N}])[\w.+-]+@[^\s<>“”"]+/giu;
const HINT_AT = /@|www|tps?[:;/]/i;

/**
 * Finds web and e-mail addresses that can't be right: no host, a slash or a dot missing, two schemes, a comma for a dot.
 * Whether they lead anywhere is asked by `check --external` only. Handles (@AnytownCouncil) and names of files are no
 * addresses; an address without its `https://` in prose is left alone.
 */
export const addressMalformed: Check = {
  code: 'address-malformed',
  find: ({ review, text }) => [
    ...documentsOf(review).flatMap((document) =>
      document.body.links.flatMap((link) =>
        /^[a-z][a-z0-9+.-]*:/i.test(link.href) ? judge(link.href, { file: document.path, span: link.span }) : [],
      ),
    ),
    ...text.passages.flatMap((passage) => (HINT_AT.test(passage.text) ? writtenIn(passage) : [])),
    ...contactOf(review),
  ],
};

function documentsOf(review: Review): Document[] {
  return [review.index, ...review.areas, ...review.meetings, ...review.recommendations, ...review.appendices];
}

function writtenIn(passage: Passage): Diagnostic[] {
  return [...passage.text.matchAll(WRITTEN)].flatMap((match) => {
    const address = match[0].replace(/[.,;:!?)\]’'*]+$/, '');
    return judge(address, placeIn(passage, match.index, match.index + address.length));
  });
}

function contactOf(review: Review): Diagnostic[] {
  const email = review.index.data.contact?.email;
  return email === undefined ? [] : judge(email, fieldPlace(review.index, 'contact', 'email'));
}

function judge(address: string, place: Place): Diagnostic[] {
  const fault = addressFault(address);
  if (fault === undefined) return [];
  const repaired = repairAddress(address);
  return [
    diagnostic('address-malformed', place, `The address ${address} can't be right: ${fault}.`, {
      hint: repaired === undefined ? 'Copy it again from where it was taken.' : `Did you mean ${repaired}?`,
    }),
  ];
}
