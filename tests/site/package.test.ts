import { execFile, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { BASE } from '../support/content.ts';
import { cleanUp, readTree, ROOT, temporaryFolder, writeContent, type CommandResult } from '../support/site.ts';

/** The package as a council gets it: packed, installed in an empty folder elsewhere, and used there. */

/** The base without its settings: `init` writes the council's own. */
const { 'site.yaml': _, ...reviews } = BASE;
const work = temporaryFolder();
const council = join(work, 'Scrutiny & überprüfung');
afterAll(cleanUp);

function run(program: string, args: readonly string[], cwd: string): Promise<CommandResult> {
  return new Promise((resolve) => {
    const isWindows = process.platform === 'win32';
    const child = execFile(
      program,
      args,
      { cwd, shell: isWindows, env: { ...process.env, NO_COLOR: '1' } },
      (error, stdout, stderr) => resolve({ code: error ? Number(child.exitCode ?? 1) : 0, stdout, stderr }),
    );
    child.stdin?.end();
  });
}
const npm = (args: readonly string[], cwd: string) => run('npm', args, cwd);
const script = (name: string, ...args: string[]) => npm(['run', '--silent', name, '--', ...args], council);

beforeAll(async () => {
  mkdirSync(council);
  const packed = await npm(['pack', '--pack-destination', work, '--silent'], ROOT);
  const tarball = join(work, packed.stdout.trim().split('\n').at(-1)!);
  expect(existsSync(tarball), packed.stderr).toBe(true);
  const quiet = ['--prefer-offline', '--no-audit', '--no-fund'];
  const begun = await npm(
    [
      'exec',
      '--yes',
      ...quiet,
      `--package=${tarball}`,
      '--',
      'scrutineer',
      'init',
      '.',
      '--organisation',
      'Anytown Borough Council',
      '--url',
      'https://scrutiny.example.org/reviews/',
      '--from',
      `file:${tarball}`,
    ],
    council,
  );
  expect(begun.code, begun.stderr).toBe(0);
  const installed = await npm(['install', ...quiet], council);
  expect(installed.code, installed.stderr).toBe(0);
}, 180_000);

describe('a council’s own repository', () => {
  test('holds content, one dependency, workflows and settings', () => {
    const files = [...readTree(council).keys()].filter((path) => !path.startsWith('node_modules/'));
    expect(files).toEqual([
      '.editorconfig',
      '.gitattributes',
      '.github/workflows/check.yml',
      '.github/workflows/publish.yml',
      '.gitignore',
      '.gitlab-ci.yml',
      '.remarkrc.mjs',
      '.vscode/extensions.json',
      '.vscode/scrutineer.code-snippets',
      '.vscode/settings.json',
      'README.md',
      'content/pages/about.md',
      'content/site.yaml',
      'netlify.toml',
      'package-lock.json',
      'package.json',
    ]);
    const own = JSON.parse(readFileSync(join(council, 'package.json'), 'utf8')) as { dependencies: object };
    expect(Object.keys(own.dependencies)).toEqual(['scrutineer']);
    for (const path of files.filter((file) => /\.ya?ml$/.test(file)))
      expect(() => parse(readFileSync(join(council, path), 'utf8')) as unknown).not.toThrow();
    expect(existsSync(join(council, 'node_modules/scrutineer/schemas/site.schema.json'))).toBe(true);
    expect(existsSync(join(council, 'node_modules/tsx'))).toBe(false);
  });

  test('checks and builds what npm run new began, with a layout of its own and files for the host', async () => {
    writeContent(join(council, 'content'), {
      ...reviews,
      'reviews/harbour/areas/1.md': BASE['reviews/harbour/areas/1.md']!.replace(
        '---\n',
        '---\nformerly: [/old.place/]\n',
      ),
    });
    const facts = ['--title', 'Street lighting', '--committee', 'Environment Scrutiny Committee'];
    expect(await script('new', 'review', ...facts)).toMatchObject({ code: 0 });
    expect((await script('check', '--today', '2020-07-31')).stdout).toContain('no problems found');
    writeContent(council, {
      'layouts/not-found.njk':
        '{% extends "base.njk" %}{% block main %}<h1>Of our own: {{ view.title }}</h1>{% endblock %}',
    });
    writeContent(council, { 'content/pages/about.md': '---\ntitle: About\n---\n\nText.\n' });
    const built = await script('build', '--today', '2020-07-31', '--host', 'netlify');
    expect(built.code, built.stderr).toBe(0);
    expect(built.stdout).toContain('Held back: content/reviews/street-lighting/index.md (draft)');
    const site = readTree(join(council, '_site'));
    expect(site.get('404.html')!.toString()).toContain('<h1>Of our own: ');
    expect([...site.keys()].filter((path) => path.includes('street-lighting'))).toEqual([]);
    expect(site.get('_redirects')!.toString()).toBe('/reviews/old.place/ /reviews/reviews/harbour/areas/1/ 301!\n');
    expect(site.get('_headers')!.toString()).toContain("default-src 'none'");
    expect(site.has('pagefind/pagefind-entry.json')).toBe(true);
    expect(site.get('about/checks/index.html')!.toString()).toContain('date-invalid');
  });

  test('files for the other hosts', async () => {
    for (const host of ['cloudflare', 'apache', 'nginx'])
      expect((await script('build', '--today', '2020-07-31', '--host', host)).code).toBe(0);
    const read = (path: string) => readFileSync(join(council, path), 'utf8');
    expect(read('_site.nginx.conf')).toContain(
      'location = /reviews/old.place/ { return 301 /reviews/reviews/harbour/areas/1/; }',
    );
    expect(read('_site.nginx.conf')).toContain('error_page 404 /reviews/404.html;');
    await script('build', '--today', '2020-07-31', '--host', 'apache');
    expect(read('_site/.htaccess')).toContain(
      'RedirectMatch 301 "^/reviews/old\\.place/?$" "/reviews/reviews/harbour/areas/1/"',
    );
  });

  test('findings as GitLab reads them', async () => {
    writeContent(council, { 'content/pages/wrong.md': '---\ntitel: Wrong\n---\n' });
    const { code, stdout } = await script('check', '--format', 'gitlab', '--today', '2020-07-31');
    writeContent(council, { 'content/pages/wrong.md': null });
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toContainEqual(
      expect.objectContaining({
        check_name: 'field-unknown',
        severity: 'major',
        location: { path: 'content/pages/wrong.md', lines: { begin: 2 } },
      }),
    );
  });

  test('explains a finding, with the help pages of the package', async () => {
    expect((await script('check', '--explain', 'date-invalid')).stdout).toContain('Wrong\n-----');
  });

  test('previews', async () => {
    const program = join(council, 'node_modules/scrutineer/dist/src/cli.js');
    const child = spawn(process.execPath, [program, 'preview', '--port', '0'], { cwd: council });
    try {
      const url = await new Promise<string>((resolve) => {
        let text = '';
        child.stdout.on('data', (data: Buffer) => {
          text += data.toString();
          const found = /Preview: (\S+)/.exec(text)?.[1];
          if (found) resolve(found);
        });
      });
      expect(await fetch(new URL('reviews/street-lighting/', url)).then((answer) => answer.text())).toContain(
        'Street lighting',
      );
    } finally {
      child.kill();
    }
  });

  test('has types', async () => {
    writeFileSync(
      join(council, 'use.ts'),
      "import { compile, type Compilation } from 'scrutineer';\nexport const site: Compilation = compile({ files: [], attachments: [] }, { today: '2026-01-01' });\n// @ts-expect-error: the day is needed\ncompile({ files: [], attachments: [] }, {});\n",
    );
    const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
    const args = [
      tsc,
      '--noEmit',
      '--strict',
      '--skipLibCheck',
      '--module',
      'nodenext',
      '--target',
      'es2023',
      'use.ts',
    ];
    const { code, stdout } = await run(process.execPath, args, council);
    expect(stdout).toBe('');
    expect(code).toBe(0);
  });

  test('init again changes nothing', async () => {
    const before = readTree(join(council, 'content'));
    const { code, stdout } = await run(
      process.execPath,
      [join(council, 'node_modules/scrutineer/dist/src/cli.js'), 'init', '.', '--organisation', 'Another'],
      council,
    );
    expect(code).toBe(0);
    expect(stdout).toContain('Kept as it is: content/site.yaml');
    expect(readTree(join(council, 'content'))).toEqual(before);
  });
});
