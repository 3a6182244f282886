import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Host, HostFile } from '../../exports/hosting.ts';
import { formatText, summariseDiagnostics, summaryText } from '../../diagnostics/format.ts';
import { buildSite } from '../build/build-site.ts';
import {
  cacheFolder,
  generatorFolder,
  layoutFolders,
  paintForTerminal,
  terminalProgress,
  today,
} from './surroundings.ts';

export interface BuildArguments {
  content: string;
  output: string;
  baseUrl?: string;
  today?: string;
  strict?: boolean;
  /** A host whose files are added. */
  host?: Host;
}

/** `build`: prints every problem, then what was built; exits 1 and leaves the last site alone when there are errors. */
export async function runBuild(options: BuildArguments): Promise<void> {
  const started = performance.now();
  const progress = terminalProgress();
  const { record, diagnostics, published, pages, records, written, hostFiles } = await buildSite({
    content: resolve(options.content),
    output: resolve(options.output),
    ...(options.baseUrl === undefined ? {} : { baseUrl: options.baseUrl }),
    today: options.today ?? today(),
    strict: options.strict ?? false,
    ...(options.host === undefined ? {} : { host: options.host }),
    layouts: layoutFolders(),
    cache: cacheFolder(),
    home: generatorFolder(),
    progress: progress.tell,
  }).finally(progress.clear);
  const { catalogue } = record;
  if (diagnostics.length > 0)
    console.error(
      formatText(diagnostics, { folder: options.content, sources: catalogue.sources, paint: paintForTerminal }),
    );
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const problems = summaryText(summariseDiagnostics(diagnostics));
  if (!published) {
    console.error(`Nothing was published: ${problems}. The site in ${options.output} is as it was.`);
    process.exitCode = 1;
    return;
  }
  for (const { document, reason } of catalogue.heldBack) {
    console.log(
      `Held back: ${options.content}/${document.path} (${reason === 'draft' ? 'draft' : 'its day of publication has not come'})`,
    );
  }
  if (options.host !== undefined) await tellHostFiles(options.host, hostFiles, options.output);
  console.log(
    [
      `Built ${options.output} in ${seconds} s`,
      `  documents       ${catalogue.documents.size}`,
      `  pages           ${pages}`,
      `  search records  ${records}`,
      `  diagnostics     ${problems}`,
      `  changed files   ${written}`,
      `Look at it with: npm start`,
    ].join('\n'),
  );
}

/** Says where a host's files stand. That for nginx is written here: it stands beside the site and is not published. */
async function tellHostFiles(host: Host, files: readonly HostFile[], output: string): Promise<void> {
  for (const { file, content } of files) {
    const target = host === 'nginx' ? `${output.replace(/[\\/]+$/, '')}.${file}` : join(output, file);
    if (host === 'nginx') await writeFile(resolve(target), content);
    console.log(`For ${host}: ${target}`);
  }
}
