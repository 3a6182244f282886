import type { Review } from '../model/catalogue.ts';
import type { DocumentKind } from '../model/kinds.ts';
import type { ReferenceKind } from '../model/reference.ts';

/** Numbers, letters and file names for documents to come. */

export type NumberedKind = 'area' | 'meeting' | 'recommendation';

export const FOLDER_OF: Readonly<Record<Exclude<DocumentKind, 'review' | 'page'>, string>> = {
  area: 'areas',
  meeting: 'meetings',
  recommendation: 'recommendations',
  appendix: 'appendices',
};

/** The number after the last one, counting files that can't be read by their names. */
export function nextNumber(review: Review, kind: NumberedKind, paths: Iterable<string>): number {
  const fromNames = namesIn(review, kind, paths).flatMap((name) => (/^\d{1,6}$/.test(name) ? [Number(name)] : []));
  return Math.max(0, ...labelsOf(review, kind).map(Number), ...fromNames) + 1;
}

/** The letter after the last one; letters of meetings' notes count too. After Z comes AA. */
export function nextLetter(review: Review): string {
  const taken = labelsOf(review, 'appendix').filter((label) => /^[A-Z]{1,2}$/.test(label));
  const last = taken.sort((a, b) => a.length - b.length || (a < b ? -1 : 1)).at(-1);
  if (last === undefined) return 'A';
  const unit = last.charCodeAt(last.length - 1);
  if (unit < 90) return last.slice(0, -1) + String.fromCharCode(unit + 1);
  return last.length === 1 ? 'AA' : `${String.fromCharCode(last.charCodeAt(0) + 1)}A`;
}

/** `3.md`, or `03.md` where the other files of the folder are written so. */
export function numberedFileName(review: Review, kind: NumberedKind, number: number, paths: Iterable<string>): string {
  const names = namesIn(review, kind, paths).filter((name) => /^0\d+$/.test(name));
  const width = Math.max(0, ...names.map((name) => name.length));
  return `${String(number).padStart(width, '0')}.md`;
}

/** True when a number or letter is taken already, by a draft too. */
export function isTaken(review: Review, kind: ReferenceKind, label: string): boolean {
  return review.targets.has(`${kind} ${label}`);
}

function labelsOf(review: Review, kind: ReferenceKind): string[] {
  return [...review.targets.keys()].flatMap((key) => (key.startsWith(`${kind} `) ? [key.slice(kind.length + 1)] : []));
}

function namesIn(review: Review, kind: NumberedKind, paths: Iterable<string>): string[] {
  const folder = `reviews/${review.id}/${FOLDER_OF[kind]}/`;
  return [...paths].flatMap((path) =>
    path.startsWith(folder) ? [path.slice(folder.length).replace(/\.md$/, '')] : [],
  );
}
