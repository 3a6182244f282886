/** How many files are open at once. */
const AT_ONCE = 64;

/** Does something to each of a list, a batch at a time; gives the results in the order of the list. */
export async function inBatches<T, U>(items: readonly T[], work: (item: T) => Promise<U>): Promise<U[]> {
  const results: U[] = [];
  for (let from = 0; from < items.length; from += AT_ONCE)
    results.push(...(await Promise.all(items.slice(from, from + AT_ONCE).map(work))));
  return results;
}
