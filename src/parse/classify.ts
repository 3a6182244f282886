import { diagnostic, type Diagnostic } from '../model/diagnostic.ts';
import type { DocumentKind, FileKind } from '../model/kinds.ts';
import { nearest } from '../model/suggest.ts';
import { START } from '../model/source.ts';

/** What a file's place in the content folder says it is. */
export interface FilePlace {
  readonly kind: FileKind;
  /** The review's folder name, for documents of a review. */
  readonly review?: string;
  /** The file's name without its ending. */
  readonly name: string;
}

const REVIEW_FOLDERS: Readonly<Record<string, DocumentKind>> = {
  areas: 'area',
  meetings: 'meeting',
  recommendations: 'recommendation',
  appendices: 'appendix',
};

function folderKind(folder: string): DocumentKind | undefined {
  return Object.hasOwn(REVIEW_FOLDERS, folder) ? REVIEW_FOLDERS[folder] : undefined;
}

/** Says what a text file is from its path, or why it is nothing. */
export function classifyFile(path: string): FilePlace | Diagnostic {
  const parts = path.split('/');
  const name = (parts.at(-1) ?? '').replace(/\.md$/, '');
  if (path === 'site.yaml') return { kind: 'site', name: 'site' };
  if (path.endsWith('.md')) {
    if (parts.length === 2 && parts[0] === 'pages') return { kind: 'page', name };
    if (parts[0] === 'reviews' && parts.length === 3 && parts[2] === 'index.md')
      return { kind: 'review', review: parts[1]!, name };
    const kind = parts[0] === 'reviews' && parts.length === 4 ? folderKind(parts[2]!) : undefined;
    if (kind) return { kind, review: parts[1]!, name };
  }
  return misplaced(path, parts);
}

/** The review whose attachments folder holds this file, when it is one. */
export function attachmentReview(path: string): string | undefined {
  return /^reviews\/([^/]+)\/files\/.+/.exec(path)?.[1];
}

/** The part of the record that is none of a review's: pages, settings, strays. No review's folder has an empty name. */
export const OTHERS = '';

/** The part of the record that a path of the content folder belongs to: a review's id, or OTHERS. */
export function partOf(path: string): string {
  return /^reviews\/([^/]+)\//.exec(path)?.[1] ?? OTHERS;
}

/** The report on a file whose place means nothing: it would be lost without a word. */
export function misplaced(path: string, parts = path.split('/')): Diagnostic {
  const serious = /\.(md|markdown|ya?ml)$/i.test(path);
  return diagnostic(
    'file-misplaced',
    { file: path, span: START },
    `This file has no place in the content folder, so it would not be published: ${path}.`,
    {
      severity: serious ? undefined : 'warning',
      hint: whereItBelongs(path, parts),
    },
  );
}

/**
 * The report on a link, pipe or device, which could lead to anything on the machine, or a name with characters that nobody
 * sees: it is not read.
 */
export function noFile(path: string): Diagnostic {
  return diagnostic(
    'file-misplaced',
    { file: path, span: START },
    `This is a link to somewhere else, or its name has characters that can't be seen; it is not read and would not be published: ${path}.`,
    {
      severity: /\.(md|markdown|ya?ml)$/i.test(path) ? undefined : 'warning',
      hint: 'Delete it, and put the file itself in its place, under a name of letters, figures and hyphens.',
    },
  );
}

function whereItBelongs(path: string, parts: readonly string[]): string {
  if (/^site\.ya?ml$/i.test(path)) return 'Rename it to site.yaml.';
  if (/\.markdown$/i.test(path)) return `Give it the ending .md: ${path.replace(/\.markdown$/i, '.md')}.`;
  if (/\.MD$/i.test(path) && !path.endsWith('.md')) return 'Write the ending in small letters: .md.';
  if (parts[0] === 'reviews' && parts.length === 3 && path.endsWith('.md')) {
    return 'Only index.md stands directly in a review; put areas, meetings, recommendations and appendices in the folders of those names.';
  }
  const folders = parts[0] === 'reviews' ? [...Object.keys(REVIEW_FOLDERS), 'files'] : ['reviews', 'pages'];
  const folder = parts[0] === 'reviews' ? parts[2] : parts[0];
  const meant =
    parts.length > 1 && folder !== undefined && !folders.includes(folder) ? nearest(folder, folders) : undefined;
  if (meant) return `Did you mean the folder “${meant}”?`;
  if (parts[0] === 'reviews') {
    return 'A review holds index.md and the folders areas, meetings, recommendations, appendices and files (for attachments); no folders inside those.';
  }
  return 'The content folder holds site.yaml, pages/ and reviews/.';
}
