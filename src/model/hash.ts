/** Hashes for naming and dividing, not for security. */

/** Seven characters of base 36 from a 53-bit mix of the text. */
export function shortHash(text: string): string {
  return hash53(text).toString(36).padStart(11, '0').slice(-7);
}

/** A 53-bit hash of a text: two 32-bit multiply-xor lanes, joined. */
export function hash53(text: string): number {
  let high = 0x9e3779b9;
  let low = 0x85ebca6b;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    high = Math.imul(high ^ unit, 0x01000193);
    low = Math.imul(low ^ (unit + at), 0xc2b2ae35);
    low ^= low >>> 15;
  }
  high ^= low >>> 13;
  low = Math.imul(low ^ (high >>> 16), 0x27d4eb2f);
  return 4294967296 * (high & 0x1fffff) + (low >>> 0);
}
