/** The author's own number at the beginning of a heading: `2.6`, `1.`, `Section 3`; years and counts are none. */
export function headingNumber(text: string): string | undefined {
  const match = /^(?:section\s+)?(\d{1,3}(?:\.\d{1,3})*)(\.|:)?(?:\s+(.*))?$/i.exec(text);
  if (!match) return undefined;
  const [, number, dot, title] = match as unknown as [string, string, string | undefined, string | undefined];
  const certain = number.includes('.') || dot !== undefined || /^section/i.test(text);
  return certain || /^\p{Lu}/u.test(title ?? '') ? number : undefined;
}
