import { FACETS, type FacetName, type Filters } from '../../search/filters.ts';
import { dateText } from '../../views/text.ts';
import { searchWords as words } from '../../words/en.ts';
import type { Answer } from './messages.ts';
import { element, fill } from './element.ts';
import { labelOf } from './show-filters.ts';

/** What the results were narrowed to and how the query was read, each to be taken away by a button; and what went wrong. */

export interface NoteActions {
  removeUnderstood(id: string): void;
  remove(facet: FacetName, value: string): void;
  removeDates(): void;
}

export function showNotes(box: HTMLElement, answer: Answer, chosen: Filters, actions: NoteActions): void {
  const understood = answer.understood.map(({ id, words: said, filters }) => {
    const text = filterTexts(filters).join(', ');
    return chip(said === '' ? text : `${fill(words.understood, { words: said })} ${text}`, () =>
      actions.removeUnderstood(id),
    );
  });
  const narrowed = FACETS.flatMap((facet) =>
    (chosen.values[facet] ?? []).map((value) =>
      chip(`${words.facets[facet]}: ${labelOf(facet, value)}`, () => actions.remove(facet, value)),
    ),
  );
  const dates = dateSpan(chosen);
  if (dates !== '') narrowed.push(chip(dates, () => actions.removeDates()));
  const chips = [...understood, ...narrowed];
  const lines = [
    ...answer.corrected.map((correction) => fill(words.corrected, correction)),
    ...(answer.total > 0 && answer.unknown.length > 0 ? [unknownText(answer.unknown)] : []),
    ...(answer.down.length > 0 ? [fill(words.down, { sites: answer.down.join(', ') })] : []),
  ];
  box.replaceChildren(
    ...(chips.length > 0 ? [element('ul', { className: 'app-chips', ariaLabel: words.narrowed }, ...chips)] : []),
    ...lines.map((textContent) => element('p', { className: 'app-search__note', textContent })),
  );
}

/** “No page has ‘swimming’ or ‘pool’.” */
export function unknownText(unknown: readonly string[]): string {
  return fill(words.unknown, { words: unknown.map((word) => `“${word}”`).join(', ') });
}

function chip(text: string, remove: () => void): HTMLLIElement {
  const button = element(
    'button',
    { type: 'button', className: 'app-chip' },
    element('span', { className: 'govuk-visually-hidden', textContent: `${words.remove} ` }),
    element('span', { textContent: text }),
    element('span', { className: 'app-chip__cross', ariaHidden: 'true', textContent: '×' }),
  );
  button.addEventListener('click', remove);
  return element('li', {}, button);
}

function filterTexts(filters: Filters): string[] {
  const values = FACETS.flatMap((facet) => {
    const list = filters.values[facet] ?? [];
    return list.length === 0
      ? []
      : [`${words.facets[facet]}: ${list.map((value) => labelOf(facet, value)).join(' / ')}`];
  });
  const dates = dateSpan(filters);
  return dates === '' ? values : [...values, dates];
}

function dateSpan({ from, to }: Filters): string {
  if (from !== undefined && from === to) return `${words.on} ${dateText(from)}`;
  return [
    ...(from === undefined ? [] : [`${words.from} ${dateText(from)}`]),
    ...(to === undefined ? [] : [`${words.to} ${dateText(to)}`]),
  ].join(' ');
}
