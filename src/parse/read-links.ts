import type { Token } from 'markdown-it';
import type { WrittenLink } from '../model/body.ts';
import type { Span } from '../model/source.ts';
import { toSource, type ContentLine } from './flatten.ts';

/** The links and images that a clerk wrote with Markdown's brackets, each with the place of its address. */
export function readLinks(
  children: readonly Token[],
  content: string,
  lines: readonly ContentLine[],
  block: Span,
): WrittenLink[] {
  const addresses = [...content.matchAll(/\]\(\s*(?:<([^>\n]*)>|([^\s()]*(?:\([^\s()]*\)[^\s()]*)*))/g)].map(
    (match) => ({
      written: match[1] ?? match[2] ?? '',
      end: match.index + match[0].length - (match[1] === undefined ? 0 : 1),
      used: false,
    }),
  );
  return children.flatMap((child): WrittenLink[] => {
    const isImage = child.type === 'image';
    if ((child.type !== 'link_open' && !isImage) || child.markup === 'linkify' || child.markup === 'autolink')
      return [];
    const href = String(child.attrGet(isImage ? 'src' : 'href') ?? '');
    const address = addresses.find(({ written, used }) => !used && decoded(written) === decoded(href));
    if (address) address.used = true;
    const span = address
      ? { start: toSource(lines, address.end - address.written.length), end: toSource(lines, address.end) }
      : block;
    return [{ href, image: isImage, alt: child.content, span }];
  });
}

function decoded(address: string): string {
  try {
    return decodeURI(address.replace(/\\(?=[!-/:-@[-`{-~])/g, ''));
  } catch {
    return address;
  }
}
