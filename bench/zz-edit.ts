import { readFileSync } from 'node:fs';
import { loadContent } from '../src/adapters/load-content.ts';
import { compile, compileReviews, type ParseCache } from '../src/compile.ts';
import { contentOf, readChanged } from '../src/adapters/preview/kept-content.ts';
import { digestPages } from '../src/adapters/preview/site-state.ts';
import { finish } from '../src/model/steps.ts';
import { loadHelpPages } from '../src/adapters/help-pages.ts';
const folder = process.argv[2]!;
let content = await loadContent(folder);
const cache: ParseCache = new Map();
const options = { today: '2026-01-01', preview: true, helpPages: await loadHelpPages() };
const all = compile(content, options, cache);
const ids = new Set(['harbour-1']);
void readFileSync;
for (let n = 0; n < 40; n++) {
  const path = 'reviews/harbour-1/meetings/2.md';
  const a = performance.now();
  content = await readChanged(content, folder, [path]);
  content = { ...content, files: content.files.map((f) => (f.path === path ? { ...f, text: `${f.text}\nEdit ${n}.\n` } : f)) };
  const b = performance.now();
  const part = contentOf(content, ids);
  const c = performance.now();
  const { pages } = compileReviews(part, ids, options, cache);
  const d = performance.now();
  finish(digestPages(pages));
  const e = performance.now();
  if (n % 5 === 4) console.log([b - a, c - b, d - c, e - d].map(Math.round).join(' '), part.files.length, all.pages.length);
}
