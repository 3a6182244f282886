import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SOURCES } from './home.ts';

const FOLDER = join(SOURCES, 'diagnostics', 'help');

/** Reads the help page of every code, as Markdown. */
export async function loadHelpPages(): Promise<Map<string, string>> {
  const names = (await readdir(FOLDER)).filter((name) => name.endsWith('.md')).sort();
  return new Map(
    await Promise.all(
      names.map(async (name) => [name.slice(0, -3), await readFile(join(FOLDER, name), 'utf8')] as const),
    ),
  );
}
