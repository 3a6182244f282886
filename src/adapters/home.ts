import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the generator itself, with its layouts and templates; the same for the sources and the package. */
export const HOME = findHome(dirname(fileURLToPath(import.meta.url)));

function findHome(folder: string): string {
  return existsSync(join(folder, 'package.json')) || folder === dirname(folder) ? folder : findHome(dirname(folder));
}
