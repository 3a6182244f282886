import type { MadeReview } from './make-review.ts';
import type { OpenedShares } from './open-record.ts';
import type { SiteFolders } from './write-page.ts';

/**
 * Makes reviews in all threads that have opened the record: each those whose files it has read, this one the rest.
 * `take` is given each review when it is made. Ends the other threads.
 */
export async function makeReviews(
  { share, hands, faces }: OpenedShares,
  ids: readonly string[],
  folders: SiteFolders | undefined,
  take: (id: string, made: MadeReview) => void,
): Promise<void> {
  try {
    const others = new Set(hands.flatMap(({ own }) => [...own]));
    const working = Promise.all(
      hands.map(({ hand, own }) => hand.make({ faces, folders, make: ids.filter((id) => own.has(id)) }, take)),
    );
    // Told when it is waited for.
    working.catch(() => undefined);
    for (const id of ids) {
      if (others.has(id)) continue;
      take(id, share.make(id));
      // What the others have made is taken in between.
      await new Promise((resolve) => setImmediate(resolve));
    }
    await working;
  } finally {
    await Promise.all(hands.map(({ hand }) => hand.end()));
  }
}
