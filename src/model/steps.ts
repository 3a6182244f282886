/** Work in small steps: whoever drives it can do something else, or give up, between any two of them. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Does all steps in one go. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Maps a list to lists and joins them, one item a step. */
export function* flatMapInSteps<T, U>(items: Iterable<T>, map: (item: T) => readonly U[]): Steps<U[]> {
  const result: U[] = [];
  for (const item of items) {
    for (const made of map(item)) result.push(made);
    yield;
  }
  return result;
}
