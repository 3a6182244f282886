import { resolve } from 'node:path';
import { FACETS, NO_FILTERS, type Filters } from '../../search/filters.ts';
import { search, type SearchResponse } from '../../search/search.ts';
import { plainText, showResult, type ShownResult } from '../../search/show-result.ts';
import type { SiteIndex } from '../../search/site-index.ts';
import { dateText } from '../../views/text.ts';
import { en } from '../../words/en.ts';
import { indexContent } from '../search/index-content.ts';
import { openIndexFolder } from '../search/node-engine.ts';
import { cacheFolder, generatorFolder, layoutFolders, today } from './surroundings.ts';

export interface SearchArguments {
  content: string;
  json?: boolean;
  today?: string;
  limit: number;
  sort: 'relevance' | 'newest' | 'oldest';
}

/** An answer as `search --json` prints it. */
export interface SearchAnswer {
  readonly query: string;
  /** What was read out of the query: facet → values, `from`, `to`. */
  readonly filters: Readonly<Record<string, string | readonly string[]>>;
  /** Set when a document was asked for by its number and is not there. */
  readonly missing?: string;
  readonly total: number;
  readonly results: readonly {
    readonly url: string;
    readonly title: string;
    readonly kind: string;
    readonly review: string;
    readonly number: string;
    readonly date: string;
    readonly outcome: string;
    readonly passage: { readonly url: string; readonly text: string };
  }[];
}

/** `search`: looks in a content folder as the search page does, and prints what is found. */
export async function runSearch(queries: readonly string[], options: SearchArguments): Promise<void> {
  const day = options.today ?? today();
  const folder = await indexContent({
    content: resolve(options.content),
    layouts: layoutFolders(),
    cache: cacheFolder(),
    home: generatorFolder(),
    today: day,
  });
  const index = await openIndexFolder(folder);
  const answers: SearchAnswer[] = [];
  for (const query of queries) answers.push(await answer(query, { ...options, today: day }, index));
  if (options.json) console.log(JSON.stringify(answers.length === 1 ? answers[0] : answers, null, 2));
  else console.log(answers.map(answerText).join('\n\n'));
}

/** Answers one question from an open index. */
export async function answer(
  query: string,
  options: { readonly today: string; readonly limit: number; readonly sort: SearchArguments['sort'] },
  index: SiteIndex,
): Promise<SearchAnswer> {
  const response = await search(
    { query, filters: NO_FILTERS, sort: options.sort, limit: options.limit, isTyping: false, today: options.today },
    index,
  );
  const shown = await Promise.all(
    response.found.slice(0, options.limit).map((found) => showResult(found, response, index)),
  );
  return {
    query,
    filters: filtersOf(response),
    ...(response.missing === undefined ? {} : { missing: response.missing.words }),
    total: response.found.length,
    results: shown.map(resultOf),
  };
}

function filtersOf({ understood }: SearchResponse): SearchAnswer['filters'] {
  const all: Record<string, string | readonly string[]> = {};
  for (const { filters } of understood) Object.assign(all, flat(filters));
  return all;
}

function flat({ values, from, to }: Filters): Record<string, string | readonly string[]> {
  const facets = FACETS.flatMap((facet) => (values[facet] ? [[facet, values[facet]] as const] : []));
  return {
    ...Object.fromEntries(facets),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
}

function resultOf({ url, title, kind, review, number, date, outcome, passages }: ShownResult) {
  const passage = passages[0];
  return {
    url,
    title,
    kind,
    review,
    number,
    date,
    outcome,
    passage: { url: passage?.url ?? url, text: passage ? plainText(passage.pieces) : '' },
  };
}

function answerText({ query, filters, missing, total, results }: SearchAnswer): string {
  const understood = Object.entries(filters).map(([name, value]) => `${name}: ${[value].flat().join(' / ')}`);
  const head = missing
    ? en.noSuchReference.replace('{reference}', missing)
    : total === 0
      ? en.noResults.replace('{query}', () => query)
      : total === 1
        ? en.oneResult
        : en.manyResults.replace('{count}', String(total));
  const lines = results.map(({ title, review, date, outcome, passage, url }, at) => {
    const facts = [review, date === '' ? '' : dateText(date), outcome].filter((text) => text !== '').join(' · ');
    return `${at + 1}. ${title}\n   ${facts}\n   ${passage.text}\n   ${passage.url || url}`;
  });
  return [`“${query}”: ${head}`, ...(understood.length > 0 ? [`   ${understood.join('; ')}`] : []), ...lines].join(
    '\n',
  );
}
