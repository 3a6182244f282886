import type { Engine } from '../../search/engine.ts';
import { search } from '../../search/search.ts';
import { showResult } from '../../search/show-result.ts';
import { openSiteIndex, type LoadPack, type SiteIndex, type SiteSource } from '../../search/site-index.ts';
import type { CataloguePack } from '../../search/packs.ts';
import type { AlsoSite } from '../../search/types.ts';
import type { Answer, Opening, Question, ToPage } from './messages.ts';

/** The search itself, off the page's thread: typing never waits for it. */

interface PagefindInstance extends Engine {
  init(): Promise<void>;
  mergeIndex(path: string, options: object): Promise<void>;
}

interface Opened {
  readonly index: SiteIndex;
  readonly down: readonly string[];
}

/** How long another site may take to answer. */
const PATIENCE = 4000;

const port = self as unknown as {
  postMessage(message: ToPage): void;
  onmessage: (event: MessageEvent<Opening | Question>) => void;
};
let opened: Promise<Opened> | undefined;

port.onmessage = ({ data }) => {
  if ('indexUrl' in data) {
    opened = open(data.indexUrl);
    opened.catch(() => undefined);
    return;
  }
  void answer(data).then(
    (found) => port.postMessage({ answer: found }),
    (error: unknown) => port.postMessage({ failed: String(error), id: data.id }),
  );
};

async function open(indexUrl: string): Promise<Opened> {
  const load = packLoader(indexUrl);
  const engine = startEngine(indexUrl);
  const catalogue = (await load('catalogue')) as CataloguePack;
  const others = await Promise.all(catalogue.also.map(reach));
  const pagefind = await engine;
  const sources: SiteSource[] = [{ origin: '', load }];
  const down: string[] = [];
  await merge(pagefind, indexUrl, catalogue.groups);
  // One after the other: the order of the merged indexes is the order of their pages.
  for (const [at, other] of others.entries()) {
    const { name, url } = catalogue.also[at]!;
    const isMerged = other !== undefined && (await merge(pagefind, `${url}pagefind/`, ['', ...other.groups]));
    if (isMerged) sources.push({ name, origin: new URL(url).origin, load: other.load });
    else down.push(name);
  }
  return { index: await openSiteIndex(pagefind, sources), down };
}

async function startEngine(indexUrl: string): Promise<PagefindInstance> {
  const { createInstance } = (await import(`${indexUrl}pagefind.js`)) as {
    createInstance: (options: object) => PagefindInstance;
  };
  const engine = createInstance({ basePath: indexUrl });
  await engine.init();
  return engine;
}

/** Asks another site for its packs before its index is merged: Pagefind does not survive an index that is not there. */
async function reach({ url }: AlsoSite): Promise<{ load: LoadPack; groups: readonly string[] } | undefined> {
  const load = packLoader(`${url}pagefind/`);
  const entry = fetch(`${url}pagefind/pagefind-entry.json`, { signal: AbortSignal.timeout(PATIENCE) });
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE));
  return Promise.race([
    Promise.all([entry, load('catalogue')]).then(
      // A site made before there were groups has one.
      ([{ ok }, pack]) => (ok ? { load, groups: (pack as Partial<CataloguePack>).groups ?? [] } : undefined),
      () => undefined,
    ),
    late,
  ]);
}

/** Merges indexes in some folders, all at once: they stand in the order in which they are asked for. */
async function merge(engine: PagefindInstance, url: string, folders: readonly string[]): Promise<boolean> {
  return Promise.all(folders.map((folder) => engine.mergeIndex(url + folder, {}))).then(
    () => true,
    () => false,
  );
}

/** Loads packs once each. They are compressed files; a host that says so has unpacked them already. */
function packLoader(folder: string): LoadPack {
  const loaded = new Map<string, Promise<unknown>>();
  const get = async (name: string): Promise<unknown> => {
    const response = await fetch(`${folder}${name}.pack`);
    if (!response.ok) throw new Error(`${response.status} ${name}.pack`);
    const bytes = new Uint8Array(await response.arrayBuffer());
    const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
    const stream = new Blob([bytes]).stream();
    const plain = isPacked ? stream.pipeThrough(new DecompressionStream('gzip')) : stream;
    return new Response(plain).json();
  };
  return (name) => loaded.get(name) ?? loaded.set(name, get(name)).get(name)!;
}

async function answer(question: Question): Promise<Answer> {
  const { index, down } = await opened!;
  if (question.countsPeople) await index.loadPeople();
  const today = new Date().toISOString().slice(0, 10);
  const response = await search({ ...question, today }, index);
  const results = await Promise.all(
    response.found.slice(0, question.limit).map((found) => showResult(found, response, index)),
  );
  return {
    id: question.id,
    total: response.found.length,
    results,
    facets: [...response.facets],
    understood: response.understood,
    corrected: response.corrected,
    ...(response.missing ? { missing: response.missing } : {}),
    unknown: response.concepts.flatMap(({ text, variants, isSoft }) =>
      variants.length === 0 && !isSoft ? [text] : [],
    ),
    down,
    siteCount: index.sites.length,
  };
}
