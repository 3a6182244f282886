import { significantStems } from './significant-words.ts';

/** True when two titles may be one and the same, one of them shorter or with the body's name after it. */
export function isSameRole(a: string, b: string): boolean {
  const [one, other] = [stems(a), stems(b)];
  const least = Math.min(one.size, other.size);
  if (least === 0) return true;
  let shared = 0;
  for (const stem of one) if (other.has(stem)) shared++;
  return shared === least;
}

/** The role without the bodies' names: “Service Manager, Safeguarding, WCC” → “Service Manager, Safeguarding”. */
export function withoutBodies(role: string, bodies: readonly string[]): string {
  let plain = role;
  for (const body of bodies) {
    const at = plain.toLowerCase().indexOf(body.toLowerCase());
    if (at !== -1) plain = `${plain.slice(0, at)} ${plain.slice(at + body.length)}`;
  }
  return plain.replace(/[\s,;–-]+$/, '').trim();
}

const PLAIN_WORDS: Readonly<Record<string, string>> = { chairman: 'chair', chairwoman: 'chair', chairperson: 'chair' };

function stems(role: string): Set<string> {
  const plain = role
    .replace(/\b(?:the|of|for|and|&|interim|acting)\b/gi, ' ')
    .replace(/\bchair(?:man|woman|person)\b/gi, (word) => PLAIN_WORDS[word.toLowerCase()]!);
  // The words that significantStems thinks empty are what roles are made of, so single words count too.
  const kept = significantStems(plain);
  return kept.size > 0 ? kept : new Set(plain.toLowerCase().split(/\s+/));
}
