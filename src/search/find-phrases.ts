import type { SiteIndex } from './site-index.ts';
import { wordsOf } from './words.ts';

/** More pages than these are not read to make sure of a phrase: the index has its words one after the other. */
const READ = 40;

/** The pages in which quoted phrases stand word for word; undefined without phrases. */
export async function findPhrases(
  phrases: readonly (readonly string[])[],
  index: SiteIndex,
): Promise<ReadonlySet<number> | undefined> {
  if (phrases.length === 0) return undefined;
  const sets = await Promise.all(phrases.map((phrase) => pagesWith(phrase, index)));
  return new Set([...sets[0]!].filter((page) => sets.every((set) => set.has(page))));
}

async function pagesWith(phrase: readonly string[], index: SiteIndex): Promise<ReadonlySet<number>> {
  const lists = await Promise.all(phrase.map((word) => index.postings(word)));
  const having = [...lists[0]!.keys()].filter((page) => lists.every((list) => list.has(page)));
  if (having.length > READ) return new Set(having);
  const read = await Promise.all(
    having.map(async (page) => {
      const { content, meta } = await index.fragment(page);
      return [content, meta['title'] ?? '', meta['wording'] ?? ''].some((text) => hasPhrase(text, phrase))
        ? [page]
        : [];
    }),
  );
  return new Set(read.flat());
}

function hasPhrase(text: string, phrase: readonly string[]): boolean {
  return ` ${wordsOf(text).join(' ')} `.includes(` ${phrase.join(' ')} `);
}
