import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import picocolors from 'picocolors';
import type { FormatOptions } from '../../diagnostics/format.ts';
import { HOME } from '../home.ts';

/** What the machine tells: today's date, the terminal, where our own files stand. */

/** Today's date where the machine is; SOURCE_DATE_EPOCH (reproducible-builds.org), in seconds, overrides it. */
export function today(): string {
  const epoch = process.env['SOURCE_DATE_EPOCH'];
  if (epoch !== undefined && /^\d+$/.test(epoch)) return new Date(Number(epoch) * 1000).toISOString().slice(0, 10);
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

/** Folders of layouts: the council's own beside its content, then ours. */
export function layoutFolders(): string[] {
  const ours = join(HOME, 'layouts');
  const own = resolve('layouts');
  return own !== ours && existsSync(own) ? [own, ours] : [ours];
}

/** The folder of the generator: its program decides what an index holds. */
export function generatorFolder(): string {
  return HOME;
}

/** Where things are kept that can be made again. */
export function cacheFolder(): string {
  return resolve('.cache');
}

export const paintForTerminal: NonNullable<FormatOptions['paint']> = (kind, text) => {
  switch (kind) {
    case 'error':
      return picocolors.red(text);
    case 'warning':
      return picocolors.yellow(text);
    case 'advice':
      return picocolors.cyan(text);
    case 'place':
      return picocolors.bold(text);
    case 'hint':
      return picocolors.green(text);
  }
};

/** Shows one line of progress on a terminal and nothing in a pipe. Gives a function that tells, and one that clears. */
export function terminalProgress(stream: NodeJS.WriteStream = process.stderr): {
  tell: (step: string) => void;
  clear: () => void;
} {
  if (!stream.isTTY) return { tell: () => undefined, clear: () => undefined };
  return {
    tell: (step) => void stream.write(`\r\u001b[K${step} …`),
    clear: () => void stream.write('\r\u001b[K'),
  };
}
