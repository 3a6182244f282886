import { vocabulary } from '../words/en.ts';
import type { SearchKind } from './types.ts';

/** Plain words for states, and the outcomes they ask for. */

const { outcome, decision, progress, response, reviewState } = vocabulary;

interface State {
  readonly words: RegExp;
  readonly outcomes: readonly string[];
  readonly kinds?: readonly SearchKind[];
  /** Words that also occur in ordinary prose ask for a state only beside a word such as “recommendations”, or alone. */
  readonly isSure: boolean;
}

const ANSWER = '(?:answer|response|reply|replies)s?';
const RECOMMENDATION: readonly SearchKind[] = ['recommendation'];
const OPEN = [response.awaited, response.overdue];
const ANSWERED = [decision.accepted, decision['partly-accepted'], decision.rejected, decision.noted, response.answered];
const MADE = '(?:achieved|implemented|delivered|carried out|completed|complete|done|put in place|put into practice)';

/** The first that fits is taken: the more special before the more general. */
const STATES: readonly State[] = [
  {
    words: /\bpart(?:ly|ially|ial)[ -]satisfied\b(?: with progress)?/,
    outcomes: [outcome['partly-satisfied']],
    isSure: true,
  },
  {
    words: /\b(?:(?:not|n't|never)(?: fully| yet| entirely)? |un|dis)satisfied\b(?: with(?: the)? progress)?/,
    outcomes: [outcome['not-satisfied']],
    isSure: true,
  },
  {
    words: /\bsatisfied\b(?: with)?(?:(?: the)? progress)?/,
    outcomes: [outcome.satisfied],
    kinds: ['area'],
    isSure: false,
  },
  {
    words:
      /\b(?:await(?:s|ing)?|waiting for|outstanding|missing) (?:further |more |the )?evidence\b|\bevidence (?:is |was |still )*(?:awaited|outstanding|missing)\b/,
    outcomes: [outcome['awaiting-evidence']],
    isSure: true,
  },
  {
    words: new RegExp(
      `\\bunanswered\\b|\\b(?:not|n't|never|nobody|no one)(?: yet| been| has| have)* (?:answered|responded(?: to)?|replied(?: to)?)\\b` +
        `|\\b(?:yet|still) to be answered\\b|\\b(?:no|without(?: an?| any)?|await(?:s|ing)?(?: an?| the)?|waiting for(?: an?| the)?|pending)(?: cabinet)? ${ANSWER}\\b(?: yet)?`,
    ),
    outcomes: OPEN,
    kinds: RECOMMENDATION,
    isSure: true,
  },
  { words: /\b(?:outstanding|pending|open)\b/, outcomes: OPEN, kinds: RECOMMENDATION, isSure: false },
  {
    words: /\boverdue\b|\bpast (?:its|their|the )?due(?: date)?\b/,
    outcomes: [response.overdue, progress.overdue],
    isSure: true,
  },
  {
    words: new RegExp(`\\blate ${ANSWER}\\b|\\blate\\b|\\bmissed (?:the|its|their) deadline\\b`),
    outcomes: [response.overdue, progress.overdue],
    kinds: RECOMMENDATION,
    isSure: false,
  },
  {
    words: /\bpart(?:ly|ially)[ -](?:accepted|agreed)\b|\baccepted in part\b/,
    outcomes: [decision['partly-accepted']],
    isSure: true,
  },
  {
    words:
      /\b(?:not|n't|never) (?:accepted|agreed)\b|\breject(?:ed|s)?\b|\brefused?\b|\bturn(?:ed)? down\b|\bdeclined?\b/,
    outcomes: [decision.rejected],
    kinds: RECOMMENDATION,
    isSure: false,
  },
  {
    words: /\baccept(?:ed|s)?\b/,
    outcomes: [decision.accepted, decision['partly-accepted']],
    kinds: RECOMMENDATION,
    isSure: false,
  },
  { words: /\bnoted\b/, outcomes: [decision.noted], kinds: RECOMMENDATION, isSure: false },
  {
    words: new RegExp(`\\b(?:not|n't|never)(?: yet| been)* ${MADE}\\b|\\bunfulfilled\\b|\\bfailed\\b`),
    outcomes: [progress['not-achieved']],
    kinds: RECOMMENDATION,
    isSure: false,
  },
  { words: new RegExp(`\\b${MADE}\\b`), outcomes: [progress.achieved], kinds: RECOMMENDATION, isSure: false },
  { words: /\bat risk\b/, outcomes: [progress['at-risk']], kinds: RECOMMENDATION, isSure: false },
  { words: /\bon track\b/, outcomes: [progress['on-track']], kinds: RECOMMENDATION, isSure: false },
  { words: /\bsuperseded\b/, outcomes: [progress.superseded], isSure: false },
  {
    words: /\b(?:not|n't)(?: yet| been)* sent\b|\bunsent\b/,
    outcomes: [response['not-sent']],
    kinds: RECOMMENDATION,
    isSure: false,
  },
  {
    words: /\bno (?:action|assurance)s? (?:was |were )?requested\b|\bnot (?:be )?pursued\b/,
    outcomes: ['No action requested'],
    isSure: false,
  },
  {
    words: new RegExp(`\\b(?:answered|responded(?: to)?|replied(?: to)?)\\b|\\bwith (?:an? )?${ANSWER}\\b`),
    outcomes: ANSWERED,
    kinds: RECOMMENDATION,
    isSure: false,
  },
  {
    words: /\bgathering evidence\b|\bunder way\b|\bunderway\b|\bongoing\b|\bin progress\b|\bunfinished\b/,
    outcomes: [reviewState.scoping, reviewState['gathering-evidence'], reviewState.interim],
    kinds: ['review'],
    isSure: false,
  },
];

/** A state that was read out of a query. */
export interface ReadState {
  readonly outcomes: readonly string[];
  readonly kinds: readonly SearchKind[];
  readonly isSure: boolean;
  /** The words that said it, and the query without them. */
  readonly words: string;
  readonly rest: string;
}

/**
 * Reads a state out of a folded query. `isContext` says whether what is left allows words that have another meaning
 * too to be read as a state.
 */
export function readState(query: string, isContext: (rest: string) => boolean): ReadState | undefined {
  for (const { words, outcomes, kinds, isSure } of STATES) {
    const match = words.exec(query);
    if (!match) continue;
    const rest = `${query.slice(0, match.index)} ${query.slice(match.index + match[0].length)}`;
    if (!isSure && !isContext(rest)) continue;
    return { outcomes, kinds: kinds ?? [], isSure, words: match[0], rest };
  }
  return undefined;
}
