import type { z } from 'zod';
import { SCHEMAS, type FileKind } from '../../../model/kinds.ts';
import { metaOf } from '../../../model/scalars.ts';
import { dateHint } from '../../../parse/field-hints.ts';
import { unwrap } from '../../../parse/field-schema.ts';
import { ExplainedError } from '../../explained-error.ts';
import { splitList, type Asker, type Choice, type Question } from './ask.ts';

/** Facts for a new document: from the options where they are given, asked for where they are not. */

export type Options = Readonly<Record<string, string | readonly string[] | boolean | undefined>>;

export interface Gathering {
  readonly options: Options;
  /** Absent when nobody can be asked. */
  readonly asker: Asker | undefined;
  /** Options that are needed and were not given. */
  readonly missing: string[];
}

/** A fact that a document can't do without. */
export async function need(gathering: Gathering, name: string, question: Question): Promise<string> {
  const given = givenText(gathering, name, question);
  if (given !== undefined) return given;
  if (gathering.asker) return gathering.asker.line(question);
  if (question.fallback !== undefined) return question.fallback;
  gathering.missing.push(`--${dashed(name)}`);
  return '';
}

/** A fact that may be left out; the question is asked, and Enter skips it. */
export async function may(gathering: Gathering, name: string, question: Question): Promise<string | undefined> {
  const given = givenText(gathering, name, question);
  if (given !== undefined) return given;
  const answer = await gathering.asker?.line({ ...question, isOptional: true });
  return answer === '' ? undefined : answer;
}

/** One of a few words. */
export async function choose(
  gathering: Gathering,
  name: string,
  question: Question,
  choices: readonly Choice[],
): Promise<string> {
  const judge = (text: string) =>
    choices.some(({ value }) => value === text)
      ? undefined
      : `Write one of: ${choices.map(({ value }) => value).join(', ')}.`;
  const given = givenText(gathering, name, { ...question, judge });
  if (given !== undefined) return given;
  if (gathering.asker) return gathering.asker.choice(question, choices);
  if (question.fallback === undefined && !question.isOptional) gathering.missing.push(`--${dashed(name)}`);
  return question.fallback ?? '';
}

/** Several entries: options may be repeated, and each may hold several with commas between them. */
export function givenList(gathering: Gathering, name: string): string[] | undefined {
  const given = gathering.options[name];
  return Array.isArray(given) ? (given as string[]).flatMap(splitList) : undefined;
}

/** Entries that may have commas in them: one for each time that the option is written. */
export function givenEach(gathering: Gathering, name: string): string[] | undefined {
  const given = gathering.options[name];
  return Array.isArray(given)
    ? (given as string[]).map((text) => text.trim()).filter((text) => text !== '')
    : undefined;
}

/** Judges an answer by the schema of the key it is for. */
export function judgeBy(kind: FileKind, key: string): (answer: string) => string | undefined {
  const schema = (SCHEMAS[kind].shape as Record<string, z.ZodType>)[key]!;
  return (answer) => {
    if (schema.safeParse(answer).success) return undefined;
    const meta = metaOf(unwrap(schema));
    const isDate = meta?.expected.startsWith('a date') ?? false;
    return `“${answer}” should be ${meta?.expected ?? 'something else'}. ${isDate ? dateHint(answer) : `For example: ${meta?.example ?? ''}`}`;
  };
}

/** Judges a day: a month or a year alone is not enough. */
export function judgeDay(answer: string): string | undefined {
  return (
    judgeBy('meeting', 'date')(answer) ?? (answer.length === 10 ? undefined : 'Write the day too: year-month-day.')
  );
}

/** Stops when something needed is missing. */
export function stopIfMissing({ missing }: Gathering, kind: string): void {
  if (missing.length === 0) return;
  throw new ExplainedError(
    `Some facts are missing: ${missing.join(', ')}. On a terminal you are asked for them; npm run new -- ${kind} --help shows examples.`,
    2,
  );
}

function givenText({ options }: Gathering, name: string, { judge }: Question): string | undefined {
  const given = options[name];
  if (typeof given !== 'string') return undefined;
  const wrong = given.trim() === '' ? 'Nothing is written after it.' : judge?.(given.trim());
  if (wrong !== undefined) throw new ExplainedError(`--${dashed(name)}: ${wrong}`, 2);
  return given.trim();
}

function dashed(name: string): string {
  return name.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`);
}
