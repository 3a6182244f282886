/** A value that is made when it is first asked for, and made again when it is asked for after it was forgotten. */
export interface Lazy<T> {
  readonly value: T;
  /** True while the value is there. */
  readonly isMade: boolean;
  /** Lets the value go: it takes memory that another needs more. */
  forget(): void;
}

export function lazy<T>(make: () => T): Lazy<T> {
  return new LazyValue(make);
}

/** A class, because there is one for every document: objects with getters of their own take four times the memory. */
class LazyValue<T> implements Lazy<T> {
  readonly #make: () => T;
  #made: { readonly value: T } | undefined;

  constructor(make: () => T) {
    this.#make = make;
  }

  get value(): T {
    this.#made ??= { value: this.#make() };
    return this.#made.value;
  }

  get isMade(): boolean {
    return this.#made !== undefined;
  }

  forget(): void {
    this.#made = undefined;
  }
}
