import type { Body } from '../model/body.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { findAreaSections } from './area-sections.ts';
import { BlockReader, type BodyPlace } from './block-reader.ts';
import { visibleText } from './body-text.ts';
import { markdown, type MarkdownEnvironment } from './markdown.ts';

export interface ReadBody {
  readonly body: Body;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads a document's Markdown: tokens with anchors and references, and its running text block by block. */
export function readBody(written: string, place: BodyPlace): ReadBody {
  const visible = visibleText(written, place.bodyStart, place.file);
  const environment: MarkdownEnvironment = { numberedParagraphs: place.numberedParagraphs };
  const tokens = markdown.parse(visible.text, environment);
  const reader = new BlockReader(visible.text, place);
  tokens.forEach((token, index) => reader.take(token, index));
  const diagnostics = [...visible.diagnostics, ...reader.diagnostics];
  const areaSections = findAreaSections(tokens, reader.headings, reader.blocks, reader.references);
  const body: Body = {
    tokens,
    blocks: reader.blocks,
    headings: reader.headings,
    areaSections,
    paragraphs: reader.paragraphs,
    references: reader.references,
    links: reader.links,
    comments: visible.comments,
    restrictedBlocks: visible.restrictedBlocks,
  };
  return { body, diagnostics };
}
