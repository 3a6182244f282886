/**
 * Every diagnostic code: how serious it is and which family it belongs to.
 * Each has a page `help/<code>.md` with what it means, a wrong example and a right one; the tests hold code and page together.
 */

/** error: false or broken for certain, stops publishing. warning: probably wrong. advice: for a person's judgement. */
export type Severity = 'error' | 'warning' | 'advice';

export type Family =
  | 'files'
  | 'front matter'
  | 'links'
  | 'coverage'
  | 'quotation'
  | 'counts'
  | 'structure'
  | 'dates'
  | 'people'
  | 'names'
  | 'actions'
  | 'recommendations'
  | 'privacy'
  | 'likeness'
  | 'record';

interface CodeInfo {
  readonly severity: Severity;
  readonly family: Family;
}

const error = (family: Family): CodeInfo => ({ severity: 'error', family });
const warning = (family: Family): CodeInfo => ({ severity: 'warning', family });

export const CODES = {
  'file-not-utf8': error('files'),
  'file-misplaced': error('files'),
  'merge-conflict': error('files'),
  'site-missing': warning('files'),
  'review-index-missing': error('files'),
  'address-taken': error('files'),

  'front-matter-missing': error('front matter'),
  'front-matter-unclosed': error('front matter'),
  'front-matter-language': error('front matter'),
  'yaml-tab': error('front matter'),
  'yaml-colon': error('front matter'),
  'yaml-duplicate-key': error('front matter'),
  'yaml-alias': error('front matter'),
  'yaml-syntax': error('front matter'),
  'field-missing': error('front matter'),
  'field-unknown': error('front matter'),
  'field-type': error('front matter'),
  'field-value': error('front matter'),
  'date-invalid': error('front matter'),
  'number-duplicate': error('front matter'),
  'letter-duplicate': error('front matter'),
  'outcome-not-asked': error('front matter'),
  'considered-twice': error('front matter'),

  'reference-unknown': error('links'),
  'reference-malformed': error('links'),
  'link-broken': error('links'),
  'image-external': error('links'),
  'image-alt-missing': warning('links'),
  'raw-html': warning('links'),
  'container-unknown': error('links'),
  'restricted-unclosed': error('links'),
  'paragraph-sequence': warning('structure'),

  'checked-unused': warning('record'),
} as const satisfies Record<string, CodeInfo>;

export type Code = keyof typeof CODES;

export const ALL_CODES = Object.keys(CODES) as Code[];

/** The severity a code has unless the place gives room for doubt. */
export function severityOf(code: Code): Severity {
  return CODES[code].severity;
}

/** The family of checks a code belongs to. */
export function familyOf(code: Code): Family {
  return CODES[code].family;
}
