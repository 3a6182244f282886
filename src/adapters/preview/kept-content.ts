import { readFile } from 'node:fs/promises';
import { relative, sep } from 'node:path';
import type { Content } from '../../compile.ts';
import { sourceFile } from '../../model/source.ts';
import { onDisk } from '../on-disk.ts';

/** The part of a large content that a change needs at once: the rest follows when the clerk pauses. */

/** Below so many files everything is compiled at every change. */
export const SMALL = 400;

/** A changed path as the content folder knows it. */
export function pathIn(folder: string, path: string): string {
  return relative(folder, path).split(sep).join('/').normalize('NFC');
}

/** The reviews that changed files belong to; undefined when the change is not to texts within reviews only. */
export function changedReviews(paths: readonly string[]): Set<string> | undefined {
  const reviews = paths.map((path) => /^reviews\/([^/]+)\/.*\.md$/.exec(path)?.[1]);
  return reviews.includes(undefined) ? undefined : new Set(reviews as string[]);
}

/** The content with the changed files read anew, and no other file touched. */
export async function readChanged(content: Content, folder: string, paths: readonly string[]): Promise<Content> {
  const read = await Promise.all(
    paths.map(async (path) => {
      const bytes = await readFile(onDisk(folder, path)).catch(() => undefined);
      return bytes ? [sourceFile(path, bytes)] : [];
    }),
  );
  const changed = new Set(paths);
  const files = [...content.files.filter(({ path }) => !changed.has(path)), ...read.flat()];
  return { ...content, files: files.sort((a, b) => (a.path < b.path ? -1 : 1)) };
}

/** Settings, pages, some reviews, and the reviews that these refer to. */
export function contentOf(content: Content, reviews: ReadonlySet<string>): Content {
  const reviewOf = (path: string) => /^reviews\/([^/]+)\//.exec(path)?.[1];
  const all = new Set(content.files.flatMap(({ path }) => reviewOf(path) ?? []));
  const wanted = new Set(reviews);
  for (const { path, text } of content.files) {
    const review = reviewOf(path);
    if (review === undefined || !reviews.has(review)) continue;
    for (const match of text.matchAll(/\[\[\s*([^\]/|]+?)\s*\//g)) if (all.has(match[1]!)) wanted.add(match[1]!);
    for (const match of text.matchAll(/\]\(<?(?:\.\.\/)+([^/)]+)\//g)) if (all.has(match[1]!)) wanted.add(match[1]!);
  }
  const isWanted = ({ path }: { path: string }) => {
    const review = reviewOf(path);
    return review === undefined || wanted.has(review);
  };
  return { files: content.files.filter(isWanted), attachments: content.attachments.filter(isWanted) };
}
