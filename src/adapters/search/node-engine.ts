import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { openSiteIndex, type SiteIndex } from '../../search/site-index.ts';

/** Opens the indexes in a site's `pagefind` folder: the same search as in the page, from a folder instead of a host. */
export async function openIndexFolder(folder: string): Promise<SiteIndex> {
  const load = async (path: string) => gunzipSync(await readFile(join(folder, path)));
  return openSiteIndex([
    {
      origin: '',
      load: async (name) => JSON.parse((await load(`${name}.pack`)).toString()) as unknown,
      loadFile: load,
    },
  ]);
}
