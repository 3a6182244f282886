import { availableParallelism } from 'node:os';
import { HAS_THREADS, startThread } from '../thread.ts';
import type { MadeReview } from './make-review.ts';
import type { BuildFacts, Faces } from './share.ts';
import type { SiteFolders } from './write-page.ts';

/** What a thread is told when it starts. */
export interface HandData {
  readonly facts: BuildFacts;
  /** The reviews whose files it reads. */
  readonly own: ReadonlySet<string>;
  readonly hasLists: boolean;
}

/** What a thread is told when all have read their files: the faces of the others' files, and which reviews to make. */
export interface ToHand {
  readonly faces: Faces;
  /** Where to write; nothing is written without it. */
  readonly folders: SiteFolders | undefined;
  /** All reviews that are to be made. */
  readonly ids: readonly string[];
  /** In which order it takes them, by their places in `ids`, and which of them are taken. */
  readonly order: readonly number[];
  readonly claims: SharedArrayBuffer;
}

export type FromHand =
  | { readonly faces: Faces }
  | { readonly id: string; readonly made: MadeReview }
  | { readonly isDone: true; readonly written: number };

/** A thread that makes reviews. */
export interface Hand {
  /** What others must know of its files. */
  readonly faces: Promise<Faces>;
  /** Starts it; `take` is given each review that it has made. Gives how many files it wrote when none is left. */
  make(job: ToHand, take: (id: string, made: MadeReview) => void): Promise<number>;
  end(): Promise<void>;
}

/** So many documents a thread must have to be worth its start: half a second, and everything compiled anew. */
const WORTH_A_HAND = 500;
const MOST_HANDS = 8;

/** How many threads besides this one a work of so many documents is worth. */
export function handsFor(documents: number): number {
  if (!HAS_THREADS) return 0;
  return Math.max(0, Math.min(availableParallelism(), MOST_HANDS, Math.floor(documents / WORTH_A_HAND)) - 1);
}

/** What a work asks of its threads. */
export interface Shift {
  /** Whether lists are made, of what all threads have read. */
  readonly hasLists: boolean;
  /** What the first thread does besides, as a part of making all reviews; less than none where it begins before the others. */
  readonly besides: number;
  /** Megabytes that another thread may fill before it collects; V8 decides unless it is given. */
  readonly young?: number;
}

/** The first thread makes the lists. */
export const BUILDING: Shift = { hasLists: true, besides: 0.12 };
/** More memory makes a check a twentieth faster; a build, which holds pages too, needs it itself. */
export const CHECKING: Shift = { hasLists: false, besides: -0.05, young: 192 };

/** Starts a thread that reads the files of some reviews at once. */
export function startHand(facts: BuildFacts, own: ReadonlySet<string>, { hasLists, young }: Shift): Hand {
  const worker = startThread('worker', import.meta.url, { facts, own, hasLists } satisfies HandData, young);
  const failed = new Promise<never>((_, reject) => {
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`A thread of the build ended too early (${code}).`)));
  });
  // Whoever waits for the thread is told; nobody has to wait for it.
  failed.catch(() => undefined);
  const told = <T>(wait: (tell: (value: T) => void) => void) => Promise.race([new Promise<T>(wait), failed]);
  return {
    faces: told((tell) =>
      worker.on('message', (message: FromHand) => {
        if ('faces' in message) tell(message.faces);
      }),
    ),
    make: (job, take) =>
      told<number>((tell) => {
        worker.on('message', (message: FromHand) => {
          if ('made' in message) take(message.id, message.made);
          else if ('isDone' in message) tell(message.written);
        });
        worker.postMessage(job);
      }),
    end: async () => void (await worker.terminate()),
  };
}

/**
 * Divides reviews into shares of about the same work; the first has something to do `besides`. `sizes` are the characters
 * of their files.
 */
export function divide(sizes: ReadonlyMap<string, number>, shares: number, besides: number): string[][] {
  const all = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  const divided = Array.from({ length: shares }, (_, share) => ({
    ids: [] as string[],
    size: share === 0 ? all * besides : 0,
  }));
  for (const [id, size] of sizes) {
    const least = divided.reduce((best, share) => (share.size < best.size ? share : best));
    least.ids.push(id);
    least.size += size;
  }
  return divided.map(({ ids }) => ids);
}
