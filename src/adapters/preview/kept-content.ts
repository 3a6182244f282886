import { readFile } from 'node:fs/promises';
import { relative, sep } from 'node:path';
import type { Compilation, Content, ReviewsCompilation } from '../../compile.ts';
import { sourceFile } from '../../model/source.ts';
import { groupBy } from '../../model/group-by.ts';
import { OTHERS, partOf } from '../../parse/classify.ts';
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
  const all = groupBy(content.files, ({ path }) => partOf(path));
  const wanted = new Set([OTHERS, ...reviews]);
  for (const review of reviews)
    for (const { text } of all.get(review) ?? [])
      for (const pattern of [/\[\[\s*([^\]/|]+?)\s*\//g, /\]\(<?(?:\.\.\/)+([^/)]+)\//g])
        for (const [, named] of text.matchAll(pattern)) if (all.has(named!)) wanted.add(named!);
  return {
    files: [...wanted].flatMap((part) => all.get(part) ?? []),
    attachments: content.attachments.filter(({ path }) => wanted.has(partOf(path))),
  };
}

/** A compilation in which what is known of some reviews is what was found out last. */
export function withReviews(before: Compilation, part: ReviewsCompilation, reviews: ReadonlySet<string>): Compilation {
  const isOther = (file: string) => !reviews.has(partOf(file));
  return {
    ...before,
    diagnostics: [...before.diagnostics.filter(({ file }) => isOther(file)), ...part.diagnostics],
    kept: [...before.kept.filter(({ finding }) => isOther(finding.file)), ...part.kept],
    catalogue: {
      ...before.catalogue,
      documents: new Map([...before.catalogue.documents, ...part.catalogue.documents]),
      sources: new Map([...before.catalogue.sources, ...part.catalogue.sources]),
    },
  };
}
