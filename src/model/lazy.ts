/** A value that is made when it is first asked for, and made again when it is asked for after it was forgotten. */
export interface Lazy<T> {
  readonly value: T;
  /** Lets the value go: it takes memory that another needs more. */
  forget(): void;
}

export function lazy<T>(make: () => T): Lazy<T> {
  let made: { readonly value: T } | undefined;
  return {
    get value() {
      made ??= { value: make() };
      return made.value;
    },
    forget: () => void (made = undefined),
  };
}
