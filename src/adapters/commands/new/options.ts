import type { Command } from 'commander';
import type { NewArguments, NewKind } from './new.ts';

/** The `new` command and its kinds: options and examples. The work is loaded when it is asked for. */

type Row = readonly [flags: string, meaning: string, isList?: 'list'];

const REVIEW: Row = ['--review <folder>', 'the review it belongs to; not needed when there is only one'];
const NUMBER: Row = ['--number <number>', 'its number; the next free one unless given'];

const KINDS: Readonly<Record<NewKind, { words: string; rows: readonly Row[]; examples: readonly string[] }>> = {
  review: {
    words: 'a whole review, from scoping to recommendations',
    rows: [
      ['--title <words>', 'what the review is called'],
      ['--folder <name>', 'its folder and permanent address; made from the title unless given'],
      ['--type <word>', 'task-and-finish, select-committee, inquiry, in-depth, one-day or standing'],
      ['--committee <name>', 'the committee it belongs to'],
      ['--commissioned-by <name>', 'who asked for it'],
      ['--commissioned-on <date>', 'when, year-month-day'],
      ['--question <sentence>', 'what it asks'],
      ['--chair <name>', 'who is in the chair'],
      ['--member <names>', 'the other members, with commas; may be written several times', 'list'],
      ['--area <title>', 'an area for improvement; may be written several times', 'list'],
      ['--first-meeting <date>', 'the day of the first meeting; today unless given'],
    ],
    examples: [
      'npm run new -- review',
      'npm run new -- review --title "Street lighting" --committee "Environment Scrutiny Committee" --chair "Cllr Ann Example" --area "Dark corners"',
    ],
  },
  area: {
    words: 'an area for improvement or line of inquiry',
    rows: [
      REVIEW,
      ['--title <words>', 'a short title'],
      ['--wording <sentence>', 'its exact wording'],
      ['--source <name>', 'who identified it'],
      ['--lead <keys>', 'keys of the bodies that lead on it', 'list'],
      NUMBER,
    ],
    examples: ['npm run new -- area', 'npm run new -- area --review street-lighting --title "Dark corners"'],
  },
  meeting: {
    words: 'a meeting and its notes',
    rows: [
      REVIEW,
      ['--date <date>', 'when it meets, year-month-day'],
      ['--title <words>', 'what kind of meeting it is'],
      ['--type <word>', 'scoping, evidence, deliberation, interim, final or site-visit'],
      ['--present <keys>', 'keys of the people who were there; all members unless given', 'list'],
      ['--apologies <keys>', 'keys of the people who sent apologies', 'list'],
      ['--considered <areas>', 'areas it considered: 3, or 3:reviewed:satisfied', 'list'],
      ['--appendix <letter>', 'the letter of the appendix in which its notes are printed'],
      NUMBER,
    ],
    examples: [
      'npm run new -- meeting',
      'npm run new -- meeting --review street-lighting --date 2026-03-05 --considered 1:reviewed:satisfied,2',
    ],
  },
  recommendation: {
    words: 'a recommendation or conclusion',
    rows: [
      REVIEW,
      ['--wording <sentence>', 'the exact wording'],
      ['--title <words>', 'a short title'],
      ['--to <names>', 'who must respond, with commas', 'list'],
      ['--sent <date>', 'when they received it, year-month-day'],
      ['--paragraph <number>', 'the paragraph of the report it comes from'],
      ['--kind <word>', 'recommendation or conclusion'],
      NUMBER,
    ],
    examples: ['npm run new -- recommendation --wording "That every footpath be lit." --to "Head of Highways"'],
  },
  appendix: {
    words: 'an appendix',
    rows: [
      REVIEW,
      ['--title <words>', 'what it is'],
      ['--letter <letter>', 'its letter; the next free one unless given'],
    ],
    examples: ['npm run new -- appendix --title "Survey of lamps"', 'npm run new -- appendix --conclusions'],
  },
  page: {
    words: 'an ordinary page',
    rows: [
      ['--title <words>', 'the title'],
      ['--summary <sentence>', 'one sentence for lists and search engines'],
      ['--name <name>', "the file's name, which is its address; made from the title unless given"],
    ],
    examples: ['npm run new -- page --title "How scrutiny works"'],
  },
};

const ASK = ['--ask', 'ask for what is left out, also when the answers come from another program'] as const;

export function addNewCommand(
  program: Command,
  content: readonly [flags: string, words: string, fallback: string],
): void {
  const command = program
    .command('new')
    .description('begin a review, area, meeting, recommendation, appendix or page')
    .option(...content)
    .option(...ASK)
    .argument('[kind]', 'what is to be begun; asked for when it is left out')
    .addHelpText(
      'after',
      '\nExamples:\n  npm run new\n  npm run new -- review\n  npm run new -- meeting --review street-lighting --date 2026-03-05',
    )
    .action(async (kind: string | undefined, options: NewArguments) =>
      (await import('./new.ts')).runNew(kind, options),
    );
  for (const [kind, { words, rows, examples }] of Object.entries(KINDS)) {
    const sub = command
      .command(kind)
      .description(words)
      .option(...content)
      .option(...ASK);
    for (const [flags, meaning, isList] of rows) {
      if (isList) sub.option(flags, meaning, (text: string, before: string[] = []) => [...before, text]);
      else sub.option(flags, meaning);
    }
    if (kind === 'appendix') sub.option('--conclusions', 'the conclusions table is printed in it');
    sub.addHelpText('after', `\nExamples:\n  ${examples.join('\n  ')}`);
    // Options that both commands know are taken by the outer one when they stand before the kind.
    sub.action(async (_: NewArguments, own: Command) =>
      (await import('./new.ts')).runNew(kind, own.optsWithGlobals<NewArguments>()),
    );
  }
}
