import type { Answer, Question, ToPage } from './messages.ts';

/** Asks the worker; only the latest question is answered. */
export interface SearchClient {
  /** Undefined when another question has been asked since. */
  ask(question: Omit<Question, 'id'>): Promise<Answer | undefined>;
}

/** Starts the worker. */
export function startSearch(workerUrl: string, indexUrl: string): SearchClient {
  const worker = new Worker(workerUrl, { type: 'module' });
  let latest = 0;
  const waiting = new Map<number, { resolve: (answer: Answer | undefined) => void; reject: (why: Error) => void }>();
  const settle = (
    id: number,
    how: (waiter: { resolve: (answer?: Answer) => void; reject: (why: Error) => void }) => void,
  ) => {
    const waiter = waiting.get(id);
    waiting.delete(id);
    if (waiter) how(waiter);
  };
  worker.onmessage = ({ data }: MessageEvent<ToPage>) => {
    if ('answer' in data)
      settle(data.answer.id, ({ resolve }) => resolve(data.answer.id === latest ? data.answer : undefined));
    else settle(data.id, ({ reject }) => reject(new Error(data.failed)));
  };
  worker.onerror = (event) => {
    for (const id of [...waiting.keys()]) settle(id, ({ reject }) => reject(new Error(event.message)));
  };
  worker.postMessage({ indexUrl });
  return {
    ask: (question) => {
      const id = ++latest;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        worker.postMessage({ ...question, id });
      });
    },
  };
}
