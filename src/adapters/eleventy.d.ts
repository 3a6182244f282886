/** The part of Eleventy 3 that the adapter uses; the package ships no types. */
declare module '@11ty/eleventy' {
  export interface EleventyConfig {
    setLibrary(extension: string, library: unknown): void;
    addGlobalData(name: string, value: unknown): void;
    addTemplate(path: string, content: string, data: Record<string, unknown>): void;
    setTemplateFormats(formats: string[]): void;
    setUseGitIgnore(use: boolean): void;
    setQuietMode(quiet: boolean): void;
    setFreezeReservedData(freeze: boolean): void;
    setDataDeepMerge(merge: boolean): void;
    ignores: Set<string>;
  }
  export interface EleventyResult {
    url: string;
    inputPath: string;
    outputPath: string;
    content: string;
  }
  export default class Eleventy {
    constructor(
      input: string,
      output: string,
      options: { configPath?: string; quietMode?: boolean; config?: (config: EleventyConfig) => void | Promise<void> },
    );
    init(): Promise<void>;
    write(): Promise<unknown>;
    toJSON(): Promise<EleventyResult[]>;
    setIsVerbose(verbose: boolean): void;
    disableLogger(): void;
  }
}
