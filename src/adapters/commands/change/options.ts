import type { Command } from 'commander';
import type { FormatArguments } from './format.ts';
import type { RenameArguments } from './rename.ts';

/** The commands that change existing files: both show first what they will do. */
export function addChangeCommands(
  program: Command,
  content: readonly [flags: string, words: string, fallback: string],
): void {
  program
    .command('rename')
    .description('give a review, a document or a file another name or number, and mend every reference to it')
    .argument('<path>', 'what is renamed: reviews/street-lighting, reviews/street-lighting/areas/1.md, pages/about.md')
    .argument('<new-name>', 'its new folder, number, letter or file name')
    .option(...content)
    .option('--yes', 'do it without asking')
    .option('--dry-run', 'show only what would be done')
    .addHelpText(
      'after',
      `
Published addresses lead on to the new ones (formerly). Nothing is written when anything is wrong.

Examples:
  npm run rename -- reviews/street-lighting lighting-2026
  npm run rename -- reviews/street-lighting/areas/1.md 3
  npm run rename -- reviews/street-lighting/appendices/c.md D --dry-run
  npm run rename -- pages/about.md about-us --yes`,
    )
    .action(async (from: string, to: string, options: RenameArguments) =>
      (await import('./rename.ts')).runRename(from, to, options),
    );

  program
    .command('format')
    .description('put the keys of front matter into their usual order; comments and text stay as they are')
    .argument('[paths...]', 'files or folders; all of the content unless given')
    .option(...content)
    .option('--yes', 'do it without asking')
    .option('--dry-run', 'show only what would be done')
    .option('--check', 'exit with 1 when something is out of order, and write nothing')
    .addHelpText(
      'after',
      '\nExamples:\n  npm run format\n  npm run format -- content/reviews/street-lighting --yes\n  npm run format -- --check',
    )
    .action(async (paths: string[], options: FormatArguments) =>
      (await import('./format.ts')).runFormat(paths, options),
    );
}
