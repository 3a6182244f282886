import { resolve } from 'node:path';
import { applyJudgements } from '../../checks/checked.ts';
import type { KeptFinding } from '../../model/diagnostic.ts';
import { ALL_CODES, type Code } from '../../diagnostics/codes.ts';
import {
  formatGithub,
  formatJson,
  formatSarif,
  formatText,
  summariseDiagnostics,
  summaryText,
} from '../../diagnostics/format.ts';
import { formatGitlab } from '../../diagnostics/format-gitlab.ts';
import type { Catalogue } from '../../model/catalogue.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { nearest } from '../../model/suggest.ts';
import { checkContent } from '../build/check-content.ts';
import { checkExternalLinks } from '../external-links.ts';
import { loadContent } from '../load-content.ts';
import { explainCode } from './explain.ts';
import { keptText, withKeptJson } from './kept.ts';
import { paintForTerminal, terminalProgress, today } from './surroundings.ts';

export interface CheckArguments {
  content: string;
  format: string;
  strict?: boolean;
  today?: string;
  /** Codes: nothing else is reported. */
  only?: string[];
  /** A code whose help page is printed; nothing is checked. */
  explain?: string;
  /** List what was looked at and kept, too. */
  all?: boolean;
  /** Ask external addresses whether they answer. */
  external?: boolean;
}

/** The command was written wrongly: nothing was checked. */
const MISUSED = 2;

/** `check`: prints what is wrong or doubtful in the format asked for; exits 1 where there is an error. */
export async function runCheck(options: CheckArguments): Promise<void> {
  const unknown = [...(options.only ?? []), ...(options.explain === undefined ? [] : [options.explain])].filter(
    (code) => !isCode(code),
  );
  if (unknown.length > 0) {
    for (const code of unknown) console.error(unknownCode(code));
    process.exitCode = MISUSED;
    return;
  }
  if (options.explain !== undefined) {
    console.log(await explainCode(options.explain as Code));
    return;
  }
  await check(options);
}

async function check(options: CheckArguments): Promise<void> {
  const started = performance.now();
  const content = await loadContent(resolve(options.content));
  const checked = await checkContent(content, options.today ?? today());
  const { catalogue } = checked;
  const external = options.external ? await askOthers(catalogue) : { diagnostics: [], kept: [] };
  const isWanted = ({ code }: Diagnostic) => options.only === undefined || options.only.includes(code);
  const diagnostics = [...checked.diagnostics, ...external.diagnostics].filter(isWanted);
  const kept = [...checked.kept, ...external.kept].filter(({ finding }) => isWanted(finding));
  const format = { folder: options.content, sources: catalogue.sources };
  const summary = summariseDiagnostics(diagnostics);
  switch (options.format) {
    case 'json': {
      const json = formatJson(diagnostics, format);
      console.log(options.all ? withKeptJson(json, kept, format) : json);
      break;
    }
    case 'github':
      if (diagnostics.length > 0) console.log(formatGithub(diagnostics, format));
      break;
    case 'gitlab':
      console.log(formatGitlab(diagnostics, format));
      break;
    case 'sarif':
      console.log(formatSarif(diagnostics, format));
      break;
    default: {
      const painted = { ...format, paint: paintForTerminal };
      if (diagnostics.length > 0) console.log(formatText(diagnostics, painted));
      if (options.all && kept.length > 0) console.log(keptText(kept, painted));
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      const looked =
        kept.length === 0 ? '' : ` (${kept.length} more looked at and kept${options.all ? '' : '; --all lists them'})`;
      console.log(`Checked ${content.files.length} files in ${seconds} s: ${summaryText(summary)}${looked}.`);
    }
  }
  if (summary.errors > 0 || (options.strict && summary.warnings > 0)) process.exitCode = 1;
}

/** What other sites answer, with the judgements of the clerks applied. */
async function askOthers(
  catalogue: Catalogue,
): Promise<{ diagnostics: readonly Diagnostic[]; kept: readonly KeptFinding[] }> {
  const progress = terminalProgress();
  const result = await checkExternalLinks(catalogue, { progress: progress.tell }).finally(progress.clear);
  if (result.left > 0)
    console.error(`Asked ${result.asked} external addresses; ${result.left} more were left for another time.`);
  const { diagnostics, kept } = applyJudgements(catalogue, catalogue.documents.values(), result.diagnostics);
  // Judgements on other findings were held against them already.
  return { diagnostics: diagnostics.filter(({ code }) => code === 'external-broken'), kept };
}

function isCode(code: string): code is Code {
  return (ALL_CODES as readonly string[]).includes(code);
}

function unknownCode(code: string): string {
  const meant = nearest(code, ALL_CODES);
  return `No finding has the code “${code}”. ${meant ? `Did you mean ${meant}?` : 'Every finding shows its code after its severity, for example “warning word-doubled”.'}`;
}
