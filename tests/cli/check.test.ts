import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ALL_CODES } from '../../src/diagnostics/codes.ts';
import { readable } from '../../src/adapters/commands/explain.ts';
import { BASE } from '../support/content.ts';
import { meeting1 } from '../support/findings.ts';
import { cleanUp, runCommand, temporaryFolder, writeContent } from '../support/site.ts';

/** The real `check` command, as `npm run check` starts it. */

afterAll(cleanUp);

const TODAY = ['--today', '2020-07-31'];
const content = (texts: Readonly<Record<string, string | null>> = {}) =>
  writeContent(temporaryFolder(), { ...BASE, ...texts });
const check = (folder: string, ...args: string[]) => runCommand('check', '--content', folder, ...TODAY, ...args);

interface Json {
  diagnostics: { code: string; severity: string; file: string; line: number; related: unknown[] }[];
  summary: { errors: number; warnings: number; advice: number };
  kept?: { code: string; because: string; line: number }[];
}
const asJson = (stdout: string) => JSON.parse(stdout) as Json;

const DOUBLED = 'Ben Sample showed how the the quay is lit.';
const KEPT = 'checked:\n  - {code: word-doubled, because: The original has it so.}\n';

describe('check', () => {
  test('says that nothing is wrong', async () => {
    const { code, stdout } = await check(content());
    expect(stdout).toMatch(/^Checked \d+ files in \d+\.\d s: no problems found\.\n$/);
    expect(code).toBe(0);
  });

  test('a warning is shown with its place and does not fail; --strict makes it fail', async () => {
    const folder = content(meeting1(DOUBLED));
    const plain = await check(folder);
    expect(plain.code).toBe(0);
    expect(plain.stdout).toMatch(/meetings\/1\.md:12:23 warning word-doubled\n/);
    expect((await check(folder, '--strict')).code).toBe(1);
  });

  test('an error fails', async () => {
    const { code, stdout } = await check(content(meeting1('As Area 9 says, the quay is lit.')), '--format', 'json');
    expect(code).toBe(1);
    expect(asJson(stdout).summary.errors).toBe(1);
  });

  test('links within the site are followed, which takes the pages', async () => {
    const folder = content(meeting1('See [the other review](/reviews/nowhere/).'));
    const { stdout } = await check(folder, '--only', 'link-broken', '--format', 'json');
    expect(asJson(stdout).diagnostics.map(({ code }) => code)).toEqual(['link-broken']);
  });

  test('--today decides what is overdue', async () => {
    const folder = content(
      meeting1('The quay is lit.', 'actions:\n  - {action: Count, owner: abc, due: 2020-09-01}\n'),
    );
    const codes = async (day: string) => {
      const { stdout } = await runCommand(
        'check',
        '--content',
        folder,
        '--today',
        day,
        '--format',
        'json',
        '--only',
        'action-overdue',
      );
      return asJson(stdout).diagnostics.map(({ code }) => code);
    };
    expect(await codes('2020-09-01')).toEqual([]);
    expect(await codes('2020-09-02')).toEqual(['action-overdue']);
  });
});

describe('--only', () => {
  test('reports one code, or several, and fails for these only', async () => {
    const folder = content(meeting1(`${DOUBLED} As Area 9 says, it is lit.`));
    const one = await check(folder, '--only', 'word-doubled', '--format', 'json');
    expect(asJson(one.stdout).diagnostics.map(({ code }) => code)).toEqual(['word-doubled']);
    expect(one.code).toBe(0);
    const two = await check(folder, '--only', 'word-doubled', '--only', 'reference-unknown', '--format', 'json');
    expect(new Set(asJson(two.stdout).diagnostics.map(({ code }) => code))).toEqual(
      new Set(['word-doubled', 'reference-unknown']),
    );
    expect(two.code).toBe(1);
  });

  test('a code that does not exist: what was meant, and exit code 2', async () => {
    const { code, stdout, stderr } = await check(content(), '--only', 'word-dobled');
    expect(code).toBe(2);
    expect(stderr).toContain('No finding has the code “word-dobled”. Did you mean word-doubled?');
    expect(stdout).toBe('');
  });

  test('all unknown codes are named', async () => {
    const { code, stderr } = await check(content(), '--only', 'xyzzyxyzzy', '--only', 'plugh-plugh');
    expect(code).toBe(2);
    expect(stderr).toContain('xyzzyxyzzy');
    expect(stderr).toContain('plugh-plugh');
  });
});

describe('--explain', () => {
  test('prints the page with its examples, and checks nothing', async () => {
    const { code, stdout } = await runCommand('check', '--content', '/nowhere', '--explain', 'word-doubled');
    expect(code).toBe(0);
    expect(stdout).toContain('word-doubled (warning, likeness)');
    expect(stdout).toContain('  reviews/harbour/meetings/1.md\n');
    expect(stdout).toContain('    | Ben Sample showed how the the quay is lit.\n    |                       ^^^^^^^\n');
    expect(stdout).not.toMatch(/[⟦⟧]|```/);
  });

  test('an unknown code: what was meant, and exit code 2', async () => {
    const { code, stderr } = await runCommand('check', '--explain', 'link-brokn');
    expect(code).toBe(2);
    expect(stderr).toContain('Did you mean link-broken?');
  });

  test('marks over several lines, marks around nothing, missing files', () => {
    const page = '# T\n\n````md a.md\nx ⟦y\nz⟧ w\n⟦⟧end\n```\n````\n\n`absent b.md`\n\nWrite `x` or **y**.\n';
    expect(readable(page).split('\n')).toEqual([
      'T',
      '=',
      '',
      '  a.md',
      '    | x y',
      '    |   ^',
      '    | z w',
      '    | ^',
      '    | end',
      '    | ^',
      '    | ```',
      '',
      '  b.md (there is no such file)',
      '',
      'Write “x” or y.',
      '',
    ]);
  });

  test('every code can be explained', async () => {
    const { explainCode } = await import('../../src/adapters/commands/explain.ts');
    for (const code of ALL_CODES) expect(await explainCode(code)).toMatch(/Wrong\n-----/);
  });
});

describe('--all', () => {
  test('lists what was looked at and kept, with the reasons', async () => {
    const folder = content(meeting1(DOUBLED, KEPT));
    const plain = await check(folder);
    expect(plain.stdout).not.toContain('warning word-doubled');
    expect(plain.stdout).toContain('1 more looked at and kept; --all lists them');
    const all = await check(folder, '--all');
    expect(all.stdout).toContain('Looked at and kept: 1');
    expect(all.stdout).toContain('warning word-doubled');
    expect(all.stdout).toContain('kept because: The original has it so.');
    expect(all.code).toBe(0);
    expect((await check(folder, '--all', '--strict')).code).toBe(0);
  });

  test('as JSON', async () => {
    const folder = content(meeting1(DOUBLED, KEPT));
    const all = asJson((await check(folder, '--only', 'word-doubled', '--all', '--format', 'json')).stdout);
    expect(all.diagnostics).toEqual([]);
    expect(all.kept).toMatchObject([{ code: 'word-doubled', because: 'The original has it so.' }]);
    expect(asJson((await check(folder, '--format', 'json')).stdout).kept).toBeUndefined();
  });
});

describe('--external', () => {
  let server: Server;
  let host = '';
  const asked: string[] = [];

  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push(`${request.method} ${request.url}`);
      response.statusCode = request.url === '/gone' ? 410 : 200;
      response.end('x');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  test('asks nothing unless told to, then warns and never fails', async () => {
    const folder = content(meeting1(`See [plans](${host}/gone) and [more](${host}/there).`));
    const only = ['--only', 'external-broken', '--format', 'json'];
    expect(asJson((await check(folder, ...only)).stdout).diagnostics).toEqual([]);
    expect(asked).toEqual([]);
    const { code, stdout } = await check(folder, '--external', ...only);
    expect(asJson(stdout).diagnostics).toMatchObject([{ code: 'external-broken', severity: 'warning', line: 12 }]);
    expect(code).toBe(0);
    expect(asked).toContain('HEAD /there');
    expect(asked).toContain('GET /gone');
  });

  test('can be kept like any other finding', async () => {
    const reason = 'checked:\n  - {code: external-broken, because: The web archive has it.}\n';
    const folder = content(meeting1(`See [plans](${host}/gone).`, reason));
    const { stdout } = await check(folder, ...['--external', '--all', '--only', 'external-broken', '--format', 'json']);
    expect(asJson(stdout)).toMatchObject({ diagnostics: [], kept: [{ because: 'The web archive has it.' }] });
  });
});
