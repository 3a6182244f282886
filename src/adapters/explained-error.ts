/** A failure whose message is written for the person at the keyboard; no trace is shown. */
export class ExplainedError extends Error {}
