import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the figures of one run of the tests are kept until `docs/trust.md` is made of them. */
export const FIGURES = join(import.meta.dirname, '..', '..', '.cache', 'trust');

/** Records what a test tried: printed with the results, and a row of `docs/trust.md` (`npm run trust`). */
export function recordFigure(promise: string, name: string, figure: string): void {
  console.log(`${promise} · ${name}: ${figure}`);
  mkdirSync(FIGURES, { recursive: true });
  writeFileSync(
    join(FIGURES, `${promise}-${name}.json`.replace(/[^\w.-]+/g, '-').toLowerCase()),
    JSON.stringify({ promise, name, figure }),
  );
}
