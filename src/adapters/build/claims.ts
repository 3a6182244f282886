/**
 * Work that several threads share: each takes what is its own, and when nothing is left, what is at the end of another's.
 * A piece of work is a number; it is taken once. The memory of who takes what belongs to all threads.
 */

/** Nobody has taken any of so many pieces of work. */
export function openClaims(pieces: number): SharedArrayBuffer {
  return new SharedArrayBuffer(pieces * Int32Array.BYTES_PER_ELEMENT);
}

/** The order in which one thread does best to take what there is: its own share, then the others' from their ends. */
export function orderOf(shares: readonly (readonly number[])[], own: number): number[] {
  const others = [...shares.slice(own + 1), ...shares.slice(0, own)];
  return [...shares[own]!, ...others.flatMap((share) => share.toReversed())];
}

/** Takes one piece of work after the other, as long as nobody else has. */
export function* take(order: readonly number[], claims: SharedArrayBuffer): Generator<number, void, undefined> {
  const taken = new Int32Array(claims);
  for (const piece of order) if (Atomics.compareExchange(taken, piece, 0, 1) === 0) yield piece;
}
