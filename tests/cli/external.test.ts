import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { checkExternalLinks } from '../../src/adapters/external-links.ts';
import { compileWith } from '../support/content.ts';
import { meeting1 } from '../support/findings.ts';

/** Asking other sites, with one on this machine that plays them all. */

let server: Server;
let host = '';
let asked: string[] = [];
let open = 0;
let mostOpen = 0;

const ANSWERS: Readonly<Record<string, (request: IncomingMessage, response: ServerResponse) => void>> = {
  '/ok': (_, response) => response.end('x'),
  '/gone': (_, response) => response.writeHead(404).end(),
  '/error': (_, response) => response.writeHead(500).end(),
  '/no-head': (request, response) => response.writeHead(request.method === 'HEAD' ? 501 : 200).end(),
  '/refuses': (_, response) => response.writeHead(403).end(),
  '/moved': (_, response) => response.writeHead(301, { location: '/ok' }).end(),
  '/moved-away': (_, response) => response.writeHead(302, { location: '/gone' }).end(),
  '/silent': () => undefined,
};

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    mostOpen = Math.max(mostOpen, ++open);
    response.once('close', () => open--);
    const answer = ANSWERS[(request.url ?? '').replace(/\?.*/, '')];
    if (request.url?.startsWith('/slow')) setTimeout(() => response.end('x'), 40);
    else if (answer) answer(request, response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  [asked, open, mostOpen] = [[], 0, 0];
});

const ask = (notes: string, options = {}) =>
  checkExternalLinks(compileWith(meeting1(notes)).catalogue, { timeout: 300, ...options });
const messages = async (notes: string) =>
  (await ask(notes)).diagnostics.map(({ message }) => message.replace(host, ''));

test('pages that are gone, errors, silence', async () => {
  expect(await messages(`[a](${host}/gone) [b](${host}/error) [c](${host}/silent) [d](${host}/moved-away)`)).toEqual([
    'The address /gone leads to no page any more (404).',
    'The address /error answers with an error (500).',
    'The address /silent did not answer within 0.3 seconds.',
    'The address /moved-away leads to no page any more (404).',
  ]);
});

test('near misses: pages that answer, move, refuse programs or know no HEAD', async () => {
  expect(await messages(`[a](${host}/ok) [b](${host}/moved) [c](${host}/refuses) [d](${host}/no-head)`)).toEqual([]);
});

test('a host that takes no connections', async () => {
  const [message] = await messages('[a](http://127.0.0.1:9/x)');
  expect(message).toMatch(/takes no connections|does not answer/);
});

test('each address is asked once; all places that link to it are shown', async () => {
  const { diagnostics } = await ask(`[a](${host}/gone) and [b](${host}/gone#part).\n\nAgain: ${host}/gone.`);
  expect(diagnostics).toHaveLength(1);
  expect(diagnostics[0]?.related).toHaveLength(2);
  expect(asked).toEqual(['HEAD /gone', 'GET /gone']);
});

test('addresses written out are asked too; images, e-mail and links within the site are not', async () => {
  await ask(`See ${host}/ok, <${host}/moved?a=1>, lamps@example.org and [the area](../areas/1.md).`);
  expect(asked.sort()).toEqual(['HEAD /moved?a=1', 'HEAD /ok', 'HEAD /ok'].sort().filter((one) => asked.includes(one)));
  expect(asked).toContain('HEAD /moved?a=1');
});

test('never more than five at a time, and never more than the limit', async () => {
  const links = Array.from({ length: 12 }, (_, at) => `[a](${host}/slow${at})`).join(' ');
  await ask(links);
  expect(mostOpen).toBeLessThanOrEqual(5);
  expect(asked).toHaveLength(12);
  asked = [];
  expect(await ask(links, { limit: 4 })).toMatchObject({ asked: 4, left: 8, diagnostics: [] });
  expect(asked).toHaveLength(4);
});
