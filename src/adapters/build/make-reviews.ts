import { openClaims, orderOf, take } from './claims.ts';
import type { MadeReview } from './make-review.ts';
import type { OpenedShares } from './open-record.ts';
import type { SiteFolders } from './write-page.ts';

/**
 * Makes reviews in all threads that have opened the record: each those whose files it has read, and whoever is done first,
 * those that are left. `tell` is given each review when it is made. `besides` is work of this thread that needs no review:
 * it comes first when others make reviews meanwhile, and last when this thread is alone, so that the search can begin. Ends
 * the other threads; gives how many files they wrote.
 */
export async function makeReviews(
  { share, hands, faces }: OpenedShares,
  ids: readonly string[],
  folders: SiteFolders | undefined,
  tell: (id: string, made: MadeReview) => void,
  besides: () => Promise<void> = () => Promise.resolve(),
): Promise<number> {
  try {
    const owner = new Map(hands.flatMap(({ own }, hand) => [...own].map((id) => [id, hand + 1] as const)));
    const shares = Array.from({ length: 1 + hands.length }, (): number[] => []);
    for (const [place, id] of ids.entries()) shares[owner.get(id) ?? 0]!.push(place);
    const claims = openClaims(ids.length);
    const working = Promise.all(
      hands.map(({ hand }, number) =>
        hand.make({ faces, folders, ids, order: orderOf(shares, number + 1), claims }, tell),
      ),
    );
    // Told when it is waited for.
    working.catch(() => undefined);
    if (hands.length > 0) await besides();
    for (const place of take(orderOf(shares, 0), claims)) {
      tell(ids[place]!, share.make(ids[place]!));
      // What the others have made is taken in between.
      await new Promise((resolve) => setImmediate(resolve));
    }
    if (hands.length === 0) await besides();
    return (await working).reduce((sum, written) => sum + written, 0);
  } finally {
    await Promise.all(hands.map(({ hand }) => hand.end()));
  }
}
