import { diagnostic, type Related } from '../model/diagnostic.ts';
import type { Place } from '../model/source.ts';
import type { Check } from './check.ts';
import { placeIn, type Passage } from './text/passages.ts';

interface Damage {
  readonly pattern: RegExp;
  readonly says: (found: string) => string;
  readonly hint: string;
}

/** What conversions leave behind in plain text, each with how to put it right. */
const DAMAGE: readonly Damage[] = [
  {
    pattern:
      /\*{2,3}(?=\S)|(?<=\S)\*{2,3}|(?<![\p{L}\p{N}_])__(?=[\p{L}\p{N}])|(?<=[\p{L}\p{N}.,;:])__(?![\p{L}\p{N}_])/gu,
    says: (found) => `${found} stands in the text: the bold type it began or ended has no other end.`,
    hint: 'Take it out, or write it on both sides of the words without a space inside: **bold**.',
  },
  {
    pattern:
      /<\/?(?:p|ul|ol|li|u|b|i|br|hr|em|strong|span|div|font|table|tbody|thead|tr|td|th|sup|sub|h[1-6]|a)\b(?=[^<>]*(?:<|$))[^<>]{0,80}/gi,
    says: (found) => `${found.trim()} is the beginning of an HTML tag that is never closed.`,
    hint: 'Take the tag out and write Markdown: a dash for a list, a blank line for a new paragraph.',
  },
  {
    pattern:
      /&(?:nbsp|amp|lt|gt|quot|apos|ndash|mdash|rsquo|lsquo|rdquo|ldquo|pound|hellip|#\d{2,5}|#x[0-9a-f]{2,5});/gi,
    says: (found) => `${found} is a character written in HTML, and readers will see it as it stands.`,
    hint: 'Write the character itself.',
  },
  {
    pattern:
      /\u00e2\u20ac[\u0099\u2122\u0153\u02dc\u201c\u201d\u0093\u0094\u00a6]?|\u00c3[\u0080-\u00bf]|\u00c2[\u00a3\u00a0\u00b0]|\uFFFD/g,
    says: (found) => `“${found}” is a character that was read in the wrong encoding.`,
    hint: 'Write the character that was meant: an apostrophe, a dash, £, é.',
  },
  {
    pattern: /\]\((?=[^)\s]{2})|\{[.#][\w-]+\}|\[\^[\w-]+\]/g,
    says: (found) => `${found} is left over from a link, a footnote or a style, and readers will see it as it stands.`,
    hint: 'Write the link as [words](address), or a footnote with its text below: [^1]: …',
  },
  {
    pattern: /^#{1,6}(?=\p{L}|\d)/gu,
    says: (found) => `${found} stands in the text: there is no space between it and the heading's words.`,
    hint: 'Write a space after it: ## Heading.',
  },
];
/** One quick look for any of the characters that damage is made of. */
const SUSPECT = /\*\*|__|<|&|\]\(|\[\^|\{[.#]|^#|[\u00c2\u00c3\u00e2\uFFFD]/;

/**
 * Finds markup that a conversion left in the text: stray `**`, tags without their end, `&nbsp;`, wrong characters. Whole
 * tags are `raw-html`. Asterisks that mark footnotes beside a single `*`, blanks to fill in (`____`), code and `<` in
 * sums are left alone. One finding for each kind in a document; the others are shown with it.
 */
export const markupStray: Check = {
  code: 'markup-stray',
  find: ({ text }) => {
    const found = new Map<string, { place: Place; message: string; hint: string; related: Related[] }>();
    for (const passage of text.passages) {
      if (!SUSPECT.test(passage.text)) continue;
      DAMAGE.forEach(({ pattern, says, hint }, kind) => {
        for (const match of passage.text.matchAll(pattern)) {
          if (isCode(passage, match.index) || (kind === 0 && isFootnoteMark(text.of(passage.document)))) continue;
          const place = placeIn(passage, match.index, match.index + match[0].trimEnd().length);
          const key = `${passage.document.path} ${kind}`;
          const known = found.get(key);
          if (known) known.related.push({ ...place, message: 'The same stands here.' });
          else found.set(key, { place, message: says(match[0]), hint, related: [] });
        }
      });
    }
    return [...found.values()].map(({ place, message, ...details }) =>
      diagnostic('markup-stray', place, message, details),
    );
  },
};

function isCode(passage: Passage, at: number): boolean {
  return passage.block.segments.some(
    (segment) => !segment.linkable && segment.textStart <= at && at < segment.textStart + segment.length,
  );
}

/** `*` and `**` as marks in one text: “Cllr Sample*”, “** Apologies”. */
function isFootnoteMark(passages: readonly Passage[]): boolean {
  return passages.some(({ text }) => /(?<!\*)\*(?!\*)/.test(text));
}
