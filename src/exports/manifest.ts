/** What a site consists of, for those who upload it: each file with a digest of what is in it. */

export interface ManifestEntry {
  /** Relative to the site. */
  readonly file: string;
  /** SHA-256, as hexadecimal digits. */
  readonly sha256: string;
}

/** A manifest as `sha256sum --check` reads it: a digest, two spaces, a file; sorted by file. */
export function exportManifest(entries: readonly ManifestEntry[]): string {
  const sorted = [...entries].sort((a, b) => (a.file < b.file ? -1 : 1));
  return sorted.map(({ file, sha256 }) => `${sha256}  ${file}\n`).join('');
}

/** The entries of a manifest; lines that are none are left out. */
export function readManifest(text: string): ManifestEntry[] {
  return text.split('\n').flatMap((line) => {
    const match = /^([0-9a-f]{64}) [ *](.+)$/.exec(line);
    return match ? [{ sha256: match[1]!, file: match[2]! }] : [];
  });
}

/** What has to be done to a copy of one site to make it another, step by step. */
export interface Upload {
  /** New files whose names say what is in them: nobody asks for them yet, and no copy of them ever grows old. */
  readonly first: readonly string[];
  /** All other files that are new or have changed. */
  readonly then: readonly string[];
  /** Files that are no more: last, because pages that were read before may still ask for them. */
  readonly remove: readonly string[];
}

/** Names that hold a digest of what is in the file. */
const NAMED_BY_CONTENT = /^pagefind\/.*(?:\.pf_index|\.pf_fragment|\.pf_meta)$/;

/** The steps from one manifest to another. */
export function compareManifests(before: readonly ManifestEntry[], after: readonly ManifestEntry[]): Upload {
  const known = new Map(before.map(({ file, sha256 }) => [file, sha256]));
  const changed = after.filter(({ file, sha256 }) => known.get(file) !== sha256).map(({ file }) => file);
  const planned = new Set(after.map(({ file }) => file));
  return {
    first: changed.filter((file) => NAMED_BY_CONTENT.test(file)),
    then: changed.filter((file) => !NAMED_BY_CONTENT.test(file)),
    remove: before.map(({ file }) => file).filter((file) => !planned.has(file)),
  };
}
