import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import type { Engine } from '../../search/engine.ts';
import type { CataloguePack } from '../../search/packs.ts';
import { openSiteIndex, type LoadPack, type SiteIndex } from '../../search/site-index.ts';

/** The search in Node: Pagefind's own reader and the same packs as in the page, from a folder instead of a host. */

interface PagefindModule {
  createInstance: (
    options: object,
  ) => Engine & { init(): Promise<void>; mergeIndex(path: string, options: object): Promise<void> };
}

/** Opens the index in a site's `pagefind` folder. */
export async function openIndexFolder(folder: string): Promise<SiteIndex> {
  readFilesByFetch();
  const base = `${pathToFileURL(folder).href.replace(/\/$/, '')}/`;
  const { createInstance } = (await import(`${base}pagefind.js`)) as PagefindModule;
  const engine = createInstance({ basePath: base, baseUrl: '/' });
  await engine.init();
  const load = packLoader(folder);
  const { groups } = (await load('catalogue')) as CataloguePack;
  await Promise.all(groups.map((group) => engine.mergeIndex(base + group, { baseUrl: '/' })));
  return openSiteIndex(engine, [{ origin: '', load }]);
}

function packLoader(folder: string): LoadPack {
  return async (name) => JSON.parse(gunzipSync(await readFile(join(folder, `${name}.pack`))).toString()) as unknown;
}

let isPatched = false;

/** Pagefind's reader asks for its files with `fetch`, which in Node knows no files. */
function readFilesByFetch(): void {
  if (isPatched) return;
  isPatched = true;
  const ofNode = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    if (!url.startsWith('file:')) return ofNode(input, init);
    const address = new URL(url);
    address.search = '';
    const bytes = await readFile(fileURLToPath(address)).catch(() => undefined);
    return bytes === undefined ? new Response(null, { status: 404 }) : new Response(new Uint8Array(bytes));
  };
}
