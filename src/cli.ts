#!/usr/bin/env node
import type { BuildArguments } from './adapters/commands/build.ts';
import type { Part } from './adapters/build/make-part.ts';
import type { ChangesArguments } from './adapters/commands/changes.ts';
import type { InitArguments } from './adapters/commands/init.ts';
import type { CheckArguments } from './adapters/commands/check.ts';
import type { PreviewArguments } from './adapters/commands/preview.ts';
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { addChangeCommands } from './adapters/commands/change/options.ts';
import { addNewCommand } from './adapters/commands/new/options.ts';
import type { SearchArguments } from './adapters/commands/search.ts';
import { explainFailure } from './adapters/commands/failure.ts';
import { isDate, isFullDate } from './model/dates.ts';

/** The commands. Each one's work stands in `adapters/commands/` and is loaded when it is asked for. */
const program = new Command('scrutineer')
  .description("Turns a folder of Markdown into the public record of a council's scrutiny reviews.")
  .showHelpAfterError('Add --help to see what can be written here.')
  // Exit codes: 0 done, 1 something is wrong with the content or the machine, 2 the command was written wrongly.
  .exitOverride();

const contentOption = ['--content <folder>', 'the folder with site.yaml, pages and reviews', 'content'] as const;

program
  .command('build')
  .description('check the content and build the whole site')
  .option(...contentOption)
  .option('--output <folder>', 'where the site is written', '_site')
  .option('--base-url <address>', "the site's address, when it is not the one in site.yaml", webAddress)
  .option('--today <date>', 'build as on this day (year-month-day)', day)
  .option('--strict', 'let warnings stop the build too')
  .option('--host <name>', 'add redirects and headers for netlify, cloudflare, nginx or apache', hostName)
  .option('--manifest <file>', 'write a list of the files of the site with their digests, for uploading what changed')
  .option('--part <number/of>', 'build a share of the site only, such as 2/4, for join to put together', shareOf)
  .addHelpText(
    'after',
    '\nExamples:\n  npm run build\n  npm run build -- --content archive --output public --base-url https://example.org/scrutiny/\n  npm run build -- --host netlify\n  npm run build -- --part 2/4 --output parts/2',
  )
  .action(async ({ part, ...options }: BuildArguments & { part?: Part }) => {
    const { runBuild, runPart } = await import('./adapters/commands/build.ts');
    await (part ? runPart(options, part) : runBuild(options));
  });

program
  .command('join')
  .description('put a site together from the parts that several machines have built')
  .argument('<parts...>', 'the folders that build --part has written')
  .option(...contentOption)
  .option('--output <folder>', 'where the site is written', '_site')
  .option('--base-url <address>', "the site's address, when it is not the one in site.yaml", webAddress)
  .option('--today <date>', 'as on this day (year-month-day): the day of the parts', day)
  .option('--strict', 'let warnings stop it too')
  .option('--host <name>', 'add redirects and headers for netlify, cloudflare, nginx or apache', hostName)
  .option('--manifest <file>', 'write a list of the files of the site with their digests, for uploading what changed')
  .addHelpText(
    'after',
    '\nThe site is the same as one machine would have built; what no part has made is made here.\n\nExample:\n  npm run join -- parts/1 parts/2 parts/3 parts/4',
  )
  .action(async (parts: string[], options: BuildArguments) =>
    (await import('./adapters/commands/build.ts')).runBuild(options, parts),
  );

program
  .command('changes')
  .description('list which files of a site must be uploaded and removed since it was last uploaded')
  .argument('<manifest>', 'the list that build --manifest has written')
  .option('--since <manifest>', 'the list of what is on the host; without it, or when it is not there, all is new')
  .option('--to <folder>', 'where first.txt, then.txt and remove.txt are written', 'upload')
  .addHelpText('after', '\nExample:\n  npm run changes -- site.sha256 --since uploaded.sha256')
  .action(async (manifest: string, options: ChangesArguments) =>
    (await import('./adapters/commands/changes.ts')).runChanges(manifest, options),
  );

program
  .command('check')
  .description('look for mistakes without building anything')
  .option(...contentOption)
  .option('--format <format>', 'text, json, github, gitlab or sarif', outputFormat, 'text')
  .option('--strict', 'let warnings fail the check too')
  .option('--today <date>', 'check as on this day (year-month-day)', day)
  .option('--only <code>', 'report findings of this code only; several with commas, or written again', collect)
  .option('--explain <code>', 'print what a code means, with a wrong and a right example, and check nothing')
  .option('--all', 'list the findings that were looked at and kept, too')
  .option('--external', 'ask addresses on other sites whether they answer (takes time)')
  .addHelpText(
    'after',
    '\nExamples:\n  npm run check\n  npm run check -- --format json\n  npm run check -- --only word-doubled --only link-broken\n  npm run check -- --explain word-doubled',
  )
  .action(async (options: CheckArguments) => (await import('./adapters/commands/check.ts')).runCheck(options));

program
  .command('preview')
  .description('show the site, drafts included, and keep it right while you write')
  .option(...contentOption)
  .option('--port <number>', 'the port to listen on', port, 8080)
  .option('--base-url <address>', "the site's address, when it is not the one in site.yaml", webAddress)
  .option(
    '--editor <name>',
    '“edit this” opens vscode, vscodium, cursor, zed, idea or none; or an address with {file}, {line}, {column}',
    'vscode',
  )
  .addHelpText('after', '\nExamples:\n  npm start\n  npm start -- --port 9000 --editor none')
  .action(async (options: PreviewArguments) => (await import('./adapters/commands/preview.ts')).runPreview(options));

program
  .command('init')
  .description("write a council's own repository: content, package.json, workflows for GitHub and GitLab")
  .argument('[folder]', 'where; here unless given', '.')
  .option('--organisation <name>', 'who publishes the reviews')
  .option('--name <words>', 'the name of the site')
  .option('--url <address>', 'where the site is published')
  .option('--from <where>', 'where npm finds the generator: a version, an address or a file; this version unless given')
  .option('--ask', 'ask for what is left out, also when the answers come from another program')
  .addHelpText(
    'after',
    '\nFiles that are there already are left as they are.\n\nExample:\n  scrutineer init --organisation "Anytown Borough Council"',
  )
  .action(async (folder: string, options: InitArguments) =>
    (await import('./adapters/commands/init.ts')).runInit(folder, options),
  );

addNewCommand(program, contentOption);
addChangeCommands(program, contentOption);

program
  .command('search')
  .description('look for words in the content as the search page does')
  .argument('<words...>', 'what to look for; several questions are answered one after the other')
  .option(...contentOption)
  .option('--json', 'print the results as JSON')
  .option('--limit <number>', 'how many results to print', count, 10)
  .option('--sort <order>', 'relevance, newest or oldest', sortOrder, 'relevance')
  .option('--today <date>', 'search as on this day (year-month-day)', day)
  .addHelpText(
    'after',
    '\nExamples:\n  npm run search -- "What did we say about GP training?"\n  npm run search -- "area 8" "unanswered recommendations" --json',
  )
  .action(async (words: string[], options: SearchArguments) =>
    (await import('./adapters/commands/search.ts')).runSearch(words, options),
  );

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else process.exitCode = explainFailure(error);
}

function collect(text: string, before: string[] | undefined): string[] {
  const codes = text.split(',').map((code) => code.trim());
  return [...(before ?? []), ...codes.filter((code) => code !== '')];
}

function day(text: string): string {
  if (!isDate(text) || !isFullDate(text)) throw new InvalidArgumentError('Write year-month-day, such as 2013-01-30.');
  return text;
}

function webAddress(text: string): string {
  if (!/^https?:\/\//.test(text) || !URL.canParse(text))
    throw new InvalidArgumentError('Write the whole address, such as https://example.org/scrutiny/.');
  return text;
}

function outputFormat(text: string): string {
  if (!['text', 'json', 'github', 'gitlab', 'sarif'].includes(text))
    throw new InvalidArgumentError('Write text, json, github, gitlab or sarif.');
  return text;
}

function hostName(text: string): string {
  if (!['netlify', 'cloudflare', 'nginx', 'apache'].includes(text))
    throw new InvalidArgumentError('Write netlify, cloudflare, nginx or apache.');
  return text;
}

function shareOf(text: string): Part {
  const [number = 0, of = 0] = text.split('/').map(Number);
  if (!/^\d+\/\d+$/.test(text) || number < 1 || number > of)
    throw new InvalidArgumentError('Write which part of how many, such as 2/4.');
  return { number, of };
}

function count(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError('Write a whole number from 1.');
  return number;
}

function sortOrder(text: string): string {
  if (!['relevance', 'newest', 'oldest'].includes(text))
    throw new InvalidArgumentError('Write relevance, newest or oldest.');
  return text;
}

function port(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 0 || number > 65535)
    throw new InvalidArgumentError('Write a number from 0 to 65535.');
  return number;
}
