import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { BASE } from '../support/content.ts';
import { cleanUp, readTree, runCommand, temporaryFolder, writeContent } from '../support/site.ts';
import { recordFigure } from './figures.ts';

/** The clerk's machine: nothing outside the content folder is read, and nothing in it steers a terminal. */

afterAll(cleanUp);

const TODAY = ['--today', '2020-07-31'];
const ESCAPES = [
  '\u001b[2J',
  '\u001b]0;title\u0007',
  '\u0007',
  '\u009b31m',
  '\b\b\b',
  '\u007f',
  '\u000b',
  '\u202e',
  '\u0001',
];
/** Control characters, but for tab and line ends. */
const STEERS = /(?![\t\n\r])[\p{Cc}\u202D\u202E]/u;

function commandsIn(text: string): string[] {
  return [...text].filter((character) => STEERS.test(character));
}

describe('characters that steer a terminal', () => {
  test.each(['text', 'json', 'github', 'gitlab', 'sarif'])(
    'never reach it through check --format %s',
    async (format) => {
      const files = { ...BASE };
      for (const [path, text] of Object.entries(BASE))
        files[path] = text.replace(/title: (.*)/, (_, title: string) => `title: ${title} ${ESCAPES.join(' ')}`);
      files['reviews/harbour/areas/2.md'] =
        `---\nnumber: 2\ntitle: "Ladders \\e[31m \\a"\nbad${ESCAPES[0]}key: 1\nlead: ${ESCAPES.join('')}\n---\n\nSee Area 77${ESCAPES.join('')} and [x](${ESCAPES[0]}.pdf).\n`;
      const content = writeContent(temporaryFolder(), files);
      const { stdout, stderr, code } = await runCommand('check', '--content', content, '--format', format, ...TODAY);
      expect(code).toBe(1);
      expect(stdout + stderr).toContain('character-unseen');
      expect(commandsIn(stdout + stderr)).toEqual([]);
    },
  );

  test('nor any file of the site', async () => {
    const files = { ...BASE };
    for (const [path, text] of Object.entries(BASE))
      files[path] = text.replace(/title: (.*)/, (_, title: string) => `title: "${title} \\e[31m"`);
    files['reviews/harbour/areas/2.md'] =
      `${files['reviews/harbour/areas/2.md']}\nDark ${ESCAPES.join(' dark ')} steps.\n`;
    const folder = temporaryFolder();
    const content = writeContent(join(folder, 'content'), files);
    const built = await runCommand('build', '--content', content, '--output', join(folder, 'site'), ...TODAY);
    expect(built.code, built.stderr).toBe(0);
    const bad = [...readTree(join(folder, 'site'))].flatMap(([path, bytes]) =>
      /\.(html|json|csv|xml|txt)$/.test(path) && commandsIn(bytes.toString()).length > 0 ? [path] : [],
    );
    expect(bad).toEqual([]);
    recordFigure(
      'Nothing gets in',
      'characters that steer terminals',
      `${ESCAPES.length} in every title: none got through`,
    );
  });
});

test.skipIf(process.platform === 'win32')(
  'links, pipes and devices in the content folder are reported and not followed',
  async () => {
    const folder = temporaryFolder();
    const content = writeContent(join(folder, 'content'), {
      ...BASE,
      'reviews/harbour/appendices/a.md': `${BASE['reviews/harbour/appendices/a.md']}\n[One](../files/link.pdf), [two](../files/pipe.pdf), [three](../files/whole/passwords.pdf).\n`,
    });
    const secret = join(folder, 'secret');
    mkdirSync(secret);
    writeFileSync(join(secret, 'passwords.pdf'), 'zqsecretqz');
    writeFileSync(join(secret, '9.md'), '---\nnumber: 9\ntitle: zqsecretqz\n---\n');
    mkdirSync(join(content, 'reviews/harbour/files'), { recursive: true });
    symlinkSync(join(secret, 'passwords.pdf'), join(content, 'reviews/harbour/files/link.pdf'));
    symlinkSync(secret, join(content, 'reviews/harbour/files/whole'));
    symlinkSync(join(secret, '9.md'), join(content, 'reviews/harbour/areas/9.md'));
    symlinkSync('/dev/zero', join(content, 'reviews/harbour/areas/zero.md'));
    execFileSync('mkfifo', [join(content, 'reviews/harbour/files/pipe.pdf')]);
    writeFileSync(join(content, 'reviews/harbour/areas/\u001b[2J.md'), '---\nnumber: 8\ntitle: zqsecretqz\n---\n');
    const { stdout, code } = await runCommand('check', '--content', content, '--format', 'json', ...TODAY);
    expect(code).toBe(1);
    const found = (JSON.parse(stdout) as { diagnostics: { code: string; file: string }[] }).diagnostics;
    const reported = found.filter((finding) => finding.code === 'file-misplaced').map(({ file }) => file);
    expect(reported.map((file) => file.replace(/.*harbour\//, '')).sort()).toEqual([
      'areas/ [2J.md',
      'areas/9.md',
      'areas/zero.md',
      'files/link.pdf',
      'files/pipe.pdf',
      'files/whole',
    ]);
    expect(stdout).not.toContain('zqsecretqz');
    const built = await runCommand('build', '--content', content, '--output', join(folder, 'site'), ...TODAY);
    expect(built.code).toBe(1);
    recordFigure('Nothing gets in', 'links, pipes and devices', `${reported.length} planted: all reported, none read`);
  },
);

test('attachments stay in their folder', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'outside.pdf'), 'zqsecretqz');
  const content = writeContent(join(folder, 'content'), {
    ...BASE,
    'site.yaml': `${BASE['site.yaml'] ?? ''}logo: ../outside.pdf\n`,
    'reviews/harbour/appendices/a.md': `${BASE['reviews/harbour/appendices/a.md']}\n[a](../../../../outside.pdf) [b](../files/../../../../outside.pdf) [c](..%2f..%2f..%2f..%2foutside.pdf)\n`,
  });
  const { code, stdout, stderr } = await runCommand(
    'build',
    '--content',
    content,
    '--output',
    join(folder, 'site'),
    ...TODAY,
  );
  expect(code, stdout + stderr).toBe(1);
  expect(stderr).toContain('link-broken');
});

test.skipIf(process.platform === 'win32')(
  'names whose accents stand apart, as a Mac writes them, are read, linked and copied',
  async () => {
    const folder = temporaryFolder();
    const apart = 'plé'.normalize('NFD');
    const content = writeContent(join(folder, 'content'), {
      ...BASE,
      [`reviews/harbour/areas/${apart}.md`]: '---\nnumber: 3\ntitle: Accents apart\n---\n',
      [`reviews/harbour/files/${apart}.pdf`]: 'a plan',
      'reviews/harbour/appendices/a.md': `${BASE['reviews/harbour/appendices/a.md']}\n[The plan](../files/${'plé'.normalize('NFC')}.pdf)\n`,
    });
    const site = join(folder, 'site');
    const built = await runCommand('build', '--content', content, '--output', site, ...TODAY);
    expect(built.code, built.stderr).toBe(0);
    expect(readFileSync(join(site, 'reviews/harbour/areas/3/index.html'), 'utf8')).toContain('Accents apart');
    expect([...readTree(site).keys()].filter((path) => path.endsWith('.pdf'))).toHaveLength(1);
    const formatted = await runCommand('format', '--content', content);
    expect(formatted.stderr).not.toContain('ENOENT');
  },
);
