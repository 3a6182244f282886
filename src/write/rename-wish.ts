import type { DocumentKind } from '../model/kinds.ts';
import { nearest } from '../model/suggest.ts';
import { attachmentReview, classifyFile } from '../parse/classify.ts';

/** What “rename this to that” means, from the words on the command line. */

export type RenameWish =
  | { readonly kind: 'review'; readonly review: string; readonly to: string }
  /** A number or letter, and the file name that goes with it. */
  | {
      readonly kind: 'renumber';
      readonly path: string;
      readonly of: 'area' | 'meeting' | 'recommendation' | 'appendix';
      readonly label: string;
    }
  /** Another file name only: the address stays, but for pages. */
  | { readonly kind: 'file'; readonly path: string; readonly to: string };

const SAFE_NAME = /^[\p{L}\p{N}][\p{L}\p{N} ._()&-]*$/u;

/** Reads the two words; gives a sentence when they mean nothing. `paths` are those of the content folder. */
export function readRenameWish(from: string, to: string, paths: readonly string[]): RenameWish | string {
  const source = bare(from);
  const target = bare(to);
  if (target === '') return 'The new name is missing.';
  const review = /^reviews\/([^/]+)(?:\/index(?:\.md)?)?$/.exec(source)?.[1];
  if (review !== undefined) return readReviewWish(review, target, paths);
  const path = [source, `${source}.md`].find((candidate) => paths.includes(candidate));
  if (path === undefined) {
    const meant = nearest(source, paths);
    return `There is no file or review ${source}. ${meant ? `Did you mean ${meant}?` : 'Write its path in the content folder, such as reviews/street-lighting/areas/1.md.'}`;
  }
  if (attachmentReview(path) !== undefined) return fileWish(path, target, paths);
  const place = classifyFile(path);
  if ('code' in place || place.kind === 'site') return `${path} keeps its name: the site is read from it.`;
  const isSimple = !target.includes('/');
  if (isSimple && isNumbered(place.kind) && isLabel(place.kind, target))
    return { kind: 'renumber', path, of: place.kind, label: label(place.kind, target) };
  const wish = fileWish(path, target, paths);
  if (typeof wish === 'string' || wish.kind !== 'file' || !isNumbered(place.kind)) return wish;
  const { kind } = place;
  // A file that is called by its number and gets another number as its name is meant to be renumbered.
  const names = [path, wish.to].map((name) => name.replace(/^.*\//, '').replace(/\.md$/, ''));
  return names.every((name) => isLabel(kind, name))
    ? { kind: 'renumber', path, of: place.kind, label: label(place.kind, names[1]!) }
    : wish;
}

function readReviewWish(review: string, target: string, paths: readonly string[]): RenameWish | string {
  const ids = new Set(paths.flatMap((path) => /^reviews\/([^/]+)\//.exec(path)?.[1] ?? []));
  if (!ids.has(review)) {
    const meant = nearest(review, ids);
    return `There is no review ${review}. ${meant ? `Did you mean ${meant}?` : `There are: ${[...ids].join(', ')}.`}`;
  }
  const name = target.replace(/^reviews\//, '');
  if (!SAFE_NAME.test(name))
    return `“${name}” can’t be a folder’s name. Use words joined by hyphens, such as street-lighting.`;
  if (name === review) return `The review is called ${review} already.`;
  if (ids.has(name)) return `There is a review ${name} already.`;
  return { kind: 'review', review, to: name };
}

function fileWish(path: string, target: string, paths: readonly string[]): RenameWish | string {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const ending = /\.[^./]+$/.exec(path)?.[0] ?? '';
  const named = target.includes('/') ? target : folder + target;
  const to = named.toLowerCase().endsWith(ending.toLowerCase()) ? named : named + ending;
  if (to.slice(0, to.lastIndexOf('/') + 1) !== folder)
    return `A document stays in its folder (${folder}): its numbers and links belong to its review. To move it, begin a new one there and copy the text.`;
  if (!SAFE_NAME.test(to.slice(folder.length))) return `“${to.slice(folder.length)}” can’t be a file’s name.`;
  if (to === path) return `The file is called ${path} already.`;
  if (paths.includes(to)) return `There is a file ${to} already.`;
  return { kind: 'file', path, to };
}

function isNumbered(kind: DocumentKind): kind is 'area' | 'meeting' | 'recommendation' | 'appendix' {
  return kind !== 'review' && kind !== 'page';
}

function isLabel(kind: DocumentKind, text: string): boolean {
  return kind === 'appendix' ? /^[A-Za-z]{1,2}$/.test(text) : /^\d{1,6}$/.test(text);
}

function label(kind: DocumentKind, text: string): string {
  return kind === 'appendix' ? text.toUpperCase() : String(Number(text));
}

function bare(path: string): string {
  return path.trim().replaceAll('\\', '/').replace(/^\.\//, '').replace(/\/+$/, '').normalize('NFC');
}
