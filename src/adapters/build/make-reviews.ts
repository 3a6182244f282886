import type { MadeReview } from './make-review.ts';
import type { OpenedShares } from './open-record.ts';
import type { SiteFolders } from './write-page.ts';

/**
 * Makes reviews in all threads that have opened the record: each those whose files it has read, this one the rest.
 * `take` is given each review when it is made. `besides` is work of this thread that needs no review: it comes first when
 * others make reviews meanwhile, and last when this thread is alone, so that the search can begin. Ends the other threads;
 * gives how many files they wrote.
 */
export async function makeReviews(
  { share, hands, faces }: OpenedShares,
  ids: readonly string[],
  folders: SiteFolders | undefined,
  take: (id: string, made: MadeReview) => void,
  besides: () => Promise<void> = () => Promise.resolve(),
): Promise<number> {
  try {
    const others = new Set(hands.flatMap(({ own }) => [...own]));
    const working = Promise.all(
      hands.map(({ hand, own }) => hand.make({ faces, folders, make: ids.filter((id) => own.has(id)) }, take)),
    );
    // Told when it is waited for.
    working.catch(() => undefined);
    if (hands.length > 0) await besides();
    for (const id of ids) {
      if (others.has(id)) continue;
      take(id, share.make(id));
      // What the others have made is taken in between.
      await new Promise((resolve) => setImmediate(resolve));
    }
    if (hands.length === 0) await besides();
    return (await working).reduce((sum, written) => sum + written, 0);
  } finally {
    await Promise.all(hands.map(({ hand }) => hand.end()));
  }
}
