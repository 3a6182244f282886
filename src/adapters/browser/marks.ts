import { fold } from '../../search/words.ts';

/** Marks the words a search found, in the passage to which its result led: `?highlight=gp&highlight=training#passage`. */

const words = new Set(new URLSearchParams(location.search).getAll('highlight').map(fold));
const anchor = decodeURIComponent(location.hash.slice(1));
const target = anchor === '' ? null : document.getElementById(anchor);
if (words.size > 0) for (const part of passageAt(target)) markWords(part);
if (target) target.scrollIntoView({ block: 'center' });

/** The element itself; below a heading all that belongs to it; without a place the whole text. */
function passageAt(element: HTMLElement | null): Element[] {
  if (!element) return [...document.querySelectorAll('article')].slice(0, 1);
  if (!/^H[1-6]$/.test(element.tagName)) return [element];
  const parts: Element[] = [element];
  for (let next = element.nextElementSibling; next && !/^H[1-6]$/.test(next.tagName); next = next.nextElementSibling)
    parts.push(next);
  return parts;
}

function markWords(element: Element): void {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  for (const text of texts) {
    const pieces = text.data.split(/([\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*)/u);
    if (!pieces.some(isFound)) continue;
    const nodes = pieces.map((piece) => {
      if (!isFound(piece)) return document.createTextNode(piece);
      const mark = document.createElement('mark');
      mark.textContent = piece;
      return mark;
    });
    text.replaceWith(...nodes);
  }
}

function isFound(piece: string): boolean {
  if (piece === '') return false;
  const folded = fold(piece);
  return words.has(folded) || words.has(folded.replace(/'s$/, ''));
}
