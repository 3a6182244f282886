import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import { toBytes } from './content.ts';

/** Real builds for tests: contents on disk, the real command, and a look at every file of the result. */

export const ROOT = join(import.meta.dirname, '..', '..');

const made: string[] = [];

/** A new folder that `cleanUp` removes. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'scrutineer-test-'));
  made.push(folder);
  return folder;
}

export function cleanUp(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** Writes texts into a folder; null removes a file. */
export function writeContent(folder: string, texts: Readonly<Record<string, string | null>>): string {
  for (const [path, text] of Object.entries(texts)) {
    const file = join(folder, path);
    if (text === null) rmSync(file, { force: true });
    else {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, toBytes(text));
    }
  }
  return folder;
}

export interface CommandResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command of the project the way `npm run` does. */
export function runCommand(...args: string[]): Promise<CommandResult> {
  return answerCommand('', ...args);
}

/** Runs a command and writes the answers to its questions, one a line. */
export function answerCommand(answers: string, ...args: string[]): Promise<CommandResult> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [join(ROOT, 'src', 'run.js'), ...args],
      { cwd: ROOT, env: { ...process.env, NO_COLOR: '1' } },
      (error, stdout, stderr) => {
        resolve({ code: error ? Number(child.exitCode ?? 1) : 0, stdout, stderr });
      },
    );
    child.stdin?.end(answers);
  });
}

/** Every file under a folder by its path with forward slashes. */
export function readTree(folder: string): Map<string, Buffer> {
  return new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [relative(folder, file).split(sep).join('/'), readFileSync(file)] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** Links and anchors of a built site that lead nowhere, as `page → address`. External addresses are left alone. */
export function brokenLinks(site: string, basePath = '/'): string[] {
  const pages = new Map(
    [...readTree(site)].filter(([path]) => path.endsWith('.html')).map(([path, bytes]) => [path, bytes.toString()]),
  );
  const files = new Set(readTree(site).keys());
  const anchors = new Map(
    [...pages].map(([path, html]) => [path, new Set([...html.matchAll(/\sid="([^"]*)"/g)].map((match) => match[1]))]),
  );
  const broken: string[] = [];
  for (const [path, html] of pages) {
    const own = basePath + path.replace(/index\.html$/, '');
    for (const match of html.matchAll(/\s(?:href|src|action)="([^"]*)"/g)) {
      const address = match[1]!.replaceAll('&amp;', '&').replaceAll('&#39;', "'");
      if (/^(?:https?:|mailto:|tel:)/.test(address)) continue;
      const target = new URL(address, `http://site.invalid${own}`);
      const inside = target.pathname.startsWith(basePath)
        ? decodeURIComponent(target.pathname.slice(basePath.length))
        : undefined;
      const file =
        inside === undefined ? undefined : inside === '' || inside.endsWith('/') ? `${inside}index.html` : inside;
      if (file === undefined || !files.has(file)) broken.push(`${path} → ${address}`);
      else if (
        target.hash.length > 1 &&
        anchors.has(file) &&
        !anchors.get(file)!.has(decodeURIComponent(target.hash.slice(1)))
      )
        broken.push(`${path} → ${address} (anchor)`);
    }
  }
  return [...new Set(broken)];
}

/** Anchors that stand twice on a page, as `page#anchor`. */
export function repeatedAnchors(site: string): string[] {
  return [...readTree(site)].flatMap(([path, bytes]) => {
    if (!path.endsWith('.html')) return [];
    const seen = new Set<string>();
    return [...bytes.toString().matchAll(/\sid="([^"]*)"/g)].flatMap(([, anchor]) =>
      seen.has(anchor!) ? [`${path}#${anchor}`] : (seen.add(anchor!), []),
    );
  });
}
