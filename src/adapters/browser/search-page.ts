import type { FacetName, Filters } from '../../search/filters.ts';
import type { SortOrder } from '../../search/search.ts';
import { searchWords as words } from '../../words/en.ts';
import { readAddress, writeAddress, type PageState } from './address.ts';
import { element, fill } from './element.ts';
import { walkWithArrows } from './arrow-keys.ts';
import type { Answer } from './messages.ts';
import { startSearch } from './search-client.ts';
import { showFilters } from './show-filters.ts';
import { showNotes, unknownText } from './show-notes.ts';
import { resultItem } from './show-results.ts';

/** The search page: results as you type, filters, the state in the address. */

const PAGE = 10;
/** So long nothing is typed before a search begins, and before the address is a place to come back to. */
const PAUSE = 180;
const SETTLED = 1200;

const byId = <T extends HTMLElement>(id: string) => document.getElementById(id) as T;
const root = byId('search');
const form = root.querySelector('form')!;
const input = byId<HTMLInputElement>('q');
const status = byId('search-status');
const notes = byId('search-notes');
const list = byId('search-results');
const filterBox = byId('search-filters');
const filterPanel = byId<HTMLDetailsElement>('search-panel');
const sortBox = byId<HTMLSelectElement>('search-sort');
const tools = byId('search-tools');
const help = byId('search-help');
const everything = byId('everything');

let state: PageState = readAddress(location.search);
let shown = PAGE;
let countsPeople = false;
let pause: ReturnType<typeof setTimeout> | undefined;
let settling: ReturnType<typeof setTimeout> | undefined;
const client = startSearch(root.dataset['workerUrl']!, root.dataset['indexUrl']!);

/** Searches and shows. A settled state gets its place in the browser's history. */
async function run({ isTyping = false, isSettled = false } = {}): Promise<void> {
  clearTimeout(pause);
  clearTimeout(settling);
  if (isSettled) settle();
  else if (isTyping) settling = setTimeout(settle, SETTLED);
  const asked = state;
  try {
    const answer = await client.ask({
      query: asked.query,
      filters: asked.filters,
      without: asked.without,
      sort: asked.sort,
      limit: shown,
      isTyping,
      countsPeople: countsPeople || (asked.filters.values.person ?? []).length > 0,
    });
    if (answer) show(answer, asked);
  } catch {
    everything.hidden = false;
    status.textContent = words.failed;
  }
}

/** Makes what is shown a place in the history, unless it is one. */
function settle(): void {
  clearTimeout(settling);
  const address = writeAddress(state);
  if (address !== location.search) history.pushState(null, '', `${location.pathname}${address}`);
}

function show(answer: Answer, asked: PageState): void {
  const isEmpty = writeAddress({ ...asked, sort: 'relevance', without: [] }) === '';
  everything.hidden = !isEmpty;
  tools.hidden = answer.total === 0;
  help.hidden = isEmpty || answer.total > 0;
  status.textContent = isEmpty ? '' : statusText(answer, asked);
  showNotes(notes, answer, asked.filters, actions);
  showFilters(filterBox, answer, asked.filters, actions);
  filterPanel.hidden = isEmpty || (answer.total === 0 && writeAddress({ ...asked, query: '', without: [] }) === '');
  const items = answer.results.map((result) => resultItem(result, answer.siteCount > 1));
  if (answer.total > answer.results.length) items.push(moreItem());
  const at = [...list.querySelectorAll('a')].indexOf(document.activeElement as HTMLAnchorElement);
  list.replaceChildren(...items);
  if (at >= 0) list.querySelectorAll('a')[at]?.focus();
}

function statusText({ total, missing, unknown }: Answer, { query }: PageState): string {
  if (missing)
    return fill(missing.known.length > 0 ? words.missingKnown : words.missing, {
      reference: missing.words,
      known: shorten(missing.known),
    });
  if (total === 1) return words.one;
  if (total > 1) return fill(words.many, { count: total });
  const nothing = query.trim() === '' ? words.noneFiltered : fill(words.none, { query: query.trim() });
  return unknown.length > 0 ? `${nothing} ${unknownText(unknown)}` : nothing;
}

function shorten(known: readonly string[]): string {
  return known.length > 6 ? `${known[0]} ${words.to} ${known.at(-1)}` : known.join(', ');
}

function moreItem(): HTMLLIElement {
  const more = element('button', { type: 'button', className: 'govuk-button', textContent: words.more });
  more.addEventListener('click', () => {
    const next = list.querySelectorAll('.app-result').length;
    shown += PAGE;
    void run().then(() => list.querySelectorAll<HTMLElement>('.app-result h2 a')[next]?.focus());
  });
  return element('li', { className: 'app-result__more' }, more);
}

function change(part: Partial<PageState>): void {
  state = { ...state, ...part };
  shown = PAGE;
  void run({ isSettled: true });
}

function withValue(filters: Filters, facet: FacetName, value: string, isChosen: boolean): Filters {
  const others = (filters.values[facet] ?? []).filter((known) => known !== value);
  const chosen = isChosen ? [...others, value] : others;
  const { [facet]: _, ...values } = filters.values;
  return { ...filters, values: chosen.length > 0 ? { ...values, [facet]: chosen } : values };
}

const actions = {
  choose: (facet: FacetName, value: string, isChosen: boolean) =>
    change({ filters: withValue(state.filters, facet, value, isChosen) }),
  chooseDate: (name: 'from' | 'to', value: string) => {
    const { [name]: _, ...others } = state.filters;
    change({ filters: value === '' ? others : { ...others, [name]: value } });
  },
  openPeople: () => {
    countsPeople = true;
    void run();
  },
  removeUnderstood: (id: string) => {
    change({ without: [...new Set([...state.without, id])] });
    input.focus();
  },
  remove: (facet: FacetName, value: string) => {
    change({ filters: withValue(state.filters, facet, value, false) });
    input.focus();
  },
  removeDates: () => {
    change({ filters: { values: state.filters.values } });
    input.focus();
  },
};

function readPlace(): void {
  state = readAddress(location.search);
  input.value = state.query;
  sortBox.value = state.sort;
  shown = PAGE;
}

input.addEventListener('input', () => {
  // What was taken away belonged to other words.
  state = { ...state, query: input.value, without: [] };
  shown = PAGE;
  clearTimeout(pause);
  pause = setTimeout(() => void run({ isTyping: true }), PAUSE);
});
form.addEventListener('submit', (event) => {
  event.preventDefault();
  state = { ...state, query: input.value };
  void run({ isSettled: true });
});
sortBox.addEventListener('change', () => change({ sort: sortBox.value as SortOrder }));
list.addEventListener('click', settle, { capture: true });
addEventListener('popstate', () => {
  readPlace();
  void run();
});
walkWithArrows(input, list);

readPlace();
filterPanel.open = matchMedia('(min-width: 48em)').matches;
void run();
