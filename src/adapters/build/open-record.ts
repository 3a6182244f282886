import type { ParseCache } from '../../analyse.ts';
import { partOf } from '../../parse/classify.ts';
import { BUILDING, divide, handsFor, startHand, type Hand, type Shift } from './crew.ts';
import { openShare, readOwn, type BuildFacts, type Faces, type Share } from './share.ts';

/** The record, opened in this thread and in others that have read their share of it. */
export interface OpenedShares {
  readonly share: Share;
  readonly hands: readonly { readonly hand: Hand; readonly own: ReadonlySet<string> }[];
  /** Of every file that is some review's. */
  readonly faces: Faces;
}

/**
 * Reads the files of some reviews, `toRead` in the order in which they are best made, in as many threads as that is
 * worth. `kept` are the faces of all other reviews' files.
 */
export async function openRecord(
  facts: BuildFacts,
  toRead: readonly string[],
  kept: readonly Faces[],
  shift: Shift = BUILDING,
): Promise<OpenedShares> {
  const sizes = new Map<string, number>(toRead.map((id) => [id, 0]));
  let documents = 0;
  for (const { path, text } of facts.content.files) {
    const size = sizes.get(partOf(path));
    if (size === undefined) continue;
    sizes.set(partOf(path), size + text.length);
    documents++;
  }
  const [own = [], ...others] = divide(sizes, 1 + handsFor(documents), shift.besides);
  const hands = others.map((ids) => {
    const set = new Set(ids);
    return { hand: startHand(facts, set, shift), own: set };
  });
  try {
    const cache: ParseCache = new Map();
    const read = readOwn(facts.content, new Set(own), shift.hasLists, cache);
    const told = await Promise.all(hands.map(({ hand }) => hand.faces));
    const faces = Object.assign({}, ...kept, read, ...told) as Faces;
    return { share: openShare(facts, cache, faces), hands, faces };
  } catch (error) {
    await Promise.all(hands.map(({ hand }) => hand.end()));
    throw error;
  }
}
