import type { EngineFragment } from './engine.ts';
import { fold, keyOf, wordsOf } from './words.ts';

/** A page's text cut into what a reader can be led to: paragraphs, list items, table rows, with their headings. */
export interface ReadPassage {
  /** Empty for what stands before the first anchor. */
  readonly anchor: string;
  /** Numbers of its first word and of the first word behind it. */
  readonly start: number;
  readonly end: number;
  /** Keys of its words, with the number of the word each belongs to. */
  readonly keys: readonly { readonly key: string; readonly at: number }[];
  /** Keys of the headings above it. */
  readonly headingKeys: ReadonlySet<string>;
  /** The nearest heading above it. */
  readonly heading: string;
  readonly isHeading: boolean;
  /** Which section it is in: a heading and what stands below it. */
  readonly section: number;
}

export interface ReadPage {
  readonly title: string;
  readonly titleKeys: readonly string[];
  readonly wordingKeys: ReadonlySet<string>;
  /** Its words as they stand there. */
  readonly words: readonly string[];
  readonly passages: readonly ReadPassage[];
}

/** What a page's title has before the words of its own: “Area for Improvement 8: ”. */
const KIND_PREFIX = /^(?:area for improvement|meeting|recommendation|conclusion|appendix) \w+: /;

export function readPage(fragment: EngineFragment): ReadPage {
  const words = fragment.content.split(/\s+/);
  const title = fragment.meta['title'] ?? '';
  const keys = words.map((word) => wordsOf(word).map(keyOf));
  const anchors = [...fragment.anchors].sort((a, b) => a.location - b.location);
  const starts = [{ element: '', id: '', text: '', location: 0 }, ...anchors];
  const headings: { level: number; text: string }[] = [];
  let section = 0;
  const passages = starts.flatMap((anchor, index): ReadPassage[] => {
    const start = anchor.location;
    const end = starts.slice(index + 1).find(({ location }) => location > start)?.location ?? words.length;
    const level = Number(/^h([1-6])$/i.exec(anchor.element)?.[1] ?? 0);
    if (level > 0) {
      section++;
      while ((headings.at(-1)?.level ?? 0) >= level) headings.pop();
      headings.push({ level, text: anchor.text ?? '' });
    }
    if (starts[index + 1]?.location === start) return [];
    return [
      {
        anchor: anchor.id,
        start,
        end,
        keys: keys.slice(start, end).flatMap((list, at) => list.map((key) => ({ key, at: start + at }))),
        headingKeys: new Set(headings.flatMap(({ text }) => wordsOf(text).map(keyOf))),
        heading: headings.at(-1)?.text ?? '',
        isHeading: level > 0,
        section,
      },
    ];
  });
  return {
    title,
    titleKeys: wordsOf(fold(title).replace(KIND_PREFIX, '')).map(keyOf),
    wordingKeys: new Set(wordsOf(fragment.meta['wording'] ?? '').map(keyOf)),
    words,
    passages,
  };
}
