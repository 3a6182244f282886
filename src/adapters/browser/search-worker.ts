import { search } from '../../search/search.ts';
import { showResult } from '../../search/show-result.ts';
import { openSiteIndex, type SiteIndex, type SiteSource } from '../../search/site-index.ts';
import type { CataloguePack } from '../../search/packs.ts';
import type { AlsoSite } from '../../search/types.ts';
import type { Answer, Opening, Question, ToPage } from './messages.ts';

/** The search itself, off the page's thread: typing never waits for it. */

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
  const own: SiteSource = { origin: '', ...loadersOf(indexUrl) };
  const { also } = (await own.load('catalogue')) as CataloguePack;
  const others = await Promise.all(also.map(reach));
  const reached = others.flatMap((other) => other ?? []);
  const down = also.flatMap(({ name }, at) => (others[at] ? [] : [name]));
  return { index: await openSiteIndex([own, ...reached]), down };
}

/** Asks another site for what it has; undefined when it does not answer, or not in time. */
async function reach({ name, url }: AlsoSite): Promise<SiteSource | undefined> {
  const loaders = loadersOf(`${url}pagefind/`);
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE));
  return Promise.race([
    loaders.load('catalogue').then(
      async (pack) => {
        // What it lists must be there too: half a site would answer for the whole.
        const indexes = (pack as CataloguePack).indexes.filter((file) => file !== '');
        await Promise.all(indexes.map(loaders.loadFile));
        return { name, origin: new URL(url).origin, ...loaders };
      },
      () => undefined,
    ),
    late,
  ]).catch(() => undefined);
}

/** Loads files once each. They are compressed; a host that says so has unpacked them already. */
function loadersOf(folder: string): Pick<SiteSource, 'load' | 'loadFile'> {
  const loaded = new Map<string, Promise<Uint8Array>>();
  const get = async (path: string): Promise<Uint8Array> => {
    const response = await fetch(folder + path);
    if (!response.ok) throw new Error(`${response.status} ${path}`);
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
    const plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
    return new Uint8Array(await new Response(plain).arrayBuffer());
  };
  const loadFile = (path: string) => loaded.get(path) ?? loaded.set(path, get(path)).get(path)!;
  const packs = new Map<string, Promise<unknown>>();
  const load = async (name: string): Promise<unknown> =>
    JSON.parse(new TextDecoder().decode(await loadFile(`${name}.pack`))) as unknown;
  return { loadFile, load: (name) => packs.get(name) ?? packs.set(name, load(name)).get(name)! };
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
