import { openEngine, type Engine, type EngineFragment, type LoadFile, type Posting, type Postings } from './engine.ts';
import type { FacetContext, IndexedDocument } from './filters.ts';
import { groupOf } from './groups.ts';
import type { CataloguePack, PeoplePack, PlacesPack, WordsPack } from './packs.ts';
import type { SearchReview } from './types.ts';
import { makeVocabulary, type Vocabulary } from './vocabulary.ts';

/** Loads a pack of a site by its name; undefined when the site has none of that name. */
export type LoadPack = (name: string) => Promise<unknown>;

/** A site whose indexes are searched: the page's own first. */
export interface SiteSource {
  /** As it is named in the list that joins it; its own name unless given. */
  readonly name?: string;
  /** Before its addresses: `https://other.example.org`; empty for the page's own. */
  readonly origin: string;
  readonly load: LoadPack;
  readonly loadFile: LoadFile;
}

/** A place with a number of its own, in whatever site. */
export interface IndexedPlace {
  readonly kind: 'section' | 'paragraph' | 'appendix';
  readonly number: string;
  readonly title: string;
  readonly review: number;
  readonly url: string;
  readonly page: number;
}

/** All sites that are searched, as one. */
export interface SiteIndex {
  readonly documents: readonly IndexedDocument[];
  readonly reviews: readonly (SearchReview & { readonly site: string })[];
  readonly sites: readonly string[];
  readonly outcomes: readonly string[];
  /** Groups of names that mean the same. */
  readonly names: readonly (readonly string[])[];
  readonly vocabulary: Vocabulary;
  readonly facets: FacetContext;
  postings(word: string): Promise<Postings>;
  fragment(page: number): Promise<EngineFragment>;
  places(): Promise<readonly IndexedPlace[]>;
  /** Must be awaited before people are filtered or counted. */
  loadPeople(): Promise<void>;
}

/** Joins the packs and indexes of sites. */
export async function openSiteIndex(sources: readonly SiteSource[]): Promise<SiteIndex> {
  const packs = await Promise.all(sources.map(({ load }) => load('catalogue') as Promise<CataloguePack>));
  const documents: IndexedDocument[] = [];
  const reviews: SiteIndex['reviews'][number][] = [];
  const names = packs.map((pack, at) => sources[at]!.name ?? pack.site);
  const offsets = packs.map((pack, at) => {
    const offset = documents.length;
    const firstReview = reviews.length;
    const site = names[at]!;
    const { origin } = sources[at]!;
    reviews.push(...pack.reviews.map((review) => ({ ...review, url: origin + review.url, site })));
    documents.push(...readColumns(pack, { offset, firstReview, site, origin }));
    return { offset, firstReview };
  });
  const groups = (
    await Promise.all(
      packs.map((pack, at) =>
        openGroups(pack, sources[at]!, documents.slice(offsets[at]!.offset, offsets[at + 1]?.offset)),
      ),
    )
  ).flat();
  /** Of each page its index and its number there. */
  const places: { engine: Engine; number: number }[] = [];
  for (const { engine, pages } of groups) pages.forEach((page, number) => (places[page] = { engine, number }));
  let people: readonly (readonly string[])[] = [];
  const cache = new Map<string, Promise<Postings>>();
  const shardNames = [...new Set(packs.flatMap((pack) => pack.shards))];
  return {
    documents,
    reviews,
    sites: names,
    outcomes: [...new Set(packs.flatMap((pack) => pack.outcomes))],
    names: packs.flatMap((pack) => pack.names),
    vocabulary: makeVocabulary(shardNames, async (shard) => {
      const having = sources.filter((_, at) => packs[at]!.shards.includes(shard));
      return (await Promise.all(having.map(({ load }) => load(`words-${shard}`)))) as WordsPack[];
    }),
    facets: {
      reviewOf: ({ review }) => reviews[review],
      peopleOf: ({ page }) => people[page] ?? [],
    },
    postings: (word) => cache.get(word) ?? cache.set(word, findPostings(groups, word)).get(word)!,
    fragment: (page) => places[page]!.engine.fragment(places[page]!.number),
    places: async () =>
      (
        await Promise.all(
          sources.map(async ({ load, origin }, at) => {
            const { places } = (await load('places')) as PlacesPack;
            const { offset, firstReview } = offsets[at]!;
            return places.map(({ document, ...place }) => ({
              ...place,
              url: origin + place.url,
              review: place.review + firstReview,
              page: document + offset,
            }));
          }),
        )
      ).flat(),
    loadPeople: async () => {
      if (people.length > 0) return;
      const loaded = (await Promise.all(sources.map(({ load }) => load('people')))) as PeoplePack[];
      people = loaded.flatMap(({ names: known, of }) => of.map((list) => indexed(known, list)));
    },
  };
}

function readColumns(
  pack: CataloguePack,
  at: { offset: number; firstReview: number; site: string; origin: string },
): IndexedDocument[] {
  const { columns } = pack;
  let review = 0;
  return columns.kind.map((kind, index) => {
    review += columns.review[index]!;
    return {
      page: at.offset + index,
      url: at.origin + (pack.reviews[review]?.url ?? pack.base) + columns.path[index]!,
      kind,
      review: review < 0 ? -1 : review + at.firstReview,
      number: columns.number[index]!,
      date: columns.date[index]!,
      outcomes: indexed(pack.outcomes, columns.outcomes[index]!),
      agencies: indexed(pack.agencies, columns.agencies[index]!),
      site: at.site,
    };
  });
}

function indexed(values: readonly string[], list: string): string[] {
  return list === '' ? [] : list.split(',').map((index) => values[Number(index)]!);
}

/** An index, and the number that each of its pages has among all documents. */
interface Group {
  readonly engine: Engine;
  readonly pages: readonly number[];
}

/** Opens a site's indexes. In each the pages stand in the order of their addresses. */
async function openGroups(
  { indexes, base }: CataloguePack,
  { origin, loadFile }: SiteSource,
  documents: readonly IndexedDocument[],
): Promise<Group[]> {
  const members = indexes.map((): { url: string; page: number }[] => []);
  for (const { url, page } of documents)
    members[groupOf(url.slice(origin.length + base.length), indexes.length)]!.push({ url, page });
  const opened = indexes.map(async (file, group): Promise<Group[]> => {
    if (file === '') return [];
    const pages = members[group]!.sort((a, b) => (a.url < b.url ? -1 : 1)).map(({ page }) => page);
    return [{ engine: await openEngine(loadFile, file), pages }];
  });
  return (await Promise.all(opened)).flat();
}

/** The pages that have a word, in the order of all documents. */
async function findPostings(groups: readonly Group[], word: string): Promise<Postings> {
  const found = await Promise.all(
    groups.map(async ({ engine, pages }) =>
      [...(await engine.postings(word))].map(([number, posting]) => [pages[number]!, posting] as const),
    ),
  );
  return new Map<number, Posting>(found.flat().sort(([a], [b]) => a - b));
}
