/**
 * What a page may run and load (W3C, Content Security Policy Level 3): this site only, and the indexes of the sites that
 * its search covers too. `otherSites` are addresses; those that are none are left out.
 */
export function contentPolicy(otherSites: readonly string[]): string {
  const origins = [...new Set(otherSites.flatMap((url) => (URL.canParse(url) ? [new URL(url).origin] : [])))].sort();
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    ["connect-src 'self'", ...origins].join(' '),
    "form-action 'self'",
    "base-uri 'none'",
  ].join('; ');
}
