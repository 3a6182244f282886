/** How many files are open at once. */
const AT_ONCE = 64;

/**
 * Does something to each of a list, a batch at a time; gives the results in the order of the list. When one fails, the
 * others of its batch have ended before that is told: nothing goes on writing behind the reader's back.
 */
export async function inBatches<T, U>(items: readonly T[], work: (item: T) => Promise<U>): Promise<U[]> {
  const results: U[] = [];
  for (let from = 0; from < items.length; from += AT_ONCE) {
    for (const one of await Promise.allSettled(items.slice(from, from + AT_ONCE).map(work))) {
      if (one.status === 'rejected') throw one.reason;
      results.push(one.value);
    }
  }
  return results;
}
