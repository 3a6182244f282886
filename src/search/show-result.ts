import type { FoundPage, SearchResponse } from './search.ts';
import { rankPage } from './rank-page.ts';
import { readPage, type ReadPage, type ReadPassage } from './read-page.ts';
import type { SiteIndex } from './site-index.ts';

/** A piece of text; marked where it is what was asked for. */
export interface TextPiece {
  readonly text: string;
  readonly isMarked: boolean;
}

export interface ShownPassage {
  /** Address of the page and the place in it. */
  readonly url: string;
  readonly heading: string;
  readonly pieces: readonly TextPiece[];
}

/** A result as it is printed. */
export interface ShownResult {
  readonly url: string;
  readonly title: string;
  readonly isExact: boolean;
  readonly kind: string;
  readonly number: string;
  readonly review: string;
  readonly date: string;
  readonly outcome: string;
  readonly site: string;
  readonly passages: readonly ShownPassage[];
}

/** Words around the first mark. */
const LENGTH = 45;
const PASSAGES = 3;

/** Loads the text of a result and cuts out the passages that answer. */
export async function showResult(found: FoundPage, response: SearchResponse, index: SiteIndex): Promise<ShownResult> {
  const { document, exact } = found;
  const page = found.page ?? readPage(await index.fragment(document.page));
  const isPlace = exact?.url !== undefined;
  const passages = isPlace ? placePassages(page, exact.url) : passagesOf(found, page, response);
  const title = isPlace && exact.kind === 'appendix' ? `Appendix ${exact.number}: ${exact.title ?? ''}` : page.title;
  return {
    url: exact?.url ?? document.url,
    title,
    isExact: exact !== undefined,
    kind: exact?.kind ?? document.kind,
    number: exact?.kind === undefined ? document.number : exact.number,
    review: index.reviews[document.review]?.title ?? '',
    date: document.date,
    outcome: document.outcomes[0] ?? '',
    site: document.site,
    passages,
  };
}

function placePassages(page: ReadPage, url: string): ShownPassage[] {
  const anchor = /#(.*)$/.exec(url)?.[1] ?? '';
  const at = page.passages.findIndex((passage) => passage.anchor === anchor);
  const found = page.passages[at];
  if (!found) return [];
  // A heading says little: the text below it says what the section is about.
  const text = found.isHeading ? (page.passages[at + 1] ?? found) : found;
  return [{ url, heading: found.heading, pieces: cut(page, text, []) }];
}

function passagesOf(found: FoundPage, page: ReadPage, response: SearchResponse): ShownPassage[] {
  const { url } = found.document;
  const ranked =
    found.ranked ??
    rankPage(page, { ...response, given: response.concepts.map(() => 0), wantsNumber: response.read.wantsNumber });
  const best = ranked.passages[0]?.score ?? 0;
  const chosen = ranked.passages.filter(({ score }) => score >= best * 0.5).slice(0, PASSAGES);
  if (chosen.length === 0) {
    const opening = page.passages.find((passage) => !passage.isHeading && passage.anchor !== '') ?? page.passages[0];
    return opening ? [{ url, heading: '', pieces: cut(page, opening, []) }] : [];
  }
  return chosen.map(({ passage, marks }) => ({
    url: passage.anchor === '' ? url : `${url}#${passage.anchor}`,
    heading: passage.heading,
    pieces: cut(page, passage.isHeading ? withText(page, passage) : passage, marks),
  }));
}

/** A heading together with the text below it. */
function withText(page: ReadPage, heading: ReadPassage): ReadPassage {
  const next = page.passages[page.passages.indexOf(heading) + 1];
  return next && !next.isHeading ? { ...heading, end: next.end } : heading;
}

function cut(page: ReadPage, passage: ReadPassage, marks: readonly number[]): TextPiece[] {
  const marked = new Set(marks);
  const first = Math.min(...marks, passage.end);
  const isLong = passage.end - passage.start > LENGTH;
  const start =
    isLong && marks.length > 0 ? Math.max(passage.start, Math.min(first - 8, passage.end - LENGTH)) : passage.start;
  const end = Math.min(passage.end, start + LENGTH);
  const pieces: TextPiece[] = [];
  const add = (text: string, isMarked: boolean) => {
    const last = pieces.at(-1);
    if (last && last.isMarked === isMarked) pieces[pieces.length - 1] = { text: `${last.text} ${text}`, isMarked };
    else pieces.push({ text, isMarked });
  };
  if (start > passage.start) add('…', false);
  for (let at = start; at < end; at++) add(page.words[at]!, marked.has(at));
  if (end < passage.end) add('…', false);
  return pieces;
}

/** A passage as plain text. */
export function plainText(pieces: readonly TextPiece[]): string {
  return pieces.map(({ text }) => text).join(' ');
}
