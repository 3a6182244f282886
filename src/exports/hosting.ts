import { contentPolicy } from '../model/content-policy.ts';
import type { AnyPageView } from '../views/types.ts';

/** Files that tell a host how to serve the site: old addresses, headers, the page for what is not there. */

export const HOSTS = ['netlify', 'cloudflare', 'nginx', 'apache'] as const;
export type Host = (typeof HOSTS)[number];

/**
 * What every answer carries. The site runs no script but its own. Search engines and people
 * who link to a page get no other site's content through ours.
 */
export function headersOf(pages: readonly AnyPageView[]): Readonly<Record<string, string>> {
  return {
    'Content-Security-Policy': `${pages[0]?.site.contentPolicy ?? contentPolicy([])}; frame-ancestors 'none'`,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
  };
}

type Headers = readonly (readonly [name: string, value: string])[];

interface Redirect {
  readonly from: string;
  readonly to: string;
}

export interface HostFile {
  readonly file: string;
  readonly content: string;
}

/** The files of one host. `base` is the site's path, `/` or `/scrutiny/`. */
export function hostingFiles(host: Host, pages: readonly AnyPageView[], base: string): HostFile[] {
  const redirects = pages.flatMap((page): Redirect[] =>
    page.layout === 'redirect' && page.target.url !== undefined ? [{ from: page.url, to: page.target.url }] : [],
  );
  const headers = Object.entries(headersOf(pages));
  switch (host) {
    case 'netlify':
      // “!”: the page that stands at the old address would win otherwise.
      return [
        { file: '_redirects', content: rows(redirects.map(({ from, to }) => `${from} ${to} 301!`)) },
        { file: '_headers', content: headersFile(headers) },
      ];
    case 'cloudflare':
      return [
        { file: '_redirects', content: rows(redirects.map(({ from, to }) => `${from} ${to} 301`)) },
        { file: '_headers', content: headersFile(headers) },
      ];
    case 'apache':
      return [{ file: '.htaccess', content: apacheFile(redirects, headers, base) }];
    case 'nginx':
      return [{ file: 'nginx.conf', content: nginxFile(redirects, headers, base) }];
  }
}

function headersFile(headers: Headers): string {
  return rows(['/*', ...headers.map(([name, value]) => `  ${name}: ${value}`)]);
}

function apacheFile(redirects: readonly Redirect[], headers: Headers, base: string): string {
  return rows([
    `ErrorDocument 404 ${base}404.html`,
    'DirectoryIndex index.html',
    'Options -Indexes',
    'AddType application/wasm .wasm',
    '<IfModule mod_headers.c>',
    ...headers.map(([name, value]) => `  Header always set ${name} "${value}"`),
    '</IfModule>',
    '<IfModule mod_alias.c>',
    ...redirects.map(({ from, to }) => `  RedirectMatch 301 "^${literal(from).replace(/\/$/, '')}/?$" "${to}"`),
    '</IfModule>',
  ]);
}

/** To be included inside `server { … }`, after `root`. It never stands in the published folder. */
function nginxFile(redirects: readonly Redirect[], headers: Headers, base: string): string {
  return rows([
    '# Include this inside server { … }, after root: include /path/to/nginx.conf;',
    'index index.html;',
    `error_page 404 ${base}404.html;`,
    ...headers.map(([name, value]) => `add_header ${name} "${value}" always;`),
    ...redirects.map(({ from, to }) => `location = ${from} { return 301 ${to}; }`),
    `location ${base} { try_files $uri $uri/ =404; }`,
  ]);
}

function literal(path: string): string {
  return path.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function rows(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}
