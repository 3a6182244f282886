/** A failure that its message explains to the person at the keyboard; `exitCode` 2 means that the command was written wrongly. */
export class ExplainedError extends Error {
  readonly exitCode: number;

  constructor(message: string, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}
