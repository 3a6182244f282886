import { spawn } from 'node:child_process';

/** A small editor for tests: speaks the Language Server Protocol over a program's input and output. */

export interface Mark {
  readonly message: string;
  readonly severity?: number;
  readonly range: {
    readonly start: { line: number; character: number };
    readonly end: { line: number; character: number };
  };
}

export interface LanguageClient {
  request(method: string, params: unknown): Promise<unknown>;
  notify(method: string, params: unknown): void;
  /** Opens a text and waits for what the server marks in it. */
  open(uri: string, languageId: string, text: string): Promise<readonly Mark[]>;
  close(): void;
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
}

/** Starts a language server and shakes hands. `settings` are what the editor's settings would say, by section. */
export async function startLanguageServer(
  program: readonly string[],
  root: string,
  settings: Readonly<Record<string, unknown>> = {},
): Promise<LanguageClient> {
  const server = spawn(process.execPath, program, { stdio: ['pipe', 'pipe', 'inherit'] });
  const answers = new Map<number, (result: unknown) => void>();
  const marks = new Map<string, (marks: readonly Mark[]) => void>();
  let buffer = Buffer.alloc(0);
  let count = 0;

  const send = (message: object) => {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  };
  const receive = (message: Message) => {
    if (message.method === 'textDocument/publishDiagnostics') {
      const { uri, diagnostics } = message.params as { uri: string; diagnostics: Mark[] };
      marks.get(uri)?.(diagnostics);
    } else if (message.method === 'workspace/configuration') {
      const { items } = message.params as { items: { section?: string }[] };
      send({ id: message.id, result: items.map(({ section }) => settings[section ?? ''] ?? null) });
    } else if (message.method !== undefined && message.id !== undefined) send({ id: message.id, result: null });
    else if (message.id !== undefined) answers.get(message.id)?.(message.result);
  };
  server.stdout.on('data', (data: Buffer) => {
    buffer = Buffer.concat([buffer, data]);
    for (;;) {
      const head = /^[\s\S]*?Content-Length: (\d+)[\s\S]*?\r\n\r\n/.exec(buffer.toString('latin1'));
      if (!head || buffer.length < head[0].length + Number(head[1])) return;
      const end = head[0].length + Number(head[1]);
      const body = buffer.subarray(head[0].length, end).toString('utf8');
      buffer = buffer.subarray(end);
      receive(JSON.parse(body) as Message);
    }
  });

  const request = (method: string, params: unknown) =>
    new Promise<unknown>((resolve) => {
      answers.set(++count, resolve);
      send({ id: count, method, params });
    });
  const notify = (method: string, params: unknown) => send({ method, params });
  await request('initialize', {
    processId: process.pid,
    rootUri: root,
    workspaceFolders: [{ uri: root, name: 'content' }],
    capabilities: {
      workspace: { configuration: true, workspaceFolders: true },
      textDocument: { publishDiagnostics: {} },
    },
  });
  notify('initialized', {});
  notify('workspace/didChangeConfiguration', { settings });
  return {
    request,
    notify,
    open: (uri, languageId, text) =>
      new Promise((resolve) => {
        marks.set(uri, resolve);
        notify('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
      }),
    close: () => server.kill(),
  };
}
