import { expect, test } from 'vitest';
import { compileWith } from '../support/content.ts';

test('translations lead to each other, in their own languages', () => {
  const { pages, diagnostics } = compileWith({
    'pages/about.md': '---\ntitle: About\n---\n\nText.\n',
    'pages/amdanom.md': '---\ntitle: Amdanom\nlanguage: cy\ntranslationOf: about.md\n---\n\nTestun.\n',
  });
  expect(diagnostics).toEqual([]);
  const page = (file: string) => pages.find((candidate) => candidate.file === file)!;
  expect(page('about/index.html').translations).toEqual([{ text: 'Amdanom', url: '/amdanom/', language: 'cy' }]);
  expect(page('amdanom/index.html').translations).toEqual([{ text: 'About', url: '/about/', language: 'en-GB' }]);
  expect(page('amdanom/index.html').language).toBe('cy');
});

test('a translation of nothing is reported where it stands', () => {
  const { diagnostics } = compileWith({
    'pages/amdanom.md': '---\ntitle: Amdanom\ntranslationOf: pages/abuot.md\n---\n',
    'pages/about.md': '---\ntitle: About\n---\n',
  });
  expect(diagnostics.map(({ code, file, hint }) => [code, file, hint])).toEqual([
    ['reference-unknown', 'pages/amdanom.md', 'Did you mean pages/about.md?'],
  ]);
});
