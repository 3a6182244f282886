import { SCHEMAS, type FileKind } from '../model/kinds.ts';

/** What decides whether a document is published stands first; what is rarely needed last. */
const FIRST = ['draft', 'restricted'];
const LAST = ['corrections', 'formerly', 'language', 'translationOf', 'checked'];

/** The keys of a kind in the order in which a reader meets them best: the order of `npm run format` and of new files. */
export function canonicalOrder(kind: FileKind): string[] {
  const keys = Object.keys(SCHEMAS[kind].shape);
  if (kind === 'site') return keys;
  const own = keys.filter((key) => !FIRST.includes(key) && !LAST.includes(key));
  return [...FIRST, ...own, ...LAST];
}
