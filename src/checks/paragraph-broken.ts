import { diagnostic, type Diagnostic } from '../model/diagnostic.ts';
import type { Document } from '../model/document.ts';
import type { Check } from './check.ts';
import { placeIn, type Passage } from './text/passages.ts';

/** Ends in a word, a comma or a hyphen: the sentence is not over. */
const UNFINISHED = /[\p{L}\p{N},–-]$/u;
/** A word after which no sentence and no title ends (“the people we spoke to” is one). */
const LEADS_ON = /\b(?:the|a|an|of|and|or|with|by|which|their|its|our|than|as|into|between)$/i;
/** Of these, those that an item of a list never ends in; “and”, “or”, “to” may lead on to the next item. */
const LEADS_ON_IN_LIST = /\b(?:the|a|an|of|their|its|our|his|her|this|these|those)$/i;
const BEGINS_SMALL = /^\p{Ll}/u;
/** A small letter that begins something of its own: (a), i., e-mail addresses, web addresses. */
const OWN_BEGINNING = /^(?:[a-z]{1,4}[.)]\s|\S*@|www\.|https?:|e-?mail\b|tel\b|i[A-Z])/;
/** “Warwick District” / “Council leads …”: the second half of a name, without its article. */
const HALF_NAME = /\b\p{Lu}\p{L}+$/u;
const OTHER_HALF =
  /^(?:Council|Committee|Board|Trust|Authority|Partnership|Service|Group|Hospital|Cluster|Panel)\s+(?!and\b|of\b|for\b)\p{Ll}{2,}/u;
const SHORTEST = 40;

/**
 * Finds a sentence that a page break of the original cut in two: a paragraph that ends without a stop, and the next one
 * begins with a small letter, or the last word leads on (“of the”). Paragraphs before a list, a quotation or a table end
 * as they please, and so do short lines (addresses, signatures, titles).
 */
export const paragraphBroken: Check = {
  code: 'paragraph-broken',
  find: ({ review, text }) =>
    [review.index, ...review.meetings, ...review.recommendations, ...review.appendices].flatMap((document) => {
      const passages = text.of(document).filter(({ index }) => index >= 0);
      return passages.flatMap((passage, at) => brokenAfter(document, passage, passages[at + 1]));
    }),
};

function brokenAfter(document: Document, passage: Passage, next: Passage | undefined): Diagnostic[] {
  if (!next || !isBroken(passage, next)) return [];
  if (!isNextTo(document, passage, next)) return [];
  const end = passage.text.trimEnd().length;
  const start = passage.text.slice(0, end).search(/\S+\s+\S+$/);
  return [
    diagnostic(
      'paragraph-broken',
      placeIn(passage, Math.max(0, start), end),
      `The sentence breaks off after “${passage.text.slice(Math.max(0, start), end)}” and goes on in the next block.`,
      {
        hint: 'Join the two: take out the blank line between them.',
        related: [
          {
            ...placeIn(next, 0, Math.min(next.text.length, /^\S+(?:\s+\S+)?/.exec(next.text)?.[0].length ?? 1)),
            message: 'Here it goes on.',
          },
        ],
      },
    ),
  ];
}

function isBroken(passage: Passage, next: Passage): boolean {
  const [here, there] = [passage.text.trimEnd(), next.text.trimStart()];
  if (here === '' || there === '' || passage.block.inQuote !== next.block.inQuote) return false;
  if (!UNFINISHED.test(here)) return false;
  if (passage.block.kind === 'item') {
    return (
      (next.block.kind === 'item' || next.block.kind === 'paragraph') &&
      LEADS_ON_IN_LIST.test(here) &&
      BEGINS_SMALL.test(there)
    );
  }
  if (passage.block.kind !== 'paragraph' || next.block.kind !== 'paragraph') return false;
  if (here.length >= SHORTEST && BEGINS_SMALL.test(there) && !OWN_BEGINNING.test(there)) return true;
  if (here.length >= SHORTEST && LEADS_ON.test(here) && /^\p{L}/u.test(there)) return true;
  return here.length >= SHORTEST && HALF_NAME.test(here) && OTHER_HALF.test(there);
}

/** Nothing (a table, an image, a rule) stands between the two but blank lines. */
function isNextTo(document: Document, passage: Passage, next: Passage): boolean {
  const between = document.source.text.slice(passage.block.span.end, next.block.span.start);
  return /^[\s*_>]*(?:[-*+]\s+|\d+\.\s+)?[*_]*$/.test(between);
}
