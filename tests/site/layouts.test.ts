import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { layoutFolders } from '../../src/adapters/commands/surroundings.ts';
import { writeSite } from '../support/write-site.ts';
import { compileWith } from '../support/content.ts';
import { cleanUp, temporaryFolder, writeContent } from '../support/site.ts';

afterAll(cleanUp);

test("a council's own layouts replace ours file by file, and its colour, logo and licence are used", async () => {
  const folder = temporaryFolder();
  const own = writeContent(join(folder, 'layouts'), {
    'not-found.njk': '{% extends "base.njk" %}{% block main %}<h1>Ar goll</h1>{% endblock %}',
    'assets/extra.js': '// ours',
  });
  const content = writeContent(join(folder, 'content'), { 'logo.svg': '<svg/>' });
  const site =
    'name: Craffu\norganisation: Anytown\nurl: https://example.org/\ncolour: "#5a1a6b"\nlogo: logo.svg\nlicence: {name: OGL, url: https://example.org/licence}\nfooter: [{text: Privacy, url: /privacy/}]\n';
  const compilation = compileWith(
    { 'site.yaml': site, 'pages/privacy.md': '---\ntitle: Privacy\n---\n\nWe keep nothing.\n' },
    {},
    ['logo.svg'],
  );
  expect(compilation.diagnostics).toEqual([]);
  await writeSite(compilation, {
    content,
    output: join(folder, 'site'),
    layouts: [own, ...layoutFolders()],
    cache: join(folder, 'cache'),
  });
  const read = (path: string) => readFileSync(join(folder, 'site', path), 'utf8');
  expect(read('404.html')).toContain('<h1>Ar goll</h1>');
  expect(read('index.html')).toContain('Newest reviews');
  expect(read('assets/extra.js')).toBe('// ours');
  expect(read('assets/theme.css')).toContain('#5a1a6b');
  expect(read('logo.svg')).toBe('<svg/>');
  expect(read('index.html')).toMatch(/<img[^>]+src="\/logo\.svg"/);
  expect(read('index.html')).toContain('href="https://example.org/licence"');
  expect(read('index.html')).toContain('href="/privacy/"');
});

test('a colour on which white text could not be read is refused', () => {
  const { diagnostics } = compileWith({
    'site.yaml': 'name: x\norganisation: y\nurl: https://example.org/\ncolour: "#ffdd00"\n',
  });
  expect(diagnostics.map(({ code }) => code)).toEqual(['field-type']);
});
