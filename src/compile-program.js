import { build } from 'esbuild';

/** Compiles entries of the program (paths) with all that they share into a folder: plain JavaScript, packages left out. */
export function compileProgram(entryPoints, outdir) {
  return build({
    entryPoints,
    outdir,
    entryNames: '[name]',
    bundle: true,
    splitting: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    charset: 'utf8',
    logLevel: 'error',
  });
}
