import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startVitest } from 'vitest/node';
import { FIGURES, PROMISES, type Figure } from '../trust/figures.ts';

/** Runs the tests that try to break the promises, thoroughly, and makes `docs/trust.md` of their figures: `npm run trust`. */

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
