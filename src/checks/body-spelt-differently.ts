import { quick } from '../model/plain.ts';
import { diagnostic, type Diagnostic } from '../model/diagnostic.ts';
import type { Check } from './check.ts';
import { findLoneNames } from './text/lone-names.ts';
import { placeIn, type Passage, type ReviewText } from './text/passages.ts';

interface Spelling {
  readonly name: string;
  readonly places: { readonly passage: Passage; readonly start: number }[];
}

/** Capitalised words in a row that end as bodies do, possessives and “of/for/and/&” between them. */
const BODY = quick(/(?<![\p{L}\p{N}'’-])\p{Lu}[\p{L}'’-]+(?:\s+(?:(?:of|for|and|&|the)\s+)*\p{Lu}[\p{L}'’-]+){1,7}/gu);
const ENDING =
  /(?:Board|Committee|Council|Trust|Cluster|Services?|Panel|Group|Foundation|Authority|Commission|Agency|Partnership|Team|Association|Union|Society|Hospital|Forum|Tribunal|Ombudsman|Department|Office|Inspectorate|Institute|Federation|Network|Executive|Company|Centre|Department)$/;

/**
 * Finds a body that is written in several ways: a word in the singular or the plural, with or without a possessive, “&”
 * or “and”; and a name of one word that is a letter apart from another. Names that differ in whole words are left alone,
 * for they may be different bodies, and so are the possessives of another body (“Anytown's Housing Service”) and a
 * plural at the end (“Scrutiny Committees”). One finding for each body.
 */
export const bodySpeltDifferently: Check = {
  code: 'body-spelt-differently',
  find: ({ text }) => [
    ...bodies(text).flatMap((spellings) => report([...spellings.values()])),
    ...findLoneNames(text).flatMap((pair) => report(pair)),
  ],
};

/** The spellings of each body, by what they have in common. */
function bodies(text: ReviewText): Map<string, Spelling>[] {
  const groups = new Map<string, Map<string, Spelling>>();
  for (const passage of text.passages)
    for (const match of passage.text.matchAll(BODY(passage.text))) {
      const name = match[0].replace(/^(?:The|This|That|Our|Your|Its|In|At|For|From|By|To)\s+/, '');
      if (!ENDING.test(name)) continue;
      const key = skeleton(name);
      const spellings = groups.get(key) ?? new Map<string, Spelling>();
      groups.set(key, spellings);
      const plain = name.replaceAll('’', "'").replace(/\s+/g, ' ');
      const spelling = spellings.get(plain) ?? { name, places: [] };
      spellings.set(plain, spelling);
      spelling.places.push({ passage, start: match.index + match[0].length - name.length });
    }
  const several = [...groups].filter(([, spellings]) => spellings.size > 1);
  // With and without the name of its place it is one body, told once.
  return several
    .filter(([key]) => !several.some(([other]) => other.endsWith(` ${key}`)))
    .map(([, spellings]) => spellings);
}

function report(spellings: readonly Spelling[]): Diagnostic[] {
  const [usual, ...others] = [...spellings].sort((a, b) => b.places.length - a.places.length);
  const [odd, ...more] = others.filter(({ name }) => !isOwnersForm(usual!.name, name));
  if (!odd) return [];
  const at = ({ name, places }: Spelling, index: number) => {
    const { passage, start } = places[index]!;
    return placeIn(passage, start, start + name.length);
  };
  return [
    diagnostic('body-spelt-differently', at(odd, 0), `“${odd.name}” is elsewhere written “${usual!.name}”.`, {
      hint: 'Use one name throughout; if both are right, list the other under `also` of the organisation.',
      related: [
        { ...at(usual!, 0), message: 'Written so here.' },
        ...odd.places.slice(1).map((_, index) => ({ ...at(odd, index + 1), message: `“${odd.name}” here too.` })),
        ...more.map((other) => ({ ...at(other, 0), message: `And “${other.name}” here.` })),
      ],
    }),
  ];
}

/** “Anytown's Housing Service” and “Anytown Housing Service”: the first word's possessive only says whose it is. */
function isOwnersForm(a: string, b: string): boolean {
  const bare = (name: string) => name.replace(/^(\p{L}+?)(?:['’]s|s['’])(?=\s)/u, '$1');
  return bare(a) === bare(b);
}

/** What spellings of one body share: no possessive, no plural but at the end, one word for “and”. */
function skeleton(name: string): string {
  const words = name
    .toLowerCase()
    .replace(/&/g, 'and')
    .replace(/['’]s\b|s['’](?=\s|$)|['’]/g, 's')
    .split(/\s+/);
  return words.map((word, index) => (index === words.length - 1 ? word : word.replace(/s+$/, ''))).join(' ');
}
