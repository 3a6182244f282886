import type { Engine, EngineFragment } from './engine.ts';
import type { FacetContext, IndexedDocument } from './filters.ts';
import type { CataloguePack, PeoplePack, PlacesPack, WordsPack } from './packs.ts';
import type { SearchReview } from './types.ts';
import { makeVocabulary, type Vocabulary } from './vocabulary.ts';

/** Loads a pack of a site by its name; undefined when the site has none of that name. */
export type LoadPack = (name: string) => Promise<unknown>;

/** A site whose index is searched: the page's own first. */
export interface SiteSource {
  /** As it is named in the list that joins it; its own name unless given. */
  readonly name?: string;
  /** Before its addresses: `https://other.example.org`; empty for the page's own. */
  readonly origin: string;
  readonly load: LoadPack;
}

/** Where a word stands: page → score and places. */
export type Postings = ReadonlyMap<number, { readonly score: number; readonly places: readonly number[] }>;

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

/** Joins the sites' packs with the engine that holds their indexes in the same order. */
export async function openSiteIndex(engine: Engine, sources: readonly SiteSource[]): Promise<SiteIndex> {
  const [packs, all] = await Promise.all([
    Promise.all(sources.map(({ load }) => load('catalogue') as Promise<CataloguePack>)),
    engine.search(null),
  ]);
  const numbers = new Map(all.results.map(({ id }, page) => [id, page]));
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
    postings: (word) => cache.get(word) ?? cache.set(word, findPostings(engine, numbers, word)).get(word)!,
    fragment: (page) => all.results[page]!.data(),
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

/**
 * The pages that have a word. Pagefind also finds words that only begin like it; a second, exact search, for which
 * nothing more is loaded, says which pages have the word itself.
 */
async function findPostings(engine: Engine, numbers: ReadonlyMap<string, number>, word: string): Promise<Postings> {
  const exact = new Set((await engine.search(`"${word}"`)).results.map(({ id }) => id));
  if (exact.size === 0) return new Map();
  const { results } = await engine.search(word);
  return new Map(
    results
      .filter(({ id }) => exact.has(id) && numbers.has(id))
      .map(({ id, words: places }) => [numbers.get(id)!, { score: scoreOf(places), places }]),
  );
}

/** Title and wording stand among the first words of a page. */
const BEGINNING = 10;
const FOR_BEGINNING = 4;

/**
 * How much a page says of a word: every place counts, those at its beginning more. Pagefind's own score depends on the
 * index that a page stands in; this one is the same however many indexes a site's pages are spread over.
 */
function scoreOf(places: readonly number[]): number {
  // Found without a place: in the title alone.
  if (places.length === 0) return 1 + FOR_BEGINNING;
  return places.reduce((sum, place) => sum + 1 + FOR_BEGINNING / (1 + place / BEGINNING), 0);
}
