import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BASE } from '../support/content.ts';
import {
  brokenLinks,
  cleanUp,
  readTree,
  repeatedAnchors,
  ROOT,
  runCommand,
  temporaryFolder,
  writeContent,
  type CommandResult,
} from '../support/site.ts';

/** The whole site, built by the real command and Pagefind. */

afterAll(cleanUp);

describe('the project’s own content', () => {
  const output = join(temporaryFolder(), 'site');
  let result: CommandResult;
  beforeAll(async () => {
    result = await runCommand('build', '--content', join(ROOT, 'content'), '--output', output);
  });

  test('builds and ends with a summary', () => {
    expect(result.stderr).not.toMatch(/ error /);
    expect(result.code).toBe(0);
    expect(result.stdout).toMatch(
      /documents +\d+\n +pages +\d+\n +search records +\d+\n +diagnostics .+\n +changed files +\d+\nLook at it with: npm start/,
    );
    expect(result.stdout).toMatch(/ in \d+\.\d s/);
  });

  test('every internal link and anchor resolves, and no anchor stands twice on a page', () => {
    expect(brokenLinks(output)).toEqual([]);
    expect(repeatedAnchors(output)).toEqual([]);
  });

  test('every address of the content format exists', () => {
    const review = 'reviews/safeguarding-improvement';
    const pages = [
      '',
      'reviews/',
      `${review}/`,
      `${review}/conclusions/`,
      `${review}/print/`,
      `${review}/areas/8/`,
      `${review}/meetings/2/`,
      `${review}/recommendations/`,
    ];
    pages.push(
      `${review}/recommendations/3/`,
      `${review}/appendices/b/`,
      `${review}/appendices/g/`,
      'recommendations/',
      'people/bob-hicks/',
      'search/',
      'accessibility/',
    );
    pages.push('committees/children-and-young-people-overview-and-scrutiny-committee/', 'topics/safeguarding/');
    const files = [
      ...pages.map((page) => `${page}index.html`),
      'feed.xml',
      'sitemap.xml',
      '404.html',
      `${review}/conclusions.json`,
      `${review}/conclusions.csv`,
      'data/reviews.json',
      'data/reviews.csv',
    ];
    expect(files.filter((file) => !existsSync(join(output, file)))).toEqual([]);
  });

  test('every page is valid HTML', async () => {
    const validator = new HtmlValidate({
      extends: ['html-validate:standard'],
      rules: {
        'no-trailing-whitespace': 'off',
        'void-style': 'off',
        'long-title': 'off',
        'no-inline-style': 'off',
        'attribute-boolean-style': 'off',
      },
    });
    const reports = [];
    for (const [path, bytes] of readTree(output)) {
      if (!path.endsWith('.html')) continue;
      const { results } = await validator.validateString(bytes.toString());
      reports.push(
        ...results.flatMap(({ messages }) =>
          messages.map((message) => `${path}:${message.line} ${message.ruleId} ${message.message}`),
        ),
      );
    }
    expect([...new Set(reports)].slice(0, 20)).toEqual([]);
  });

  test('nothing is loaded from another host', () => {
    const loads = [...readTree(output)].flatMap(([path, bytes]) =>
      /\.(html|css|js)$/.test(path) && !path.startsWith('pagefind/')
        ? [
            ...bytes
              .toString()
              .matchAll(
                /(?:\ssrc=|url\(|@import |<link [^>]*rel="(?:stylesheet|preload|icon)"[^>]*href=)["']?(https?:)?\/\//g,
              ),
          ].map(() => path)
        : [],
    );
    expect(loads).toEqual([]);
  });

  test('the whole review is in one index, and only documents are', () => {
    const entry = JSON.parse(readFileSync(join(output, 'pagefind', 'pagefind-entry.json'), 'utf8')) as {
      languages: Record<string, { page_count: number }>;
    };
    expect(Object.keys(entry.languages)).toEqual(['en']);
    const searchable = [...readTree(output)].filter(
      ([path, bytes]) => path.endsWith('.html') && bytes.includes('data-pagefind-body'),
    );
    expect(entry.languages['en']!.page_count).toBe(searchable.length);
    expect(searchable.map(([path]) => path)).not.toContain('search/index.html');
    expect(searchable.length).toBeGreaterThan(30);
  });

  test('the conclusions table stands on its own page, in the appendix and on the review’s page', () => {
    for (const page of ['conclusions/', 'appendices/f/', '']) {
      const html = readFileSync(join(output, 'reviews/safeguarding-improvement', page, 'index.html'), 'utf8');
      expect(html, page).toContain('further assurance at ');
      expect(html.match(/ id="(?:[a-z-]+-)?area-\d+"/g)?.length, page).toBeGreaterThanOrEqual(20);
    }
  });
});

describe('contents of every kind', () => {
  const contents: Record<string, Record<string, string | null>> = {
    'a review with no areas': {
      'reviews/harbour/areas/1.md': null,
      'reviews/harbour/areas/2.md': null,
      ...withoutAreas(),
    },
    'only index.md': onlyIndex(),
    'no site.yaml': { 'site.yaml': null },
    'several reviews': {
      'reviews/pier/index.md':
        '---\ntitle: Pier\ntype: one-day\ncommittee: Environment Scrutiny Committee\nstatus: scoping\n---\n\nArea 1 of [[harbour/area 1]].\n',
    },
    'Windows line ends': Object.fromEntries(
      Object.entries(BASE).map(([path, text]) => [path, text.replaceAll('\n', '\r\n')]),
    ),
    'a byte-order mark': Object.fromEntries(Object.entries(BASE).map(([path, text]) => [path, `\uFEFF${text}`])),
    'names in Welsh and with apostrophes': {
      'reviews/tai-fforddiadwy/index.md':
        '---\ntitle: Tai fforddiadwy yng Ngheredigion\ntype: inquiry\ncommittee: Pwyllgor Craffu’r Môr\nstatus: final\ntopics: [tŷ, it\'s]\npeople:\n  sian-o-neill: {name: "Siân O\'Neill", group: member}\n  gwŷr: {name: Gŵyr ap Ŵgan, group: witness}\n---\n\nSiân O’Neill a Gŵyr.\n',
    },
    'folders with spaces and accents': {
      'reviews/Cafés & bars/index.md':
        '---\ntitle: Cafés\ntype: inquiry\ncommittee: Environment Scrutiny Committee\nstatus: final\n---\n\nSee [the plan](files/the plan.pdf).\n'.replace(
          'the plan.pdf',
          'the%20plan.pdf',
        ),
      'reviews/Cafés & bars/files/the plan.pdf': 'PDF',
    },
  };

  test.each(Object.entries(contents))('%s builds, with every link right', async (_, texts) => {
    const folder = temporaryFolder();
    writeContent(join(folder, 'content'), { ...BASE, ...texts });
    const { code, stderr, stdout } = await runCommand(
      'build',
      '--content',
      join(folder, 'content'),
      '--output',
      join(folder, 'site'),
    );
    expect(stderr + stdout).toContain('Built');
    expect(code).toBe(0);
    expect(brokenLinks(join(folder, 'site'))).toEqual([]);
    expect(repeatedAnchors(join(folder, 'site'))).toEqual([]);
  });

  test('a site under a path', async () => {
    const folder = temporaryFolder();
    writeContent(join(folder, 'content'), BASE);
    const { code } = await runCommand(
      'build',
      '--content',
      join(folder, 'content'),
      '--output',
      join(folder, 'site'),
      '--base-url',
      'https://example.org/scrutiny/',
    );
    expect(code).toBe(0);
    expect(brokenLinks(join(folder, 'site'), '/scrutiny/')).toEqual([]);
    expect(readFileSync(join(folder, 'site', 'reviews/harbour/index.html'), 'utf8')).toContain(
      '<link rel="canonical" href="https://example.org/scrutiny/reviews/harbour/">',
    );
  });
});

describe('a build that meets a mistake', () => {
  test('prints every mistake, exits 1 and leaves the last good site as it was', async () => {
    const folder = temporaryFolder();
    const [content, site] = [join(folder, 'content'), join(folder, 'site')];
    writeContent(content, BASE);
    expect((await runCommand('build', '--content', content, '--output', site)).code).toBe(0);
    const before = readTree(site);
    writeContent(content, {
      'reviews/harbour/areas/1.md': '---\nnumber: one\ntitle: Lighting\n---\n',
      'reviews/harbour/meetings/2.md': '---\nnumber: 2\ntitle: x\ndate: 2012-13-01\n---\n\nArea 41.\n',
    });
    const { code, stderr } = await runCommand('build', '--content', content, '--output', site);
    expect(code).toBe(1);
    expect(stderr).toMatch(/areas\/1\.md:2:9 error field-type/);
    expect(stderr).toMatch(/meetings\/2\.md:4:7 error date-invalid/);
    expect(stderr).toMatch(/Nothing was published/);
    expect(readTree(site)).toEqual(before);
  });

  test('hostile content is text and nothing else', async () => {
    const folder = temporaryFolder();
    const attack =
      '<script>alert(1)</script> {{ 7*7 }} {% raw %} <img src=x onerror=alert(1)> [x](javascript:alert(1)) ![x](data:text/html,x) ${7*7} `</script>`';
    writeContent(join(folder, 'content'), {
      ...BASE,
      'reviews/harbour/areas/1.md': `---\nnumber: 1\ntitle: '"><script>alert(2)</script> {{ 7*7 }}'\nwording: '<b onclick=x>{{ view }}</b>'\nlead: abc\n---\n\n${attack}\n\n## <script>alert(3)</script>\n\n${attack}{onclick=alert(1)}\n`,
    });
    const { code } = await runCommand('build', '--content', join(folder, 'content'), '--output', join(folder, 'site'));
    expect(code).toBe(0);
    for (const [path, bytes] of readTree(join(folder, 'site'))) {
      if (!path.endsWith('.html')) continue;
      const html = bytes.toString();
      expect(html, path).not.toMatch(/<script>alert|<img src=x|<b onclick|href="javascript:|src="data:|\b49\b/);
    }
    expect(readFileSync(join(folder, 'site/reviews/harbour/areas/1/index.html'), 'utf8')).toContain('{{ 7*7 }}');
  });
});

function withoutAreas(): Record<string, string> {
  return {
    'reviews/harbour/index.md': BASE['reviews/harbour/index.md']!.replace(/We looked at Area 1 and Area 2 and/, 'We'),
    'reviews/harbour/meetings/1.md':
      '---\nnumber: 1\ntitle: First\ndate: 2020-02-04\npresent: [ann-example, ben-sample]\n---\n\nBen Sample spoke.\n',
    'reviews/harbour/meetings/2.md':
      '---\nnumber: 2\ntitle: Second\ndate: 2020-03-03\npresent: [ann-example, ben-sample]\n---\n\nBen Sample spoke.\n',
    'reviews/harbour/recommendations/1.md':
      '---\nnumber: 1\nwording: To keep the quay lit.\nto: [Harbour Board]\nsent: 2020-06-30\n---\n\nMeeting 1 shows why.\n',
  };
}

function onlyIndex(): Record<string, string | null> {
  const others = Object.keys(BASE).filter((path) => path.startsWith('reviews/harbour/') && !path.endsWith('index.md'));
  return {
    ...Object.fromEntries(others.map((path) => [path, null])),
    'reviews/harbour/index.md':
      '---\ntitle: Harbour safety\ntype: one-day\ncommittee: Environment Scrutiny Committee\nstatus: scoping\n---\n',
  };
}
