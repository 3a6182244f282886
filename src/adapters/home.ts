import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the generator itself, with its layouts and templates; the same for the sources and the package. */
export const HOME = findHome(dirname(fileURLToPath(import.meta.url)));

function findHome(folder: string): string {
  return existsSync(join(folder, 'package.json')) || folder === dirname(folder) ? folder : findHome(dirname(folder));
}

/** The folder of its sources, or of what they were compiled to: help pages and the scripts for browsers stand there. */
export const SOURCES = [join(HOME, 'src'), join(HOME, 'dist', 'src')].find((folder) => existsSync(folder)) ?? HOME;
