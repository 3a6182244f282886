import { resolve } from 'node:path';
import { compile } from '../../compile.ts';
import {
  formatGithub,
  formatJson,
  formatSarif,
  formatText,
  summariseDiagnostics,
  summaryText,
} from '../../diagnostics/format.ts';
import { loadContent } from '../load-content.ts';
import { paintForTerminal, today } from './surroundings.ts';

export interface CheckArguments {
  content: string;
  format: string;
  strict?: boolean;
  today?: string;
}

/** `check`: prints what is wrong or doubtful in the format asked for; exits 1 where there is an error. */
export async function runCheck(options: CheckArguments): Promise<void> {
  const started = performance.now();
  const content = await loadContent(resolve(options.content));
  const { catalogue, diagnostics } = compile(content, { today: options.today ?? today() });
  const format = { folder: options.content, sources: catalogue.sources };
  const summary = summariseDiagnostics(diagnostics);
  switch (options.format) {
    case 'json':
      console.log(formatJson(diagnostics, format));
      break;
    case 'github':
      if (diagnostics.length > 0) console.log(formatGithub(diagnostics, format));
      break;
    case 'sarif':
      console.log(formatSarif(diagnostics, format));
      break;
    default: {
      if (diagnostics.length > 0) console.log(formatText(diagnostics, { ...format, paint: paintForTerminal }));
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      console.log(`Checked ${content.files.length} files in ${seconds} s: ${summaryText(summary)}.`);
    }
  }
  if (summary.errors > 0 || (options.strict && summary.warnings > 0)) process.exitCode = 1;
}
