/** Serves a folder on this computer, as a static host would, for tests that need addresses rather than files. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { createGzip } from 'node:zlib';

export interface ServedFolder {
  /** The address of the folder's front page, with the base path and a slash at its end. */
  url: string;
  close(): Promise<void>;
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.ics': 'text/calendar; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.pdf': 'application/pdf',
  '.wasm': 'application/wasm',
};

export interface ServeOptions {
  basePath?: string;
  /** Sent with every answer. */
  headers?: Readonly<Record<string, string>>;
  /** Compress texts, as most hosts do. */
  compress?: boolean;
  /** Let the browser keep what it has loaded. */
  cache?: boolean;
}

export async function serveFolder(dir: string, options: ServeOptions = {}): Promise<ServedFolder> {
  const { basePath = '/' } = options;
  const root = path.resolve(dir);
  const base = `/${basePath}/`.replace(/\/+/g, '/');

  const server = createServer((request, response) => {
    void answer(request.url ?? '/', response).catch((error: unknown) => {
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' });
      response.end(String(error));
    });
  });

  async function answer(target: string, response: ServerResponse): Promise<void> {
    const [address = '/', query] = target.split('?');
    const inside = address.startsWith(base) ? decode(address.slice(base.length)) : undefined;
    const file = inside === undefined ? undefined : path.join(root, inside);
    if (file === undefined || (file !== root && !file.startsWith(root + path.sep))) return sendMissing(response);

    const found = await kindOf(file);
    if (found === 'file' && !address.endsWith('/')) return send(response, 200, file, options);
    if (found !== 'folder') return sendMissing(response);
    if (!address.endsWith('/')) {
      // Relative, so that "//elsewhere" in a request is never an address of another computer.
      const location = `./${encodeURIComponent(path.basename(file))}/${query === undefined ? '' : `?${query}`}`;
      response.writeHead(301, { location }).end();
      return;
    }
    const index = path.join(file, 'index.html');
    return (await kindOf(index)) === 'file' ? send(response, 200, index, options) : sendMissing(response);
  }

  async function sendMissing(response: ServerResponse): Promise<void> {
    const page = path.join(root, '404.html');
    if ((await kindOf(page)) === 'file') return send(response, 404, page, options);
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('Not found');
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${base}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

function send(
  response: ServerResponse,
  status: number,
  file: string,
  { headers, compress, cache }: ServeOptions,
): void {
  const type = types[path.extname(file).toLowerCase()] ?? 'application/octet-stream';
  const isPacked = compress === true && /^text\/|json|xml|svg/.test(type);
  response.writeHead(status, {
    'content-type': type,
    'cache-control': cache ? 'max-age=3600' : 'no-store',
    ...(isPacked ? { 'content-encoding': 'gzip' } : {}),
    ...headers,
  });
  const stream = createReadStream(file).on('error', (error) => response.destroy(error));
  if (isPacked) stream.pipe(createGzip()).pipe(response);
  else stream.pipe(response);
}

function decode(text: string): string | undefined {
  try {
    const decoded = decodeURIComponent(text);
    return decoded.includes('\0') ? undefined : decoded;
  } catch {
    return undefined;
  }
}

async function kindOf(file: string): Promise<'file' | 'folder' | 'nothing'> {
  const found = await stat(file).catch(() => undefined);
  if (found?.isFile()) return 'file';
  return found?.isDirectory() ? 'folder' : 'nothing';
}
