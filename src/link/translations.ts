import { diagnostic, type Diagnostic } from '../model/diagnostic.ts';
import { fieldPlace, type Document } from '../model/document.ts';
import { nearest } from '../model/suggest.ts';

/** Documents that are translations of each other, by path; and translations of nothing. */
export interface Translations {
  readonly pairs: ReadonlyMap<string, readonly string[]>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Follows `translationOf`: a path from the content folder or from the document's own folder. */
export function pairTranslations(documents: readonly Document[]): Translations {
  const paths = new Set(documents.map((document) => document.path));
  const pairs = new Map<string, string[]>();
  const diagnostics: Diagnostic[] = [];
  const pair = (from: string, to: string) => void pairs.set(from, [...(pairs.get(from) ?? []), to]);
  for (const document of documents) {
    const written = document.data.translationOf;
    if (written === undefined) continue;
    const folder = document.path.slice(0, document.path.lastIndexOf('/') + 1);
    const found = [written, folder + written, `${folder}${written}.md`].find(
      (path) => paths.has(path) && path !== document.path,
    );
    if (found !== undefined) {
      pair(document.path, found);
      pair(found, document.path);
      continue;
    }
    const meant = nearest(folder + written, paths) ?? nearest(written, paths);
    diagnostics.push(
      diagnostic(
        'reference-unknown',
        fieldPlace(document, 'translationOf'),
        `There is no document ${written} that this could translate.`,
        {
          hint: meant
            ? `Did you mean ${meant}?`
            : 'Write the path of the other document from the content folder: pages/about.md.',
        },
      ),
    );
  }
  return { pairs, diagnostics };
}
