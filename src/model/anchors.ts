import slugify from '@sindresorhus/slugify';
import { shortHash } from './hash.ts';
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
