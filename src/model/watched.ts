/** Tells which key of a map or set was asked for; undefined when all of them were. */
export type Ask<K> = (key: K | undefined) => void;

/** The same map, which tells what it is asked. */
export function watchMap<K, V>(map: ReadonlyMap<K, V>, ask: Ask<K>): ReadonlyMap<K, V> {
  return watch(map, ask);
}

/** The same set, which tells what it is asked. */
export function watchSet<K>(set: ReadonlySet<K>, ask: Ask<K>): ReadonlySet<K> {
  return watch(set, ask);
}

function watch<T extends object, K>(target: T, ask: Ask<K>): T {
  return new Proxy(target, {
    get(_, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (name !== 'get' && name !== 'has') ask(undefined);
      if (typeof value !== 'function') return value;
      return (...given: unknown[]): unknown => {
        if (name === 'get' || name === 'has') ask(given[0] as K);
        return Reflect.apply(value, target, given);
      };
    },
  });
}
