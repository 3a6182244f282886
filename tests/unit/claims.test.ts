import { expect, test } from 'vitest';
import { openClaims, orderOf, take } from '../../src/adapters/build/claims.ts';

/** Threads share the reviews of a build: each must be made once, by whichever comes first. */

const SHARES = [
  [0, 1, 2, 3],
  [4, 5],
  [6, 7, 8],
];

test('a thread wants its own share first, then the ends of the others', () => {
  expect(orderOf(SHARES, 0)).toEqual([0, 1, 2, 3, 5, 4, 8, 7, 6]);
  expect(orderOf(SHARES, 1)).toEqual([4, 5, 8, 7, 6, 3, 2, 1, 0]);
  expect(orderOf(SHARES, 2)).toEqual([6, 7, 8, 3, 2, 1, 0, 5, 4]);
});

test('what one thread has taken no other takes, and nothing is left', () => {
  const claims = openClaims(9);
  const [slow, quick] = [take(orderOf(SHARES, 0), claims), take(orderOf(SHARES, 1), claims)];
  const bySlow = [slow.next().value];
  const byQuick = [...quick];
  expect(byQuick).toEqual([4, 5, 8, 7, 6, 3, 2, 1]);
  bySlow.push(...slow);
  expect(bySlow).toEqual([0]);
  expect([...take(orderOf(SHARES, 2), claims)]).toEqual([]);
});
