import type { Concept } from './expand.ts';
import type { ReadPage, ReadPassage } from './read-page.ts';

/** A passage of a page with how well it answers. */
export interface RankedPassage {
  readonly passage: ReadPassage;
  readonly score: number;
  /** Numbers of the words that were found. */
  readonly marks: readonly number[];
}

export interface RankedPage {
  readonly score: number;
  /** The largest share of what was asked for that one passage has, with its headings and the page's title. */
  readonly coverage: number;
  /** Best first; only those in which something was found. */
  readonly passages: readonly RankedPassage[];
}

/** What was asked for. */
export interface Asked {
  readonly concepts: readonly Concept[];
  readonly weights: readonly number[];
  /** What the page has by belonging to its review. */
  readonly given: readonly number[];
  /** “How many …”: a passage with a number in it is more likely to answer. */
  readonly wantsNumber: boolean;
}

const NUMBER =
  /^(?:\d.*|half|third|quarter|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|hundred|thousand)$/;

/** Shares of the score. */
const TITLE = 1.5;
const WORDING = 0.7;
const PASSAGE = 1.6;
const PAGE = 0.5;

interface Place {
  readonly concept: number;
  readonly factor: number;
  readonly at: number;
}

/** Judges a page by its text: what its title, its wording and its best passage have of what was asked for. */
export function rankPage(page: ReadPage, { concepts, weights, given, wantsNumber }: Asked): RankedPage {
  const sum = weights.reduce((all, weight) => all + weight, 0) || 1;
  const asked = concepts.map(({ isSoft }, at) => (isSoft ? 0 : weights[at]!));
  const askedSum = asked.reduce((all, weight) => all + weight, 0) || 1;
  const total = (shares: readonly number[], by = weights, all = sum) =>
    shares.reduce((sofar, share, at) => sofar + share * by[at]!, 0) / all;

  const title = sharesOf(concepts, page.titleKeys);
  const wording = sharesOf(concepts, [...page.wordingKeys]);
  const distinctTitle = new Set(page.titleKeys.filter((key) => key.length > 2));
  const said = [...distinctTitle].filter((key) => concepts.some((concept) => saysKey(concept, key))).length;
  const precision = distinctTitle.size === 0 ? 0 : said / distinctTitle.size;
  const counts = concepts.map(() => 0);
  let coverage = total(
    given.map((share) => (share === 1 ? 0.8 : 0)),
    asked,
    askedSum,
  );
  const found = page.passages.map((passage) => ({ passage, places: placesOf(concepts, passage) }));
  const sections = new Map<number, { shares: number[] }>();
  for (const { passage, places } of found) {
    const { shares } = sections.get(passage.section) ?? { shares: concepts.map(() => 0) };
    for (const { concept, factor } of places) shares[concept] = Math.max(shares[concept]!, factor);
    sections.set(passage.section, { shares });
  }
  const passages = found.flatMap(({ passage, places }): RankedPassage[] => {
    if (places.length === 0) return [];
    const around = sections.get(passage.section)!;
    const own = concepts.map(() => 0);
    for (const { concept, factor } of places) {
      own[concept] = Math.max(own[concept]!, factor);
      counts[concept]! += factor;
    }
    const headings = sharesOf(concepts, [...passage.headingKeys]);
    const has = own.map((share, at) =>
      Math.max(
        share,
        0.75 * headings[at]!,
        0.6 * title[at]!,
        0.55 * around.shares[at]!,
        0.5 * wording[at]!,
        0.5 * given[at]!,
      ),
    );
    coverage = Math.max(
      coverage,
      total(
        has.map((share) => (share > 0 ? 0.35 + 0.65 * Math.min(1, share * 1.3) : 0)).map((share) => Math.min(1, share)),
        asked,
        askedSum,
      ),
    );
    const length = passage.end - passage.start;
    const number = wantsNumber && hasNumber(passage, places) ? 1.4 : 1;
    const score =
      number * total(has) * (0.75 + 0.25 * tightness(places)) * (0.85 + 0.15 / (1 + length / 60)) +
      (passage.isHeading ? 0.05 : 0);
    return [{ passage, score, marks: places.map(({ at }) => at) }];
  });
  passages.sort((a, b) => b.score - a.score || a.passage.start - b.passage.start);
  const best = passages[0]?.score ?? 0;
  const whole = total(counts.map((count) => count / (count + 1.5)));
  const isNumberless = wantsNumber && !found.some(({ passage, places }) => hasNumber(passage, places));
  const titleShare = wantsNumber ? TITLE / 2 : TITLE;
  const score =
    titleShare * total(title) * (0.5 + 0.5 * precision) + WORDING * total(wording) + PASSAGE * best + PAGE * whole;
  return { score: score * Math.min(1, coverage) ** 1.5 * (isNumberless ? 0.75 : 1), coverage, passages };
}

/** Whether a number stands beside something that was asked for; years and the numbers of paragraphs don't count. */
function hasNumber(passage: ReadPassage, places: readonly Place[]): boolean {
  return passage.keys.some(
    ({ key, at }, index) =>
      NUMBER.test(key) &&
      !YEAR.test(key) &&
      at > passage.start &&
      !BEFORE_LABEL.test(passage.keys[index - 1]?.key ?? '') &&
      places.some((place) => Math.abs(place.at - at) <= 4),
  );
}

const YEAR = /^(?:19|20)\d\d$/;
/** “Area for Improvement 3”, “meeting 2”, “2025–26”: the number behind it counts nothing. */
const BEFORE_LABEL = /^(?:improv|area|meet|appendix|section|paragraph|recommend|conclus|(?:19|20)\d\d)$/;

function sharesOf(concepts: readonly Concept[], keys: readonly string[]): number[] {
  return concepts.map((concept) => {
    let share = 0;
    for (const { words, factor } of concept.variants)
      if (
        factor > share &&
        hasRun(
          keys,
          words.map(({ key }) => key),
        )
      )
        share = factor;
    return share;
  });
}

function saysKey(concept: Concept, key: string): boolean {
  return concept.variants.some(({ words }) => words.some((word) => word.key === key));
}

/** Whether keys hold a run, little words between allowed. */
function hasRun(keys: readonly string[], run: readonly string[]): boolean {
  if (run.length === 1) return keys.includes(run[0]!);
  return keys.some((_, start) => endOfRun(keys, start, run) !== undefined);
}

function endOfRun(keys: readonly string[], start: number, run: readonly string[]): number | undefined {
  let at = start;
  if (keys[at] !== run[0]) return undefined;
  for (const key of run.slice(1)) {
    const next = [1, 2, 3].find((step) => keys[at + step] === key);
    if (next === undefined) return undefined;
    at += next;
  }
  return at;
}

function placesOf(concepts: readonly Concept[], passage: ReadPassage): Place[] {
  const keys = passage.keys.map(({ key }) => key);
  return concepts.flatMap(({ variants }, concept) =>
    variants.flatMap(({ words, factor }): Place[] => {
      const run = words.map(({ key }) => key);
      return keys.flatMap((key, start) => {
        if (key !== run[0]) return [];
        const end = run.length === 1 ? start : endOfRun(keys, start, run);
        if (end === undefined) return [];
        return passage.keys.slice(start, end + 1).map(({ at }) => ({ concept, factor, at }));
      });
    }),
  );
}

/** 0 to 1: how close together the different things stand. */
function tightness(places: readonly Place[]): number {
  const wanted = new Set(places.map(({ concept }) => concept)).size;
  if (wanted < 2) return 0.5;
  const sorted = [...places].sort((a, b) => a.at - b.at);
  let shortest = Number.POSITIVE_INFINITY;
  const counts = new Map<number, number>();
  let from = 0;
  for (const place of sorted) {
    counts.set(place.concept, (counts.get(place.concept) ?? 0) + 1);
    while (counts.size === wanted) {
      const first = sorted[from++]!;
      shortest = Math.min(shortest, place.at - first.at);
      const left = counts.get(first.concept)! - 1;
      if (left === 0) counts.delete(first.concept);
      else counts.set(first.concept, left);
    }
  }
  return 1 / (1 + Math.max(0, shortest - wanted + 1) / 8);
}
