/** "Did you mean": the nearest of some known words, or nothing when none is near. */
export function nearest(wrong: string, known: Iterable<string>): string | undefined {
  const target = fold(wrong);
  const limit = Math.max(1, Math.floor(target.length / 3));
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const candidate of known) {
    const distance = editDistance(target, fold(candidate), bestDistance);
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

/** Numbers that a slip of the finger turns into `wrong`: one digit too many (4 → 41), two swapped (14 → 41), else one replaced. */
export function nearestNumbers(wrong: number, known: readonly number[]): number[] {
  const target = String(wrong);
  const sorted = (digits: string) => [...digits].sort().join('');
  const likely = known.filter(
    (number) => target.startsWith(String(number)) || sorted(String(number)) === sorted(target),
  );
  const meant =
    likely.length > 0
      ? likely
      : target.length < 2
        ? []
        : known.filter((number) => editDistance(target, String(number), 2) === 1);
  return meant.filter((number) => number !== wrong).slice(0, 3);
}

/**
 * Optimal string alignment distance: the least number of insertions, deletions, replacements and swaps of neighbours
 * (Damerau 1964). Gives `atMost` as soon as the distance is certain to reach it.
 */
export function editDistance(a: string, b: string, atMost = Number.POSITIVE_INFINITY): number {
  if (Math.abs(a.length - b.length) >= atMost) return atMost;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(last[column]! + 1, current[column - 1]! + 1, last[column - 1]! + (same ? 0 : 1));
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        cost = Math.min(cost, beforeLast[column - 2]! + 1);
      }
      current.push(cost);
    }
    if (Math.min(...current) >= atMost) return atMost;
    [beforeLast, last] = [last, current];
  }
  return Math.min(last[b.length]!, atMost);
}

const ASCII = /^[\0-\x7F]*$/;

/** Lower case without accents: how names and words are compared. */
export function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
