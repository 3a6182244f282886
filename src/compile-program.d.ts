/** Compiles entries of the program (paths) with all that they share into a folder: plain JavaScript, packages left out. */
export function compileProgram(entryPoints: readonly string[], outdir: string): Promise<unknown>;
