import type { Body } from '../model/body.ts';
import type { FieldText } from '../model/document.ts';
import type { DataOf } from '../model/kinds.ts';
import type { SourceFile } from '../model/source.ts';
import { readBody } from '../parse/body.ts';
import type { BodyPlace } from '../parse/block-reader.ts';
import { classifyFile, type FilePlace } from '../parse/classify.ts';
import { readAllFieldTexts } from '../parse/field-texts.ts';
import { readFields } from '../parse/fields.ts';
import { splitFrontMatter } from '../parse/front-matter.ts';
import { readYaml, type ReadYaml } from '../parse/yaml.ts';

/**
 * A file read for mending, not for publishing: drafts, restricted text and comments count too, because a reference in
 * them has to stay right. Nothing of this reaches a page.
 */
export interface WholeFile {
  readonly source: SourceFile;
  readonly place: FilePlace;
  readonly yaml: ReadYaml;
  /** Offsets of the front matter's first character and of the `---` that closes it. */
  readonly yamlStart: number;
  readonly yamlEnd: number;
  /** The body; restricted blocks and comments of it once more as a body of their own. */
  readonly bodies: readonly Body[];
  readonly texts: readonly FieldText[];
  readonly isDraft: boolean;
}

/** Reads a file of the content folder; undefined for files that are no documents or can't be read. */
export function readWhole(source: SourceFile): WholeFile | undefined {
  const place = classifyFile(source.path);
  if ('code' in place || source.invalidAt !== undefined) return undefined;
  const split =
    place.kind === 'site'
      ? { yaml: source.text, yamlStart: 0, body: '', bodyStart: source.text.length }
      : splitFrontMatter(source);
  if ('code' in split) return undefined;
  const yaml = readYaml(split.yaml, split.yamlStart, source.path);
  if (!yaml.sound) return undefined;
  const { data } = readFields(place.kind, yaml, source.path);
  const bodyPlace: BodyPlace = {
    file: source.path,
    bodyStart: split.bodyStart,
    numberedParagraphs: place.kind === 'review' && (data as DataOf['review']).paragraphs === 'numbered',
  };
  const bodies = [split.body, hiddenText(split.body)].flatMap((text) =>
    text.trim() === '' ? [] : [readBody(text, bodyPlace).body],
  );
  return {
    source,
    place,
    yaml,
    yamlStart: split.yamlStart,
    yamlEnd: split.yamlStart + split.yaml.length,
    bodies,
    texts: readAllFieldTexts(yaml.data, yaml.spans, source),
    isDraft: 'draft' in yaml.data && (data as DataOf['page']).draft !== false,
  };
}

/** A character without width that is no space. */
const NOTHING = '\u200B';

/** Only what is kept from the public: restricted blocks and comments, each character at its place. */
function hiddenText(body: string): string {
  const hidden: string[] = body.split('').map((character) => (character === '\n' ? '\n' : ' '));
  const show = (from: number, to: number) => {
    for (let at = from; at < to; at++) hidden[at] = body[at]!;
  };
  for (const match of body.matchAll(/<!--([\s\S]*?)(?:-->|$(?![\s\S]))/g))
    show(match.index + 4, match.index + 4 + match[1]!.length);
  for (const match of body.matchAll(
    /^[ \t>*+-]*:{3,}[ \t]*restricted[^\n]*\n([\s\S]*?)(?:^[ \t>]*:{3,}[ \t]*$|$(?![\s\S]))/gim,
  )) {
    const start = match.index + match[0].indexOf('\n') + 1;
    show(start, start + match[1]!.length);
  }
  // A comment within a restricted block shows its signs again: they would hide it.
  const text = hidden.join('').replace(/<!--|-->/g, (sign) => ' '.repeat(sign.length));
  // Four spaces at the margin would make a line code, where nothing is a reference.
  return text.replace(/^ +(?=\S)/gm, (spaces) => (spaces.length < 4 ? spaces : NOTHING.repeat(spaces.length)));
}
