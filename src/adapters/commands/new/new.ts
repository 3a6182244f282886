import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Content } from '../../../compile.ts';
import { formatText, pathOf } from '../../../diagnostics/format.ts';
import type { Catalogue, Review } from '../../../model/catalogue.ts';
import { fold, nearest } from '../../../model/suggest.ts';
import { sourceFile } from '../../../model/source.ts';
import { analyse } from '../../../compile.ts';
import {
  newAppendix,
  newArea,
  newMeeting,
  newPage,
  newRecommendation,
  type NewFile,
} from '../../../write/new-document.ts';
import { newReview } from '../../../write/new-review.ts';
import { ExplainedError } from '../../explained-error.ts';
import { loadContent } from '../../load-content.ts';
import { onDisk } from '../../on-disk.ts';
import { compareContents } from '../content-change.ts';
import { paintForTerminal, today } from '../surroundings.ts';
import { openAsker } from './ask.ts';
import type { Gathering, Options } from './facts.ts';
import { nextSteps } from './next-steps.ts';
import { askAppendix, askArea, askPage, askRecommendation } from './questions.ts';
import { askMeeting } from './ask-meeting.ts';
import { askReview } from './ask-review.ts';

export const NEW_KINDS = ['review', 'area', 'meeting', 'recommendation', 'appendix', 'page'] as const;
export type NewKind = (typeof NEW_KINDS)[number];

export type NewArguments = Options & { content: string; ask?: boolean };

const KIND_WORDS: Readonly<Record<NewKind, string>> = {
  review: 'a whole review, from scoping to recommendations',
  area: 'an area for improvement or line of inquiry',
  meeting: 'a meeting and its notes',
  recommendation: 'a recommendation or conclusion',
  appendix: 'an appendix',
  page: 'an ordinary page, such as “About scrutiny”',
};

/** `new`: asks for what the options don't say, writes the files, says what to do next. Never overwrites. */
export async function runNew(wanted: string | undefined, options: NewArguments): Promise<void> {
  const folder = resolve(options.content);
  const content = await loadContent(folder);
  const { catalogue } = analyse(content, { today: today(), preview: true });
  const isAsking = options.ask ?? Boolean(process.stdin.isTTY && process.stdout.isTTY);
  const asker = isAsking ? openAsker() : undefined;
  try {
    const kind =
      wanted ??
      (await asker?.choice(
        { words: 'What is to be begun?' },
        NEW_KINDS.map((value) => ({ value, words: KIND_WORDS[value] })),
      ));
    if (!isKind(kind))
      throw new ExplainedError(
        kind === undefined
          ? `Say what is to be begun: npm run new -- ${NEW_KINDS.join('|')}`
          : `“${kind}” is nothing that can be begun. Write one of: ${NEW_KINDS.join(', ')}.`,
        2,
      );
    const files = await planFiles(kind, { options, asker, missing: [] }, catalogue, content);
    await judge(content, files, options.content);
    await writeNew(folder, files, await lineEnd(folder, content));
    console.log(
      `${files.map(({ path }) => `Written: ${pathOf(path, { folder: options.content })}`).join('\n')}\n\n${nextSteps(kind, files, options.content)}`,
    );
  } finally {
    asker?.close();
  }
}

function isKind(text: string | undefined): text is NewKind {
  return (NEW_KINDS as readonly (string | undefined)[]).includes(text);
}

async function planFiles(
  kind: NewKind,
  gathering: Gathering,
  catalogue: Catalogue,
  content: Content,
): Promise<NewFile[]> {
  const paths = content.files.map(({ path }) => path);
  if (kind === 'review') return newReview(await askReview(gathering, today()));
  if (kind === 'page') return [newPage(await askPage(gathering))];
  const review = await pickReview(gathering, catalogue, paths, kind);
  switch (kind) {
    case 'area':
      return [newArea(review, await askArea(gathering, review, paths), paths)];
    case 'meeting':
      return [newMeeting(review, await askMeeting(gathering, review, paths), paths)];
    case 'recommendation':
      return [newRecommendation(review, await askRecommendation(gathering, review, paths), paths)];
    case 'appendix':
      return [newAppendix(review, await askAppendix(gathering, review))];
  }
}

async function pickReview(
  { options, asker }: Gathering,
  { reviews }: Catalogue,
  paths: readonly string[],
  kind: NewKind,
): Promise<Review> {
  const given =
    typeof options['review'] === 'string'
      ? options['review']
          .replaceAll('\\', '/')
          .replace(/^.*reviews\//, '')
          .replace(/\/.*$/, '')
      : undefined;
  const ids = reviews.map(({ id }) => id);
  if (given === undefined) {
    if (reviews.length === 1) return reviews[0]!;
    if (reviews.length === 0) throw new ExplainedError('There is no review yet. Begin one with: npm run new -- review');
    if (!asker)
      throw new ExplainedError(
        `Say which review it is for: npm run new -- ${kind} --review ${ids[0]}   (there are: ${ids.join(', ')})`,
        2,
      );
    const picked = await asker.choice(
      { words: 'Which review is it for?' },
      reviews.map(({ id, index }) => ({ value: id, words: index.data.title })),
    );
    return reviews.find(({ id }) => id === picked)!;
  }
  const found =
    reviews.find(({ id }) => id === given.normalize('NFC')) ??
    reviews.find(({ id, index }) => fold(id) === fold(given) || fold(index.data.title) === fold(given));
  if (found) return found;
  if (paths.includes(`reviews/${given}/index.md`))
    throw new ExplainedError(`The index.md of ${given} can’t be read yet. npm run check says why.`);
  const meant = nearest(given, ids);
  throw new ExplainedError(
    `There is no review ${given}. ${meant ? `Did you mean ${meant}?` : `There are: ${ids.join(', ')}.`}`,
  );
}

/** Reads the new files together with the old ones; stops when they would bring an error. */
async function judge(content: Content, files: readonly NewFile[], folder: string): Promise<void> {
  const taken = files.find(({ path }) => content.files.some((file) => fold(file.path) === fold(path)));
  if (taken)
    throw new ExplainedError(
      `${pathOf(taken.path, { folder })} exists already, and nothing is ever overwritten. Nothing was written.`,
    );
  const added = files.map(({ path, text }) => sourceFile(path, new TextEncoder().encode(text)));
  const change = compareContents(content, { ...content, files: [...content.files, ...added] }, today());
  const errors = change.added.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return;
  const text = formatText(errors, { folder, sources: change.after.catalogue.sources, paint: paintForTerminal });
  throw new ExplainedError(`${text}\nNothing was written: the new file would not pass the check.`);
}

/** Writes all files or none. */
async function writeNew(folder: string, files: readonly NewFile[], ending: string): Promise<void> {
  const present = files.find(({ path }) => existsSync(join(folder, path)));
  if (present)
    throw new ExplainedError(`${present.path} exists already, and nothing is ever overwritten. Nothing was written.`);
  const written: string[] = [];
  try {
    for (const { path, text } of files) {
      const target = join(folder, path);
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, text.replaceAll('\n', ending), { flag: 'wx' });
      written.push(target);
    }
  } catch (error) {
    for (const target of written) await rm(target, { force: true });
    throw error;
  }
}

/** New files have the line ends of the others. */
async function lineEnd(folder: string, { files }: Content): Promise<string> {
  const sample = files.find(({ path }) => path === 'site.yaml') ?? files[0];
  return sample && (await readFile(onDisk(folder, sample.path), 'utf8')).includes('\r\n') ? '\r\n' : '\n';
}
