import { applyJudgements } from '../src/checks/checked.ts';
import { ALL_CHECKS } from '../src/checks/all.ts';
import { checkReview } from '../src/checks/run-checks.ts';
import { readReviewText } from '../src/checks/text/passages.ts';
import { compile } from '../src/compile.ts';
import { assembleInSteps, followInSteps } from '../src/link/link-catalogue.ts';
import { finish } from '../src/model/steps.ts';
import { parseFile } from '../src/parse/document.ts';
import { makeArchive } from './archive.ts';

/**
 * How long all rules take, compared with reading and linking the same documents, in one process and from memory:
 * `tsx bench/checks.ts --documents 10000`. The target is a ratio below 2. `--compile` times whole compilations too.
 */
const RUNS = 5;
const TARGET = 2;
const TODAY = '2026-01-01';

const wanted = Number(/--documents[ =](\d+)/.exec(process.argv.join(' '))?.[1] ?? 10_000);
const files = makeArchive(wanted);
const characters = files.reduce((sum, { text }) => sum + text.length, 0);
console.log(
  `${files.length - 1} documents, ${(characters / 1e6).toFixed(1)} million characters, ${ALL_CHECKS.length} rules, median of ${RUNS} runs`,
);

const read = () => {
  const assembled = finish(assembleInSteps(files.map(parseFile), [], { today: TODAY, preview: false }));
  finish(followInSteps(assembled, [...assembled.catalogue.documents.values()]));
  return assembled;
};

const reading: number[] = [];
const checking: number[] = [];
const byRule = new Map<string, number[]>(ALL_CHECKS.map(({ code }) => [code, []]));
let findings = 0;
for (let run = 0; run <= RUNS; run++) {
  const [readTime, { catalogue }] = time(read);
  const [checkTime, found] = time(() => {
    const raised = catalogue.reviews.flatMap((review) => checkReview(catalogue, review));
    return applyJudgements(catalogue, catalogue.documents.values(), raised).diagnostics;
  });
  findings = found.length;
  // The first run warms the machine up.
  if (run === 0) continue;
  reading.push(readTime);
  checking.push(checkTime);
  const texts = catalogue.reviews.map((review) => ({ review, catalogue, text: readReviewText(review) }));
  for (const check of ALL_CHECKS)
    byRule.get(check.code)!.push(time(() => texts.forEach((input) => check.find(input)))[0]);
}

const ratio = median(checking) / median(reading);
console.log(`reading and linking  ${milliseconds(median(reading))}`);
console.log(`all rules            ${milliseconds(median(checking))}   ${findings} findings`);
console.log(`ratio                ${ratio.toFixed(2).padStart(10)}   (target: below ${TARGET.toFixed(1)})`);
console.log('\nRule by rule (the first to ask for sentences pays for splitting them):');
const rows = [...byRule].map(([code, times]) => ({ code, time: median(times) })).sort((a, b) => b.time - a.time);
for (const { code, time: taken } of rows)
  console.log(
    `  ${code.padEnd(32)} ${milliseconds(taken)}  ${((taken / median(reading)) * 100).toFixed(1).padStart(5)} %`,
  );
if (process.argv.includes('--compile')) {
  const [whole] = time(() => compile({ files, attachments: [] }, { today: TODAY }));
  console.log(`\nwhole compilation (reading, linking, rules, pages)  ${milliseconds(whole)}`);
}
if (ratio >= TARGET) process.exitCode = 1;

function time<T>(work: () => T): [milliseconds: number, result: T] {
  const started = performance.now();
  const result = work();
  return [performance.now() - started, result];
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function milliseconds(value: number): string {
  return `${value.toFixed(0).padStart(7)} ms`;
}
