import type { Mention } from './persons.ts';

const CHAIR =
  /^(?:(?:the|in the|Acting)\s+)?Chair(?:man|woman|person)?(?:\s+of\s+the\s+(?:(?:Task|Scrutiny|Working|Review)\b.*\s)?(?:Group|Panel|Review|Inquiry|TFG))?$/i;

/** True where brackets after a name say that this is who leads the review: “Cllr Jones (Chair)”; chairs of other bodies are not. */
export function isChairMark({ role, passage }: Mention): boolean {
  return role !== undefined && passage.text[role.start - 1] === '(' && CHAIR.test(role.text);
}

/** True when the list says of a person of the review: role Chair, of nothing else. */
export function isChairRole(role: string | undefined): boolean {
  return role !== undefined && CHAIR.test(role.trim());
}
