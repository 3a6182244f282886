import type { Concept, Variant } from './expand.ts';
import { reviewSays } from './review-keys.ts';
import type { Postings } from './engine.ts';
import type { SiteIndex } from './site-index.ts';

/** A page that has something of what was asked for. */
export interface Match {
  readonly page: number;
  /** For each concept how well it is met: 0 for not at all. */
  readonly met: readonly number[];
  readonly score: number;
  /** The share of what was asked for that the page has, by weight. */
  readonly coverage: number;
}

export interface Retrieval {
  readonly matches: readonly Match[];
  /** How much each concept says: a word that every page has says little, one that none has most. */
  readonly weights: readonly number[];
}

/** The share of what was asked for that a page must have: of long questions less, because they are put in many ways. */
export function neededShare(concepts: readonly Concept[]): number {
  const asked = concepts.filter(({ isSoft }) => !isSoft).length;
  return asked <= 2 ? 0.6 : asked === 3 ? 0.52 : 0.45;
}

/** How much a word that no page has counts, beside the rarest of those that some have. */
const UNKNOWN = 1;

interface Hit {
  readonly factor: number;
  readonly score: number;
  readonly places: readonly number[];
}

/** Finds the pages that have enough of what was asked for, best first. */
export async function retrieve(
  concepts: readonly Concept[],
  index: SiteIndex,
  /** The list is narrowed already: to name a review is then to ask for what is in it. */
  isNarrowed: boolean,
): Promise<Retrieval> {
  const total = index.documents.length;
  const hits = await Promise.all(concepts.map((concept) => hitsOf(concept, index)));
  const inReview = concepts.map((concept) => reviewsWith(concept, index));
  const said = concepts.map((_, at) => Math.log(1 + total / (hits[at]!.size + 0.5)));
  const strongest = Math.max(...said.filter((_, at) => hits[at]!.size > 0 && !concepts[at]!.isSoft), 0);
  const weights = concepts.map((concept, at) => {
    // A word that is nowhere may be another way to put it: it counts no more than the best of those that are there.
    const weight = hits[at]!.size === 0 && strongest > 0 ? Math.min(said[at]!, strongest * UNKNOWN) : said[at]!;
    return concept.isSoft ? weight * 0.3 : weight;
  });
  const asked = concepts.map((concept, at) => (concept.isSoft ? 0 : weights[at]!));
  const sum = asked.reduce((all, weight) => all + weight, 0);
  const pages = new Set(hits.flatMap((found, at) => (concepts[at]!.isSoft ? [] : [...found.keys()])));
  if (isNarrowed)
    for (const { page, review } of index.documents)
      if (inReview.some((reviews, at) => !concepts[at]!.isSoft && reviews.has(review))) pages.add(page);
  const matches: Match[] = [];
  const needed = neededShare(concepts);
  for (const page of pages) {
    const review = index.documents[page]!.review;
    let score = 0;
    let covered = 0;
    const met = concepts.map((_, at) => {
      const hit = hits[at]!.get(page);
      const ofReview = inReview[at]!.has(review) ? (isNarrowed ? 0.8 : 0.5) : 0;
      const share = Math.max(hit ? Math.min(1, 0.35 + 0.65 * hit.factor) : 0, ofReview);
      covered += asked[at]! * share;
      if (hit) score += weights[at]! * hit.factor * (hit.score / (hit.score + 4));
      return hit ? hit.factor : ofReview * 0.5;
    });
    const coverage = sum === 0 ? 1 : covered / sum;
    if (coverage < needed) continue;
    const near = closeness(concepts.map((_, at) => hits[at]!.get(page)?.places));
    matches.push({ page, met, score: score * coverage ** 2 * (1 + near), coverage });
  }
  matches.sort((a, b) => b.score - a.score || a.page - b.page);
  return { matches, weights };
}

async function hitsOf(concept: Concept, index: SiteIndex): Promise<Map<number, Hit>> {
  const best = new Map<number, Hit>();
  for (const variant of concept.variants) {
    for (const [page, { score, places }] of await variantPostings(variant, index)) {
      const known = best.get(page);
      const places_ = known ? [...known.places, ...places] : places;
      if (!known || variant.factor * score > known.factor * known.score)
        best.set(page, { factor: Math.max(variant.factor, known?.factor ?? 0), score, places: places_ });
      else best.set(page, { ...known, places: places_ });
    }
  }
  return best;
}

/**
 * Pages with a variant: any form of its word; for a phrase, its words one after the other. Pagefind gives the parts of a
 * compound (“pop-up”) one place.
 */
async function variantPostings(variant: Variant, index: SiteIndex): Promise<Postings> {
  const lists = await Promise.all(variant.words.map(({ forms }) => formPostings(forms, index)));
  if (lists.length === 1) return lists[0]!;
  const result = new Map<number, { score: number; places: number[] }>();
  for (const [page, first] of lists[0] ?? []) {
    let places = [...first.places];
    let score = first.score;
    for (const list of lists.slice(1)) {
      const next = list.get(page);
      const starts = new Set(next?.places ?? []);
      places = places.flatMap((place) => [0, 1, 2, 3].map((step) => place + step).filter((at) => starts.has(at)));
      score += next?.score ?? 0;
    }
    if (places.length > 0) result.set(page, { score, places });
  }
  return result;
}

/** Pages with any form of a word. */
async function formPostings(forms: readonly string[], index: SiteIndex): Promise<Postings> {
  const lists = await Promise.all(forms.map((form) => index.postings(form)));
  if (lists.length === 1) return lists[0]!;
  const joined = new Map<number, { score: number; places: readonly number[] }>();
  for (const list of lists)
    for (const [page, { score, places }] of list) {
      const known = joined.get(page);
      joined.set(page, { score: Math.max(score, known?.score ?? 0), places: [...(known?.places ?? []), ...places] });
    }
  return joined;
}

function reviewsWith(concept: Concept, index: SiteIndex): ReadonlySet<number> {
  return new Set(index.reviews.flatMap((review, at) => (reviewSays(review, concept) ? [at] : [])));
}

/** 0 to 1: how close together different things stand. */
function closeness(places: readonly (readonly number[] | undefined)[]): number {
  const marks = places
    .flatMap((list, concept) => (list ?? []).map((place) => ({ place, concept })))
    .sort((a, b) => a.place - b.place);
  let best = 0;
  for (let at = 1; at < marks.length; at++) {
    const [before, now] = [marks[at - 1]!, marks[at]!];
    if (before.concept !== now.concept) best = Math.max(best, 1 / (1 + Math.max(0, now.place - before.place - 1) / 6));
  }
  return best;
}
