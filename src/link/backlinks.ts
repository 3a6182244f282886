import type { Backlink } from '../model/catalogue.ts';
import type { TextBlock } from '../model/body.ts';
import type { Document } from '../model/document.ts';
import type { FollowedReference } from './prose-references.ts';

const SENTENCES = new Intl.Segmenter('en-GB', { granularity: 'sentence' });

/** Turns a document's followed references into backlinks for the documents they lead to, each sentence once. */
export function backlinksFrom(
  document: Document,
  followed: readonly FollowedReference[],
): [path: string, backlink: Backlink][] {
  const seen = new Set<string>();
  const links: [string, Backlink][] = [];
  const split = new Map<TextBlock, readonly Sentence[]>();
  const sectionBlocks = new Set(document.body.areaSections.map((section) => section.firstBlock));
  for (const { target, block, start, end, span } of followed) {
    const isOwn = target.document.path === document.path;
    const opensSection =
      block.kind === 'heading' && target.kind === 'area' && sectionBlocks.has(document.body.blocks.indexOf(block));
    if (isOwn || !target.isPublic || opensSection) continue;
    const sentences = split.get(block) ?? splitSentences(block.text);
    split.set(block, sentences);
    const sentence = sentences.find((one) => start < one.start + one.text.length) ?? sentences.at(-1)!;
    const key = `${target.document.path}\n${block.anchor}\n${sentence.start}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const place = { file: document.path, span };
    links.push([
      target.document.path,
      {
        from: document,
        anchor: block.anchor,
        sentence: sentence.text,
        start: start - sentence.start,
        end: Math.min(end - sentence.start, sentence.text.length),
        place,
      },
    ]);
  }
  return links;
}

/** After these a full stop ends no sentence. */
const ABBREVIATION = /(?:^|[\s(])(?:pp?|paras?|nos?|ss?|cf|v|vs|e\.g|i\.e|Cllr|Mr|Mrs|Ms|Dr|St)\.\s*$/i;

interface Sentence {
  readonly text: string;
  readonly start: number;
}

/** The sentences of a text in order; a short text without a full stop inside is one. */
function splitSentences(text: string): Sentence[] {
  if (text.length <= 200 && !/[.!?]["”’)]?\s/.test(text)) return [{ text, start: 0 }];
  const sentences: Sentence[] = [];
  let start = 0;
  for (const { segment, index } of SENTENCES.segment(text)) {
    const end = index + segment.length;
    if (ABBREVIATION.test(segment) && end < text.length) continue;
    sentences.push({ text: text.slice(start, end).trimEnd(), start });
    start = end;
  }
  return sentences.length > 0 ? sentences : [{ text, start: 0 }];
}
