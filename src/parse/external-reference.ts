import type { ReferenceKind } from '../model/reference.ts';

/**
 * Tells references to other texts (“section 17 of the Children Act 1989”, “paragraph 12 of the Munro report”,
 * “Ibid, paragraph 3”) from references within the review.
 */

const OWN =
  /^(?:this|our|the)\s+(?:review|report|inquiry|group|task|committee|interim|final|present|above|action plan|response|scoping)\b/i;
const TEXT_BY_OTHERS =
  /^(?:the|its|their|that|an?|his|her)?\s*(?:[^.;:]{0,80}?\b)?(?:Acts?|Regulations?|Order|Schedule|Code|Constitution|Convention|Directive|Measure|Rules|Orders|Paper|Bill|guidance|Guidance|Framework|NPPF|Strategy|Agreement|[Rr]eport|[Rr]eview|[Ii]nquiry|[Ii]nspection|Charter|Treaty|Standards?|Policy|[Tt]oolkit|Constitution)\b/;
const LAW_BEFORE =
  /(?:\bActs?(?:\s+\d{4})?|\bRegulations?(?:\s+\d{4})?|\bSchedule\s+\w+|\b(?:ibid|op\.?\s*cit|HC\s*\d+|Cm\s*\d+|Cmnd?\.?\s*\d+)\b[^.]{0,40})[\s,.(]*$/i;
const OWNER_BEFORE = /([\p{L}]+)(?:['’]s|s['’])\s+(?:\p{Ll}+\s+)?$/u;
const OWN_OWNER = /^(?:group|committee|report|review|panel|our|inquiry|members?|board)$/i;

/** True when the words around a reference say that it belongs to another text. Areas and meetings are always our own. */
export function isExternal(kind: ReferenceKind, text: string, start: number, end: number): boolean {
  if (kind === 'area' || kind === 'meeting') return false;
  const before = text.slice(Math.max(0, start - 80), start);
  const after = text.slice(end, end + 140);
  if ((kind === 'section' || kind === 'paragraph') && /^\(\w{1,3}\)/.test(after)) return true;
  if (LAW_BEFORE.test(before)) return true;
  const owner = OWNER_BEFORE.exec(before)?.[1];
  if (owner !== undefined && !OWN_OWNER.test(owner)) return true;
  const belongsTo = /^,?\s+(?:of|in|to|from|under)\s+/.exec(after);
  if (!belongsTo) return false;
  const owned = after.slice(belongsTo[0].length);
  if (OWN.test(owned)) return false;
  const other = TEXT_BY_OTHERS.exec(owned);
  return other !== null && /\p{Lu}/u.test(other[0].replace(/^The\b/, ''));
}
