import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Host, HostFile } from '../../exports/hosting.ts';
import { formatText, summariseDiagnostics, summaryText } from '../../diagnostics/format.ts';
import type { Catalogue } from '../../model/catalogue.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { exportManifest } from '../../exports/manifest.ts';
import { buildPart, buildSite, type BuildOptions } from '../build/build-site.ts';
import type { Part } from '../build/make-part.ts';
import type { FileState } from '../kept/site-folder.ts';
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
  /** Where a list of the site's files with their digests is written. */
  manifest?: string;
}

/** `build`: prints every problem, then what was built; exits 1 and leaves the last site alone when there are errors. */
export async function runBuild(options: BuildArguments, parts?: readonly string[]): Promise<void> {
  const started = performance.now();
  const progress = terminalProgress();
  const { record, diagnostics, published, pages, records, written, hostFiles, files } = await buildSite({
    ...buildOptions(options, progress.tell),
    ...(options.host === undefined ? {} : { host: options.host }),
    ...(parts === undefined ? {} : { parts: parts.map((part) => resolve(part)) }),
  }).finally(progress.clear);
  const { catalogue } = record;
  tellProblems(diagnostics, catalogue, options);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const problems = summaryText(summariseDiagnostics(diagnostics));
  if (!published) {
    console.error(`Nothing was published: ${problems}. The site in ${options.output} is as it was.`);
    process.exitCode = 1;
    return;
  }
  if (options.manifest !== undefined) await writeFile(resolve(options.manifest), manifestOf(files));
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

/** `build --part`: a share of the site, for `join`. */
export async function runPart(options: BuildArguments, part: Part): Promise<void> {
  const started = performance.now();
  const progress = terminalProgress();
  const made = await buildPart(buildOptions(options, progress.tell), part).finally(progress.clear);
  tellProblems(made.diagnostics, made.record.catalogue, options);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const problems = summaryText(summariseDiagnostics(made.diagnostics));
  if (made.isStopped) {
    console.error(`Part ${part.number} of ${part.of} has mistakes: ${problems}. The parts can't be joined.`);
    process.exitCode = 1;
    return;
  }
  console.log(
    [
      `Built part ${part.number} of ${part.of} into ${options.output} in ${seconds} s`,
      `  reviews         ${made.reviews}`,
      `  pages           ${made.pages}`,
      `  diagnostics     ${problems}`,
      `Put the parts together with: npm run join -- FOLDER FOLDER …`,
    ].join('\n'),
  );
}

function buildOptions(options: BuildArguments, progress: (step: string) => void): BuildOptions {
  return {
    content: resolve(options.content),
    output: resolve(options.output),
    ...(options.baseUrl === undefined ? {} : { baseUrl: options.baseUrl }),
    today: options.today ?? today(),
    strict: options.strict ?? false,
    layouts: layoutFolders(),
    cache: cacheFolder(),
    home: generatorFolder(),
    progress,
  };
}

function tellProblems(
  diagnostics: readonly Diagnostic[],
  { sources }: Pick<Catalogue, 'sources'>,
  { content }: BuildArguments,
): void {
  if (diagnostics.length > 0)
    console.error(formatText(diagnostics, { folder: content, sources, paint: paintForTerminal }));
}

function manifestOf(files: readonly FileState[]): string {
  return exportManifest(
    files.map(({ file, digest }) => ({ file, sha256: Buffer.from(digest, 'base64url').toString('hex') })),
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
