import { ExplainedError } from '../explained-error.ts';

/** Says in words what went wrong and gives the exit code. Only a fault of our own shows its trace. */
export function explainFailure(error: unknown): number {
  if (error instanceof ExplainedError) {
    console.error(error.message);
    return error.exitCode;
  }
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  const path = (error as NodeJS.ErrnoException | undefined)?.path ?? '';
  const known: Readonly<Record<string, string>> = {
    EACCES: `There is no permission to write or read ${path}. The site that was there is as it was.`,
    EPERM: `There is no permission to write or read ${path}. The site that was there is as it was.`,
    EROFS: `${path} can't be written to. The site that was there is as it was.`,
    EEXIST: `${path} is a file, where a folder is needed. Choose another place, or move the file away.`,
    ENOTDIR: `A part of ${path} is a file, where a folder is needed. Choose another place, or move the file away.`,
    EISDIR: `${path} is a folder, where a file is needed.`,
    EMFILE: 'Too many files are open on this machine. Close some programs and try again.',
    ENOSPC: 'The disk is full. The site that was there is as it was.',
    EADDRINUSE: 'Another program uses this port. Choose another one: npm start -- --port 9000',
  };
  const words = code === undefined ? undefined : known[code];
  if (words) console.error(words);
  else console.error('Something went wrong that is not the fault of your content. Please report this:\n', error);
  return 1;
}
