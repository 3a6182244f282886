import type { Compilation } from '../../compile.ts';
import { reasonToHoldBack } from '../../link/visibility.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Document } from '../../model/document.ts';
import { positionOf } from '../../model/source.ts';
import { pathOf } from '../../diagnostics/format.ts';
import { dateText } from '../../views/text.ts';
import { documentPath } from '../../views/urls.ts';

/** What the preview puts on a page that no reader ever sees: problems over their text, links to the editor, marks. */

export interface Note {
  readonly severity: string;
  readonly message: string;
  readonly hint: string;
  /** `content/reviews/x/index.md:3:7` */
  readonly place: string;
  /** Opens the editor there; empty when there is none. */
  readonly edit: string;
  /** The words on the page that it is about, as far as they are there. */
  readonly words: string;
  /** The anchor of the block that holds them, or of one before it; empty for facts. */
  readonly anchor: string;
}

export interface PageNotes {
  readonly all: readonly Note[];
  /** Of this page's own file. */
  readonly here: readonly Note[];
  /** Opens this page's file; empty when it has none. */
  readonly edit: string;
  /** Headings that have an “edit this” of their own: anchor → link. */
  readonly headings: Readonly<Record<string, string>>;
  /** Why the published site does not have this page, or not all of it. */
  readonly marks: readonly string[];
}

export interface NotesOptions {
  /** The content folder as it is shown, and as it is on the disk. */
  readonly folder: string;
  readonly root: string;
  /** `vscode://file/{file}:{line}:{column}`; empty for no links. */
  readonly editor: string;
}

/** The notes for the page at an address (`/reviews/x/`). */
export function pageNotes(compilation: Compilation, address: string, options: NotesOptions): PageNotes {
  const { catalogue, basePath, diagnostics } = compilation;
  const path = address.startsWith(basePath) ? address.slice(basePath.length).replace(/index\.html$/, '') : undefined;
  const document = [...catalogue.documents.values()].find((candidate) => shows(candidate, path));
  const note = (problem: Diagnostic) => noteOf(compilation, problem, options);
  const headings = (document?.body.headings ?? []).map(({ anchor, block }) => {
    const { line } = positionOf(document!.source.text, document!.body.blocks[block]!.span);
    return [anchor, editLink(document!.path, line, 1, options)] as const;
  });
  return {
    all: diagnostics.map(note),
    here: document ? diagnostics.filter(({ file }) => file === document.path).map(note) : [],
    edit: document ? editLink(document.path, 1, 1, options) : '',
    headings: Object.fromEntries(headings.filter(([, link]) => link !== '')),
    marks: document ? marksOf(compilation, document) : [],
  };
}

/** A meeting's notes stand on the appendix in which they are printed, too. */
function shows(document: Document, path: string | undefined): boolean {
  if (path === undefined) return false;
  if (documentPath(document) === path) return true;
  const letter = document.kind === 'meeting' ? document.data.appendix : undefined;
  return letter !== undefined && path === documentPath({ ...document, kind: 'appendix', data: { letter, title: '' } });
}

function noteOf({ catalogue }: Compilation, problem: Diagnostic, options: NotesOptions): Note {
  const { file, span, severity, message, hint } = problem;
  const text = catalogue.sources.get(file)?.text ?? '';
  const { line, column } = positionOf(text, span);
  const body = catalogue.documents.get(file)?.body;
  const block = body?.blocks.find((candidate) => span.start >= candidate.span.start && span.start < candidate.span.end);
  const words = text.slice(span.start, span.end).replace(/\s+/g, ' ').trim();
  return {
    severity,
    message,
    hint: hint ?? '',
    place: `${pathOf(file, options)}:${line}:${column}`,
    edit: editLink(file, line, column, options),
    words,
    anchor: block?.anchor ?? '',
  };
}

function editLink(file: string, line: number, column: number, { root, editor }: NotesOptions): string {
  const path = `${root.replaceAll('\\', '/').replace(/\/$/, '')}/${file}`.split('/').map(encodeURIComponent).join('/');
  // A drive's colon stays: C:/content
  const readable = path.replace(/^([A-Za-z])%3A/, '$1:').replace(/^\//, '');
  return editor.replace('{file}', readable).replace('{line}', String(line)).replace('{column}', String(column));
}

function marksOf({ catalogue }: Compilation, document: Document): string[] {
  const index = catalogue.reviews.find(({ id }) => id === document.review)?.index;
  const reason = reasonToHoldBack(document, index, { today: catalogue.today, preview: false });
  const blocks = document.body.restrictedBlocks;
  return [
    ...(reason === 'draft' ? [document.draft ? 'Draft: not published' : 'Not published: the review is a draft'] : []),
    ...(reason === 'not-yet' ? [`Not published before ${dateText(index?.data.published)}`] : []),
    ...(document.restricted ? ['Restricted: the text is never published'] : []),
    ...(blocks > 0
      ? [`${blocks === 1 ? '1 passage is' : `${blocks} passages are`} restricted and never published`]
      : []),
  ];
}
