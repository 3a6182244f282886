import { NO_FILTERS, type FacetName, type Filters } from './filters.ts';
import { KIND_WORDS, QUESTION_WORDS, SOFT_WORDS } from './question-words.ts';
import { readDate, type ReadDate } from './read-dates.ts';
import { readReference, type ReadReference } from './read-references.ts';
import { readState, type ReadState } from './read-states.ts';
import type { SearchKind } from './types.ts';
import { fold, wordsOf } from './words.ts';

/** A filter that was read out of the words of a query, shown so that it can be removed. */
export interface Understood {
  readonly id: 'state' | 'date' | 'kind';
  /** The words that said it. */
  readonly words: string;
  readonly filters: Filters;
}

/** A query as it was understood. */
export interface ReadQuery {
  readonly text: string;
  readonly reference?: ReadReference;
  readonly understood: readonly Understood[];
  /** What stands in quotation marks, word by word. */
  readonly phrases: readonly (readonly string[])[];
  /** All words that were not read as something else, in their order. */
  readonly words: readonly QueryWord[];
  /** “How many”, “how long”: the answer has a number in it. */
  readonly wantsNumber: boolean;
  /** Kinds of document that the query speaks of. */
  readonly kinds: readonly SearchKind[];
  /** The query as another reading has it, tried when this one finds nothing. */
  readonly otherwise?: ReadQuery;
}

export interface QueryWord {
  readonly text: string;
  /** Asked for; found, but not asked for, because every record has it; of no meaning outside a phrase. */
  readonly role: 'asked' | 'soft' | 'dropped';
}

export interface ReadOptions {
  /** ISO date: “last year”. */
  readonly today: string;
  /** Understood filters that the reader took away. */
  readonly without?: readonly string[];
}

/** Reads a query: references, states, dates, phrases, words. */
export function readQuery(text: string, options: ReadOptions): ReadQuery {
  const phrases: string[][] = [];
  const unquoted = fold(text).replace(/["“”„«»]([^"“”„«»]+)["“”„«»]?/g, (_, phrase: string) => {
    const words = wordsOf(phrase);
    if (words.length > 0) phrases.push(words);
    return ' ';
  });
  const wantsNumber = NUMBER_QUESTION.test(unquoted);
  const plain = unquoted
    .replace(NUMBER_QUESTION, ' ')
    .replace(/[?!;]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const reading = readPlain({ text, wantsNumber, phrases }, plain, options, true);
  const isDoubtful = reading.understood.length > 0 && !reading.isSure;
  const otherwise = isDoubtful ? readPlain({ text, wantsNumber, phrases }, plain, options, false) : undefined;
  return otherwise ? { ...reading.query, otherwise: otherwise.query } : reading.query;
}

interface Reading {
  readonly query: ReadQuery;
  readonly understood: readonly Understood[];
  /** Nothing in it could have been meant as ordinary words. */
  readonly isSure: boolean;
}

const NUMBER_QUESTION = /\bhow (?:many|much|long|often|far|big|large|high|old)\b/;

function readPlain(
  given: Pick<ReadQuery, 'text' | 'wantsNumber' | 'phrases'>,
  plain: string,
  options: ReadOptions,
  isBold: boolean,
): Reading {
  const { phrases } = given;
  const isWanted = (id: string) => !(options.without ?? []).includes(id);
  const reference = readReference(plain);
  let rest = reference?.rest ?? plain;
  const isContext = (words: string) => isBold && phrases.length === 0 && allowsStates(words);
  const state = reference ? undefined : readState(rest, isContext);
  if (state) rest = state.rest;
  const date = readDate(rest, options.today);
  const isDateMeant = date !== undefined && !reference && (isBold || (date.isSure && hasKind(date.rest)));
  if (isDateMeant) rest = date.rest;

  const words = wordsOf(rest).map((word): QueryWord => ({ text: word, role: roleOf(word) }));
  const asked = words.filter(({ role }) => role === 'asked');
  const softWords = words.filter(({ role }) => role === 'soft').map((word) => word.text);
  const kinds = [...new Set(softWords.flatMap((word) => KIND_WORDS.get(word) ?? []))] as SearchKind[];
  const isNarrowed = state !== undefined || isDateMeant;
  const others = asked.length + phrases.length + (reference ? 1 : 0);
  const kindFilter = kindsMeant(kinds, state, isNarrowed, others, softWords);

  const understood: Understood[] = [];
  if (state && isWanted('state')) understood.push(stateFilter(state));
  if (isDateMeant && isWanted('date')) understood.push(dateFilter(date));
  if (kindFilter.length > 0 && isWanted('kind'))
    understood.push({ id: 'kind', words: '', filters: valuesFilter('kind', kindFilter) });
  const hasOnlySoft = others === 0 && understood.length === 0;
  const query: ReadQuery = {
    ...given,
    ...(reference ? { reference } : {}),
    understood,
    // A query of nothing but weak words asks for them.
    words: hasOnlySoft ? words.map((word) => (word.role === 'soft' ? { ...word, role: 'asked' } : word)) : words,
    kinds,
  };
  const isDateSure = !isDateMeant || (date.isSure && hasKind(date.rest)) || asked.length === 0;
  const isStateSure = state === undefined || state.isSure;
  return { query, understood, isSure: isDateSure && isStateSure };
}

function roleOf(word: string): QueryWord['role'] {
  return QUESTION_WORDS.has(word) ? 'dropped' : SOFT_WORDS.has(word) ? 'soft' : 'asked';
}

/** Whether words beside a doubtful state allow it: a kind of document is named, or nothing else is. */
function allowsStates(words: string): boolean {
  const rest = wordsOf(words).filter((word) => !QUESTION_WORDS.has(word));
  return (
    rest.every((word) => SOFT_WORDS.has(word)) ||
    rest.some((word) => /^(?:recommendations?|areas?|recs|afis?|reviews?|reports?|inquiry|inquiries)$/.test(word))
  );
}

function hasKind(words: string): boolean {
  return wordsOf(words).some((word) => KIND_WORDS.has(word));
}

/** The kinds that become a filter: those of a narrowed list, or those that are all that was asked for. */
function kindsMeant(
  kinds: readonly SearchKind[],
  state: ReadState | undefined,
  isNarrowed: boolean,
  others: number,
  softWords: readonly string[],
): readonly SearchKind[] {
  if (isNarrowed) {
    const ofState = state?.kinds ?? [];
    if (ofState.length > 0) return ofState;
    return kinds.length > 0 && others >= 0 ? kinds : [];
  }
  const isList = softWords.length > 0 && softWords.every((word) => KIND_WORDS.has(word));
  return others === 0 && isList ? kinds : [];
}

function stateFilter(state: ReadState): Understood {
  return { id: 'state', words: state.words, filters: valuesFilter('outcome', state.outcomes) };
}

function dateFilter({ words, from, to }: ReadDate): Understood {
  const filters: Filters = {
    ...NO_FILTERS,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
  return { id: 'date', words, filters };
}

function valuesFilter(facet: FacetName, values: readonly string[]): Filters {
  return { values: { [facet]: values } };
}
