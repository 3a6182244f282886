import type { Catalogue, Review } from '../model/catalogue.ts';
import type { Document } from '../model/document.ts';
import type { Attachment, SourceFile } from '../model/source.ts';
import { targetKey } from '../model/reference.ts';
import { documentPath, paths as sitePaths, urlsFor } from '../views/urls.ts';
import { readWhole, type WholeFile } from './everything.ts';
import { leaveRedirects } from './formerly.ts';
import { moveLinks, type Moving } from './move-links.ts';
import type { RenameWish } from './rename-wish.ts';
import { renumberProse, type Renumbering, type Unmendable } from './renumber.ts';
import type { TextEdit } from './text-edits.ts';

/** Works out what renaming something changes, everywhere. Nothing is written here. */

export interface RenamePlan {
  /** Old path → new path, documents and attachments. */
  readonly moves: ReadonlyMap<string, string>;
  /** Edits by the path that the file has now. */
  readonly edits: ReadonlyMap<string, readonly TextEdit[]>;
  /** Places that a person has to mend first. */
  readonly unmendable: readonly Unmendable[];
}

export interface RenameContent {
  readonly files: readonly SourceFile[];
  readonly attachments: readonly Attachment[];
  /** Of the preview, so that drafts are in it. */
  readonly catalogue: Catalogue;
}

/** The plan for a wish, or a sentence that says why there is none. */
export function planRename(wish: RenameWish, content: RenameContent): RenamePlan | string {
  const { catalogue } = content;
  if (wish.kind === 'review') return planMoves(content, reviewMoves(wish, content), { review: [wish.review, wish.to] });
  const document = catalogue.documents.get(wish.path);
  if (wish.kind === 'file') {
    const page = document?.kind === 'page' ? { page: [document.name, nameOf(wish.to)] as const } : {};
    return planMoves(content, new Map([[wish.path, wish.to]]), page);
  }
  const review = catalogue.reviews.find(({ id }) => id === document?.review);
  if (!document || !review) return `${wish.path} can’t be read, so it can’t be renumbered. npm run check says why.`;
  return planRenumbering(wish, content, review, document);
}

function planRenumbering(
  wish: RenameWish & { kind: 'renumber' },
  content: RenameContent,
  review: Review,
  document: Document,
): RenamePlan | string {
  const key = wish.of === 'appendix' ? 'letter' : 'number';
  const from = String((document.data as Record<string, unknown>)[key]);
  const noun = `${wish.of} ${wish.label}`;
  if (from === wish.label) return `It is ${noun} already.`;
  if (review.targets.has(targetKey(wish.of, wish.label)))
    return `The review has ${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun} already. Give that one another ${key} first.`;
  const known = new Set(
    [...review.targets.keys()].flatMap((target) =>
      target.startsWith(`${wish.of} `) ? [target.slice(wish.of.length + 1)] : [],
    ),
  );
  const change: Renumbering = { review: review.id, kind: wish.of, from, to: wish.label, known };
  const moves = new Map<string, string>();
  const newName = renamedFile(wish.path, from, wish.label);
  if (newName !== undefined) {
    if (content.files.some(({ path }) => path === newName))
      return `There is a file ${newName} already. Rename that one first.`;
    moves.set(wish.path, newName);
  }
  const anchor =
    wish.of === 'area' ? { anchor: { review: review.id, from: `area-${from}`, to: `area-${wish.label}` } } : {};
  return planMoves(content, moves, anchor, { change, document, key });
}

/** `1.md` → `3.md`, `01.md` → `03.md`; a file with a name of its own keeps it. */
function renamedFile(path: string, from: string, to: string): string | undefined {
  const match = /^(.*\/)([^/]+)\.md$/.exec(path);
  if (!match) return undefined;
  const [, folder, name] = match as unknown as [string, string, string];
  if (/^\d+$/.test(name))
    return Number(name) === Number(from) ? `${folder}${to.padStart(name.length, '0')}.md` : undefined;
  if (name.toUpperCase() !== from.toUpperCase()) return undefined;
  return `${folder}${name === name.toLowerCase() ? to.toLowerCase() : to}.md`;
}

function reviewMoves(
  wish: RenameWish & { kind: 'review' },
  { files, attachments }: RenameContent,
): Map<string, string> {
  const folder = `reviews/${wish.review}/`;
  const all = [...files, ...attachments].map(({ path }) => path).filter((path) => path.startsWith(folder));
  return new Map(all.map((path) => [path, `reviews/${wish.to}/${path.slice(folder.length)}`]));
}

interface Renumbered {
  readonly change: Renumbering;
  readonly document: Document;
  readonly key: 'number' | 'letter';
}

function planMoves(
  content: RenameContent,
  moves: ReadonlyMap<string, string>,
  names: Partial<Pick<Moving, 'review' | 'page' | 'anchor'>>,
  renumbered?: Renumbered,
): RenamePlan {
  const addresses = movedAddresses(content.catalogue, moves, names, renumbered);
  const { origin, base } = urlsFor(content.catalogue.site?.data.url);
  const moving: Moving = {
    ...names,
    paths: moves,
    addresses: addresses.all,
    origin: origin === '' ? '' : origin + base,
  };
  const edits = new Map<string, TextEdit[]>();
  const unmendable: Unmendable[] = [];
  for (const source of content.files) {
    const file = readWhole(source);
    if (!file) continue;
    const links = moveLinks(file, moving);
    const prose = renumbered ? renumberProse(file, renumbered.change) : { edits: [], unmendable: [] };
    const own = [
      ...links.edits,
      ...prose.edits,
      ...(renumbered ? renumberFacts(file, renumbered) : []),
      ...redirects(file, content.catalogue, addresses.own),
    ];
    if (own.length > 0) edits.set(source.path, own);
    unmendable.push(...links.unmendable, ...prose.unmendable);
  }
  return { moves, edits, unmendable };
}

/** The document's own number, and the lists of areas in the meetings. */
function renumberFacts(file: WholeFile, { change, document, key }: Renumbered): TextEdit[] {
  const replace = (path: string): TextEdit[] => {
    const span = file.yaml.spans.get(path)?.value;
    const written = span && file.source.text.slice(span.start, span.end);
    const value = written === undefined ? undefined : /^(["']?)([A-Za-z0-9]+)\1$/.exec(written);
    if (!span || !value) return [];
    const start = span.start + value[1]!.length;
    return [{ start, end: start + value[2]!.length, text: change.to }];
  };
  if (file.source.path === document.path) return replace(key);
  if (change.kind !== 'area' || file.place.kind !== 'meeting' || file.place.review !== change.review) return [];
  return [...file.yaml.spans].flatMap(([path, { value }]) => {
    const area = /^considered\.\d+\.area$/.test(path)
      ? file.source.text.slice(value.start, value.end).replace(/["']/g, '')
      : '';
    return area !== '' && Number(area) === Number(change.from) ? replace(path) : [];
  });
}

interface MovedAddresses {
  readonly all: readonly (readonly [string, string])[];
  /** By the path of the document: its old addresses, its own first, and its new one. */
  readonly own: ReadonlyMap<string, { readonly old: readonly string[]; readonly now: string }>;
}

function movedAddresses(
  catalogue: Catalogue,
  moves: ReadonlyMap<string, string>,
  { review }: Partial<Pick<Moving, 'review'>>,
  renumbered: Renumbered | undefined,
): MovedAddresses {
  const own = new Map<string, { old: string[]; now: string }>();
  for (const document of catalogue.documents.values()) {
    const moved = movedDocument(document, moves, renumbered);
    const [old, now] = [documentPath(document), documentPath(moved)];
    if (old === now) continue;
    const lists = document.kind === 'review' ? reviewLists(document.review!) : [];
    own.set(document.path, { old: [old, ...lists].map((path) => `/${path}`), now: `/${now}` });
  }
  const all = review
    ? [[sitePaths.review(review[0]), sitePaths.review(review[1])] as const]
    : [...own.values()].map(({ old, now }) => [old[0]!.slice(1), now.slice(1)] as const);
  return { all, own };
}

/** Pages that are made from a review as a whole: readers have their addresses, too. */
function reviewLists(id: string): string[] {
  return [sitePaths.conclusions(id), sitePaths.print(id), sitePaths.recommendations(id)];
}

function movedDocument(
  document: Document,
  moves: ReadonlyMap<string, string>,
  renumbered: Renumbered | undefined,
): Document {
  const path = moves.get(document.path) ?? document.path;
  const review = /^reviews\/([^/]+)\//.exec(path)?.[1];
  const isIt = renumbered?.document === document;
  const label = renumbered?.key === 'letter' ? renumbered.change.to : Number(renumbered?.change.to);
  const data = isIt ? { ...document.data, [renumbered.key]: label } : document.data;
  return { ...document, path, name: nameOf(path), review, data } as Document;
}

/** Old addresses of what has been published lead on to the new ones. */
function redirects(file: WholeFile, catalogue: Catalogue, own: MovedAddresses['own']): TextEdit[] {
  const moved = own.get(file.source.path);
  const index = catalogue.reviews.find(({ id }) => id === file.place.review)?.index;
  if (!moved || file.isDraft || index?.draft) return [];
  return leaveRedirects(file, moved.old, moved.now);
}

function nameOf(path: string): string {
  return path.replace(/^.*\//, '').replace(/\.md$/, '');
}
