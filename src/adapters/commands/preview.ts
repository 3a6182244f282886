import { relative, resolve } from 'node:path';
import { formatText, summariseDiagnostics, summaryText } from '../../diagnostics/format.ts';
import { startPreview } from '../preview/preview.ts';
import { explainFailure } from './failure.ts';
import { cacheFolder, layoutFolders, paintForTerminal, today } from './surroundings.ts';

export interface PreviewArguments {
  content: string;
  port: number;
  baseUrl?: string;
  editor: string;
}

/** How editors are told to open a file at a place. */
const EDITORS: Readonly<Record<string, string>> = {
  vscode: 'vscode://file/{file}:{line}:{column}',
  vscodium: 'vscodium://file/{file}:{line}:{column}',
  cursor: 'cursor://file/{file}:{line}:{column}',
  zed: 'zed://file/{file}:{line}:{column}',
  idea: 'idea://open?file=/{file}&line={line}&column={column}',
  none: '',
};

/** `preview`: prints its address, then the problems and what was shown again after every change. */
export async function runPreview(options: PreviewArguments): Promise<void> {
  const folder = relative(process.cwd(), resolve(options.content)) || '.';
  const preview = await startPreview({
    content: resolve(options.content),
    shownFolder: folder,
    editor: EDITORS[options.editor] ?? options.editor,
    port: options.port,
    ...(options.baseUrl === undefined ? {} : { baseUrl: options.baseUrl }),
    layouts: layoutFolders(),
    cache: cacheFolder(),
    today,
    onUpdate: ({ catalogue, diagnostics }, printed, milliseconds) => {
      if (diagnostics.length > 0)
        console.log(formatText(diagnostics, { folder, sources: catalogue.sources, paint: paintForTerminal }));
      console.log(
        `${printed} pages shown anew in ${(milliseconds / 1000).toFixed(1)} s: ${summaryText(summariseDiagnostics(diagnostics))}.`,
      );
    },
    onFailure: explainFailure,
  });
  console.log(`Preview: ${preview.url}  (stop with Ctrl+C)`);
  const stop = () => void preview.close().then(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}
