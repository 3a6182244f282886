import { spanInBlock, type Heading } from '../model/body.ts';
import { diagnostic, type Diagnostic } from '../model/diagnostic.ts';
import type { ReviewDocument } from '../model/document.ts';
import { normaliseLabel } from '../model/reference.ts';
import type { Place } from '../model/source.ts';
import { fold } from '../model/suggest.ts';
import type { Check } from './check.ts';
import { sectionsOf } from './text/sections.ts';

const CONTENTS = /^(?:table of )?contents(?: page| list)?:?$/i;
/** A line of a contents list: number, words, perhaps the page. */
const ENTRY =
  /^[\s>*_|+-]*(?:section\s+)?(?:(?<number>\d{1,2}(?:\.\d{1,2})*)\.?[\s|]+)?(?<title>\p{L}.*?)(?<page>[\s.…|]+\d{1,3})?[\s.…*|]*$/iu;

interface Entry {
  /** Empty when the line has no number. */
  readonly label: string;
  readonly title: string;
  /** The title with the number at its end, which may be its own. */
  readonly withPage: string;
  readonly place: Place;
}

/**
 * Finds a contents list in the report that disagrees with its headings: another title, a section that is not there, one
 * that is left out though others of its rank are listed. A list that goes less deep throughout, page numbers, capitals
 * and punctuation are left alone; so are lines without a number that have no heading (witnesses, formal minutes), which
 * other documents may hold.
 */
export const contentsDiffer: Check = {
  code: 'contents-differ',
  find: ({ review }) => {
    const { index } = review;
    const contents = findContents(index);
    if (!contents || contents.entries.length < 2) return [];
    const { entries, after } = contents;
    const labelled = new Map<string, Heading>();
    for (const { label, heading } of sectionsOf(index))
      if (after.includes(heading) && !labelled.has(label)) labelled.set(label, heading);
    const wrong = entries.flatMap((entry) => checkEntry(index, entry, entries, labelled, after) ?? []);
    const left = leftOut(entries, [...labelled.keys()]);
    if (left.length === 0) return wrong;
    const headings = left.map((label) => labelled.get(label)!);
    const named =
      left.length === 1 ? `section ${left[0]}` : `sections ${left.slice(0, -1).join(', ')} and ${left.at(-1)}`;
    return [
      ...wrong,
      diagnostic('contents-differ', contents.place, `The contents leave out ${named}, but list others of that rank.`, {
        hint: 'List all sections of one rank, or none of them.',
        related: headings
          .slice(0, 4)
          .map((heading) => ({ ...placeOf(index, heading), message: 'This section is not listed.' })),
      }),
    ];
  },
};

interface Contents {
  readonly place: Place;
  readonly entries: readonly Entry[];
  /** The headings below the list. */
  readonly after: readonly Heading[];
}

/** The list below a heading, or a line of its own, that reads “Contents”: it ends at the next heading. */
function findContents({ body, path, source }: ReviewDocument): Contents | undefined {
  const at = body.blocks.findIndex(({ text }) => text.length < 30 && CONTENTS.test(text.trim()));
  if (at === -1) return undefined;
  const next = body.blocks.findIndex(({ kind }, index) => index > at && kind === 'heading');
  const lines = new Map<number, Entry>();
  for (const { span } of body.blocks.slice(at + 1, next === -1 ? undefined : next)) {
    let start = source.text.lastIndexOf('\n', span.start - 1) + 1;
    const end = source.text.indexOf('\n', span.end);
    for (const line of source.text.slice(start, end === -1 ? undefined : end).split('\n')) {
      const entry = readEntry(line, start, path);
      if (entry) lines.set(start, entry);
      start += line.length + 1;
    }
  }
  return {
    place: { file: path, span: spanInBlock(body.blocks[at]!, 0, body.blocks[at]!.text.length) },
    entries: [...lines.values()],
    after: next === -1 ? [] : body.headings.filter(({ block }) => block >= next),
  };
}

function readEntry(line: string, at: number, file: string): Entry | undefined {
  const groups = ENTRY.exec(line)?.groups;
  if (!groups) return undefined;
  const { number, title = '', page = '' } = groups;
  const words = title.replace(/\*\*|__/g, '').trim();
  const start = at + line.indexOf(number ?? title);
  return {
    label: number === undefined ? '' : normaliseLabel('section', number),
    title: words,
    withPage: `${words} ${page.replace(/[\s.…|]+/g, '')}`.trim(),
    place: { file, span: { start, end: at + line.indexOf(title) + title.trimEnd().length } },
  };
}

function checkEntry(
  index: ReviewDocument,
  entry: Entry,
  entries: readonly Entry[],
  labelled: ReadonlyMap<string, Heading>,
  after: readonly Heading[],
): Diagnostic | undefined {
  const { label, title, withPage, place } = entry;
  const heading = label === '' ? similarHeading(entry, entries, after) : labelled.get(label);
  if (heading) {
    const own = plain(withoutNumber(heading.text));
    if (own === plain(title) || own === plain(withPage)) return undefined;
    return diagnostic(
      'contents-differ',
      place,
      `The contents say “${title}” where the heading ${label === '' ? '' : `of section ${label} `}is “${withoutNumber(heading.text)}”.`,
      {
        hint: 'Use the same words in both places.',
        related: [{ ...placeOf(index, heading), message: 'Here is the heading.' }],
      },
    );
  }
  const numbered = entries.filter((one) => one.label !== '');
  const absent = numbered.filter((one) => !labelled.has(one.label));
  // Where most sections are not in this file, the list is that of the printed report.
  if (label === '' || absent.length > numbered.length / 2) return undefined;
  return diagnostic('contents-differ', place, `The contents list section ${label} “${title}”, which has no heading.`, {
    hint: 'Take the line out, or see whether the section is missing or has another number.',
  });
}

/** The one heading, listed nowhere else, that begins with a line's words or the reverse. */
function similarHeading(entry: Entry, entries: readonly Entry[], after: readonly Heading[]): Heading | undefined {
  const said = plain(entry.title);
  const titles = after.map((heading) => ({ heading, own: plain(withoutNumber(heading.text)) }));
  if (titles.some(({ own }) => own === said || own === plain(entry.withPage))) return undefined;
  const similar = titles.filter(
    ({ own }) =>
      (own.startsWith(`${said} `) || said.startsWith(`${own} `)) &&
      !entries.some((other) => plain(other.title) === own),
  );
  return similar.length === 1 ? similar[0]!.heading : undefined;
}

/** Sections of a rank that the contents list elsewhere. */
function leftOut(entries: readonly Entry[], labels: readonly string[]): string[] {
  const listed = new Set(entries.map(({ label }) => label));
  const rank = (label: string) => label.split('.').length;
  const ranks = new Set([...listed].filter((label) => labels.includes(label)).map(rank));
  return labels.filter((label) => !listed.has(label) && ranks.has(rank(label)));
}

function placeOf({ body, path }: ReviewDocument, heading: Heading): Place {
  return { file: path, span: spanInBlock(body.blocks[heading.block]!, 0, heading.text.length) };
}

function withoutNumber(text: string): string {
  return text.replace(/^(?:section\s+)?[\d.]+:?\s+/i, '');
}

function plain(text: string): string {
  return fold(text)
    .replaceAll('&', 'and')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
