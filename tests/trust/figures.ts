import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the figures of one run of the tests are kept until `docs/trust.md` is made of them. */
export const FIGURES = join(import.meta.dirname, '..', '..', '.cache', 'trust');

/** `npm run trust` tries everything; an ordinary run of the tests a share that changes nothing about what is tried. */
export const IS_THOROUGH = process.env.THOROUGH === 'yes';

/** Every `nth` of what there is to try, or all of it in a thorough run. */
export function share<T>(all: readonly T[], nth: number): readonly T[] {
  return IS_THOROUGH ? all : all.filter((_, index) => index % nth === 0);
}

/** Records what a test tried: printed with the results, and a row of `docs/trust.md` (`npm run trust`). */
export function recordFigure(promise: string, name: string, figure: string): void {
  console.log(`${promise} · ${name}: ${figure}`);
  mkdirSync(FIGURES, { recursive: true });
  writeFileSync(
    join(FIGURES, `${promise}-${name}.json`.replace(/[^\w.-]+/g, '-').toLowerCase()),
    JSON.stringify({ promise, name, figure }),
  );
}
