import { quick } from '../../model/plain.ts';
import { editDistance } from '../../model/suggest.ts';
import type { Passage, ReviewText } from './passages.ts';

interface LoneName {
  readonly name: string;
  readonly places: { readonly passage: Passage; readonly start: number }[];
}

const SHORTEST = 7;
/** A capitalised word inside a sentence with no other capitalised word beside it: a charity, a town, an inspectorate. */
const ALONE = quick(/(?<=[\p{Ll}\d,;:)(–-]\s|\()(\p{Lu}\p{Ll}{6,}(?:['’]s)?)(?![\p{L}'’-]|\s+\p{Lu}|\s+\(?\d)/gu);
/** A surname stands after a title somewhere. */
const AFTER_TITLE = quick(
  /(?<=\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Cllr|Councillor|Sir|Dame|Lord|Lady|Baroness)\.?\s(?:\p{Lu}[\p{L}.]*\s)?)\p{Lu}\p{Ll}{6,}/gu,
);
const WORD = quick(/(?<![\p{L}])\p{Ll}{7,}(?!\p{L})/gu);

/**
 * Pairs of names of one word that are one letter apart (“Barnados”, “Barnardos”). Words that the text also has without a
 * capital, plurals, possessives,
 * surnames and words beside another name are left out.
 */
export function findLoneNames(text: ReviewText): (readonly [LoneName, LoneName])[] {
  const names = new Map<string, LoneName>();
  for (const passage of text.passages) {
    if (passage.block.kind === 'heading') continue;
    for (const match of passage.text.matchAll(ALONE(passage.text))) {
      const name = match[1]!.replace(/['’]s$/, '');
      const known = names.get(name) ?? { name, places: [] };
      names.set(name, known);
      known.places.push({ passage, start: match.index });
    }
  }
  const candidates = pairsOneApart([...names.values()].filter(({ name }) => name.length >= SHORTEST));
  if (candidates.length === 0) return [];
  const common = new Set(text.passages.flatMap((passage) => passage.text.match(WORD(passage.text)) ?? []));
  const surnames = new Set(text.passages.flatMap((passage) => passage.text.match(AFTER_TITLE(passage.text)) ?? []));
  return candidates.filter((pair) => pair.every(({ name }) => !common.has(name.toLowerCase()) && !surnames.has(name)));
}

/** Words that share a form with one letter taken out are at most two apart; only those one apart are kept. */
function pairsOneApart(names: readonly LoneName[]): (readonly [LoneName, LoneName])[] {
  const byForm = new Map<string, LoneName[]>();
  const pairs = new Map<string, readonly [LoneName, LoneName]>();
  for (const own of names) {
    const forms = [own.name, ...Array.from(own.name, (_, at) => own.name.slice(0, at) + own.name.slice(at + 1))];
    for (const form of new Set(forms)) {
      const known = byForm.get(form) ?? [];
      for (const other of known)
        if (isSlip(own.name, other.name)) pairs.set([own.name, other.name].sort().join(' '), [other, own]);
      byForm.set(form, [...known, own]);
    }
  }
  return [...pairs.values()];
}

function isSlip(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return long !== `${short}s` && editDistance(a, b, 2) === 1;
}
