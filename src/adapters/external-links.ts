import type { Catalogue } from '../model/catalogue.ts';
import { diagnostic, type Diagnostic } from '../model/diagnostic.ts';
import type { Place } from '../model/source.ts';

/** Asks the addresses that the texts link to whether they answer. Only `check --external` does this. */

export interface ExternalOptions {
  /** Addresses asked at the same time. */
  readonly concurrency?: number;
  /** Addresses asked at most; the rest is left for another day. */
  readonly limit?: number;
  /** How long one address may take, in milliseconds. */
  readonly timeout?: number;
  /** Told how many of how many are done, for a terminal. */
  readonly progress?: (step: string) => void;
}

export interface ExternalResult {
  readonly diagnostics: readonly Diagnostic[];
  readonly asked: number;
  /** Addresses beyond the limit. */
  readonly left: number;
}

const WRITTEN = /https?:\/\/[^\s<>“”"]+/gi;
/** Who asks, so that the other side can tell. */
const HEADERS = { 'user-agent': 'Scrutineer link check', accept: '*/*' };
/** The site refuses programs, or asks them to wait: nothing is known about the page. */
const REFUSED = new Set([401, 403, 405, 406, 407, 418, 429, 451, 999]);

/** Every external address once, with all places that link to it; asked first with HEAD, then with GET. */
export async function checkExternalLinks(catalogue: Catalogue, options: ExternalOptions = {}): Promise<ExternalResult> {
  const { concurrency = 5, limit = 500, timeout = 10_000, progress } = options;
  const addresses = [...externalAddresses(catalogue)];
  const queue = addresses.slice(0, limit);
  const faults = new Map<string, string>();
  let next = 0;
  let done = 0;
  const worker = async () => {
    while (next < queue.length) {
      const [address] = queue[next++]!;
      const fault = await askAddress(address, timeout);
      if (fault !== undefined) faults.set(address, fault);
      progress?.(`Asking other sites: ${++done} of ${queue.length}`);
    }
  };
  await Promise.all(Array.from({ length: Math.min(concurrency, queue.length) }, worker));
  const diagnostics = queue.flatMap(([address, places]) => {
    const fault = faults.get(address);
    return fault === undefined ? [] : [broken(address, fault, places)];
  });
  return { diagnostics, asked: queue.length, left: addresses.length - queue.length };
}

function broken(address: string, fault: string, [first, ...others]: readonly Place[]): Diagnostic {
  return diagnostic('external-broken', first!, `The address ${address} ${fault}.`, {
    hint: 'Look for the page’s new address or for a copy in a web archive; if it is right, record it under `checked`.',
    related: others.map((place) => ({ ...place, message: 'It is linked here too.' })),
  });
}

/** Addresses in the order of the record; what stands after # is for the browser only. */
function externalAddresses(catalogue: Catalogue): Map<string, Place[]> {
  const found = new Map<string, Place[]>();
  const add = (written: string, place: Place) => {
    const address = written.replace(/#.*$/, '');
    if (!/^https?:\/\/./i.test(address) || !URL.canParse(address)) return;
    const known = found.get(address);
    if (known) known.push(place);
    else found.set(address, [place]);
  };
  for (const document of catalogue.documents.values()) {
    const place = (span: Place['span']) => ({ file: document.path, span });
    for (const { href, image, span } of document.body.links) if (!image) add(href, place(span));
    for (const { span } of document.body.blocks) {
      const written = document.source.text.slice(span.start, span.end);
      // Addresses between brackets are links, counted above.
      for (const match of written.matchAll(WRITTEN)) {
        if (written.slice(0, match.index).endsWith('](')) continue;
        const address = match[0].replace(/[.,;:!?)\]’'*_]+$/, '');
        const start = span.start + match.index;
        add(address, place({ start, end: start + address.length }));
      }
    }
  }
  return found;
}

/** What is wrong with an address, in words that follow it; undefined when it answers or refuses programs. */
async function askAddress(address: string, timeout: number): Promise<string | undefined> {
  try {
    const head = await request(address, 'HEAD', timeout);
    if (head < 400 || REFUSED.has(head)) return undefined;
    const status = await request(address, 'GET', timeout);
    if (status < 400 || REFUSED.has(status)) return undefined;
    return status === 404 || status === 410
      ? `leads to no page any more (${status})`
      : `answers with an error (${status})`;
  } catch (error) {
    return whyNot(error, timeout);
  }
}

async function request(address: string, method: 'HEAD' | 'GET', timeout: number): Promise<number> {
  const response = await fetch(address, {
    method,
    redirect: 'follow',
    headers: HEADERS,
    signal: AbortSignal.timeout(timeout),
  });
  await response.body?.cancel();
  return response.status;
}

function whyNot(error: unknown, timeout: number): string {
  if (error instanceof Error && error.name === 'TimeoutError') return `did not answer within ${timeout / 1000} seconds`;
  const cause = error instanceof Error ? (error.cause as { code?: string } | undefined)?.code : undefined;
  if (cause === 'ENOTFOUND' || cause === 'EAI_AGAIN') return 'names a host that can’t be found';
  if (cause === 'ECONNREFUSED') return 'names a host that takes no connections';
  if (cause?.startsWith('CERT_') || cause?.includes('CERT')) return 'has a certificate that is not valid';
  return 'does not answer';
}
