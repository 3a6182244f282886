import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A file of a content folder as the disk spells it. Paths are known with composed letters (é as one character), but a
 * Mac may have written the name with its accents apart, and other systems keep that. Gives the path unchanged when
 * nothing of the kind is there.
 */
export function onDisk(folder: string, path: string): string {
  const plain = join(folder, path);
  if (existsSync(plain)) return plain;
  let found = folder;
  for (const segment of path.split('/')) {
    const direct = join(found, segment);
    if (existsSync(direct)) {
      found = direct;
      continue;
    }
    const spelled = existsSync(found)
      ? readdirSync(found).find((name) => name.normalize('NFC') === segment.normalize('NFC'))
      : undefined;
    if (spelled === undefined) return plain;
    found = join(found, spelled);
  }
  return found;
}
