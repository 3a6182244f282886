/** A value that is made when it is first asked for, and made again when it is asked for after it was forgotten. */
export interface Lazy<T> {
  readonly value: T;
  /** True while the value is there. */
  readonly isMade: boolean;
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
    get isMade() {
      return made !== undefined;
    },
    forget: () => void (made = undefined),
  };
}
