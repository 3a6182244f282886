/** The colours of site.yaml as custom properties, on top of the site's own styles. The colour was checked when it was read. */
export function exportTheme(colour: string): string {
  return `:root{--app-brand:${colour}}\n`;
}
