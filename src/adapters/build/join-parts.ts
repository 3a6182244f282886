import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ExplainedError } from '../explained-error.ts';
import { filesBelow } from '../kept/digests.ts';
import { linkOrCopy } from '../kept/site-folder.ts';

/**
 * Puts what parts have made into the folder from which a build goes on. Nothing has to be believed: the build looks at
 * every file, and makes what no part has made. Throws ExplainedError for a folder that is no part.
 */
export function joinParts(parts: readonly string[], kept: string): void {
  for (const part of parts) {
    if (!existsSync(join(part, 'reviews')))
      throw new ExplainedError(`${part} is no part of a site. Name the folders that build --part has written.`);
    for (const file of filesBelow(part)) {
      const [from, to] = [join(part, file), join(kept, file)];
      if (isSame(from, to)) continue;
      rmSync(to, { recursive: true, force: true });
      mkdirSync(dirname(to), { recursive: true });
      linkOrCopy(from, to);
    }
  }
}

function isSame(a: string, b: string): boolean {
  const [one, other] = [statSync(a), statSync(b, { throwIfNoEntry: false })];
  return other !== undefined && one.size === other.size && one.mtimeMs === other.mtimeMs;
}
