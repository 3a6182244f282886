import type { Token } from 'markdown-it';
import { spanInBlock, type TextBlock } from '../model/body.ts';
import { diagnostic, type Diagnostic } from '../model/diagnostic.ts';
import type { TokenSegment } from './flatten.ts';

/** Reports the first HTML tag in a block: readers would see it as it stands. Code may show tags. */
export function findRawHtml(
  file: string,
  block: TextBlock,
  segments: readonly TokenSegment[],
  children: readonly Token[],
): Diagnostic[] {
  const tag = /<\/?[a-z][a-z0-9-]*(?:\s[^<>]*)?\/?>/i.exec(block.text);
  if (!tag) return [];
  const inCode = segments.some(
    (segment) =>
      children[segment.child]?.type === 'code_inline' &&
      segment.textStart <= tag.index &&
      tag.index < segment.textStart + segment.length,
  );
  if (inCode) return [];
  const span = spanInBlock(block, tag.index, tag.index + tag[0].length);
  return [
    diagnostic('raw-html', { file, span }, `${tag[0]} is HTML; readers will see it as it stands.`, {
      hint: 'Use Markdown instead: **bold**, a blank line for a new paragraph, a dash for a list.',
    }),
  ];
}
