import { createInterface } from 'node:readline';
import { ExplainedError } from '../../explained-error.ts';

/** Questions on a terminal, one line each. Also answers that come from a file or another program, one a line. */

export interface Choice {
  /** What is written in the file. */
  readonly value: string;
  /** What it means. */
  readonly words: string;
}

export interface Question {
  readonly words: string;
  /** Taken when nothing is answered. */
  readonly fallback?: string;
  readonly isOptional?: boolean;
  /** Says what is wrong with an answer; undefined when nothing is. */
  readonly judge?: (answer: string) => string | undefined;
}

export interface Asker {
  /** One line; empty only when the question is optional. */
  line(question: Question): Promise<string>;
  /** One of a few, by number or by word. */
  choice(question: Question, choices: readonly Choice[]): Promise<string>;
  /** Several of a few: numbers with commas. */
  several(question: Question, choices: readonly Choice[]): Promise<string[]>;
  yes(words: string): Promise<boolean>;
  close(): void;
}

/** Asks on the streams given; the input is read to its end by `close` only. */
export function openAsker(
  input: NodeJS.ReadStream = process.stdin,
  output: NodeJS.WriteStream = process.stdout,
): Asker {
  const reader = createInterface({ input, output, terminal: Boolean(input.isTTY && output.isTTY) });
  const lines: string[] = [];
  const waiting: { take: (line: string) => void; give: (error: Error) => void }[] = [];
  let isClosed = false;
  reader.on('line', (line) => (waiting.length > 0 ? waiting.shift()!.take(line) : lines.push(line)));
  reader.on('SIGINT', () => reader.close());
  reader.on('close', () => {
    isClosed = true;
    for (const { give } of waiting.splice(0)) give(stopped());
  });
  const read = (prompt: string) =>
    new Promise<string>((take, give) => {
      reader.setPrompt(prompt);
      if (!isClosed) reader.prompt();
      else output.write(prompt);
      if (lines.length > 0) take(lines.shift()!);
      else if (isClosed) give(stopped());
      else waiting.push({ take, give });
    });

  async function line(question: Question): Promise<string> {
    const ending = question.fallback ? ` [${question.fallback}]` : question.isOptional ? ' (or Enter)' : '';
    for (;;) {
      const answer = (await read(`${question.words}${ending} `)).trim() || (question.fallback ?? '');
      if (answer === '' && question.isOptional) return '';
      const wrong = answer === '' ? 'An answer is needed here.' : question.judge?.(answer);
      if (wrong === undefined) return answer;
      output.write(`  ${wrong}\n`);
    }
  }

  function show(words: string, choices: readonly Choice[]): void {
    const rows = choices.map(({ value, words: meaning }, index) => {
      const sign = /^\d+$/.test(value) ? '' : `${index + 1}  `;
      return `  ${sign}${value}${meaning === '' ? '' : `: ${meaning}`}`;
    });
    output.write(`${words}\n${rows.join('\n')}\n`);
  }

  async function several(question: Question, choices: readonly Choice[]): Promise<string[]> {
    show(question.words, choices);
    const answer = await line({
      words: 'Numbers or words, with commas between them:',
      isOptional: question.isOptional ?? false,
      ...(question.fallback === undefined ? {} : { fallback: question.fallback }),
      judge: (text) =>
        splitList(text)
          .flatMap((part) => wrongChoice(part, choices) ?? [])
          .at(0),
    });
    return answer === 'all'
      ? choices.map(({ value }) => value)
      : splitList(answer).map((part) => chosen(part, choices)!);
  }

  return {
    line,
    several,
    async choice(question, choices) {
      show(question.words, choices);
      const answer = await line({
        ...question,
        words: 'Number or word:',
        judge: (text) => wrongChoice(text, choices),
      });
      return answer === '' ? '' : chosen(answer, choices)!;
    },
    async yes(words) {
      const answer = await line({
        words: `${words} (yes or no)`,
        judge: (text) => (/^(y|yes|n|no)$/i.test(text) ? undefined : 'Write yes or no.'),
      });
      return /^y/i.test(answer);
    },
    close: () => reader.close(),
  };
}

/** `a, b` → two entries. */
export function splitList(text: string): string[] {
  return text
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function chosen(answer: string, choices: readonly Choice[]): string | undefined {
  if (answer === 'all') return answer;
  if (/^\d+$/.test(answer) && !choices.some(({ value }) => value === answer)) return choices[Number(answer) - 1]?.value;
  return choices.find(({ value }) => value.toLowerCase() === answer.toLowerCase())?.value;
}

function wrongChoice(answer: string, choices: readonly Choice[]): string | undefined {
  return chosen(answer, choices) === undefined
    ? `“${answer}” is none of them. Write a number from 1 to ${choices.length}, or the word after it.`
    : undefined;
}

function stopped(): ExplainedError {
  return new ExplainedError('Stopped before the last question. Nothing was written.');
}
