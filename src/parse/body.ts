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

/**
 * What is set in under a numbered paragraph belongs to it: a list of points, a quotation. Four spaces would make it code.
 * Every line stays where it is, so places in the file do not change.
 */
function withoutHangingIndents(text: string): string {
  let isUnderNumber = false;
  let isAfterBlank = true;
  return text
    .split('\n')
    .map((line) => {
      if (line.trim() === '') isAfterBlank = true;
      else {
        if (/^\d{1,4}\.\s/.test(line)) isUnderNumber = true;
        else if (isAfterBlank && /^\S/.test(line)) isUnderNumber = false;
        isAfterBlank = false;
      }
      return isUnderNumber ? line.replace(/^ {4}/, '') : line;
    })
    .join('\n');
}

/** Reads a document's Markdown: tokens with anchors and references, and its running text block by block. */
export function readBody(written: string, place: BodyPlace): ReadBody {
  const visible = visibleText(written, place.bodyStart, place.file);
  const environment: MarkdownEnvironment = { numberedParagraphs: place.numberedParagraphs };
  const text = place.numberedParagraphs ? withoutHangingIndents(visible.text) : visible.text;
  const tokens = markdown.parse(text, environment);
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
    opening: reader.blocks.find(({ kind, inQuote }) => kind === 'paragraph' && !inQuote)?.text ?? '',
    restrictedBlocks: visible.restrictedBlocks,
  };
  return { body, diagnostics };
}
