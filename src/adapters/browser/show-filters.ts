import { FACETS, type FacetName, type FacetValue, type Filters } from '../../search/filters.ts';
import { searchWords as words } from '../../words/en.ts';
import type { Answer } from './messages.ts';
import { element, fill } from './element.ts';

/** The ways to narrow the results: one group of checkboxes for each facet, and a span of dates. */

export interface FilterActions {
  choose(facet: FacetName, value: string, isChosen: boolean): void;
  chooseDate(name: 'from' | 'to', value: string): void;
  /** People are counted only when somebody looks. */
  openPeople(): void;
}

const SHOWN = 12;
/** Facets whose whole list the reader asked for. */
const whole = new Set<FacetName>();

/** Shows the filters anew; what was open stays open, what had the focus keeps it. */
export function showFilters(box: HTMLElement, answer: Answer, chosen: Filters, actions: FilterActions): void {
  const open = new Set([...box.querySelectorAll<HTMLElement>('details[open]')].map(({ dataset }) => dataset['name']));
  const focused = document.activeElement?.id ?? '';
  const counts = new Map(answer.facets);
  const groups = FACETS.flatMap((facet) => {
    if (facet === 'site' && answer.siteCount < 2) return [];
    const values = counts.get(facet) ?? [];
    const some = (chosen.values[facet] ?? []).length > 0;
    if (values.length === 0 && facet !== 'person') return [];
    const isOpen = open.has(facet) || some;
    return [facetGroup(facet, values, chosen, isOpen, actions, () => showFilters(box, answer, chosen, actions))];
  });
  const hasDates = chosen.from !== undefined || chosen.to !== undefined;
  box.replaceChildren(...groups, dateGroup(chosen, open.has('date') || hasDates, actions));
  if (focused !== '') document.getElementById(focused)?.focus();
}

function facetGroup(
  facet: FacetName,
  values: readonly FacetValue[],
  chosen: Filters,
  isOpen: boolean,
  actions: FilterActions,
  again: () => void,
): HTMLDetailsElement {
  const wanted = chosen.values[facet] ?? [];
  const all = values.filter(({ value, count }) => count > 0 || wanted.includes(value));
  const frequent = new Set([...all].sort((a, b) => b.count - a.count).slice(0, SHOWN));
  const listed = whole.has(facet) ? all : all.filter((value) => frequent.has(value) || wanted.includes(value.value));
  const legend = element('legend', { className: 'govuk-visually-hidden', textContent: words.facets[facet] });
  const boxes = listed.map(({ value, count }) => {
    const box = element('input', {
      type: 'checkbox',
      checked: wanted.includes(value),
      id: `filter-${facet}-${value.replaceAll(/\W+/g, '-')}`,
    });
    box.addEventListener('change', () => actions.choose(facet, value, box.checked));
    return element(
      'label',
      { className: 'app-filter' },
      box,
      element('span', { textContent: `${labelOf(facet, value)} (${count})` }),
    );
  });
  const details = element('details', { open: isOpen }, element('summary', { textContent: words.facets[facet] }));
  details.append(element('fieldset', { className: 'app-filter__group' }, legend, ...boxes));
  if (all.length > listed.length) {
    const more = element('button', {
      type: 'button',
      className: 'app-filter__more',
      id: `filter-${facet}-all`,
      textContent: fill(words.allValues, { count: all.length }),
    });
    more.addEventListener('click', () => {
      whole.add(facet);
      again();
    });
    details.append(more);
  }
  details.dataset['name'] = facet;
  if (facet === 'person' && values.length === 0)
    details.addEventListener('toggle', () => details.open && actions.openPeople(), { once: true });
  return details;
}

function dateGroup(chosen: Filters, isOpen: boolean, actions: FilterActions): HTMLDetailsElement {
  const field = (name: 'from' | 'to', label: string) => {
    const input = element('input', {
      type: 'date',
      id: `filter-${name}`,
      className: 'govuk-input',
      value: wholeDate(chosen[name], name === 'to'),
    });
    input.addEventListener('change', () => actions.chooseDate(name, input.value));
    return element('label', { className: 'app-filter__date' }, element('span', { textContent: label }), input);
  };
  const details = element(
    'details',
    { open: isOpen },
    element('summary', { textContent: words.date }),
    field('from', words.fromLabel),
    field('to', words.toLabel),
  );
  details.dataset['name'] = 'date';
  return details;
}

/** A date field knows whole dates only: the first or last day of a month or a year. */
function wholeDate(date: string | undefined, isEnd: boolean): string {
  if (date === undefined) return '';
  const [year, month, day] = date.split('-');
  if (day !== undefined) return date;
  const last = isEnd ? new Date(Date.UTC(Number(year), Number(month ?? 12), 0)) : undefined;
  return last ? last.toISOString().slice(0, 10) : `${year}-${month ?? '01'}-01`;
}

/** How a value of a facet is called. */
export function labelOf(facet: FacetName, value: string): string {
  return facet === 'kind' ? (words.kinds[value as keyof typeof words.kinds] ?? value) : value;
}
