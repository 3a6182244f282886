import { dateText } from '../../views/text.ts';
import type { ShownPassage, ShownResult, TextPiece } from '../../search/show-result.ts';
import { fold } from '../../search/words.ts';
import { searchWords as words } from '../../words/en.ts';
import { element } from './element.ts';

/** The list of results: what each document is, and the passages that answer. */
export function resultItem(result: ShownResult, showsSite: boolean): HTMLLIElement {
  const { title, kind, review, date, outcome, site, passages, isExact } = result;
  const [first, ...more] = passages;
  const link = element('a', { href: addressOf(result, first), textContent: title });
  const item = element('li', { className: 'app-result' }, element('h2', { className: 'app-list__title' }, link));
  if (isExact) item.append(element('p', { className: 'app-exact', textContent: words.exact }));
  const facts = [
    words.kinds[kind as keyof typeof words.kinds] ?? kind,
    kind === 'review' ? '' : review,
    date === '' ? '' : dateText(date),
    outcome,
    showsSite ? site : '',
  ];
  item.append(
    element('p', {
      className: 'app-list__meta app-result__facts',
      textContent: facts.filter((fact) => fact !== '').join(' · '),
    }),
  );
  if (first) item.append(passageText(first, title));
  if (more.length > 0) {
    const list = more.map((passage) =>
      element('li', {}, element('a', { href: addressOf(result, passage) }, ...marked(passage.pieces))),
    );
    item.append(element('ul', { className: 'app-passages', ariaLabel: words.passages }, ...list));
  }
  return item;
}

function passageText({ heading, pieces }: ShownPassage, title: string): HTMLParagraphElement {
  const isNew = heading !== '' && heading !== title;
  return element(
    'p',
    { className: 'app-result__passage' },
    ...(isNew ? [element('span', { className: 'app-result__heading', textContent: `${heading}: ` })] : []),
    ...marked(pieces),
  );
}

function marked(pieces: readonly TextPiece[]): (Node | string)[] {
  return pieces.flatMap(({ text, isMarked }, at) => [
    ...(at === 0 ? [] : [' ']),
    isMarked ? element('mark', { textContent: text }) : text,
  ]);
}

/** The passage's address, with the words to be marked there. */
function addressOf({ url, isExact }: ShownResult, passage: ShownPassage | undefined): string {
  if (!passage) return url;
  const found = passage.pieces.filter(({ isMarked }) => isMarked).flatMap(({ text }) => text.split(/\s+/));
  const distinct = [...new Set(found.map((word) => fold(word).replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')))];
  if (distinct.length === 0 || isExact) return isExact ? url : passage.url;
  const [path, anchor] = passage.url.split('#');
  const query = distinct
    .slice(0, 8)
    .map((word) => `highlight=${encodeURIComponent(word)}`)
    .join('&');
  return `${path}?${query}${anchor === undefined ? '' : `#${anchor}`}`;
}
