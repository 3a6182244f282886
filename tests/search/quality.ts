import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** The questions, and how well a search answers them. */

export interface Question {
  readonly q: string;
  /** Addresses any of which answers it; empty: nothing must be found. */
  readonly answers: readonly string[];
  readonly passage?: string;
}

interface QuestionsFile {
  readonly short: Readonly<Record<string, string>>;
  readonly today: string;
  readonly queries: readonly Question[];
}

const file = parse(readFileSync(join(import.meta.dirname, 'queries.yaml'), 'utf8')) as QuestionsFile;

export const TODAY = file.today;

export const QUESTIONS: readonly Question[] = file.queries.map((question) => ({
  ...question,
  answers: question.answers.map((answer) => {
    const [short, rest] = answer.split(' ');
    if (rest === undefined) return answer;
    return `${file.short[short!]}${rest === 'index' ? '' : rest}`;
  }),
}));

/** What a search found: addresses, best first. */
export interface Finding {
  readonly urls: readonly string[];
  /** The passages shown with them. */
  readonly passages?: readonly string[];
}

export interface Quality {
  /** Share of answerable questions whose first, or one of whose first three results answers them. */
  readonly first: number;
  readonly recall3: number;
  readonly mrr: number;
  /** Share of unanswerable questions to which something was found. */
  readonly falseAnswers: number;
  /** Share of questions with a passage whose answering result shows it. */
  readonly passages: number;
  readonly misses: readonly string[];
}

/** Measures a search by all questions. */
export async function measure(find: (question: string) => Promise<Finding>): Promise<Quality> {
  const ranks: number[] = [];
  const misses: string[] = [];
  let unanswerable = 0;
  let wrong = 0;
  let withPassage = 0;
  let shown = 0;
  for (const { q, answers, passage } of QUESTIONS) {
    const found = await find(q);
    if (answers.length === 0) {
      unanswerable++;
      if (found.urls.length > 0) {
        wrong++;
        misses.push(`“${q}” found ${found.urls.slice(0, 2).join(' ')}`);
      }
      continue;
    }
    const rank = found.urls.findIndex((url) => answers.includes(url)) + 1;
    ranks.push(rank);
    if (rank !== 1) misses.push(`“${q}” has rank ${rank}: ${found.urls.slice(0, 3).join(' ')}`);
    if (passage === undefined) continue;
    withPassage++;
    const text = found.passages?.[rank - 1];
    if (text?.toLowerCase().includes(passage.toLowerCase())) shown++;
    else if (text !== undefined) misses.push(`“${q}” shows “${text.slice(0, 80)}”`);
  }
  const share = (isGood: (rank: number) => boolean) => ranks.filter(isGood).length / ranks.length;
  return {
    first: share((rank) => rank === 1),
    recall3: share((rank) => rank >= 1 && rank <= 3),
    mrr: ranks.reduce((sum, rank) => sum + (rank === 0 ? 0 : 1 / rank), 0) / ranks.length,
    falseAnswers: wrong / unanswerable,
    passages: shown / withPassage,
    misses,
  };
}
