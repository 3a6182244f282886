import type { WordsPack } from './packs.ts';
import { keyOf, shardOf } from './words.ts';

/** The words of the sites that are searched, loaded shard by shard as they are asked for. */
export interface Vocabulary {
  /** What is known of a word: its key, its forms, in how many documents it stands. */
  find(word: string): Promise<KnownWord | undefined>;
  /** Words made from the same root: “complain” → “complaint”. */
  related(word: string): Promise<readonly KnownWord[]>;
  /** Words that begin like this one, for a reader who is still typing. */
  completions(word: string): Promise<readonly KnownWord[]>;
  /** What a word that nobody uses was probably meant to be; nothing for a word that English has. */
  corrections(word: string): Promise<readonly KnownWord[]>;
  /** Whether a word is good English, used on the site or not. */
  isWord(word: string): Promise<boolean>;
}

export interface KnownWord {
  readonly key: string;
  readonly documents: number;
  readonly forms: readonly string[];
}

interface Shard {
  readonly words: ReadonlyMap<string, KnownWord>;
  readonly english: ReadonlySet<string>;
}

/** Endings in which related words differ. */
const ENDINGS = new Set(
  ',t,ts,s,e,ed,er,or,ist,ant,ent,c,ce,ment,ship,eship,ness,al,ial,ic,ity,ion,ation,ition,tion,ive,ly,li,ery,age,ing,ure,at'.split(
    ',',
  ),
);

/** `load` gives the shards of that name of all sites. */
export function makeVocabulary(
  names: readonly string[],
  load: (shard: string) => Promise<readonly WordsPack[]>,
): Vocabulary {
  const shards = new Map<string, Promise<Shard>>();
  const shard = (name: string) => shards.get(name) ?? shards.set(name, load(name).then(joinShards)).get(name)!;
  const around = async (key: string) => [...(await shard(shardOf(key))).words.values()];
  const find = async (word: string) => {
    const key = keyOf(word);
    return (await shard(shardOf(key))).words.get(key);
  };
  const isWord = async (word: string) => {
    const key = keyOf(word);
    const { words, english } = await shard(shardOf(key));
    return words.has(key) || english.has(key);
  };
  return {
    find,
    isWord,
    related: async (word) => {
      const key = keyOf(word);
      if (key.length < 4 || /\d/.test(key)) return [];
      return mostFrequent(await around(key), (known) => isRelated(key, known.key));
    },
    completions: async (word) => {
      if (word.length < 3) return [];
      return mostFrequent(await around(word), (known) => known.forms.some((form) => form.startsWith(word)), 3);
    },
    corrections: async (word) => {
      const key = keyOf(word);
      if (word.length < 5 || /\d/.test(word) || (await isWord(word))) return [];
      const swapped = shardOf(key[1]! + key[0]!);
      const near = closest(word, [...(await around(key)), ...(await shard(swapped)).words.values()]);
      if (near.length > 0) return near;
      const others = names.filter((name) => name.startsWith(key[0]!) && name !== shardOf(key));
      const wider = (await Promise.all(others.map(shard))).flatMap(({ words }) => [...words.values()]);
      return closest(word, wider);
    },
  };
}

function joinShards(packs: readonly WordsPack[]): Shard {
  const words = new Map<string, KnownWord>();
  const english = new Set<string>();
  for (const pack of packs) {
    for (const [key, [documents, ...forms]] of Object.entries(pack.words)) {
      const before = words.get(key);
      words.set(key, {
        key,
        documents: documents + (before?.documents ?? 0),
        forms: [...new Set([...(before?.forms ?? []), ...forms])],
      });
    }
    for (const key of pack.english.split(' ')) english.add(key);
  }
  return { words, english };
}

function isRelated(a: string, b: string): boolean {
  if (a === b) return false;
  let common = 0;
  while (common < a.length && a[common] === b[common]) common++;
  if (common < Math.max(4, Math.min(a.length, b.length) - 2)) return false;
  return ENDINGS.has(a.slice(common)) && ENDINGS.has(b.slice(common));
}

function mostFrequent(words: readonly KnownWord[], isWanted: (word: KnownWord) => boolean, limit = 3): KnownWord[] {
  return words
    .filter(isWanted)
    .sort((a, b) => b.documents - a.documents || (a.key < b.key ? -1 : 1))
    .slice(0, limit);
}

/** The nearest words within one slip, two in long words; more frequent ones first. */
function closest(word: string, words: readonly KnownWord[]): KnownWord[] {
  const limit = word.length >= 8 ? 2 : 1;
  const found = words.flatMap((known) => {
    const distance = Math.min(...known.forms.map((form) => slips(word, form, limit)));
    return distance <= limit ? [{ known, distance }] : [];
  });
  const best = Math.min(...found.map(({ distance }) => distance));
  return mostFrequent(
    found.filter(({ distance }) => distance === best).map(({ known }) => known),
    () => true,
    2,
  );
}

/** How many letters were missed, added, changed or swapped; more than `limit` is not counted further. */
export function slips(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min(previous[j]! + 1, row[j - 1]! + 1, previous[j - 1]! + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, before[j - 2]! + 1);
      row.push(best);
    }
    if (Math.min(...row) > limit) return limit + 1;
    [before, previous] = [previous, row];
  }
  return previous[b.length]!;
}
