import { createServer, type ServerResponse } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import type { AddressInfo } from 'node:net';
import { PREVIEW_CLIENT } from './client.ts';

export interface PreviewServer {
  readonly url: string;
  /** Tells every open page which addresses were printed anew. */
  reload(changed: readonly string[] | 'all'): void;
  close(): Promise<void>;
}

export interface PreviewServerOptions {
  /** Folder of the site. */
  readonly root: () => string;
  /** The site's path, `/` or `/scrutiny/`. */
  readonly basePath: () => string;
  readonly port: number;
  /** JSON of what the preview puts on the page at an address. */
  readonly notes: (address: string) => string;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.pdf': 'application/pdf',
  '.wasm': 'application/wasm',
};

/** Serves the preview on this machine only, to this machine's names only, and nothing outside the site. */
export async function startPreviewServer(options: PreviewServerOptions): Promise<PreviewServer> {
  const listeners = new Set<ServerResponse>();
  const changes: Change[] = [];
  const server = createServer((request, response) => {
    const host = (request.headers.host ?? '').replace(/:\d+$/, '');
    if (!['localhost', '127.0.0.1', '[::1]'].includes(host))
      return void send(response, 403, 'text/plain', 'This preview answers to localhost only.');
    const path = safePath(request.url ?? '/');
    if (path === undefined) return void send(response, 400, 'text/plain', 'This address is not well-formed.');
    if (path === '/__preview/events') {
      const since = Number(new URL(request.url ?? '/', 'http://localhost').searchParams.get('since') ?? changes.length);
      return openEvents(response, listeners, changes.slice(since));
    }
    if (path === '/__preview/notes.json') {
      const address = new URL(request.url ?? '/', 'http://localhost').searchParams.get('path') ?? '/';
      return void send(response, 200, TYPES['.json']!, options.notes(decoded(address)));
    }
    if (path === '/__preview/client.js') return void send(response, 200, TYPES['.js']!, PREVIEW_CLIENT);
    void serveFile(response, path, options, changes.length);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}${options.basePath()}`,
    reload: (changed) => {
      // Kept for as long as the preview runs: long lists would fill its memory.
      changes.push(changed.length > 100 ? 'all' : changed);
      for (const listener of listeners) listener.write(eventOf(changed));
    },
    close: async () => {
      for (const listener of listeners) listener.end();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Addresses that were printed anew. */
type Change = readonly string[] | 'all';

function eventOf(changed: Change): string {
  return `data: ${JSON.stringify(changed)}\n\n`;
}

/** `version` is how many changes there were when the page was asked for: it is told of all that come after. */
async function serveFile(
  response: ServerResponse,
  path: string,
  options: PreviewServerOptions,
  version: number,
): Promise<void> {
  const base = options.basePath();
  if (!path.startsWith(base)) {
    response.writeHead(302, { location: base }).end();
    return;
  }
  const inside = normalize(path.slice(base.length));
  const isOutside = inside.startsWith('..') || inside.includes(`${sep}..${sep}`) || inside.startsWith(sep);
  const file = isOutside ? undefined : inside === '.' || path.endsWith('/') ? join(inside, 'index.html') : inside;
  const found = file === undefined ? undefined : await readFile(join(options.root(), file)).catch(() => undefined);
  if (found && file !== undefined) {
    const type = TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream';
    return send(response, 200, type, type.startsWith('text/html') ? withClient(found.toString(), version) : found);
  }
  const folder =
    file === undefined ? undefined : await readFile(join(options.root(), file, 'index.html')).catch(() => undefined);
  if (folder) {
    response.writeHead(302, { location: `${path}/` }).end();
    return;
  }
  const notFound = await readFile(join(options.root(), '404.html'), 'utf8').catch(() => 'Not found');
  const missing = notFound.replace('</head>', '<meta name="preview-missing" content=""></head>');
  send(response, 404, TYPES['.html']!, withClient(missing, version));
}

function send(response: ServerResponse, status: number, type: string, body: string | Buffer): void {
  response
    .writeHead(status, { 'content-type': type, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' })
    .end(body);
}

function openEvents(response: ServerResponse, listeners: Set<ServerResponse>, missed: readonly Change[]): void {
  response.writeHead(200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    connection: 'keep-alive',
  });
  response.write('retry: 500\n\n');
  // What changed between the page and its asking for news.
  for (const changed of missed) response.write(eventOf(changed));
  listeners.add(response);
  response.on('close', () => listeners.delete(response));
}

function withClient(html: string, version: number): string {
  return html
    .replace('</head>', `<meta name="preview-version" content="${version}"></head>`)
    .replace('</body>', '<script type="module" src="/__preview/client.js"></script></body>');
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

function safePath(url: string): string | undefined {
  try {
    return decodeURIComponent(new URL(url, 'http://localhost').pathname);
  } catch {
    return undefined;
  }
}
