import slugify from '@sindresorhus/slugify';
import { remembering } from './remember.ts';
import { quick } from './plain.ts';

/** Anchors: short, permanent, independent of everything but the text they stand on. */

/** A readable piece of an address: lower-case ASCII words and hyphens; letters of any alphabet are transliterated. */
export const slug = remembering((text: string): string => {
  return (
    slugify(text, {
      decamelize: false,
      customReplacements: [
        ['&', ' and '],
        ["'", ''],
        ['’', ''],
      ],
    }) || `x${shortHash(text)}`
  );
});

const BETWEEN_WORDS = quick(/[^\p{L}\p{N}]+/gu);

/** The anchor of a paragraph: a hash of its words, so that edits elsewhere leave it alone. */
export function paragraphAnchor(text: string): string {
  const lower = text.toLowerCase();
  return `p-${shortHash(lower.replace(BETWEEN_WORDS(lower), ' ').trim())}`;
}

/** Makes anchors unique on a page: the second of the same name gets `-2`. */
export function uniqueAnchors(): (wanted: string) => string {
  const used = new Set<string>();
  const counts = new Map<string, number>();
  return (wanted) => {
    let anchor = wanted;
    let count = counts.get(wanted) ?? 1;
    while (used.has(anchor)) anchor = `${wanted}-${++count}`;
    counts.set(wanted, count);
    used.add(anchor);
    return anchor;
  };
}

/** Seven characters of base 36 from a 53-bit mix of the text; for naming, not for security. */
export function shortHash(text: string): string {
  return hash53(text).toString(36).padStart(11, '0').slice(-7);
}

/** A 53-bit hash of a text: two 32-bit multiply-xor lanes, joined. */
export function hash53(text: string): number {
  let high = 0x9e3779b9;
  let low = 0x85ebca6b;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    high = Math.imul(high ^ unit, 0x01000193);
    low = Math.imul(low ^ (unit + at), 0xc2b2ae35);
    low ^= low >>> 15;
  }
  high ^= low >>> 13;
  low = Math.imul(low ^ (high >>> 16), 0x27d4eb2f);
  return 4294967296 * (high & 0x1fffff) + (low >>> 0);
}
