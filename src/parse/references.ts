import { quick } from '../model/plain.ts';
import { isExternal } from './external-reference.ts';
import type { ExplicitReference, Reference, ReferenceKind, ReferencePart } from '../model/reference.ts';

/** Finds the references that plain words make: “Area 8”, “Areas for Improvement 2, 7, 9 and 18”, “appendix B”. */

const HEAD = quick(
  /(?<![\p{L}\p{N}\\_-])(areas?(?:\s+for\s+improvement)?|meetings?|appendix|appendices|recommendations?|sections?|paragraphs?)\s+(?=[\p{L}\p{N}])/giu,
);
/** Texts without any of these name nothing. */
const MAY_NAME = /area|meeting|append|recommendation|section|paragraph/i;
const NUMBER = /\d{1,4}(?![\p{L}\p{N}])/uy;
const SECTION_NUMBER = /\d{1,3}(?:\.\d{1,3})*(?![\p{L}\p{N}])/uy;
/** A small `a` or `i` is mostly a word, unless the sentence pauses after it. */
const APPENDIX_LABEL = /(?:[A-Z]{1,2}|[b-hj-z]|[ai](?=\s*(?:$|[.,;:)\]]))|\d{1,2})(?![\p{L}\p{N}'’-])/uy;
const SEPARATOR = /\s*(?:(,)\s*(?:and\s+|&\s*|or\s+)?|(?:and|or)\s+|&\s*|(to|through)\s+|([-–—])\s*)(?=[\p{L}\p{N}])/uy;

const MONTH = '(?:January|February|March|April|May|June|July|August|September|October|November|December)';
/** What follows a number that counts or dates something and names nothing. */
const NOT_A_NAME = new RegExp(
  `^(?:(?:st|nd|rd|th)\\b|\\s+(?:of\\s+)?${MONTH}\\b|[:.]\\d|\\s*(?:a\\.?m|p\\.?m)\\b|\\s*%|\\s+per cent|-\\p{L}|\\s*(?:km|miles|hectares|minutes|hours|days|weeks|months|years|people|members)\\b)`,
  'iu',
);

const KIND_OF: Readonly<Record<string, ReferenceKind>> = {
  are: 'area',
  mee: 'meeting',
  app: 'appendix',
  rec: 'recommendation',
  sec: 'section',
  par: 'paragraph',
};

interface Label {
  label: string;
  start: number;
  end: number;
}

/** Every reference in a text, in order. The text is plain: no markup, one space for a line end. */
export function findReferences(text: string): Reference[] {
  const found: Reference[] = [];
  if (!MAY_NAME.test(text)) return found;
  const heads = HEAD(text);
  heads.lastIndex = 0;
  for (let head = heads.exec(text); head; head = heads.exec(text)) {
    const reference = readReference(text, head);
    if (!reference) continue;
    found.push(reference);
    heads.lastIndex = reference.end;
  }
  return found;
}

function readReference(text: string, head: RegExpExecArray): Reference | undefined {
  const word = head[1]!.toLowerCase();
  const kind = KIND_OF[word.slice(0, 3)]!;
  const first = readLabel(text, kind, head.index + head[0].length);
  if (!first) return undefined;
  const rest = readList(text, kind, first, /s\b/.test(word.replace(/\s+for.*/, '')) || word === 'appendices');
  const labels = [first, ...rest.map((item) => item.label)];
  const parts: ReferencePart[] = labels.map((label, index) => ({
    start: index === 0 ? head.index : label.start,
    end: label.end,
    label: label.label,
    implied: rest[index]?.isRange ? between(kind, label.label, rest[index].label.label) : [],
  }));
  const end = labels.at(-1)!.end;
  return { kind, start: head.index, end, parts, external: isExternal(kind, text, head.index, end) };
}

/** The further numbers of a list. After “and” or “or” one more follows and the list ends. */
function readList(
  text: string,
  kind: ReferenceKind,
  first: Label,
  plural: boolean,
): { label: Label; isRange: boolean }[] {
  const items: { label: Label; isRange: boolean }[] = [];
  let at = first.end;
  for (;;) {
    SEPARATOR.lastIndex = at;
    const separator = SEPARATOR.exec(text);
    const next = separator && readLabel(text, kind, at + separator[0].length);
    if (!separator || !next) break;
    items.push({ label: next, isRange: separator[2] !== undefined || separator[3] !== undefined });
    at = next.end;
    if (/and|or|&/.test(separator[0])) break;
  }
  // “meeting 4 and 5:” lists two meetings, “meeting 4 and 5 officers” does not.
  const listed = plural || items.length === 0 || /^\s*(?:$|[.,;:)\]–—])/.test(text.slice(at));
  return listed ? items : [];
}

function readLabel(text: string, kind: ReferenceKind, at: number): Label | undefined {
  const pattern = kind === 'section' ? SECTION_NUMBER : kind === 'appendix' ? APPENDIX_LABEL : NUMBER;
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  if (!match) return undefined;
  const end = at + match[0].length;
  const isYear = match[0].length === 4 && kind !== 'paragraph';
  if (isYear || NOT_A_NAME.test(text.slice(end, end + 24))) return undefined;
  return { label: match[0], start: at, end };
}

function between(kind: ReferenceKind, from: string, to: string): string[] {
  const [first, last] =
    kind === 'appendix'
      ? [from.toUpperCase().charCodeAt(0), to.toUpperCase().charCodeAt(0)]
      : [Number(from), Number(to)];
  const inOneStep =
    kind === 'appendix' ? from.length === 1 && to.length === 1 : Number.isInteger(first) && Number.isInteger(last);
  if (!inOneStep || last - first > 200) return [];
  const labels: string[] = [];
  for (let at = first + 1; at < last; at++) labels.push(kind === 'appendix' ? String.fromCharCode(at) : String(at));
  return labels;
}

/** Reads what stands between `[[` and `]]` (without a label): `area 8`, `other-review/recommendation 3`, `page about`. */
export function readExplicitReference(written: string): ExplicitReference {
  const [place, review] = splitReview(written.trim());
  if (review !== undefined && place === '') return { kind: 'review', label: review, review, written };
  const page = /^page\s+(\S+)$/i.exec(place);
  if (page) return { kind: 'page', label: page[1]!, written };
  const match =
    /^(area(?:\s+for\s+improvement)?|meeting|appendix|recommendation|section|paragraph)\s+([A-Za-z]{1,2}|\d+(?:\.\d+)*)$/i.exec(
      place,
    );
  const kind = match ? KIND_OF[match[1]!.slice(0, 3).toLowerCase()]! : undefined;
  const isLetter = match ? /[A-Za-z]/.test(match[2]!) : false;
  const isDotted = match?.[2]!.includes('.') ?? false;
  if (!match || !kind || (isLetter && kind !== 'appendix') || (isDotted && kind !== 'section'))
    return { kind: 'malformed', label: written, written };
  return { kind, label: match[2]!, written, ...(review === undefined ? {} : { review }) };
}

function splitReview(written: string): [place: string, review: string | undefined] {
  const slash = written.lastIndexOf('/');
  if (slash === -1) return [written, undefined];
  return [written.slice(slash + 1).trim(), written.slice(0, slash).trim()];
}
