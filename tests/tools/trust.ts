import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startVitest } from 'vitest/node';
import { FIGURES } from '../trust/figures.ts';

/** Runs the tests that try to break the promises, thoroughly, and makes `docs/trust.md` of their figures: `npm run trust`. */

interface Figure {
  readonly promise: string;
  readonly name: string;
  readonly figure: string;
}

const PROMISES: Readonly<Record<string, string>> = {
  'Nothing leaks':
    'Restricted documents and blocks, drafts, reviews with a date to come, and names that are not to be published reach no byte of the site. A test plants a mark in every place that can hold one, builds the site, unpacks its search index and looks for every mark in every file.',
  'Nothing gets in':
    'Content is untrusted. Known attacks and attacks put together at random are written into every place in which a stranger can write; the HTML of the pages may hold only the tags, attributes and addresses on a short list. In a browser, the policy that every page carries lets no other script, style, frame, picture or request through.',
  'Damaged input':
    'Each file of a site is damaged in every way below, and the site compiled again. A mutation is harmless when every page is still there; it is lost when a page vanishes without a finding, or when the compiler fails.',
  'Nothing is false':
    'Every row and number of the generated tables, registers, facets, counts and data files is computed a second time from the front matter as it stands in the files, by a test that shares no code with the program, and compared with the printed pages.',
  Publication:
    'Readers have the old site or the new one, complete, whatever happens to a build; and the same content gives the same bytes.',
  'It stays up':
    'The preview goes through random additions, edits, renames, deletions and breakages, several at once. At the end its folder is compared, file for file, with that of a preview that has just been started, and its memory with that after a third of the way.',
};

// `npm run trust -- --kept` writes the figures of the last run again.
if (!process.argv.includes('--kept')) {
  process.env.THOROUGH = 'yes';
  rmSync(FIGURES, { recursive: true, force: true });
  const runner = await startVitest('test', ['tests/trust', 'tests/site/leaks.test.ts'], { watch: false });
  await runner.close();
  if (process.exitCode) process.exit();
}

const figures = readdirSync(FIGURES)
  .sort()
  .map((file) => JSON.parse(readFileSync(join(FIGURES, file), 'utf8')) as Figure);
const sections = Object.entries(PROMISES).map(([promise, text]) => {
  const rows = figures.filter((figure) => figure.promise === promise);
  const list = rows.map(({ name, figure }) => `- ${name}: ${figure}`).join('\n');
  return `## ${promise}\n\n${text}\n\n${list || '- not measured in this run'}\n`;
});
writeFileSync(
  join(import.meta.dirname, '..', '..', 'docs', 'trust.md'),
  `# What the tests tried in order to break Scrutineer\n\nMade by \`npm run trust\` from the tests themselves; every figure is of that run.\n\n${sections.join('\n')}`,
);
